"""An import: each story once, edits seen, and nothing lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from starling.model.prep import Source
from starling.model.problem import UnreadableError
from starling.ports import Workspace
from starling.text.story_format import parse
from starling.usecases.import_notes import ImportResult, Outcome, Wishes, import_notes

TRAINS = """\
# My stories

Practise these aloud!!

## The late train forecast

**Situation:** At Vallhold Rail I owned the model that forecasts delays for the control room.

**Task:** I had to bring the forecast under five minutes before the new timetable in December.

**Action:** I measured where the hour went and found that fifty minutes were one join, which I moved.

**Result:** The forecast arrives within 40 seconds, down from 60 minutes.

## Questions

- Tell me about a time you failed.
- Describe a time you had too little data.
"""
OTHER = """\
## The late train forecast

**Situation:** At Vallhold Rail I owned the texts of our phone support, which was told nothing at night.

**Task:** I had to bring one sentence per train to the agents before the new timetable in December.

**Action:** I wrote five templates with the agents and let them vote after a week.

**Result:** Calls about cancelled trains became a minute shorter.
"""
PROSE = """\
**Q: Tell me about a time you influenced somebody.**

Last year two teams each had their own way to say that a model was better. I wanted one test set. I sat with
the team that was most annoyed for two days and built it from their worst cases. By spring both teams used it,
and two releases were held back because of what it showed.
"""


def source(text: str, name: str = "trains.md") -> Source:
    """
    Notes as they come from a file.
    """
    return Source(name, text, text.encode())


def bring(work: Workspace, text: str, name: str = "trains.md", wishes: Wishes | None = None) -> ImportResult:
    """
    Import one file of notes.
    """
    return import_notes(work, [source(text, name)], wishes)


def update(work: Workspace, text: str) -> ImportResult:
    """
    Import one file of notes and take its wording.
    """
    return bring(work, text, wishes=Wishes(update=lambda _: True))


def outcomes(result: ImportResult) -> list[Outcome]:
    """
    What became of each story.
    """
    return [story.outcome for story in result.stories]


def files(work: Workspace) -> dict[str, str]:
    """
    Every file of a prep folder with its text.
    """
    root = Path(work.where)
    return {
        str(path.relative_to(root)): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_stories_questions_and_notes_are_kept(work: Workspace) -> None:
    """
    An import makes a page of each story, keeps the questions, and a copy of the notes as they were.
    """
    result = bring(work, TRAINS)
    kept = files(work)

    assert [Outcome.NEW] == outcomes(result)
    assert TRAINS == kept["notes/trains.md"]
    assert "Tell me about a time you failed." in kept["questions.toml"]
    assert 2 == result.questions
    story, problems = parse(kept["stories/the-late-train-forecast.md"])
    assert ("The late train forecast", 4, ()) == (story.title, len(story.parts), problems)


def test_the_report_covers_every_line(work: Workspace) -> None:
    """
    The regions of a source cover its lines from the first to the last, without gap.
    """
    regions = bring(work, TRAINS).sources[0].regions

    assert 1 == regions[0].first
    assert all(one.last + 1 == other.first for one, other in pairwise(regions))
    assert len(TRAINS.split("\n")) - 1 <= regions[-1].last


def test_the_same_notes_again_change_nothing(work: Workspace) -> None:
    """
    A second import of the same notes leaves every file as it was.
    """
    bring(work, TRAINS)
    before = files(work)

    result = update(work, TRAINS)

    assert [Outcome.UNCHANGED] == outcomes(result)
    assert 0 == result.questions
    assert before == files(work)


def test_the_same_notes_leave_a_page_that_was_edited_here(work: Workspace) -> None:
    """
    What a person wrote on a page is not undone by importing the notes it came from.
    """
    bring(work, TRAINS)
    page = Path(work.where) / "stories" / "the-late-train-forecast.md"
    page.write_text(page.read_text("utf-8").replace("40 seconds", "35 seconds"), "utf-8")
    before = files(work)

    assert [Outcome.UNCHANGED] == outcomes(update(work, TRAINS))
    assert before == files(work)


def test_notes_under_another_name_are_the_same_story(work: Workspace) -> None:
    """
    A story is known by its words, whatever file it comes from and whatever stands around it.
    """
    bring(work, TRAINS)

    assert [Outcome.UNCHANGED] == outcomes(bring(work, "\n\n" + TRAINS.replace("Practise", "Say"), "copy.md"))
    assert 1 == len(work.stories.all())


def test_an_edited_copy_is_shown_and_not_taken(work: Workspace) -> None:
    """
    A story that was edited in the notes is a difference, and its page stays until somebody says so.
    """
    bring(work, TRAINS)
    page = work.stories.all()[0].text

    result = bring(work, TRAINS.replace("within 40 seconds", "within 30 seconds"))

    assert [Outcome.CHANGED] == outcomes(result)
    assert "-The forecast arrives within 40 seconds" in result.stories[0].diff
    assert "+The forecast arrives within 30 seconds" in result.stories[0].diff
    assert page == work.stories.all()[0].text


def test_an_update_touches_only_what_changed(work: Workspace) -> None:
    """
    Facts and notes that a person added to a page survive an update, and so does its layout.
    """
    bring(work, TRAINS)
    page = Path(work.where) / "stories" / "the-late-train-forecast.md"
    mine = page.read_text("utf-8").replace("from:", "tags:   [rail]\nfrom:") + "\n## Notes\n\n*  ask Jonas\n"
    page.write_text(mine, "utf-8")

    result = update(work, TRAINS.replace("within 40 seconds", "within 30 seconds"))

    assert [Outcome.UPDATED] == outcomes(result)
    rows = zip(mine.split("\n"), page.read_text("utf-8").split("\n"), strict=True)
    assert 2 == sum(one != other for one, other in rows)
    assert "imported:" in page.read_text("utf-8")
    assert [Outcome.UNCHANGED] == outcomes(
        update(work, TRAINS.replace("within 40 seconds", "within 30 seconds"))
    )


def test_edits_in_both_places_lose_nothing(work: Workspace) -> None:
    """
    A story that was edited here and in the notes keeps both texts, and is settled after that.
    """
    bring(work, TRAINS)
    page = Path(work.where) / "stories" / "the-late-train-forecast.md"
    page.write_text(page.read_text("utf-8").replace("40 seconds", "35 seconds"), "utf-8")
    edited = TRAINS.replace("within 40 seconds", "within 30 seconds")

    assert [Outcome.CONFLICT] == outcomes(bring(work, edited))
    assert ["the-late-train-forecast.md"] == [path.name for path in page.parent.iterdir()]
    result = update(work, edited)

    assert [Outcome.CONFLICT] == outcomes(result)
    assert "35 seconds" in page.read_text("utf-8")
    assert "30 seconds" in Path(result.stories[0].where).read_text("utf-8")
    assert [Outcome.UNCHANGED] == outcomes(update(work, edited))


def test_a_page_written_here_is_never_overwritten(work: Workspace) -> None:
    """
    A page without a mark of an import counts as edited here.
    """
    told = "# Late\n\n## Situation\n\n"
    told += "At Vallhold Rail I owned the model that forecasts delays for the control room.\n\n"
    told += "## Action\n\nI measured where the hour went and found that fifty minutes were one join.\n"
    work.stories.add("late", told)

    assert [Outcome.CONFLICT] == outcomes(bring(work, TRAINS))


def test_two_stories_with_one_title_stay_two(work: Workspace) -> None:
    """
    A second story of the same title gets a page of its own.
    """
    bring(work, TRAINS)

    assert [Outcome.NEW] == outcomes(update(work, OTHER))
    assert ["the-late-train-forecast", "the-late-train-forecast-2"] == [
        each.slug for each in work.stories.all()
    ]


def test_two_tellings_in_one_import_are_both_kept(work: Workspace) -> None:
    """
    Tellings that share words are not merged with one another, and exact copies are kept once.
    """
    longer = TRAINS.replace(
        "down from 60 minutes", "down from 60 minutes, on every line we have measured so far"
    )
    sources = [source(TRAINS), source(longer, "longer.md"), source(TRAINS, "copy.md")]

    assert [Outcome.NEW, Outcome.NEW, Outcome.UNCHANGED] == outcomes(import_notes(work, sources))
    assert [Outcome.UNCHANGED] * 3 == outcomes(import_notes(work, sources))


def test_answers_become_stories_only_when_asked(work: Workspace) -> None:
    """
    The answer to a question stays notes, until its author wants it told apart; then its confidence is kept.
    """
    result = bring(work, PROSE)
    assert ([], 1) == (outcomes(result), len(result.sources[0].left))

    result = bring(work, PROSE, wishes=Wishes(answers=True))

    assert ([Outcome.NEW], 0) == (outcomes(result), len(result.sources[0].left))
    (story, _) = parse(work.stories.all()[0].text)
    assert story.confidence is not None
    assert len(story.parts) > 1
    assert [Outcome.UNCHANGED] == outcomes(bring(work, PROSE, wishes=Wishes(answers=True)))


def test_a_dry_run_writes_nothing(work: Workspace) -> None:
    """
    With write False the answer is the same and every file stays.
    """
    before = files(work)

    result = bring(work, TRAINS, wishes=Wishes(write=False, update=lambda _: True))

    assert ([Outcome.NEW], 2, False) == (outcomes(result), result.questions, result.written)
    assert before == files(work)


def test_changed_notes_move_the_earlier_text_aside(work: Workspace) -> None:
    """
    The copy of the notes is the newest, and the one before it is kept.
    """
    bring(work, TRAINS)
    bring(work, TRAINS + "\nOne more line.\n")
    kept = files(work)

    assert TRAINS + "\nOne more line.\n" == kept["notes/trains.md"]
    assert [TRAINS] == [text for name, text in kept.items() if name.startswith("notes/earlier/")]


def test_what_cannot_be_read_stops_nothing(work: Workspace) -> None:
    """
    A source that could not be read is told, and the others are imported.
    """
    error = UnreadableError("No.", where="a.md")

    result = import_notes(work, [error, source(TRAINS)])

    assert ((error,), [Outcome.NEW]) == (result.unread, outcomes(result))


def test_questions_with_one_beginning_have_two_names(work: Workspace) -> None:
    """
    Two long questions that begin alike are both kept, each under a name of its own.
    """
    long = "Tell me about a time when you had to decide with much less information than you wanted to have"
    bring(work, f"# Questions\n\n- {long} in a team?\n- {long} alone?\n")

    kept = work.questions.kept()

    assert 2 == len(kept)
    assert {f"{long} in a team?", f"{long} alone?"} == set(kept.values())


@pytest.mark.parametrize("text", ["", "\n", "a", "```\nopen", "---\n"])
def test_small_sources_are_kept(work: Workspace, text: str) -> None:
    """
    Notes without a story are copied all the same.
    """
    result = bring(work, text)

    assert [] == outcomes(result)
    assert text == files(work)["notes/trains.md"]
