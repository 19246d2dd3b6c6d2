"""What all formats share that may hold Markdown: fences with data, tables and HTML, unfolded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.story import Line
from starling.text.notes.formats._boxes import unfold_boxes
from starling.text.notes.formats._fences import unfold_fences
from starling.text.notes.formats._html import unfold_html
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import has_rows, is_story
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import unfold_tables
from starling.text.notes.formats._values import Object, Value
from starling.text.notes.formats._yaml import read_yaml

_CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?=\n|$)")
_LONGEST = 20_000
"""Characters in which the YAML at the head of a page ends."""


def markdown_lines(source: Source) -> tuple[Line, ...]:
    """Every line of a page of Markdown, with HTML, tables of stories and fenced data as Markdown."""
    lines = source.lines()
    end = _front_matter(source.text)
    values = read_yaml("\n" + source.text[4:end]).items if end else []
    if not has_rows(values) or not (any(map(_tells, values)) or not source.text[end + 4 :].strip()):
        return unfold_markdown(lines)  # of a question above its answer, the importer reads the head itself
    told, _ = lines_of(values, Source("\n" + source.text[4:end]))
    below = source.text.count("\n", 0, end) + 1
    rest = (Line("", line.number) if line.number == below else line for line in lines if line.number >= below)
    return unfold_markdown((*told, *rest))


def _tells(value: Value) -> bool:
    """Whether a value is a story, or holds rows of some."""
    return not isinstance(value, Object) or is_story(value.items) or has_rows(each for _, each in value.items)


def _front_matter(text: str) -> int:
    """Where the YAML at the head of a page ends, or 0 where there is none."""
    closing = _CLOSING.search(text, 3, _LONGEST) if text.startswith("---\n") else None
    return closing.start() + 1 if closing else 0


def unfold_markdown(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* of Markdown, with HTML, boxes, tables of stories and fenced data as Markdown."""
    return unfold_html(unfold_tables(unfold_boxes(unfold_fences(lines))))
