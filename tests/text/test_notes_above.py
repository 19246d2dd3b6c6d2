"""What stands above a story: its question, its title, its tags, and where its lines begin."""

from __future__ import annotations

import pytest

from starling.model.notes import Notes, RegionKind
from starling.text.notes import read_notes

FERRY = (
    "S: The ferry timetable was wrong.\nT: Fix it before June.\n"
    "A: I wrote a small script.\nR: No complaint in a year.\n"
)


def read(text: str) -> Notes:
    """What a Markdown page holds."""
    return read_notes(text, "notes.md")


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("**Tell me about a plan that failed.**\n\n", "Tell me about a plan that failed."),
        ("### Tell me about a plan that failed.\n\n", "Tell me about a plan that failed."),
        ("## The timetable\n\n**Tell me about a plan that failed.**\n\n", "The timetable"),
        ("# A draft\n\n**Tell me about a plan that failed.**\n\n", "A draft"),
    ],
)
def test_a_bold_line_or_heading_that_asks_is_the_question(above: str, title: str) -> None:
    """
    A question in bold or as a heading is the story's question, and its title only where nothing else is.
    """
    (story,) = read(above + FERRY).stories

    assert ("Tell me about a plan that failed.", title) == (story.question, story.title)


@pytest.mark.parametrize(
    ("above", "tag"),
    [
        (
            "Learning from failure:\n\nA word to myself.\n\n---\n\n### The timetable\n\n",
            "Learning from failure",
        ),
        ("Settling disputes\n\nThe timetable\n\n", "Settling disputes"),
        ("# Stories\n\n## Foggy goals\n\n### The timetable\n\n", "Foggy goals"),
    ],
)
def test_a_heading_over_the_title_is_a_tag(above: str, tag: str) -> None:
    """
    The line that says what kind of story follows is carried as a tag beside the title.
    """
    (story,) = read(above + FERRY).stories

    assert ("The timetable", (tag,)) == (story.title, story.tags)


def test_a_line_with_text_under_it_is_no_tag() -> None:
    """
    A label with its own text right below it says nothing about the story further down.
    """
    (story,) = read(f"Worst bug:\n  a clock in the wrong zone\n\nThe timetable\n\n{FERRY}").stories

    assert () == story.tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("*Tags: ferries, data, Serve Everyone*", ("ferries", "data", "Serve Everyone")),
        ("Tags: GPS, maps, Serve Everyone", ("GPS", "maps", "Serve Everyone")),
        ("Tags: Serving everyone, even in fog", ("Serving everyone, even in fog",)),
    ],
)
def test_tags_are_parted_at_commas(line: str, tags: tuple[str, ...]) -> None:
    """
    Names between commas are tags of their own, and a sentence with a comma is one.
    """
    (story,) = read(f"## The timetable\n{line}\n\n{FERRY}").stories

    assert tags == story.tags


def test_a_list_of_questions_above_a_story_stays_one() -> None:
    """
    Questions listed over a story or a template are questions, and the story begins below them.
    """
    listed = (
        "### Questions on calm\n\n- Describe a storm you sat out.\n- When did you stay calm?\n\n<hr/>\n\n"
    )
    told, empty = read(listed + FERRY), read(f"{listed}S:\nT:\nA:\nR:\n")

    assert 2 == len(told.questions) == len(empty.questions)
    assert [RegionKind.QUESTIONS, RegionKind.STORY] == [region.kind for region in told.regions]
    assert [RegionKind.QUESTIONS, RegionKind.TEMPLATE] == [region.kind for region in empty.regions]


def test_rules_and_lone_headings_are_no_regions() -> None:
    """
    A rule belongs to what stands above it, and a heading over nothing to what follows.
    """
    regions = read(f"# My page\n\n## The timetable\n\n{FERRY}\n---\n\n## The other\n\n{FERRY}").regions

    assert {RegionKind.STORY} == {region.kind for region in regions}


@pytest.mark.parametrize(
    "text",
    [
        "To look up:\n- Ferry: 5 trips a day or 55? (slides say both)\n",
        "## Before\n- [ ] ask the office: how many boats, and since when?\n",
        "## What goes where?\n\n| Story | Time |\n|---|---|\n| ferry | 2 |\n",
    ],
)
def test_what_the_author_has_to_look_up_is_no_question(text: str) -> None:
    """
    Figures to check, errands in a check-list and the heading of a table are not asked by an interviewer.
    """
    assert () == read(text).questions


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("## Stories\n- ✅ the ferry\n- ✗ the fog\n", [True, False]),
        ("## Stories ready\n- ✅ the ferry\n- ❌ the fog\n", [True, False]),
        ("## Style\n- ✅ short words\n- ❌ long words\n", []),
    ],
)
def test_ticks_and_crosses(text: str, done: list[bool]) -> None:
    """
    Ticks and crosses of things done are a check-list; of things to do and to avoid they are advice.
    """
    assert done == [item.done for item in read(text).checklist]
