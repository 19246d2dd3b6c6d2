"""Terminal text: width, wrapping, colour and progress."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from starling.cli import paper, progress
from tests.cli.conftest import NOTES, Run


def test_narrow_and_wide_terminals(here: Path, starling: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Lines fit the terminal from 60 columns on; no word is lost by wrapping.
    """
    shutil.copy(NOTES / "trains.md", here)
    said = []
    for columns in ("60", "80", "100"):
        monkeypatch.setenv("COLUMNS", columns)
        out = starling("check", "trains.md", "--only", "result-missing").out
        assert max(map(len, out.splitlines())) < int(columns)
        said.append(out.split("no Task")[1].split("How a listener")[0].split())

    assert said[0] == said[1] == said[2]


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Colour needs a terminal that can show it, and NO_COLOR turns it off.
    """
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in paper.bold("word")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "word" == paper.bold("word")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "word" == paper.bold("word")


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("語", 2), ("“→”", 3), ("🙂", 2)]
)
def test_cells_count_what_a_terminal_shows(text: str, columns: int) -> None:
    """
    Wide letters take two columns, combining signs none.
    """
    assert columns == paper.cells(text)


def test_progress_shows_on_a_terminal_when_work_is_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A counter comes after a second on a terminal, is wiped at the end, and never shows in a pipe.
    """
    times = iter(range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(times)))
    assert [1, 2, 3] == list(progress.counted([1, 2, 3], 3, "Reading"))
    assert "" == capsys.readouterr().err

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert [1, 2, 3] == list(progress.counted([1, 2, 3], 3, "Reading"))
    shown = capsys.readouterr().err
    assert "Reading 3 of 3…" in shown
    assert shown.endswith("\r\x1b[K")


def test_advice_can_be_pasted_where_names_have_spaces(here: Path, starling: Run) -> None:
    """
    A folder and a story with a space in their names are quoted in the commands that are advised.
    """
    made = starling("init", "my prep")
    page = here / "my prep" / "stories" / "The doors.md"
    page.parent.mkdir()
    page.write_text("# The doors\n\n## Action\n\nI labelled 300 doors, and none was wrong.\n", "utf-8")
    asked = ("The doors", "--prep", "my prep")

    assert "--into 'my prep'" in made.out
    assert "starling accept 'The doors'" in " ".join(starling("show", *asked).out.split())
    assert "starling show 'The doors'" in starling("match", "Which doors did you label?", *asked[1:]).out
    assert "starling restore 'The doors'" in starling("delete", *asked, "--yes").out
    assert "starling restore 'The doors'" in starling("show", *asked).err
