"""What is remembered never shows: a page says what the files say now, whoever changed them."""

from __future__ import annotations

import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from starling import wiring
from starling.adapters import pages
from starling.ports import Workspace
from starling.usecases.bank import show_story
from starling.usecases.check import check_bank
from tests.web.conftest import TOKEN

SLUG = "bread-nobody-bought"
PATHS = (
    "/",
    "/stories",
    f"/stories/{SLUG}",
    f"/stories/{SLUG}/edit",
    "/coverage/amazon",
    "/sets",
    "/commands.json",
)
SAID = "The managers of the first four stores presented it to the others themselves."


def page(prep: Path, slug: str = SLUG) -> Path:
    """Where the page of a story is."""
    return prep / "stories" / f"{slug}.md"


def edit(path: Path, old: str, new: str) -> None:
    """Change a page as an editor does that writes into the file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def warm(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client that has seen everything, of an app that remembers pages from the moment they are written."""
    monkeypatch.setattr(pages, "_UNSETTLED", 0)
    client.cookies.set("interview", "later")
    for path in PATHS * 2:
        assert client.get(path).status_code == 200, path
    return client


def test_a_changed_page_is_seen_at_once(warm: TestClient, prep: Path) -> None:
    """
    An edit shows on the next load of every page that tells of the story, also one of equal length.
    """
    names = ("# Bread nobody bought", *(f"# Bread nobody baked {number}" for number in range(5)))
    for before, after in pairwise(names):
        edit(page(prep), before, after)
        for path in ("/stories", f"/stories/{SLUG}", f"/stories/{SLUG}/edit", "/commands.json"):
            assert after[2:] in warm.get(path).text, path
        assert after[2:] in {each["title"] for each in warm.get("/today.json").json()["stories"]}
        assert after[2:] in {each["title"] for each in warm.get("/coverage/amazon.json").json()["columns"]}


def test_a_page_replaced_with_its_old_time_is_seen(warm: TestClient, prep: Path) -> None:
    """
    A page of the same size and the same time of change, as a sync brings it, is seen all the same.
    """
    before = page(prep).stat()
    edit(page(prep), "Bread nobody bought", "Bread nobody burned")
    os.utime(page(prep), ns=(before.st_atime_ns, before.st_mtime_ns))

    assert page(prep).stat().st_size == before.st_size
    assert "Bread nobody burned" in warm.get(f"/stories/{SLUG}").text


def test_pages_come_and_go(warm: TestClient, prep: Path) -> None:
    """
    A page that is added is among the stories at once, and one that is taken away is not.
    """
    shutil.copy(page(prep), page(prep, "a-copy"))
    assert warm.get("/stories/a-copy").status_code == 200
    assert "/stories/a-copy" in warm.get("/stories").text

    page(prep, "a-copy").unlink()
    assert warm.get("/stories/a-copy").status_code == 404
    assert "/stories/a-copy" not in warm.get("/stories").text


def test_findings_follow_the_text(warm: TestClient, prep: Path) -> None:
    """
    What is mended is not said any more, on the story's page and in the figures of Today.
    """

    def open_ones() -> tuple[bool, int]:
        shown = warm.get(f"/stories/{SLUG}.json").json()["report"]["findings"]
        glance = next(each for each in warm.get("/today.json").json()["stories"] if each["slug"] == SLUG)
        return any("“40%”" in each["message"] for each in shown), glance["open_findings"]

    said, count = open_ones()
    assert said
    edit(page(prep), "40% less", "25% less")
    assert open_ones() == (False, count - 1)


def test_another_story_can_change_what_is_said_of_this_one(warm: TestClient, prep: Path) -> None:
    """
    A sentence that two stories share is found when it is copied, and forgotten when either drops it.
    """
    later, message = page(prep, "the-leak-i-shipped"), "has it word for word"
    address = "/stories/the-leak-i-shipped"

    assert message not in warm.get(address).text
    later.write_text(f"{later.read_text('utf-8')}\n## Result\n\n{SAID}\n", "utf-8")
    assert message in warm.get(address).text
    edit(page(prep), SAID, "")
    assert message not in warm.get(address).text


