"""Exact closed intervals: what a written number may stand for."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from starling.review.numbers.quantities.exact import exact

_Op = Callable[[Fraction, Fraction], Fraction]


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from *lo* to *hi*, both included; None is unbounded."""

    lo: Fraction | None
    hi: Fraction | None

    def __add__(self, other: Interval) -> Interval:
        """The sum of two intervals."""
        return Interval(_both(operator.add, self.lo, other.lo), _both(operator.add, self.hi, other.hi))

    def __sub__(self, other: Interval) -> Interval:
        """The difference of two intervals."""
        return Interval(_both(operator.sub, self.lo, other.hi), _both(operator.sub, self.hi, other.lo))

    def __mul__(self, other: Interval) -> Interval:
        """The product of two intervals of quantities that are not negative."""
        return Interval(_both(operator.mul, self.lo, other.lo), _both(operator.mul, self.hi, other.hi))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient of two intervals of quantities that are not negative; unbounded at a zero divisor."""
        lo = None if other.hi is None or self.lo is None or other.hi == 0 else self.lo / other.hi
        hi = None if other.lo is None or self.hi is None or other.lo == 0 else self.hi / other.lo
        return Interval(lo, hi)

    def scaled(self, factor: Fraction) -> Interval:
        """The interval times a positive number."""
        return Interval(
            None if self.lo is None else self.lo * factor, None if self.hi is None else self.hi * factor
        )

    def widened(self, share: Fraction) -> Interval:
        """The interval with *share* of each end's size added on both sides."""
        lo = None if self.lo is None else self.lo - abs(self.lo) * share
        return Interval(lo, None if self.hi is None else self.hi + abs(self.hi) * share)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        below = self.hi is not None and other.lo is not None and self.hi < other.lo
        above = self.lo is not None and other.hi is not None and self.lo > other.hi
        return not (below or above)

    def holds(self, value: Fraction) -> bool:
        """Whether *value* lies inside."""
        return (self.lo is None or self.lo <= value) and (self.hi is None or value <= self.hi)


def exactly(value: Fraction | int) -> Interval:
    """The interval of one value."""
    point = exact(value)
    return Interval(point, point)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of intervals."""
    found = exactly(0)
    for interval in intervals:
        found = found + interval
    return found


def _both(op: _Op, a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else op(a, b)
