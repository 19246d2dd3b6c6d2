"""What holds of any text that is read as notes: nothing is lost, every place is true, the work is linear."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from starling.model.story import Line
from starling.text.notes import read_notes
from starling.text.notes.read import find_stories
from tests.conftest import Calls

PIECES = [
    "**Situation:** we met", "**Task**: mend it", "- Action: I wrote it", "### Result", "R: it held",
    "(S) x (T) y", "**S** a | **T** b", "S: Situation, T: Task", "> **Action** now",
    "| Situation | Task | Result |", "| a | b | c |", "|---|---|---|", "Q: why?", "**A:** I did",
    "Tell me about a time", "# Prep", "## The ferry", "**Bold title**", "**Foo:** bar", "Tags: a, b",
    "Best for:", "- item", "  - nested", "1. one", "```", "~~~", "---", "===", "[x]", "{",
    '"situation": "x"', "<details>", "</details>", "\t", "   ", "\n", "\n", "\n", "\n\n", "é→🚀", "שלום",
    "\u2028", "I did it and we won", "Lessons learned", "*", "_", "`", "(", "[Result]", "Story 1:",
    "\x00", '<Story title="a" situation="b"', "/>", "</Story>", "<Step title='Task'>", "</Step>", ":::",
    "::: note Task", '!!! note "Task"', '{% tab title="Task" %}', "?\n", "collapsed:: true", "#calm\n",
    'Story(title="x"', ")", "+++", "<!-- S -->", "INSERT INTO a (situation, task, action) VALUES",
    "('x', 'y''z', 'w')",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)
SOURCES = st.sampled_from(
    ["", "notes.md", "stories.json", "stories.py", "rows.sql", "sheet.csv", "page.adoc", "page.html"]
)


@given(text=TEXTS, source=SOURCES)
def test_regions_cover_every_line_once(text: str, source: str) -> None:
    """
    Any text is read, and its regions run from the first line to the last without gap or overlap.
    """
    notes = read_notes(text, source)
    lines = [number for region in notes.regions for number in range(region.first, region.last + 1)]

    assert list(range(1, text.count("\n") + 2)) == lines


@example("{- action: q\n```**A:** I did  task: z\nLessons learned**S** a | **T** bsituation: y\n", "notes.py")
@given(text=TEXTS, source=SOURCES)
def test_every_line_of_a_part_stands_in_the_text(text: str, source: str) -> None:
    """
    Whatever a story or an answer holds points at a place inside the text.
    """
    notes = read_notes(text, source)
    lines = text.split("\n")
    told = [line for story in (*notes.stories, *notes.answers) for part in story.parts for line in part.lines]

    assert [] == [line for line in told if not 1 <= line.number <= len(lines)]
    assert [] == [line for line in told if not 1 <= line.column <= len(lines[line.number - 1]) + 1]


@given(text=TEXTS)
def test_parts_of_markdown_are_the_authors_own_words(text: str) -> None:
    """
    What a part of a Markdown page says is said in the same place of the page.
    """
    lines = text.split("\n")
    found = find_stories([Line(line, number) for number, line in enumerate(lines, 1)])
    told = [line for story in found.stories for part in story.parts for line in part.lines]

    assert [] == [each for each in told if not lines[each.number - 1].startswith(each.text, each.column - 1)]


@given(text=TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """
    Reading is a function of the text.
    """
    assert read_notes(text, "notes.md") == read_notes(text, "notes.md")


def read(text: str) -> object:
    """The stories of *text*."""
    return find_stories([Line(line, number) for number, line in enumerate(text.split("\n"), 1)])


@pytest.mark.parametrize(
    "piece",
    [
        "### A\n**Situation:** it was {0}\n**Task:** mend\n**Action:** I did\n**Result:** it held\n\nOh\n\n",
        "- Situation: {0}\n",
        "**Situation:** {0}\n**Result:** it held well\n" + "**Foo bar:** text\n\n" * 20,
        "(S) I was there {0} (T) to do (A) I did it (R) done ",
        "**S:** a {0} | **T:** b | ",
        "  - a\n" * 10 + "    - S: x\n",
        "Tell me about a time {0}?\nI did\n\n",
        "> quoted\n\nGood answer: I did {0} and we won\n\n",
        "```\nS: a\nT: b\nA: c\n```\n",
        "| S | T | A | R |\n|---|---|---|---|\n| a {0} | b | c | d |\n",
        "# a\n## b {0}\n### c\n",
        "---\n**Result:** {0}\n",
        "the ferry {0}\nS it was\nT mend it\nA did it\nR it held\n",
        "Situation\n\nwe met {0}\n\nAction\n\nI did\n\nChallenge\n\n",
        "Ada: Tell me about a time {0}.\nBo: I did it and we were done, as I said.\n",
        "{0}. The ferry\nS: it was\nA: I did\nR: it held\n\n1. Bo\nI went and we won.\n",
        "### Situation\nwe met\n#### Task\nmend {0}\n",
        "#calm #work{0}\n",
        "x",
        "> ",
        "*",
    ],
)
def test_twice_the_text_is_twice_the_work(piece: str, calls: Calls) -> None:
    """
    The work grows with the length of the text and no faster.
    """
    once, twice = ("".join(piece.format(number) for number in range(count)) for count in (60, 120))

    assert calls(lambda: read(twice)) <= 2.5 * calls(lambda: read(once)) + 500


@pytest.mark.parametrize(
    "character", ["x", "*", "> ", "[a ", "# ", " ", "**Situation:** ", "| a ", "\u2028", "(S) "]
)
def test_one_endless_line_is_read(character: str) -> None:
    """
    A page that is one line without end is read like any other.
    """
    text = character * 20_000

    assert 1 == len(read_notes(text, "notes.md").regions)
