"""``starling import``: what every line became, and who decides when both sides changed."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from starling.cli import import_
from tests.cli.conftest import NOTES, Run

TOLD = """\
# Stories

## The lamp that hummed

Last spring the reading lamps at our library hummed, and readers moved away from them. I was asked to find the
cause. I opened four of them with the caretaker and saw that one coil sat loose in each. I glued the coils and
wrote down how. By June all forty were quiet, and the tables were full again.

## The ledger nobody read

In autumn I kept the ledger of a bakery, and the owner could not say what bread cost. I sat with the bakers
for a week and wrote down each sack. I made one page of it. The owner raised two prices and stopped one loaf.
"""
ASKED = """\
## Tell me about a time you were wrong.

We planned the festival lights for June. I had to find out how much power they would draw. I measured one
lamp and multiplied, which was wrong, because the dimmers drew as much again. We rented a second generator,
and the lights stayed on. I measure the whole chain now.
"""


def test_an_import_says_what_every_line_became(here: Path, starling: Run) -> None:
    """
    The report names the lines, what they are, and which stories are new.
    """
    starling("init", "prep")
    ran = starling("import", str(NOTES), "--into", "prep")

    assert re.search(r"^ +5–16  story +The late train forecast +new$", ran.out, re.MULTILINE), ran.out
    assert re.search(r"check-list", ran.out)
    assert "2 stories found: 2 new. 2 new questions kept." in ran.out
    assert here.is_dir()


def test_an_answer_to_a_question_waits_and_an_account_does_not(here: Path, starling: Run) -> None:
    """
    Prose under a title of its own is a story; what answers a question is taken where that is asked for.
    """
    starling("init", "prep")
    (here / "told.md").write_text(TOLD, "utf-8")
    (here / "asked.md").write_text(ASKED, "utf-8")

    ran = starling("import", "told.md", "asked.md", "--into", "prep")
    taken = starling("import", "asked.md", "--into", "prep", "--answers")

    assert "2 stories found: 2 new." in ran.out
    assert "1 answer to a question stayed in the notes: --answers takes it as a story." in ran.out
    assert "1 story found: 1 new." in taken.out


def test_an_edited_copy_is_shown_and_taken_only_when_asked(prep: Path, here: Path, starling: Run) -> None:
    """
    Without --update the difference is shown with status 1; with it the page is brought in line.
    """
    (here / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )

    shown = starling("import", "trains.md", "--into", "prep")
    dry = starling("import", "trains.md", "--into", "prep", "--update", "--dry-run")
    taken = starling("import", "trains.md", "--into", "prep", "--update")

    assert 1 == shown.code
    assert "+The forecast arrives within 30 seconds" in shown.out
    assert "import again with --update" in shown.out
    assert "Nothing was written." in dry.out
    assert "1 updated" in taken.out
    assert "30 seconds" in next((prep / "stories").glob("the-late*.md")).read_text("utf-8")
    assert 0 == starling("import", "trains.md", "--into", "prep").code


@pytest.mark.parametrize(("reply", "seconds"), [(True, "30 seconds"), (False, "40 seconds")])
def test_on_a_terminal_an_import_asks(
    prep: Path, starling: Run, monkeypatch: pytest.MonkeyPatch, reply: bool, seconds: str
) -> None:
    """
    On a terminal each changed story is shown and asked about, and the answer decides.
    """
    (prep.parent / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    asked: list[str] = []

    def answer(text: str) -> bool:
        asked.append(text)
        return reply

    monkeypatch.setattr(click, "confirm", answer)

    starling("import", "trains.md", "--into", "prep")

    assert ["Take the wording of the notes?"] == asked
    assert seconds in next((prep / "stories").glob("the-late*.md")).read_text("utf-8")


def test_edits_in_both_places_are_kept_and_asked_about(
    prep: Path, here: Path, starling: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A story that changed here and in the notes is never overwritten; the other text is put beside it.
    """
    (here / "trains.md").write_text(
        (NOTES / "trains.md").read_text("utf-8").replace("40 seconds", "30 seconds"), "utf-8"
    )
    (page,) = (prep / "stories").glob("the-late*.md")
    page.write_text(page.read_text("utf-8").replace("40 seconds", "35 seconds"), "utf-8")
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    monkeypatch.setattr(click, "confirm", lambda text: "both places" in text)

    ran = starling("import", "trains.md", "--into", "prep")

    assert 1 == ran.code
    assert (
        "kept of what changed in both places: prep/stories/the-late-train-forecast.conflict-1.md"
        in " ".join(ran.out.split())
    )
    assert "35 seconds" in page.read_text("utf-8")
