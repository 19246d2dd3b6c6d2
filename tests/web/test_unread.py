"""A page of the prep folder that cannot be read: the others are there, and it is named with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(9)

LISTS = (
    "/",
    "/stories",
    "/coverage/amazon",
    "/coverage/kinds?best=2",
    "/match?question=a+failure",
    "/loop",
    "/facts/STORY",
)


@pytest.fixture
def slugs(prep: Path) -> list[str]:
    """The stories of the demo; beside them stands a picture that is called like one."""
    found = sorted(each.stem for each in (prep / "stories").glob("*.md"))
    (prep / "stories" / "a-picture.md").write_bytes(PICTURE)
    return found


@pytest.mark.parametrize("path", LISTS)
def test_pages_of_stories_name_it(client: TestClient, slugs: list[str], path: str) -> None:
    """
    Every page that is about all stories is there without it, names it, and leads on to what mends it.
    """
    page = client.get(path.replace("STORY", slugs[0]))

    assert 200 == page.status_code
    assert "a-picture.md cannot be read. This is an image, not text." in page.text
    assert 'href="/doctor"' in page.text


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("accepted.toml", ("/", "/stories", "/stories/STORY")),
        ("questions.toml", ("/", "/questions", "/coverage/amazon", "/match?question=a+failure")),
        ("principles/mine.toml", ("/questions", "/coverage/kinds", "/loop")),
    ],
)
def test_pages_that_need_another_file_name_that(
    client: TestClient, prep: Path, slugs: list[str], name: str, paths: tuple[str, ...]
) -> None:
    """
    What was called fine and the person's own questions and principles stop no page either, and are named.
    """
    (prep / "principles").mkdir()
    (prep / name).write_bytes(PICTURE)

    for path in paths:
        page = client.get(path.replace("STORY", slugs[0]))
        assert 200 == page.status_code
        assert f"{Path(name).name} cannot be read. This is an image, not text." in page.text
        assert 'href="/doctor"' in page.text


@pytest.mark.parametrize("slug", ["a-picture", "a-pic"])
def test_its_own_page_says_why(client: TestClient, slugs: list[str], slug: str) -> None:
    """
    Its own page says why it cannot be read, and does not say that there is no such story.
    """
    page = client.get(f"/stories/{slug}")

    assert slugs
    assert 422 == page.status_code
    assert "a-picture.md cannot be read" in page.text


def test_one_alone_is_no_first_run(client: TestClient, prep: Path, slugs: list[str]) -> None:
    """
    Where it is the only one, Today says that it cannot be read, and does not ask for the first notes.
    """
    for slug in slugs:
        (prep / "stories" / f"{slug}.md").unlink()

    assert "a-picture.md cannot be read" in client.get("/").text


def test_many_are_counted(client: TestClient, prep: Path, slugs: list[str]) -> None:
    """
    Three are named, the rest are counted; the JSON beside the page names all.
    """
    for number in range(4):
        (prep / "stories" / f"b-picture-{number}.md").write_bytes(PICTURE)
    answer = client.get("/stories.json").json()

    assert "2 other files cannot be read either." in client.get("/stories").text
    assert 5 == len(answer["unread"])
    assert slugs == [each["slug"] for each in answer["stories"]]
