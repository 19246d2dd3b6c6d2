"""Every format of notes becomes the one line language, at its true place, whatever the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starling.model.story import Line
from starling.text.notes import read_notes
from starling.text.notes.formats import Format, all_formats, to_lines

FORMATS = all_formats()
READS = [pytest.param(each, *example, id=each.name) for each in FORMATS for example in each.reads]
REFUSALS = [
    pytest.param(each, text, id=f"{each.name}-{text[:12]!r}") for each in FORMATS for text in each.refuses
]

SYNTAX = [
    *"#*_`|<>[]{}()\"'\\/,;:=+-.&~!\n\n\n\t ",
    "<details>", "<summary>", "</summary>", "<li>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>",
    "<br>", "```", "|---|---|\n", "====", "____", "|===", "//", "/*", '"""', "&amp;", "&#10;",
    "\\u00e9", "\\n", "word ", "Situation", "task:", "action", "Result", "title", "question", "const x = ",
    "é", "→", "🚀", "שלום",
    "\f", "\u2028", "- title: ", "situation: |\n  ", "result: >\n", "'''", '"', "[[a]]\n", "* ", "#+TITLE: ",
    ":PROPERTIES:\n", "- a :: b", ".. rubric:: ", "~~~~\n", "+--+\n", "\\section{", "\\item", "\\textbf{",
    "}", "h2. ", "<story>", "</story>", "<situation>", "<![CDATA[", "]]>", '<outline text="a">',
    "00:00:01,000 --> 00:00:02,000\n", "WEBVTT\n", '{"cells": [', '{"cell_type": "markdown", "source": ["',
    "#separator:tab\n", "---\n", "=>",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SYNTAX), max_size=60).map("".join) | st.text(max_size=200)
SOURCES = st.sampled_from(
    ["", "a.unknown", *sorted(f"a{suffix}" for each in FORMATS for suffix in each.suffixes)]
)


def said(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """
    The lines that say something.
    """
    return tuple(line.text for line in lines if line.text.strip())


@pytest.mark.parametrize(("each", "text", "expected"), READS)
def test_a_format_reads_its_own_examples(each: Format, text: str, expected: tuple[str, ...]) -> None:
    """
    A format turns each of its examples into the lines that it promises.
    """
    assert expected == said(each.to_lines(text)[0])


@pytest.mark.parametrize(("each", "text", "expected"), READS)
def test_a_format_is_known_by_its_text_alone(each: Format, text: str, expected: tuple[str, ...]) -> None:
    """
    Pasted text without a file name is read as the format it is written in.
    """
    assert each.looks_like(text)
    assert expected == said(to_lines(text, "")[0])


@pytest.mark.parametrize(("each", "text"), REFUSALS)
def test_a_format_refuses_what_is_not_its_own(each: Format, text: str) -> None:
    """
    A format does not take a text that only resembles it.
    """
    assert not each.looks_like(text)


def test_every_suffix_has_one_format() -> None:
    """
    No two formats claim the same suffix.
    """
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    assert sorted(set(suffixes)) == sorted(suffixes)


@given(TEXTS, SOURCES)
@settings(max_examples=400)
def test_every_line_stands_inside_the_text(text: str, source: str) -> None:
    """
    Any text becomes lines with places inside it, the last line among them, and nothing raises.
    """
    lines, problems = to_lines(text, source)
    rows = text.split("\n")
    assert len(rows) == max(line.number for line in lines)
    for line in lines:
        assert 1 <= line.number <= len(rows)
        assert 1 <= line.column <= len(rows[line.number - 1]) + 1
        assert "\n" not in line.text
    assert all(0 <= problem.line <= len(rows) for problem in problems)


VALUES = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1
)
PLAIN = VALUES.filter(lambda value: "<" not in value and "&" not in value)
ROWS = st.fixed_dictionaries(dict.fromkeys(("title", "situation", "task", "action", "result"), PLAIN))


@given(
    st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: tuple(row.values())),
    st.sampled_from([None, 1, 4]),
)
@settings(max_examples=150)
def test_every_value_of_a_json_row_is_kept_at_its_place(
    rows: list[dict[str, str]], indent: int | None
) -> None:
    """
    Each part of a story in JSON is one line that begins where its value begins, if it is no HTML.
    """
    text = json.dumps(rows, ensure_ascii=False, indent=indent)
    source = text.split("\n")
    lines, problems = to_lines(text, "stories.json")
    assert () == problems
    for row in rows:
        for key in ("situation", "task", "action", "result"):
            written = json.dumps(row[key], ensure_ascii=False)[1:-1]
            told = [line for line in lines if line.text == row[key]]
            assert any(source[line.number - 1].startswith(written, line.column - 1) for line in told)


def test_html_in_a_json_value_is_read_as_html() -> None:
    """
    An export of an editor keeps its values as HTML: paragraphs become lines, and bold stays bold.
    """
    row = {
        "title": "The till",
        "situation": "<p>It stood.</p><p>It was <b>wet</b>.</p>",
        "result": "a < b > c",
    }
    told = said(to_lines(json.dumps([row]), "stories.json")[0])

    assert ("It stood.", "It was **wet**.") == tuple(line for line in told if line.startswith("It"))
    assert "a < b > c" in told