def test_what_is_called_fine_is_seen_at_once(warm: TestClient, prep: Path) -> None:
    """
    An entry that a person writes into accepted.toml, or takes out, counts on the next load.
    """

    def accepted() -> bool:
        shown = warm.get(f"/stories/{SLUG}.json").json()["report"]["findings"]
        glance = next(each for each in warm.get("/today.json").json()["stories"] if each["slug"] == SLUG)
        (dense,) = (each for each in shown if each["rule"] == "figures-too-dense")
        assert glance["open_findings"] == sum(
            not each["accepted"] and each["strength"] in {"essential", "actionable"} for each in shown
        )
        return bool(dense["accepted"])

    assert not accepted()
    address = f"/stories/{SLUG}/accept.json"
    warm.post(address, data={"rule": "figures-too-dense"}, headers={"x-starling-token": TOKEN})
    assert accepted()
    kept = (prep / "accepted.toml").read_text("utf-8")
    (prep / "accepted.toml").write_text(kept.replace("figures-too-dense", "too-short"), "utf-8")
    assert not accepted()
    (prep / "accepted.toml").write_text(kept, "utf-8")
    assert accepted()


def test_a_changed_setting_is_seen_at_once(warm: TestClient, prep: Path) -> None:
    """
    A pace, a level and a silenced rule that are written into starling.toml count on the next load.
    """
    settings = prep / "starling.toml"
    text = settings.read_text("utf-8")
    slow = warm.get(f"/stories/{SLUG}.json").json()["report"]["seconds"]

    settings.write_text(f'pace = 280\nignore = ["figures-too-dense"]\n{text}', "utf-8")
    report = warm.get(f"/stories/{SLUG}.json").json()["report"]
    assert report["seconds"] == pytest.approx(slow / 2)
    assert "figures-too-dense" not in {each["rule"] for each in report["findings"]}
    glance = next(each for each in warm.get("/today.json").json()["stories"] if each["slug"] == SLUG)
    assert glance["seconds"] == pytest.approx(slow / 2)

    settings.write_text(text, "utf-8")
    assert "figures-too-dense" in warm.get(f"/stories/{SLUG}.json").text


def test_caches_may_go_at_any_time(warm: TestClient, prep: Path) -> None:
    """
    Pages are the same without the cache folder, and with files in it that nothing can read.
    """
    before = {path: warm.get(path).text for path in PATHS}
    cache = prep / ".starling" / "cache"
    names = sorted(path.name for path in cache.iterdir())
    assert names

    for data in (None, b"", b"{}", b"[1, 2]", b"\xff\x00", b'{"key": 3, "version": 1}', b"null"):
        shutil.rmtree(cache)
        if data is not None:
            cache.mkdir()
            for name in names:
                (cache / name).write_bytes(data)
        assert {path: warm.get(path).text for path in PATHS} == before, data


def test_a_cache_of_another_folder_says_nothing_here(warm: TestClient, prep: Path, empty: Path) -> None:
    """
    What is remembered is known by what the pages say, so a cache that was copied along cannot lie.
    """
    (empty / "stories").mkdir(exist_ok=True)
    shutil.copytree(prep / ".starling" / "cache", empty / ".starling" / "cache", dirs_exist_ok=True)
    shutil.copy(page(prep), page(empty))
    edit(page(empty), "Bread nobody bought", "Bread alone")

    assert "Bread nobody bought" not in repr(show_story(_work(empty), SLUG))
    assert warm.get(f"/stories/{SLUG}").status_code == 200


def test_a_page_says_what_the_check_says(warm: TestClient, prep: Path) -> None:
    """
    The notes beside a story are what `starling check` finds in it, what compares stories included.
    """
    edit(page(prep, "the-leak-i-shipped"), "## Result\n", f"## Result\n\n{SAID}\n")
    for report in check_bank(_work(prep)).reports:
        shown = warm.get(f"/stories/{report.story.slug}.json").json()["report"]["findings"]
        assert [each["message"] for each in shown] == [each.message for each in report.findings]


def _work(prep: Path) -> Workspace:
    return wiring.open_workspace(prep, wiring.load_settings(prep, {}))
