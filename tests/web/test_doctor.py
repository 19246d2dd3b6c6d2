"""The doctor: says what is wrong with a prep folder, makes anew what can be, and touches no story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from starling import wiring
from starling.ports import Workspace
from starling.settings import Settings
from starling.usecases.doctor import Health, examine
from tests.web.conftest import TOKEN


def workspace(folder: Path) -> Workspace:
    """
    The prep folder as a new process would open it.
    """
    wiring._history.cache_clear()
    return wiring.open_workspace(folder, Settings())


def said(health: Health) -> dict[str, list[str]]:
    """
    What is wrong or worth knowing, part by part.
    """
    return {check.name: [each.what for each in check.troubles] for check in health.checks if check.troubles}


def stories(folder: Path) -> dict[str, bytes]:
    """
    Every story of a folder.
    """
    return {path.name: path.read_bytes() for path in (folder / "stories").iterdir()}


def test_a_sound_folder_is_sound(client: TestClient, prep: Path) -> None:
    """
    The demo's folder has nothing wrong with it, on the page as well.
    """
    assert {} == said(examine(workspace(prep)))
    assert "Nothing is wrong in this folder" in client.get("/doctor").text
    assert client.get("/doctor.json").json()["healthy"]


def unknown_setting(prep: Path) -> None:
    """
    A setting that does not exist.
    """
    (prep / "starling.toml").write_text("levle = 1\n")


def unknown_rule(prep: Path) -> None:
    """
    A rule that does not exist, called silent.
    """
    (prep / "starling.toml").write_text('ignore = ["too-lon"]\n')


def image(prep: Path) -> None:
    """
    A story that is no text.
    """
    (prep / "stories" / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")


def capitals(prep: Path) -> None:
    """
    Two stories that are one where capitals do not count.
    """
    text = (prep / "stories" / "bread-nobody-bought.md").read_text()
    (prep / "stories" / "Bread-Nobody-Bought.md").write_text(text)


def conflict(prep: Path) -> None:
    """
    A text that a conflict set aside.
    """
    (prep / "stories" / "bread-nobody-bought.conflict-1.md").write_text("# Bread\n")


def link_out(prep: Path) -> None:
    """
    A story that stands outside of the folder.
    """
    (prep.parent / "outside.md").write_text("# Diary\n")
    (prep / "stories" / "diary.md").symlink_to(prep.parent / "outside.md")


def broken_accepted(prep: Path) -> None:
    """
    A file of acceptances that is no TOML.
    """
    (prep / "accepted.toml").write_text("[[accepted]\n")


def broken_history(prep: Path) -> None:
    """
    A history that is no database.
    """
    (prep / ".starling").mkdir(exist_ok=True)
    (prep / ".starling" / "history.db").write_bytes(b"a letter to a database " * 300)


@pytest.mark.parametrize(
    ("harm", "part", "what"),
    [
        (unknown_setting, "Settings", "“levle” is not a setting."),
        (unknown_rule, "Settings", "There is no rule “too-lon”."),
        (image, "Stories", "This is an image, not text."),
        (capitals, "Stories", "These names differ only in capitals."),
        (conflict, "Stories", "Another text of this story was set aside in a conflict."),
        (link_out, "Files", "This link leads out of the prep folder."),
        (broken_accepted, "Called fine", "This is not TOML"),
        (broken_history, "History", "The history cannot be read"),
    ],
)
def test_what_is_wrong_is_said_and_stories_stay(
    prep: Path, harm: Callable[[Path], None], part: str, what: str
) -> None:
    """
    Each harm is found in its part alone, with its place and what to do; a repair changes no story.
    """
    harm(prep)
    before = stories(prep)
    health = examine(workspace(prep))
    found = said(health)

    assert [part] == list(found)
    assert found[part][0].startswith(what)
    assert all(each.where or each.try_this for each in health.troubles)
    assert len(health.troubles) == 1
    examine(workspace(prep), repair=True) if harm is not image else None
    assert before == stories(prep)


def test_a_repair_makes_anew_what_can_be(prep: Path) -> None:
    """
    A broken history is moved aside and begun with what is there, leftovers go, the cache is empty.
    """
    broken_history(prep)
    old = (prep / ".starling" / "history.db").read_bytes()
    (prep / "stories" / ".late.md.x1y2.tmp").write_text("half a st")
    workspace(prep).cache.put("glances.json", b"{}")
    health = examine(workspace(prep), repair=True)

    assert () == health.troubles
    assert old == (prep / ".starling" / "history.db.broken-1").read_bytes()
    assert not (prep / "stories" / ".late.md.x1y2.tmp").exists()
    assert workspace(prep).cache.get("glances.json") is None
    assert {each.slug for each in workspace(prep).stories.all()} == {
        each.story for each in workspace(prep).history.last()
    }
    assert {} == said(examine(workspace(prep)))


def test_an_acceptance_without_its_story_is_only_a_remark(prep: Path) -> None:
    """
    What was called fine in a story that is gone is worth knowing, and no trouble.
    """
    (prep / "accepted.toml").write_text(
        '[[accepted]]\nstory = "gone"\nrule = "too-long"\n\n'
        '[[accepted]]\nstory = "bread-nobody-bought"\nrule = "no-such-rule"\n'
    )
    health = examine(workspace(prep))

    assert () == health.troubles
    assert [
        "There is no story “gone” to which this belongs.",
        "“no-such-rule” is not a rule, so this calls nothing fine.",
    ] == said(health)["Called fine"]


def test_the_page_repairs(client: TestClient, prep: Path) -> None:
    """
    The button on the page does what the command does, and needs the token.
    """
    (prep / "stories" / ".late.md.x1y2.tmp").write_text("half a st")
    assert "one thing is worth knowing" in client.get("/doctor").text
    assert 403 == client.post("/doctor/repair").status_code
    answer = client.post("/doctor/repair", data={"token": TOKEN})

    assert (303, "/doctor") == (answer.status_code, answer.headers["location"])
    assert "Nothing is wrong in this folder" in client.get("/doctor").text
