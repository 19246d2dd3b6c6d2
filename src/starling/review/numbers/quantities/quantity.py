"""What a quantity is: an exact interval with its unit, what it measures, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from starling.model.story import PartKind
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval

_ZERO = ratio(0)
_ONE = ratio(1)
_TWO = ratio(2)


class Kind(StrEnum):
    """The dimension of a unit. Percent and percentage points are two kinds and never merged."""

    TIME = "time"
    RATE = "rate"
    SHARE = "share"
    POINTS = "points"
    MONEY = "money"
    COUNT = "count"
    DATA = "data size"
    RATIO = "ratio"


class Bound(StrEnum):
    """How the author limits the number."""

    EXACT = "="
    BELOW = "<"
    AT_MOST = "≤"
    ABOVE = ">"
    AT_LEAST = "≥"
    ABOUT = "~"
    RANGE = "range"


class Role(StrEnum):
    """What a number does in its sentence."""

    PLAIN = "plain"
    BEFORE = "before"
    AFTER = "after"
    TARGET = "target"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a kind; ``readings`` are its exact sizes in base units, the common one first."""

    name: str
    kind: Kind
    readings: tuple[Fraction, ...] = (_ONE,)


AS_WRITTEN = (Bound.EXACT, Bound.RANGE)
"""Bounds that leave a number what it says: any other one opens its interval to a side, or loosens it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a story.

    ``low`` and ``high`` are the two ends as written, in the unit's own measure
    (equal but for a range); ``slack`` is half a unit of the last written digit.
    ``noun`` is the counted thing or the metric that follows ("users",
    "precision"), ``per`` the unit of time or the thing it is counted per,
    ``measured`` finds what ``metric`` gives, ``scale`` is the factor of a word
    or letter that is part of the number ("million", "K").
    """

    start: int
    end: int
    text: str
    low: Fraction
    high: Fraction
    slack: Fraction
    bound: Bound
    unit: Unit
    noun: str = ""
    per: str = ""
    measured: Callable[[], frozenset[str]] = field(default=frozenset, repr=False, compare=False)
    role: Role = Role.PLAIN
    part: PartKind = PartKind.OTHER
    sentence: int = 0
    scale: int = 1

    def __hash__(self) -> int:
        """By place alone: quick, and alike for equal quantities."""
        return hash((self.start, self.end))

    @property
    def kind(self) -> Kind:
        """The kind of its unit."""
        return self.unit.kind

    @property
    def metric(self) -> frozenset[str]:
        """The stems of the words around it that say what is measured."""
        return self.measured()

    def cast(self, role: Role) -> Quantity:
        """The number in another role; ``dataclasses.replace`` would take twice as long."""
        return Quantity(
            self.start, self.end, self.text, self.low, self.high, self.slack, self.bound, self.unit,
            self.noun, self.per, self.measured, role, self.part, self.sentence, self.scale,
        )  # fmt: skip

    def interval(self, reading: int = 0) -> Interval:
        """All that the number may stand for in base units, under one reading of its unit."""
        size = self._size(reading)
        if self.bound in (Bound.BELOW, Bound.AT_MOST):
            return Interval(_ZERO, times(self.high, size))
        if self.bound in (Bound.ABOVE, Bound.AT_LEAST):
            return Interval(times(self.low, size), None)
        if not self.slack:
            return Interval(times(max(_ZERO, self.low), size), times(self.high, size))
        return Interval(times(max(_ZERO, self.low - self.slack), size), times(self.high + self.slack, size))

    def value(self, reading: int = 0) -> Fraction:
        """The number as written (the middle of a range) in base units."""
        size = self._size(reading)
        return times(self.low if self.low is self.high else (self.low + self.high) / _TWO, size)

    def _size(self, reading: int) -> Fraction:
        """The size of its unit under one reading, the last where it has fewer."""
        sizes = self.unit.readings
        return sizes[reading if reading < len(sizes) else -1]


def times(value: Fraction, size: Fraction) -> Fraction:
    """The product; most units have size 1, and multiplying fractions is dear."""
    return value if size is _ONE or size == 1 else value * size
