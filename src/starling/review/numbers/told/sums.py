"""Before and after as a line of arithmetic, and whether a stated change fits them in a natural reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from starling.review.numbers.evaluate import about, fits, in_step
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.show import equals, like, number, said
from starling.review.numbers.told.periods import period

_NONE = ratio(0)
Compute = Callable[[Interval, Interval], Interval]


def steps(before: Quantity, after: Quantity) -> Iterator[tuple[Interval, Interval]]:
    """Two quantities in every natural reading: range ends as written, rates of two periods per second."""
    first, second = _sharp(before), _sharp(after)
    periods = period(before), period(after)
    for one, other in in_step(first, second):
        if before.per != after.per and periods[0] is not None and periods[1] is not None:
            yield one.scaled(1 / periods[0].readings[0]), other.scaled(1 / periods[1].readings[0])
        else:
            yield one, other


def _sharp(quantity: Quantity) -> Quantity:
    """A range without rounding: it says itself how far it may be off (number labels, rule 3)."""
    return replace(quantity, slack=_NONE) if quantity.bound is Bound.RANGE else quantity


def change_fits(stated: Quantity, pair: Pair, compute: Compute) -> bool:
    """Whether *stated* is what *compute* makes of the pair in some natural reading."""
    return is_computed(stated.interval(), stated, pair, compute)


def is_computed(claimed: Interval, stated: Quantity, pair: Pair, compute: Compute) -> bool:
    """Whether *claimed*, one reading of *stated*, is what *compute* makes of the pair."""
    hedged = about(stated, pair.before, pair.after)
    return any(fits(claimed, compute(one, other), hedged) for one, other in steps(pair.before, pair.after))


def values(pair: Pair) -> tuple[Fraction, Fraction]:
    """The two values in base units, rates of two periods per second."""
    before, after = pair.before.value(), pair.after.value()
    periods = period(pair.before), period(pair.after)
    if pair.before.per != pair.after.per and periods[0] is not None and periods[1] is not None:
        return before / periods[0].readings[0], after / periods[1].readings[0]
    return before, after


def in_one_unit(pair: Pair) -> tuple[str, str]:
    """Both values in the smaller of their units: "60 hours" and "8 hours"."""
    smaller = min((pair.before, pair.after), key=lambda quantity: quantity.unit.readings[0])
    return like(pair.before.value(), smaller), like(pair.after.value(), smaller)


def fold_line(pair: Pair) -> str:
    """As in "60 hours / 5 hours = 12×", the larger value first."""
    before, after = values(pair)
    if before == 0 or after == 0:
        return f"{said(pair.before)} to {said(pair.after)}"
    shown = in_one_unit(pair)
    large, small = shown if before >= after else shown[::-1]
    return f"{large} / {small} {equals(max(before, after) / min(before, after))}×"


def percent_line(pair: Pair) -> str:
    """As in "(50 − 35) / 50 = 30%", the part that was lost or won over the first value."""
    before, after = values(pair)
    if before == 0:
        return f"{said(pair.before)} to {said(pair.after)}"
    smaller = min((pair.before, pair.after), key=lambda quantity: quantity.unit.readings[0]).unit.readings[0]
    first, second = number(before / smaller), number(after / smaller)
    if after > before:
        first, second = second, first
    return f"({first} − {second}) / {number(before / smaller)} {equals(abs(after - before) / before * 100)}%"


def points_line(pair: Pair) -> str:
    """As in "80 − 62 = 18 points"."""
    before, after = pair.before.value(), pair.after.value()
    gap = number(abs(after - before))
    points = "point" if gap == "1" else "points"
    return f"{number(max(before, after))} − {number(min(before, after))} = {gap} {points}"


def change_line(pair: Pair) -> str:
    """The change in percent, for a rate with the points before it."""
    in_percent = percent_line(pair)
    return f"{points_line(pair)}; {in_percent}" if pair.after.kind is Kind.SHARE else in_percent


def rounded(value: Fraction) -> str:
    """The value in words: "9", or "about 17.8" where digits were left out."""
    return equals(value).removeprefix("= ").replace("≈", "about")


def in_order(*quantities: Quantity) -> tuple[Quantity, ...]:
    """The quantities in the order of the text, each once."""
    return tuple(sorted(set(quantities), key=lambda quantity: quantity.start))
