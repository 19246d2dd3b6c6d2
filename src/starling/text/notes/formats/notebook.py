"""Jupyter notebooks: the cells of text as Markdown, the cells of code as code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._markdown import unfold_markdown
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Array, Object, Scalar, Value, scan

_SEEN = re.compile(r"\s*\{\s*\"(?:cells|metadata|nbformat)\"\s*:")


def looks_like(text: str) -> bool:
    """Whether *text* begins as a notebook does and has cells with a type."""
    return _SEEN.match(text) is not None and '"cell_type"' in text


def to_lines(text: str) -> Read:
    """The lines of every cell, at the places of their strings; a file without cells stays as it is."""
    source = Source(text)
    rows = tuple(line for cell in _cells(scan(text).items) for line in _cell(cell, source))
    return (unfold_markdown(rows) if rows else source.lines()), ()


def _cells(values: list[Value]) -> Iterator[Object]:
    for value in values:
        items = value.items if isinstance(value, Object) else ()
        for key, inner in items:
            if key == "cells" and isinstance(inner, Array):
                yield from (cell for cell in inner.items if isinstance(cell, Object))


def _cell(cell: Object, source: Source) -> Iterator[Line]:
    facts = dict(cell.items)
    kind, inner = facts.get("cell_type"), facts.get("source")
    fence = "" if isinstance(kind, Scalar) and kind.text == "markdown" else "```"
    place = source.place(cell.start)
    yield Line(fence, place.line, place.column)
    texts: list[Value] = inner.items if isinstance(inner, Array) else [inner] if inner is not None else []
    for text in texts:
        if isinstance(text, Scalar):
            yield from _lines(text, source)
    yield Line(fence, place.line if not texts else source.place(_last(texts)).line)


def _lines(text: Scalar, source: Source) -> Iterator[Line]:
    for row, start in zip(text.text.removesuffix("\n").split("\n"), text.starts, strict=False):
        place = source.place(start)
        yield Line(row, place.line, place.column)


def _last(texts: list[Value]) -> int:
    return max((text.starts[-1] for text in texts if isinstance(text, Scalar)), default=0)


_PAGE = """\
{"cells": [
 {"cell_type": "markdown", "source": ["# Split\\n", "\\n", "**Task:** \\"Two\\".\\n", "One."]},
 {"cell_type": "code", "source": ["# no heading"], "outputs": []}
], "nbformat": 4}"""

FORMAT = Format(
    suffixes=(".ipynb",),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=((_PAGE, ("# Split", '**Task:** "Two".', "One.", "```", "# no heading", "```")),),
    refuses=('{"cells": 3}', '[{"cell_type": 1}]', "# cells", ""),
)
