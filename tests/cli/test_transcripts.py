"""Sessions as a person types them: each file of transcripts/ is run, and must print what stands there.

Lines with ``$`` are commands, ``[1]`` is the status they end with where it is not 0,
``#:`` opens a remark. Run with WRITE_TRANSCRIPTS=1 to write what the commands print today.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import NOTES

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


def session(folder: Path, rows: list[str]) -> Iterator[str]:
    """
    The rows of a transcript with what its commands print today.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STARLING_")}
    for row in rows:
        if row.startswith("#:"):
            yield row
        if row.startswith("$ "):
            yield row
            ran = subprocess.run(
                ["sh", "-c", f"{row[2:]} 2>&1"],
                cwd=folder,
                env=kept | {"PATH": path, "COLUMNS": "89", "PYTHONIOENCODING": "utf-8"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
            yield from ran.stdout.decode().rstrip("\n").split("\n") if ran.stdout else ()
            yield from (f"[{ran.returncode}]",) if ran.returncode else ()
            yield ""


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_session_goes_as_written(tmp_path: Path, path: Path) -> None:
    """
    Every command of a transcript prints what stands below it and ends with the status that stands there.
    """
    for notes in NOTES.iterdir():
        shutil.copy(notes, tmp_path)
    written = path.read_text("utf-8")
    asked = [row for row in written.split("\n") if row.startswith(("$ ", "#:"))]

    today = "\n".join(session(tmp_path, asked)).rstrip("\n") + "\n"
    if os.environ.get("WRITE_TRANSCRIPTS"):
        path.write_text(today, "utf-8")

    assert path.read_text("utf-8") == today
