"""AsciiDoc, as the Markdown that means the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._rewrite import at, cut
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import Cell, labelled, unfold_tables

_HEADING = re.compile(r"(={1,6}) +(?=\S)")
_LABEL = re.compile(r"(?P<list>\*+ +)?(?P<mark>\*\*?)(?P<words>[^*\n]{1,80})(?P=mark)(?P<colon> ?:{0,2})")
_BULLET = re.compile(r"(?:(?P<bullets>\*{1,6}|-)|(?P<dots>\.{1,6})) +(?=\S)")
_TERM = re.compile(r"(?P<words>[^\s:][^:\n]{0,79})::(?:[ \t]+|$)")
_LINK = re.compile(r"(?:link:)?(https?://[^\s\[\]]{1,500})\[([^\[\]\n]{1,300})\]")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_ATTRIBUTE = re.compile(r"\[[^\[\]\n]*\]$|:[\w-]{1,60}:(?:\s|$)|//")
_TABLE = "|==="
_COLUMNS = re.compile(r"\[.{0,40}?cols=\"?(?:(?P<times>\d{1,2})\*|(?P<widths>[\d,. <>^a-z]{1,60}))")
_DELIMITER = re.compile(r"(?:_{4,}|={4,}|\*{4,}|-{2,}|\.{4,}|/{4,}|\+)$")
_BLOCK_LENGTH = 4
_FIRST = re.compile(r"^={1,5} \S", re.MULTILINE)
_MARKDOWN = re.compile(r"^#{1,6} ", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether *text* has headings of equals signs, and none of hash signs."""
    return _FIRST.search(text) is not None and _MARKDOWN.search(text) is None


def to_lines(text: str) -> Read:
    """Every line as Markdown; headings, labels, lists, quotes, code, tables and links are translated."""
    lines = [line for row in _translated(Source(text).lines()) for line in row]
    return unfold_tables(lines), ()


def _translated(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    inside, level, columns = "", 1, 0
    table: list[Line] = []
    for line in lines:
        text = line.text.rstrip()
        if inside == _TABLE and text != _TABLE:
            table.append(line)
        elif text == _TABLE:
            yield [*_table(table, columns, level), at(line, "")]
            inside, table = ("" if inside == text else text), []
        elif _DELIMITER.match(text) and (not inside or text == inside):
            code = text[0] in "-." and _is_block(text)
            inside = "" if inside == text else (text if _is_block(text) else inside)
            yield [at(line, "```" if code else "")]
        elif inside and inside[0] in "-.":
            yield [line]
        else:
            heading, wide = _HEADING.match(text), _COLUMNS.match(text)
            level = len(heading[1]) if heading else level
            columns = _count(wide) if wide else columns if _ATTRIBUTE.match(text) else 0
            yield _quoted(_line(line)) if inside[:1] == "_" else _line(line)
    yield list(_table(table, columns, level))


def _count(columns: re.Match[str]) -> int:
    """How many columns an attribute sets: cols="1,4", or cols="2*"."""
    return int(columns["times"]) if columns["times"] else columns["widths"].count(",") + 1


def _table(lines: Sequence[Line], columns: int, level: int) -> Iterable[Line]:
    """A table of stories as labelled lines, and any other as a pipe table."""
    first = next((line for line in lines if line.text.strip()), None)
    width = columns or (first.text.count("|") if first is not None else 0)
    cells = _cells(lines)
    rows = [cells[at : at + width] for at in range(0, len(cells), width)] if width > 1 else []
    if told := labelled(rows, level + 1):
        return told
    return [row for line in lines for row in _table_row(line, first=line is first)]


def _cells(lines: Sequence[Line]) -> list[Cell]:
    """The cells of a table, each with the lines that go on with it."""
    cells: list[Cell] = []
    for line in lines:
        marks = [mark.start() for mark in re.finditer(r"(?<!\\)\|", line.text)]
        before = _piece(line, 0, marks[0] if marks else len(line.text))
        if cells:
            cells[-1] = (*cells[-1], *before)
        cells.extend(_piece(line, start + 1, end) for start, end in pairwise([*marks, len(line.text)]))
    return cells


def _piece(line: Line, start: int, end: int) -> Cell:
    text = line.text[start:end]
    place = line.column + start + len(text) - len(text.lstrip())
    return (Line(text.strip(), line.number, place),) if text.strip() else ()


def _is_block(delimiter: str) -> bool:
    """Whether a delimiter opens a block; a shorter one is a rule or a mark between paragraphs."""
    return len(delimiter) >= _BLOCK_LENGTH


def _line(line: Line) -> list[Line]:
    text = line.text
    heading = _HEADING.match(text)
    if heading:
        title = text[heading.end() :].removesuffix(heading[1])
        return [at(line, f"{'#' * len(heading[1])} {title.rstrip()}")]
    if _ATTRIBUTE.match(text):
        return [at(line, "")]
    label = _LABEL.match(text)
    if label and (
        label["colon"].strip() or label["words"].endswith(":") or label.end() == len(text.rstrip())
    ):
        return _labelled(line, label)
    term = _TERM.match(text)
    if term:
        return _cut(line, f"**{term['words']}:**", term.end())
    if _BLOCK_TITLE.match(text):
        return [at(line, f"**{text[1:].strip()}**")]
    bullet = _BULLET.match(text.lstrip())
    return [at(line, _links(_listed(text.lstrip(), bullet) if bullet else text))]


def _labelled(line: Line, label: re.Match[str]) -> list[Line]:
    """A bold label on a line of its own, so that the text after it keeps its place."""
    level = len((label["list"] or "").strip())
    bullet = "  " * (level - 1) + "- " if level else ""
    return _cut(line, f"{bullet}**{label['words']}**{label['colon'].strip()[:1]}", label.end())


def _cut(line: Line, head: str, end: int) -> list[Line]:
    label, *rest = cut(line, head, end)
    return [label, *(at(each, _links(each.text)) for each in rest)]


def _listed(text: str, bullet: re.Match[str]) -> str:
    level = len(bullet["bullets"] or bullet["dots"])
    return "  " * (level - 1) + "- " + text[bullet.end() :]


def _links(text: str) -> str:
    return _LINK.sub(r"[\2](\1)", text) if "://" in text else text


def _table_row(line: Line, *, first: bool) -> list[Line]:
    text = line.text.strip()
    if not text.startswith("|"):
        return [line]
    row = at(line, f"{text} |")
    return [row, at(line, "|---" * (text.count("|")) + "|")] if first else [row]


def _quoted(lines: list[Line]) -> list[Line]:
    return [at(line, f"> {line.text}") for line in lines]


_STORY = """\
== The outage
:icons: font

*Situation*: All pages failed.

*Action*: I looked.

* one
** two
. three"""
_BLOCKS = """\
= Notes

[quote, A. Friend]
____
Be brief.
____

----
= not a heading
----

Task:: Read
https://example.org[here]."""

FORMAT = Format(
    suffixes=(".adoc", ".asciidoc", ".asc"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "## The outage",
                "**Situation**:",
                "All pages failed.",
                "**Action**:",
                "I looked.",
                "- one",
                "  - two",
                "- three",
            ),
        ),
        (
            _BLOCKS,
            (
                "# Notes",
                "> Be brief.",
                "```",
                "= not a heading",
                "```",
                "**Task:**",
                "Read",
                "[here](https://example.org).",
            ),
        ),
    ),
    refuses=("# Markdown\n\n**Task:** x", "plain text", "Title\n=====", "| a | b |", ""),
)
