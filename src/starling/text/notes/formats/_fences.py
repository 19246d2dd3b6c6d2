"""Data inside code fences, read as the data that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from starling.model.story import Line
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import has_rows
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import scan

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


def unfold_fences(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* with the stories and questions of fenced data as lines; other code stays as it is."""
    done: list[Line] = []
    index = 0
    while index < len(lines):
        last = _fence_end(lines, index)
        done.extend(_data(lines[index + 1 : last]) or lines[index : last + 1])
        index = last + 1
    return tuple(done)


def _fence_end(lines: Sequence[Line], index: int) -> int:
    """The line that closes the fence opened at *index*; *index* itself where none opens or none closes."""
    opening = _FENCE.match(lines[index].text)
    if opening is None:
        return index
    for last in range(index + 1, len(lines)):
        mark = _FENCE.match(lines[last].text)
        if mark and mark[1].startswith(opening[1]):
            return last
    return index


def _data(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The rows in fenced *lines*, placed where they stand in the whole text."""
    text = "\n".join(line.text for line in lines)
    if "{" not in text:
        return ()
    values = scan(text).items
    if not has_rows(values):
        return ()
    found, _ = lines_of(values, Source(text))
    before = lines[0].number - 1
    return (
        Line("", before),
        *(replace(line, number=line.number + before) for line in found),
        Line("", lines[-1].number + 1),
    )
