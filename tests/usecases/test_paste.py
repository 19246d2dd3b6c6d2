"""Pasted notes: what is offered, what is said first, and that nothing is kept before it is wanted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from starling.model.problem import UnknownError, UnreadableError, UsageError
from starling.ports import Workspace
from starling.prep.candidates import Origin
from starling.usecases.bank import list_stories
from starling.usecases.import_notes import Outcome
from starling.usecases.paste import (
    MOST,
    Preview,
    Wanted,
    example,
    keep,
    pasted,
    preview,
    start_draft,
)

HOLDS = """\
# A kiln that cracked

## Situation
At Potterfield the kiln cracked 20% of the pots.
## Task
I was asked to find out why.
## Action
I logged the heat for a week, because nobody had. I found a door that let air in, and mended it.
## Result
We lost 5% of the pots after that. I check the door each Monday now.
"""
CLASHES = HOLDS.replace("We lost 5%", "A firing fell from 40 hours to 10 hours, a cut of 50%. We lost 5%")
OPEN = HOLDS.replace("to find out why.", "to fire a load within 30 hours.")
PROSE = """\
# Diary

The weather was fine all week long and there is nothing else to say of it, really nothing.

In spring I rebuilt the kiln with my own hands. I measured it for 9 days and we lost 4 pots instead of 40.

Buy clay, buy glaze, call the landlord about the window in the big room upstairs before the month ends.

