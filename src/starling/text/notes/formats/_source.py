"""A source text as lines, and where in it an offset stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from starling.model.story import Line, Place

_BREAK = re.compile("[\f\v\u2028\u2029]")


class Source:
    """A text whose line ends are line feeds; ``place`` costs one bisection."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        rows = self.text.split("\n")
        return list(accumulate((len(row) + 1 for row in rows), initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """The line and column, both from 1, of the character at *offset*."""
        index = bisect_right(self._starts, offset) - 1
        return Place(index + 1, offset - self._starts[index] + 1)

    def lines(self) -> tuple[Line, ...]:
        """Every line as it is; page breaks and the line ends of other programs part it, too."""
        rows = enumerate(self.text.split("\n"), start=1)
        if _BREAK.search(self.text) is None:
            return tuple(Line(row, number) for number, row in rows)
        return tuple(piece for number, row in rows for piece in _pieces(row, number))


def _pieces(row: str, number: int) -> Iterator[Line]:
    start = 0
    for found in _BREAK.finditer(row):
        yield Line(row[start : found.start()], number, start + 1)
        if found.group() == "\f":
            yield Line("", number, found.start() + 1)
        start = found.end()
    yield Line(row[start:], number, start + 1)
