"""A story that is deleted is not lost: its addresses say so, and one step brings it back."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.conftest import TOKEN

STORY = "/stories/the-leak-i-shipped"


def test_each_page_of_a_deleted_story_leads_to_its_return(client: TestClient, prep: Path) -> None:
    """
    An old link to any page of it leads to its versions, where one press brings the same bytes back.
    """
    file = prep / "stories" / "the-leak-i-shipped.md"
    before = file.read_bytes()
    client.post(f"{STORY}/delete", data={"token": TOKEN})
    for page in ("", "/edit", "/numbers", "/answers"):
        answer = client.get(f"{STORY}{page}")
        assert answer.status_code == 404
        assert "The story “the-leak-i-shipped” is deleted." in answer.text
        assert f'href="{STORY}/versions">Bring it back' in answer.text
    assert f'action="{STORY}/restore"' in client.get(f"{STORY}/versions").text
    client.post(f"{STORY}/restore", data={"token": TOKEN})

    assert file.read_bytes() == before


def test_a_name_that_never_was_is_not_called_deleted(client: TestClient) -> None:
    """
    Only what the history knows can come back; another name leads to the list of stories.
    """
    answer = client.get("/stories/no-such-story")

    assert answer.status_code == 404
    assert "deleted" not in answer.text
    assert "See your stories" in answer.text
