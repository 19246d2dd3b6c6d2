"""The exact arithmetic that relations share: what fits, and in which readings two quantities are compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.quantity import Bound, Quantity

_CLOSE = ratio(1, 100)
_CLOSE_ABOUT = ratio(3, 100)
_BEYOND = ratio(11, 10)
_CLOSED = (Bound.EXACT, Bound.ABOUT, Bound.RANGE)
_HUNDRED = ratio(100)
_ONE = exactly(1)


def fits(claimed: Interval, computed: Interval, about: bool = False) -> bool:  # noqa: FBT001, FBT002
    """Whether a stated figure agrees with the computed one.

    Agreement is within rounding or 1% of the stated figure, 3% after
    "about" (numbers-audit, section 5).
    """
    return claimed.widened(_CLOSE_ABOUT if about else _CLOSE).meets(computed)


def told_as(stated: Quantity, value: Fraction) -> bool:
    """Whether a figure tells *value*, in base units; an open one ("over $400K") only to a tenth beyond it."""
    if stated.bound in (Bound.EXACT, Bound.ABOUT):
        return fits(stated.interval(), exactly(value), about(stated))
    return stated.bound is not Bound.RANGE and not is_beyond(stated, value)


def is_beyond(stated: Quantity, value: Fraction) -> bool:
    """Whether *value*, in base units, is more than a tenth beyond an open figure, or on its other side."""
    if stated.bound in _CLOSED:
        return False
    low, high = sorted((stated.value(), value))
    rises = stated.bound in (Bound.ABOVE, Bound.AT_LEAST)
    right = value >= stated.value() if rises else value <= stated.value()
    return not right or high > low * _BEYOND


def about(*quantities: Quantity) -> bool:
    """Whether the author hedges any of these."""
    return any(quantity.bound is Bound.ABOUT for quantity in quantities)


def in_step(*quantities: Quantity) -> Iterator[tuple[Interval, ...]]:
    """The natural ways to read quantities beside one another, the commonest first.

    All in calendar time or all in working time, all in powers of 1000 or of
    1024; ranges like with like: middle with middle, low with low, high with
    high (number labels, rule 3). Units that need no other reading give one.
    """
    readings = max((len(quantity.unit.readings) for quantity in quantities), default=1)
    ends = ("middle", "low", "high") if any(q.bound is Bound.RANGE for q in quantities) else ("middle",)
    for reading in range(readings):
        for end in ends:
            yield tuple(_at(quantity, end, reading) for quantity in quantities)


def _at(quantity: Quantity, end: str, reading: int) -> Interval:
    if quantity.bound is not Bound.RANGE:
        return quantity.interval(reading)
    size = quantity.unit.readings[min(reading, len(quantity.unit.readings) - 1)]
    middle = (quantity.low + quantity.high) / 2
    point = {"low": quantity.low, "high": quantity.high, "middle": middle}[end]
    return Interval((point - quantity.slack) * size, (point + quantity.slack) * size)


def percent_change(before: Interval, after: Interval) -> Interval:
    """The change in percent of *before*: -60 from 20 to 8, 50 from 2 to 3."""
    return (after / before - _ONE).scaled(_HUNDRED)


def reduction(before: Interval, after: Interval) -> Interval:
    """By how many percent of *before* it fell: 60 from 20 to 8, negative where it rose."""
    return (_ONE - after / before).scaled(_HUNDRED)


def fold(before: Interval, after: Interval) -> Interval:
    """How many times the smaller one goes into the larger: 9 from 72 to 8 and from 8 to 72."""
    return before / after if larger(before, after) else after / before


def larger(first: Interval, second: Interval) -> bool:
    """Whether the middle (or the one bounded end) of *first* is above that of *second*."""
    return _middle(first) > _middle(second)


def _middle(interval: Interval) -> Fraction:
    ends = [end for end in (interval.lo, interval.hi) if end is not None]
    return sum(ends, Fraction(0)) / (len(ends) or 1)


def part_of(percent: Interval, whole: Interval) -> Interval:
    """So many percent of *whole*."""
    return (percent * whole).scaled(1 / _HUNDRED)


def rest(percent: Interval) -> Interval:
    """What is left of one hundred percent."""
    return exactly(_HUNDRED) - percent
