"""The story page: what is read from it, how it is written, and what stays as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from starling.model.story import Line, Part, PartKind, StatedFit, Story
from starling.text.stated_fits import FITS
from starling.text.story_edit import mark, rewrite
from starling.text.story_format import parse, render
from starling.text.telling import SAME, fingerprint, likeness, runs
from starling.text.words import words

PAGE = """\
---
project: Search
tags: [ranking, "no", "1.10", 2021-05-06]
serves: Deliver Results, Dive Deep
told: [2026-11-03 Marrowgate phone screen]
aliases: [the old one]
---

# The empty result page

> Tell me about a hard technical problem.

## Context

One search in nine came back empty.

## Action

- Read 500 empty searches by hand.
- Built a correction step from our own log.

## What I learned

Read failures first.

## Notes

Do not mention the vendor by name.
"""


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(row, number) for number, row in enumerate(text.split("\n"), 1))


TEXT = st.text(
    st.sampled_from("abc dé字🙂\u202e\u00a0\t\n\n#`~->*_:|[]{}\"'\\%0123456789.,!?\r\x0b\x0c\u2028")
    | st.characters(exclude_categories=["Cs"]),
    max_size=120,
)
LABELS = (
    st.sampled_from(["", "Situation", "S – Situation", "R", "(A)", "Notes", "Key metrics", "Task / Problem"])
    | TEXT
)
PARTS = st.builds(
    lambda kind, text, label, also: Part(kind, _lines(text), label, tuple(k for k in also if k is not kind)),
    st.sampled_from(PartKind),
    TEXT,
    LABELS,
    st.lists(st.sampled_from([PartKind.TASK, PartKind.RESULT, PartKind.REFLECTION]), max_size=2),
)
STORIES = st.builds(
    Story,
    title=TEXT,
    parts=st.lists(PARTS, max_size=6).map(tuple),
    question=st.none() | TEXT,
    project=st.none() | TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    serves=st.lists(TEXT, max_size=3).map(tuple),
    fits=st.lists(
        st.builds(StatedFit, st.sampled_from(["amazon/ownership", "a-b"]), st.sampled_from(FITS), TEXT),
        max_size=2,
        unique_by=lambda fit: fit.row,
    ).map(tuple),
    told=st.lists(TEXT, max_size=2).map(tuple),
    source=TEXT,
    confidence=st.none() | st.floats(0, 1),
    notes=TEXT.map(_lines),
)


def said(text: str) -> list[str]:
    """
    The words of a text, whatever its marks.
    """
    return [word.lower for word in words(text)]


def spoken(parts: Sequence[Part]) -> list[list[str]]:
    """
    The words of each part that has any, and that is not a place for notes.
    """
    return [said(part.text) for part in parts if said(part.text)]


def test_reads_a_page_that_a_person_wrote() -> None:
    """
    Facts, title, question, parts under their own labels and notes are found, each where it stands.
    """
    story, problems = parse(PAGE, "empty-result-page")

    assert () == problems
    assert "The empty result page" == story.title
    assert "Tell me about a hard technical problem." == story.question
    assert [PartKind.SITUATION, PartKind.ACTION, PartKind.REFLECTION] == [part.kind for part in story.parts]
    assert (PartKind.TASK,) == story.parts[0].also
    assert (15, 1) == (story.parts[0].place(0).line, story.parts[0].place(0).column)
    assert ["Do not mention the vendor by name."] == [line.text for line in story.notes]


def test_facts_stay_the_texts_they_are() -> None:
    """
    What YAML would take for a truth value, a number or a date stays text; a text with commas is a list.
    """
    story, _ = parse(PAGE)

    assert ("ranking", "no", "1.10", "2021-05-06") == story.tags
    assert ("Deliver Results", "Dive Deep") == story.serves
    assert ("2026-11-03 Marrowgate phone screen",) == story.told


def test_reads_parts_under_bold_labels() -> None:
    """
    A page whose parts stand under bold words is read as the importer reads notes.
    """
    page = (
        "# Late trains\n\n**Question:** Tell me about a delay.\n\n"
        "**Situation:** The forecast for late trains came an hour after the trains did.\n\n"
        "**Task:** I had to bring it under five minutes before the winter timetable.\n\n"
        "**Action:** I moved the features into the stream and dropped two that nobody used.\n\n"
        "**Result:** It answers in forty seconds and the control room reads it every morning.\n"
    )
    story, _ = parse(page)

    assert "Late trains" == story.title
    assert list(PartKind)[1:3] + list(PartKind)[4:6] == [part.kind for part in story.parts]
    assert (5, 16) == (story.parts[0].place(0).line, story.parts[0].place(0).column)


@pytest.mark.parametrize(
    ("head", "line", "what", "advice"),
    [
        ("---\ntags: [a\nproject: b\n---\n", 3, "not YAML", "quotation marks"),
        ("---\ntags: {a: b}\n---\n", 2, "neither a text nor a list", "list such as"),
        ("---\ntag: a\n---\n", 2, "“tag”", "Did you mean tags?"),
        ("---\n- a\n---\n", 2, "holds no facts", "project: Search"),
        ("---\nproject: a\n", 1, "not closed", "Add a line ---"),
        ("---\nconfidence: high\n---\n", 2, "confidence", "Delete the line"),
        ("---\n" + "tags: " + "[" * 5000 + "\n---\n", 2, "not YAML", "quotation marks"),
    ],
)
def test_broken_front_matter_is_a_problem_and_loses_nothing(
    head: str, line: int, what: str, advice: str
) -> None:
    """
    Facts that cannot be read are told with their line and what to do, and the story is read all the same.
    """
    story, problems = parse(f"{head}# A title\n\n## Result\n\nIt went live in May.\n")

    assert "A title" == story.title
    assert ["It went live in May."] == [part.text for part in story.parts]
    assert any(what in each.what and advice in each.try_this for each in problems), problems
    assert all(1 <= each.line <= line for each in problems)


def test_a_page_without_title_or_parts_says_what_to_do() -> None:
    """
    A page that is not yet a story keeps its words as notes and says how to make it one.
    """
    story, problems = parse("We had a leak.\n", "the-leak")

    assert "The leak" == story.title
    assert "We had a leak." == "\n".join(line.text for line in story.notes)
    assert ["The story has no title.", "No part of a story was found here."] == [
        each.what for each in problems
    ]


def test_a_second_story_on_a_page_is_said() -> None:
    """
    A page with two stories under bold labels is read as the first, and the other is told with its line.
    """
    told = "**Situation:** It was {} late.\n**Action:** I moved the join.\n**Result:** It is fast now.\n"
    page = "# Two\n\n## One of them\n\n" + told.format("an hour")
    page += "\n## Another of them\n\n" + told.format("a day")

    story, problems = parse(page)

    assert "an hour" in story.parts[0].text
    assert ["Another story stands on this page; the first is read."] == [each.what for each in problems]


@example(Story(title="", parts=(Part(PartKind.RESULT, (), "R", (PartKind.RESULT,)),)))
@given(STORIES)
def test_rendering_is_stable(story: Story) -> None:
    """
    What was rendered once is rendered the same again after it was read.
    """
    page = render(story)

    assert page == render(parse(page)[0])


@given(STORIES)
def test_a_page_keeps_the_words_of_every_part(story: Story) -> None:
    """
    The parts that are read from a page say what the parts said that were written on it.
    """
    assert spoken(story.parts) == spoken(parse(render(story))[0].parts)


@given(STORIES)
def test_a_fingerprint_survives_the_page(story: Story) -> None:
    """
    A story read from its page has the fingerprint that the page was given.
    """
    page = render(story)

    assert not story.source.split() or f"imported: {fingerprint(parse(page)[0])}" in page


@given(st.text(max_size=400) | st.lists(st.sampled_from(PAGE.split("\n")), max_size=30).map("\n".join))
def test_any_text_is_read(text: str) -> None:
    """
    No text makes the parser raise, and every place of a part lies inside the text.
    """
    rows = text.split("\n")
    for part in parse(text)[0].parts:
        for offset in (0, len(part.text)):
            place = part.place(offset)
            assert 1 <= place.line <= len(rows)
            assert 1 <= place.column <= len(rows[place.line - 1]) + 1


def test_headings_and_fences_inside_a_part_stay_inside() -> None:
    """
    A heading or an open code fence in the text of a part does not end the part.
    """
    text = "## Step one\n# Step ## two\nI read the log.\n```\n# not a heading\n```\n```sh\nand an open fence"
    story = Story(
        title="A", parts=(Part(PartKind.ACTION, _lines(text)), Part(PartKind.RESULT, _lines("```\nDone.")))
    )

    again, _ = parse(render(story))

    assert [PartKind.ACTION, PartKind.RESULT] == [part.kind for part in again.parts]
    assert ["### Step one", "### Step ## two"] == again.parts[0].text.split("\n")[:2]
    assert "# not a heading" in again.parts[0].text


def test_a_rewrite_touches_only_what_changed() -> None:
    """
    New words for one part leave every other row of a page as its author wrote it.
    """
    told, _ = parse(PAGE.replace("One search in nine", "One search in eight"))
    odd = PAGE.replace("## Action\n\n- Read", "##   Action\n-   Read").replace("tags: [", "tags:   [")

    page = rewrite(odd, told)

    assert odd.replace("in nine", "in eight") == page
    assert page == mark(page, told).replace(f"imported: {fingerprint(told)}\n", "")


def test_a_rewrite_adds_and_removes_parts() -> None:
    """
    A part that is new comes before the notes, and one that the notes no longer have goes.
    """
    told, _ = parse(
        PAGE.replace("## What I learned\n\nRead failures first.\n", "## Result\n\nOne in twenty now.\n")
    )

    kinds = [part.kind for part in parse(rewrite(PAGE, told))[0].parts]

    assert [PartKind.SITUATION, PartKind.ACTION, PartKind.RESULT] == kinds
    assert "Do not mention the vendor" in rewrite(PAGE, told)


@given(STORIES, STORIES)
def test_a_rewritten_page_says_what_was_told(one: Story, other: Story) -> None:
    """
    After a rewrite the page says the words of the new telling, and a second rewrite changes nothing.
    """
    page = rewrite(render(one), other)

    assert sorted(spoken(other.parts)) == sorted(spoken(parse(page)[0].parts))
    assert page == rewrite(page, other)


def test_likeness_tells_an_edited_copy_from_another_story() -> None:
    """
    A copy with a changed sentence is the same story; another story of the same project is not.
    """
    story, _ = parse(PAGE)
    edited, _ = parse(
        PAGE.replace("Built a correction step from our own log.", "Built a speller from what people typed.")
    )
    other, _ = parse(
        "# The empty result page\n\n## Context\n\nOur search was slow in the evening.\n\n"
        "## Action\n\n- Moved the index into memory.\n- Measured it for a week.\n"
    )

    assert likeness(runs(story), runs(edited)) >= SAME > likeness(runs(story), runs(other))
