"""reStructuredText, as the Markdown that means the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._rewrite import at, cut
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import Cell, labelled

_UNDER = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
_FIELD = re.compile(r"[ \t]*:(?P<words>[A-Za-z][^:\n`]{0,60}):(?:[ \t]+|$)")
_NAMED = re.compile(r"[ \t]*\.\. (?:rubric|topic|admonition|describe)::[ \t]*(?P<words>\S.*)$")
_DIRECTIVE = re.compile(r"[ \t]*\.\.(?:[ \t].*)?$")
_LINK = re.compile(r"`([^`<>\n]{1,300}?)[ \t]*<([^<>`\n]{1,500})>`__?")
_GRID = re.compile(r"[ \t]*\+(?:[-=]+\+)+[ \t]*$")
_SEEN = re.compile(r"^\.\. [\w-]+::|^(?=\S)[^\n]{3,80}\n([~^\"])\1{3,}[ \t]*$", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?:#{1,6} |```)", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether *text* has directives, or headings underlined as Markdown never does."""
    return _SEEN.search(text) is not None and _MARKDOWN.search(text) is None


def to_lines(text: str) -> Read:
    """Every line as Markdown; headings, fields, rubrics, grid tables and links are translated."""
    lines = Source(text).lines()
    return tuple(line for row in _translated(lines) for line in row), ()


def _translated(lines: Sequence[Line]) -> Iterator[list[Line]]:
    levels: list[str] = []
    index = 0
    while index < len(lines):
        style, title = _heading(lines, index)
        last = _grid_end(lines, index)
        if style:
            levels.extend([style] * (style not in levels))
            level = min(6, levels.index(style) + 1)
            over = title - index
            yield [at(lines[index], "")] * over
            yield [at(lines[title], f"{'#' * level} {lines[title].text.strip()}"), at(lines[title + 1], "")]
            index = title + 2
        elif last > index + 1:
            yield _grid(lines[index:last], len(levels) + 1)
            index = last
        else:
            yield _line(lines[index])
            index += 1


def _heading(lines: Sequence[Line], index: int) -> tuple[str, int]:
    """How the heading that begins here is underlined ("" where none does), and which line is its title."""
    over = _UNDER.match(lines[index].text)
    title = index + 1 if over else index
    text = lines[title].text.rstrip() if title + 1 < len(lines) else ""
    under = _UNDER.match(lines[title + 1].text) if text and not _UNDER.match(text) else None
    if under is None or (over is not None and over[1] != under[1]):
        return "", index
    wide = len(lines[title + 1].text.rstrip()) >= min(len(text), 4)
    flush = over is not None or not text[:1].isspace()
    return (under[1] * (1 + (over is not None)), title) if wide and flush else ("", index)


def _line(line: Line) -> list[Line]:
    named = _NAMED.match(line.text)
    if named:
        return [at(line, ""), at(line, f"**{named['words'].strip()}**"), at(line, "")]
    if _DIRECTIVE.match(line.text):
        return [at(line, "")]
    field = _FIELD.match(line.text)
    if field:
        return cut(line, f"**{field['words']}:**", field.end())
    return [at(line, _LINK.sub(r"[\1](\2)", line.text)) if "`" in line.text else line]


def _grid_end(lines: Sequence[Line], index: int) -> int:
    """Past the grid table that begins at *index*; *index* itself where none does."""
    last = index
    if _GRID.match(lines[index].text):
        while last < len(lines) and lines[last].text.lstrip()[:1] in ("+", "|"):
            last += 1
    return last


def _grid(lines: Sequence[Line], level: int) -> list[Line]:
    """A grid table as labelled stories, or as a table of pipes."""
    edges = [place for place, sign in enumerate(lines[0].text) if sign == "+"]
    rows: list[list[Cell]] = []
    for line in lines:
        if _GRID.match(line.text):
            rows.append([() for _ in edges[1:]])
            continue
        for place, (begin, end) in enumerate(pairwise(edges)):
            text = line.text[begin + 1 : end]
            if text.strip():
                column = line.column + begin + 1 + len(text) - len(text.lstrip())
                rows[-1][place] = (*rows[-1][place], Line(text.strip(), line.number, column))
    told = [row for row in rows if any(row)]
    return list(labelled(told, level)) or [at(line, line.text.replace("+", "|")) for line in lines]


_STORY = """\
====
Prep
====

The outage
~~~~~~~~~~

:Situation: All pages failed.

.. rubric:: Action

I looked at `the log <https://example.org>`_.

.. note::
   Breathe."""

FORMAT = Format(
    suffixes=(".rst", ".rest"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "# Prep",
                "## The outage",
                "**Situation:**",
                "All pages failed.",
                "**Action**",
                "I looked at [the log](https://example.org).",
                "   Breathe.",
            ),
        ),
    ),
    refuses=("Title\n=====\n\ntext", "# Title\n\ntext\n~~~~", "plain text ...", "Wait\n....", ""),
)
