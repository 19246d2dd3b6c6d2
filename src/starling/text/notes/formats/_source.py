"""A source text as lines, and where in it an offset stands."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from starling.model.story import Line, Place


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
        """Every line as it is."""
        return tuple(Line(row, number) for number, row in enumerate(self.text.split("\n"), start=1))
