"""Bad input: never a traceback, never a hang, never lost text, and always a word on what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from starling.adapters.inputs import LARGEST
from tests.cli.conftest import Run

STORY = (
    "**Situation:** {} was slow.\n"
    "**Action:** I moved {} into memory and measured it for a week.\n"
    "**Result:** {} is fast.\n"
)
BAD = {
    "empty": b"",
    "blank": b"\n \n\t\n",
    "nul": STORY.format("It", "the index", "It").encode().replace(b"was slow", b"was\0slow"),
    "latin-1": STORY.format("Café", "Café", "Café").encode("latin-1"),
    "broken utf-8": b"\xff\xfeA\x00\xf0\x9f\x98 and \xc3( more",
    "unclosed fence": b"# A\n```\n" + STORY.format("A", "B", "C").encode(),
    "deep list": "\n".join(f"{'  ' * depth}- item {depth}" for depth in range(1000)).encode(),
    "deep quote": "\n".join(f"{'> ' * depth}item" for depth in range(1000)).encode(),
    "right to left": STORY.format("\u202eהמודל", "את המודל", "😀🏳️‍🌈𝔘").encode(),
    "escape codes": STORY.format("\x1b[31mRed\x1b[0m", "\x1b]0;title\x07it", "It").encode(),
    "markup": b"<" * 20_000 + b"[" * 20_000 + b"*" * 20_000 + b"`" * 20_000 + b"|" * 20_000,
    "front matter": b"---\n" + b"a: &a [*a]\n" * 100 + b"---\n# A\n",
    "one line": b"It was slow. " * 8000,
    "json": b'{"stories": [' * 2000,
    "empty items": b"1. \n2. \n3. \n",
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_notes_are_checked_and_imported(here: Path, starling: Run, kind: str) -> None:
    """
    Any notes end with a status that means something, in words, and a copy of them is kept as they were.
    """
    (here / "bad.md").write_bytes(BAD[kind])
    starling("init", "prep")

    checked = starling("check", "bad.md")
    imported = starling("import", "bad.md", "--into", "prep", "--answers")

    assert checked.code in (0, 1)
    assert imported.code == 0
    assert "\x1b" not in checked.out + imported.out
    assert BAD[kind] == (here / "prep" / "notes" / "bad.md").read_bytes()
    assert starling("check", "prep").code in (0, 1)


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("binary.md", bytes(range(256)) * 20, "This is not text"),
        ("picture.md", b"\x89PNG\r\n\x1a\n", "This is an image"),
        ("scan.pdf", b"%PDF-1.7\n", "This is a PDF file"),
        ("broken.docx", b"PK\x03\x04", "Word document"),
    ],
)
def test_what_is_no_text_is_named_and_the_rest_is_read(
    here: Path, starling: Run, name: str, data: bytes, what: str
) -> None:
    """
    A file that is no text is an error on stderr with its name, status 3, and does not stop the others.
    """
    (here / name).write_bytes(data)
    (here / "good.md").write_text(STORY.format("It", "it", "It"), "utf-8")

    ran = starling("check", name, "good.md")

    assert 3 == ran.code
    assert ran.err.startswith(f"starling: {name}")
    assert what in ran.err
    assert "good.md:1" in ran.out


def test_a_file_of_fifty_megabytes_is_refused(here: Path, starling: Run) -> None:
    """
    A file that is far larger than notes are is refused at once, with its size and the limit.
    """
    with (here / "big.md").open("wb") as file:
        file.truncate(50 * 2**20)

    ran = starling("check", "big.md")

    assert 3 == ran.code
    assert "50 MB, and 8 MB are read" in ran.err


@pytest.mark.parametrize(
    "line",
    [
        "I built it and it worked well. ",
        "**Situation:** a **Action:** b **Result:** c ",
        "x",
        "| a | b ",
        "- ",
    ],
    ids=["prose", "labels", "one word", "table", "list"],
)
def test_a_line_of_five_megabytes_is_survived(here: Path, starling: Run, line: str) -> None:
    """
    One endless line is read to its end, whatever it is made of.
    """
    (here / "long.md").write_text((line * (5 * 2**20 // len(line)))[: LARGEST - 1], "utf-8")

    assert starling("check", "long.md").code in (0, 1)


def test_folders_and_links(here: Path, starling: Run) -> None:
    """
    A folder without notes, a link in a circle, a pipe and a missing file each say what they are.
    """
    (here / "empty").mkdir()
    (here / "pictures").mkdir()
    (here / "pictures" / "a.png").write_bytes(b"x")
    (here / "loop.md").symlink_to(here / "loop.md")
    os.mkfifo(here / "pipe.md")

    ran = starling("check", "empty", "pictures", "loop.md", "pipe.md", "pictuers")

    assert 3 == ran.code
    for said in (
        "is empty",
        "1 other file is",
        "leads nowhere",
        "neither a file nor",
        "Did you mean pictures?",
    ):
        assert said in ran.err
    assert "Skipped, as they are no notes: pictures/a.png." in ran.err


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_on_standard_input(starling: Run, data: bytes) -> None:
    """
    Whatever comes through a pipe is answered with one of the statuses.
    """
    assert starling("check", "-", "--json", stdin=data).code in (0, 1, 3)