@given(
    st.recursive(
        VALUES | st.integers() | st.booleans() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(VALUES, inner),
    )
)
@settings(max_examples=150)
def test_any_json_is_read(data: object) -> None:
    """
    Data of any shape is read without an error, and valid data without a complaint.
    """
    _, problems = to_lines(json.dumps([data]), "data.json")
    assert not [problem for problem in problems if "not valid" in problem.what]


def told(text: str, source: str) -> list[str]:
    """What *text* says once it is read."""
    return list(said(to_lines(text, source)[0]))


def test_a_table_with_the_parts_below_one_another_is_a_story_each_column() -> None:
    """
    Rows named Situation to Result give one story for every column that tells one.
    """
    text = (
        "| | The outage | The hire | Minutes |\n|---|---|---|---|\n"
        "| **Situation** | Our shop was down and nobody at all knew why | We had lost two people | 1 |\n"
        "| **Task** | I was on call and had to bring it back | I had to find one more | 1 |\n"
        "| **Action** | I read the logs and turned the cache off | I wrote to eleven friends | 3 |\n"
        "| **Result** | It was back in nine minutes | One of them said yes and is still here | 1 |\n"
    )
    lines = told(text, "a.md")

    assert ["## The outage", "## The hire"] == [line for line in lines if line.startswith("#")]
    assert 2 == lines.count("**Result:**")
    assert "3" not in lines


def test_a_table_that_explains_star_stays_a_table() -> None:
    """
    What the reader should write is no story.
    """
    text = (
        "| Part | What to say |\n|---|---|\n"
        "| Situation | Where it was, and what your team was working on at the time |\n"
        "| Task | What you had to reach, by when, and why it mattered |\n"
        "| Action | What you did, step by step |\n"
        "| Result | What came of it for your team |\n"
    )

    assert [line for line in text.split("\n") if line] == told(text, "a.md")


def test_an_html_table_is_read_like_any_table() -> None:
    """
    Cells of HTML tables become parts; what follows a table that nobody closed is still read.
    """
    cells = [
        "The move",
        "Our jobs ran on one old machine that nobody dared to touch.",
        "Move them by May.",
        "I wrote each of them down and moved two a week.",
        "All of them had moved by April.",
    ]
    head = "".join(f"<th>{name}</th>" for name in ("Story", "Situation", "Task", "Action", "Result"))
    row = "".join(f"<td>{cell}</td>\n" for cell in cells)
    lines = told(f"<table><tr>{head}</tr>\n<tr>{row}</tr>\n\n# Next\nmore", "a.md")

    assert ["## The move", "# Next", "more"] == [lines[0], *lines[-2:]]
    assert [*cells[1:], "---"] == [line for line in lines[1:-2] if not line.startswith("**")]


def test_broken_data_is_said_and_kept() -> None:
    """
    Data that ends too early is read as far as it goes, or stays as it is; the line is named.
    """
    story = '[{"title": "A", "situation": "B.", "task": "C.",\n "action": "D.", "result": "E."'
    lines, problems = to_lines(story, "a.json")
    assert ["## A", "B.", "C.", "D.", "E."] == [line for line in said(lines) if not line.startswith("**")]
    assert [2] == [problem.line for problem in problems]

    assert ['{"a', "b"] == told('{"a\nb', "a.json")
    assert [1] == [problem.line for problem in to_lines('{"a\nb', "a.json")[1]]


def test_a_repeated_row_is_shown_once() -> None:
    """
    Rows that differ in nothing but their id are one row, and the first repetition is named.
    """
    row = '{"id": %d, "title": "A", "situation": "B.", "task": "C.", "action": "D.", "result": "E."}'
    lines, problems = to_lines(f"[{row % 1},\n{row % 2},\n{row % 3}]", "a.json")

    assert 1 == said(lines).count("## A")
    assert [2] == [problem.line for problem in problems]
    assert "2 rows" in problems[0].what


HOSTILE = {
    "nested.json": '{"task": [' * 20_000,
    "quotes.json": '["' + '\\"' * 100_000,
    "quotes.csv": "title,task\n" + '"a' * 100_000,
    "cells.md": "|" * 100_000 + "\n|---|\n" + "|" * 100_000,
    "dashes.md": "a|b\n" + "-" * 100_000 + "x|",
    "tags.html": "<table><tr><td><b>" * 20_000,
    "bold.md": "<b>" + "**  " * 50_000,
    "fences.md": "```\n{\n" * 20_000,
    "links.adoc": "https://" * 30_000,
    "deep.md": "\n".join(" " * depth + "- x" for depth in range(1_000)),
    "comment.ts": "// " * 50_000,
    "figure.json": '[{"situation": ' + "9" * 5000 + "}]",
    "items.md": "1. \n2. \n",
    "heading.md": "# \n",
    "circles.md": "① Index\nSituation: Slow.\nAction: I moved it.\nResult: Fast.\n① Cache\nI dropped it.",
}


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_is_read(source: str) -> None:
    """
    Text made to be slow to read, or with nothing behind its marks, is read to its last line.
    """
    notes = read_notes(HOSTILE[source], source)

    assert notes.lines == notes.regions[-1].last