My teacher asked me to run the studio for a month. I wrote a plan and we sold 30 bowls.
"""


def look(work: Workspace, *texts: str) -> Preview:
    """
    What is found in some pasted texts.
    """
    sources = [(f"{number}.md", text.encode()) for number, text in enumerate(texts)]
    return preview(work, start_draft(work, sources).draft)


def files(work: Workspace) -> set[str]:
    """
    The plain files of a prep folder.
    """
    return set(work.papers.names())


def test_looking_keeps_nothing(work: Workspace) -> None:
    """
    A draft and its preview leave every plain file of the prep folder as it was.
    """
    before = files(work)
    found = look(work, CLASHES)

    assert ["A kiln that cracked"] == [each.imported.story.title for each in found.stories]
    assert before == files(work)
    assert () == list_stories(work).stories


@pytest.mark.parametrize(
    ("texts", "rule"),
    [
        ((OPEN, CLASHES.replace("kiln", "oven")), "numbers-disagree"),
        ((HOLDS, OPEN.replace("kiln", "oven")), "result-leaves-target-open"),
    ],
)
def test_the_most_certain_finding_comes_first(work: Workspace, texts: tuple[str, ...], rule: str) -> None:
    """
    Numbers that disagree come before a target without a result, wherever they stand in the notes.
    """
    first = look(work, *texts).first

    assert first is not None
    assert (rule, 2) == (first.finding.rule, first.story.number)
    assert first.quotes


def test_where_all_holds_nothing_is_said_first(work: Workspace) -> None:
    """
    Without a certain finding there is none to begin with; nothing is made up.
    """
    assert look(work, HOLDS).first is None


def test_only_what_is_chosen_is_kept(work: Workspace) -> None:
    """
    A story that is not ticked is not kept, and questions only where they are wanted.
    """
    found = look(work, HOLDS, CLASHES.replace("kiln", "oven") + "\n# Questions\n\n- Why pots?\n")
    kept = keep(work, found.draft, Wanted(chosen=[2], questions=False))

    assert ["an-oven-that-cracked", "a-oven-that-cracked"][1:] == [
        each.story.slug for each in list_stories(work).stories
    ]
    assert {} == work.questions.kept()
    assert [Outcome.NEW] == [each.outcome for each in kept.result.stories]
    assert 1 == keep(work, found.draft, Wanted(chosen=[])).result.questions


def test_the_way_to_the_finding_leads_to_the_kept_page(work: Workspace) -> None:
    """
    Who wants to mend is led to the place of the finding on the page that was kept, not in the notes.
    """
    found = look(work, "\n\n\n" + CLASHES)
    fix = keep(work, found.draft, Wanted(chosen=[1], mend=True)).fix

    assert fix is not None
    row = Path(fix.shown.where).read_text().split("\n")[fix.finding.start.line - 1]
    assert row[fix.finding.start.column - 1 :].startswith("40 hours to 10 hours")
    assert keep(work, found.draft, Wanted(mend=True)).fix is None


def test_the_same_notes_again_change_nothing(work: Workspace) -> None:
    """
    Pasted twice, a story is known by its words, and what is kept is not touched whatever is ticked.
    """
    keep(work, look(work, HOLDS).draft, Wanted(chosen=[1]))
    before = {name: work.papers.read(name) for name in work.papers.names()}
    again = look(work, HOLDS)
    keep(work, again.draft, Wanted(chosen=[1], update=[1]))

    assert [Outcome.UNCHANGED] == [each.imported.outcome for each in again.stories]
    assert before == {name: work.papers.read(name) for name in work.papers.names()}


def test_a_changed_story_is_shown_and_updated_only_where_that_is_ticked(work: Workspace) -> None:
    """
    A new wording comes with its diff; the page changes when it is ticked, and not before.
    """
    keep(work, look(work, HOLDS).draft, Wanted(chosen=[1]))
    changed = look(work, HOLDS.replace("each Monday", "each Friday"))
    page = list_stories(work).stories[0].where

    assert [Outcome.CHANGED] == [each.imported.outcome for each in changed.stories]
    assert (
        "+We lost 5% of the pots after that. I check the door each Friday now."
        in changed.stories[0].imported.diff
    )
    keep(work, changed.draft, Wanted(chosen=[1]))
    assert "Monday" in Path(page).read_text()
    keep(work, changed.draft, Wanted(update=[1]))
    assert "Friday" in Path(page).read_text()


def test_without_a_story_the_paragraphs_that_sound_like_one_are_offered(work: Workspace) -> None:
    """
    Prose in which somebody did something comes up, the weather and the shopping do not.
    """
    found = look(work, PROSE)

    assert {Origin.PARAGRAPH} == {each.origin for each in found.stories}
    assert ["In spring I rebuilt the kiln with", "My teacher asked me to run the"] == [
        each.imported.story.title for each in found.stories
    ]
    kept = keep(work, found.draft, Wanted(chosen=[2]))
    assert ["my-teacher-asked-me-to-run-the"] == [each.story.slug for each in kept.result.stories]


def test_nothing_and_too_much_are_said(work: Workspace) -> None:
    """
    An empty paste, unreadable files alone, too many files and a forgotten draft are said.
    """
    with pytest.raises(UsageError, match="nothing in it"):
        start_draft(work, [])
    with pytest.raises(UsageError, match="empty"):
        start_draft(work, [("a.md", b" \n")])
    with pytest.raises(UsageError, match=f"{MOST + 1} files"):
        start_draft(work, [(f"{number}.md", b"a") for number in range(MOST + 1)])
    with pytest.raises(UnreadableError, match="an image"):
        start_draft(work, [("a.png", b"\x89PNG\r\n\x1a\n\0\0\0")])
    with pytest.raises(UnknownError, match="no longer here"):
        preview(work, "aaaaaaaaaaaa")


def test_one_unreadable_file_does_not_stop_the_others(work: Workspace) -> None:
    """
    The file that cannot be read is named, and the rest is looked at.
    """
    started = start_draft(work, [("a.png", b"\x89PNG\r\n\x1a\n\0\0\0"), ("b.md", HOLDS.encode())])
    found = preview(work, started.draft)

    assert (1, 1, 1) == (len(started.unread), len(found.result.unread), len(found.stories))


def test_a_pasted_text_is_known_by_its_words(work: Workspace) -> None:
    """
    The same text has the same name whatever a browser makes of its line ends, and JSON is read as such.
    """
    assert pasted("a\nb") == pasted("a\r\nb")
    parts = {
        "situation": "At Potterfield the kiln cracked 20% of the pots in one spring.",
        "task": "I was asked to find out why before the summer fair.",
        "action": "I logged the heat for a week, found a door that let air in, and mended it.",
        "result": "We lost 5% of the pots after that, and sold the others.",
    }
    text = json.dumps([{"title": "A kiln"} | parts], indent=2)
    found = preview(work, start_draft(work, [pasted(text)]).draft)

    assert ["A kiln"] == [each.imported.story.title for each in found.stories]


def test_the_example_shows_what_a_paste_does(work: Workspace) -> None:
    """
    The shipped example has stories, questions, a check-list, and numbers that disagree on top.
    """
    found = preview(work, start_draft(work, [example()]).draft)

    assert (3, 3) == (len(found.stories), found.result.questions)
    assert found.notes[0].checklist
    assert found.first is not None
    assert "numbers-disagree" == found.first.finding.rule
