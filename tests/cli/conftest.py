"""The command line as a person uses it: a folder with notes, and a way to run commands in it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from starling.cli.main import main

NOTES = Path(__file__).parent / "notes"


class Ran(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, from which commands are run, with nobody's settings around it."""
    for name in ("STARLING_PREP", "STARLING_LEVEL", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def starling(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the folder, with bytes on standard input."""
    assert here == Path.cwd()

    def run(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return Ran(int(str(ended.value.code)), printed.out, printed.err)

    return run


@pytest.fixture
def prep(here: Path, starling: Run) -> Path:
    """A prep folder into which the notes have been imported."""
    starling("init", "prep")
    assert 0 == starling("import", str(NOTES), "--into", "prep").code
    return here / "prep"
