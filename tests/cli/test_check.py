"""``starling check``: any notes, a pipe, or the pages of a prep folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import NOTES, Run


def test_a_check_finds_what_is_missing(starling: Run) -> None:
    """
    The status is 1 where something is left to mend, and 0 where nothing is.
    """
    text = starling("check", str(NOTES / "trains.md"), "--only", "result-missing")

    assert 1 == text.code
    assert "2 stories: 1 thing to mend first, nothing to mend next" in text.out
    assert "19:16  Say how it ended" in text.out
    assert "Next: mend line 19 of “The label nobody checked”" in text.out
    assert 0 == starling("check", str(NOTES / "trains.md"), "--only", "too-long").code


def test_one_reason_is_said_once(here: Path, starling: Run) -> None:
    """
    "Why us" asks for no event: that is said once for all it holds for, and no part is called missing.
    """
    text = "# Why\n\n> Why do you want to work at Tallowmere?\n\nYou wrote in June how you weigh wet oats. "
    text += "I built such a scale at Ryewick, and I would like to do it again with you.\n"
    (here / "why.md").write_text(text, "utf-8")
    told = " ".join(starling("check", "why.md").out.split())

    assert 1 == told.count("does not ask for one event")
    assert "Ownership; Action depth and reasoning" in told
    assert "no Result" not in told


def test_what_is_essential_comes_before_what_stands_first(here: Path, starling: Run) -> None:
    """
    The next step is in the story that lacks something essential, also below one with lesser things to mend.
    """
    oats = (
        "# Oats\n\n**Situation**: The oat forecast at Tallowmere was late.\n\n**Task**: I had to mend it.\n\n"
    )
    oats += (
        "**Action**: I cached the weather.\n\n**Result**: It ran in 40 minutes, and never happened again.\n\n"
    )
    rye = (
        "# Rye\n\n**Situation**: The rye model at Tallowmere drifted.\n\n**Task**: I had to find out why.\n\n"
    )
    rye += "**Action**: I compared the feeds of two months, because the labels had not changed.\n"
    (here / "grain.md").write_text(oats + rye, "utf-8")
    ran = starling("check", "grain.md", "--only", "absolute-claim", "--only", "result-missing")

    assert "2 stories: 1 thing to mend first, 1 thing to mend next" in ran.out
    assert "of “Rye”, then check again. Why a rule speaks: starling explain result-missing" in " ".join(
        ran.out.split()
    )


def test_a_check_reads_standard_input(starling: Run) -> None:
    """
    A dash reads from the pipe, and the report says so.
    """
    ran = starling("check", "-", stdin=(NOTES / "trains.md").read_bytes())

    assert "standard input:5" in ran.out


def test_notes_without_a_story_say_what_was_found(starling: Run) -> None:
    """
    Where there is no story, the kinds of lines are named, and what to do.
    """
    ran = starling("check", str(NOTES / "list.txt"))

    assert 0 == ran.code
    assert "No story was found here; what was found: check-list" in ran.out
    assert "Situation, Task, Action, Result" in ran.out


@pytest.mark.parametrize("text", [b"", b"\n \n\t\n"])
def test_an_empty_pipe_is_said_to_be_empty(starling: Run, text: bytes) -> None:
    """
    Where nothing came, that is what is said, and nobody is told to put labels over it.
    """
    ran = starling("check", "-", stdin=text)

    assert (0, "Nothing is written there.\n") == (ran.code, ran.out)


def test_a_story_file_of_a_prep_folder_is_checked_as_such(prep: Path, starling: Run) -> None:
    """
    A page of a prep folder is checked with what its author accepted.
    """
    starling("accept", "the-label", "result-missing", "--prep", "prep")
    (page,) = (prep / "stories").glob("the-label*.md")

    ran = starling("check", str(page.relative_to(Path.cwd())), "--only", "result-missing")

    assert 0 == ran.code
    assert "1 finding you called fine." in ran.out


@pytest.mark.parametrize("turned", [False, True])
def test_a_folder_and_a_page_of_it_are_the_folder(prep: Path, starling: Run, *, turned: bool) -> None:
    """
    Who names a prep folder and one of its pages means all of its stories, in either order.
    """
    page = next((prep / "stories").glob("the-label*.md")).relative_to(prep.parent)
    named = (str(page), "prep") if turned else ("prep", str(page))

    assert starling("check", "prep") == starling("check", *named)
    assert "2 stories" in starling("check", *named).out
