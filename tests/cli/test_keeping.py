"""Versions, settings, export and doctor as commands, and what ``starling`` does without one."""

from __future__ import annotations

import io
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from starling.cli import serve_
from tests.cli.conftest import Run


def test_a_story_comes_back_from_its_versions(prep: Path, starling: Run) -> None:
    """
    Delete, look at the versions, restore: the file is what it was, and each step says the next.
    """
    page = prep / "stories" / "the-late-train-forecast.md"
    before = page.read_bytes()
    deleted = starling("delete", "the-late", "--prep", "prep")
    assert not page.exists()
    assert "starling restore the-late-train-forecast" in deleted.out
    assert "deleted" in starling("versions", "the-late-train-forecast", "--prep", "prep").out
    starling("restore", "the-late-train-forecast", "--prep", "prep")

    assert before == page.read_bytes()


def test_a_difference_is_shown_between_two_versions(prep: Path, starling: Run) -> None:
    """
    --diff shows the changed line; what is not two numbers is said.
    """
    page = prep / "stories" / "the-late-train-forecast.md"
    starling("versions", "the-late", "--prep", "prep")
    page.write_text(page.read_text() + "A new last line.\n")
    starling("versions", "the-late", "--prep", "prep")

    assert "+A new last line." in starling("versions", "the-late", "--diff", "1..", "--prep", "prep").out
    assert 2 == starling("versions", "the-late", "--diff", "one", "--prep", "prep").code


def test_settings_are_shown_and_changed(prep: Path, starling: Run) -> None:
    """
    A setting is changed by its key, goes back to the usual with an empty value, and an unknown one is named.
    """
    assert "level          senior" in starling("settings", "level", "senior", "--prep", "prep").out
    starling("settings", "--interview", "Tallowmere", "2026-12-09", "--prep", "prep")
    starling("settings", "level", "", "--prep", "prep")
    said = tomllib.loads((prep / "starling.toml").read_text())
    wrong = starling("settings", "levle", "senior", "--prep", "prep")

    assert ["interview"] == list(said)
    assert (2, True) == (wrong.code, "Did you mean level?" in wrong.err)
    assert 2 == starling("settings", "level", "--prep", "prep").code
    gone = starling("settings", "--no-interview", "Tallowmere", "2026-12-09", "--prep", "prep")
    assert "interview" not in gone.out


def test_settings_that_cannot_be_read_can_be_mended(prep: Path, starling: Run) -> None:
    """
    A broken setting stops other commands, and the doctor names it.
    """
    (prep / "starling.toml").write_text('levle = "senior"\n')
    ill = starling("doctor", "--prep", "prep")

    assert 2 == starling("stories", "--prep", "prep").code
    assert (1, True) == (ill.code, "“levle” is not a setting." in ill.out)


def test_an_archive_is_written_once(prep: Path, starling: Run) -> None:
    """
    Everything is in one file; a second time it is not written over, and - is the pipe.
    """
    assert prep.is_dir()
    first = starling("export", "--to", "all.zip", "--prep", "prep")
    with zipfile.ZipFile("all.zip") as held:
        names = held.namelist()
    again = starling("export", "--to", "all.zip", "--prep", "prep")

    assert (0, f"{len(names)} files in all.zip") == (
        first.code,
        first.out[: len(f"{len(names)} files in all.zip")],
    )
    assert "stories/the-late-train-forecast.md" in names
    assert (2, True) == (again.code, "There is a file of this name." in again.err)


def test_the_doctor_ends_as_it_finds(prep: Path, starling: Run) -> None:
    """
    1 where something is to mend, 0 when it was made anew.
    """
    (prep / ".starling").mkdir(exist_ok=True)
    (prep / ".starling" / "history.db").write_bytes(b"a letter to a database " * 300)

    assert 1 == starling("doctor", "--prep", "prep").code
    assert 0 == starling("doctor", "--repair", "--prep", "prep").code


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were opened in a browser: the app itself is tested elsewhere."""
    folders: list[Path] = []
    monkeypatch.setattr(serve_, "open_app", folders.append)
    monkeypatch.setattr("starling.cli.open_prep.open_app", folders.append)
    return folders


class Terminal(io.TextIOWrapper):
    """A terminal on which somebody types."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """
    Type *text* into the terminal in which the next command runs.
    """
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(text.encode()), "utf-8"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def alone() -> int:
    """
    Run ``starling`` without anything; its status.
    """
    from starling.cli.main import main  # noqa: PLC0415 - as the program does

    with pytest.raises(SystemExit) as ended:
        main([])
    return int(str(ended.value.code))


def test_without_a_terminal_the_help_is_shown(prep: Path, starling: Run, opened: list[Path]) -> None:
    """
    A script that runs starling alone gets the help and an error, and never a server that does not end.
    """
    assert prep.is_dir()
    ran = starling()

    assert (2, []) == (ran.code, opened)
    assert "Usage: starling" in ran.out + ran.err


def test_in_a_prep_folder_the_app_opens(
    prep: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    On a terminal, anywhere in a prep folder, starling alone opens it.
    """
    monkeypatch.chdir(prep / "stories")
    type_in(monkeypatch, "")

    assert (0, [prep]) == (alone(), opened)


@pytest.mark.parametrize(("answer", "made"), [("y\n", True), ("\n", True), ("n\n", False)])
def test_without_a_prep_folder_one_is_offered(
    here: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch, answer: str, *, made: bool
) -> None:
    """
    Who says yes gets ./prep and the app on it; who says no gets neither.
    """
    type_in(monkeypatch, answer)

    assert 0 == alone()
    assert made == (here / "prep" / "starling.toml").is_file()
    assert ([Path("prep")] if made else []) == opened
