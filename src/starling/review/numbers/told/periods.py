"""Periods and stretches of time: how long a unit may be, and which amounts are one amount in two units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, like

_MONTH_DAYS = ratio(30)
_FARTHEST = 6
"""Calendar and working time of one stretch differ by less: a year of 8766 hours has 1920 to work."""
_PER_PERIOD = (Kind.COUNT, Kind.MONEY, Kind.TIME, Kind.DATA)
_LENGTHS: dict[tuple[str, str], tuple[Fraction, ...]] = {
    ("hour", "day"): tuple(map(ratio, (24, 8, 10, 12, 16))),
    ("day", "week"): tuple(map(ratio, (7, 5, 6))),
    ("day", "sprint"): tuple(map(ratio, (14, 10))),
    ("day", "month"): (ratio(30), ratio(487, 16), *map(ratio, (31, 28, 20, 21, 22)), ratio(65, 3)),
    ("day", "quarter"): tuple(map(ratio, (90, 91, 92, 60, 65, 66))),
    ("day", "year"): tuple(map(ratio, (365, 360, 364, 240, 250, 260))),
    ("week", "sprint"): tuple(map(ratio, (2, 1, 3))),
    ("week", "month"): (ratio(4), ratio(52, 12)),
    ("week", "quarter"): tuple(map(ratio, (13, 12))),
    ("week", "year"): tuple(map(ratio, (52, 50, 48))),
    ("sprint", "month"): (ratio(2), ratio(52, 24)),
    ("sprint", "quarter"): (ratio(6), ratio(13, 2)),
    ("sprint", "year"): tuple(map(ratio, (26, 24, 25))),
    ("month", "quarter"): (ratio(3),),
    ("month", "year"): (ratio(12),),
    ("quarter", "year"): (ratio(4),),
}
"""How many of one period another has, the commonest first: calendar, working, and as one says it."""


def period(quantity: Quantity) -> Unit | None:
    """The unit of time a quantity is counted per, or None."""
    unit = units().get(quantity.per) if quantity.per else None
    return unit if unit is not None and unit.kind is Kind.TIME else None


def multiples(short: Unit, long: Unit) -> tuple[Fraction, ...]:
    """How many of the shorter period the longer one has, in every common reading, the commonest first."""
    known = _LENGTHS.get((short.name, long.name))
    if known is not None:
        return known
    hour, day = units()["hour"].readings[0], units()["day"].readings[0]
    if long.readings[0] <= hour:
        return (long.readings[0] / short.readings[0],)
    hours = _LENGTHS["hour", "day"]
    if long.readings[0] > day:
        days = _LENGTHS.get(("day", long.name), (long.readings[0] / day,))
        hours = tuple(a * b for a in hours for b in days)
    return tuple(each * hour / short.readings[0] for each in hours)


def convertible(first: Quantity, second: Quantity) -> bool:
    """Whether both are amounts of one kind in different units or per different periods."""
    if first.unit.kind is not second.unit.kind:
        return False
    if first.per == second.per:
        return first.unit.kind in (Kind.TIME, Kind.DATA, Kind.RATE) and first.unit != second.unit
    periods = period(first), period(second)
    if first.unit.kind not in _PER_PERIOD or None in periods or periods[0] == periods[1]:
        return False
    return first.noun == second.noun or not second.noun


def readings(first: Quantity, second: Quantity) -> Iterator[tuple[Interval, Interval]]:
    """Both amounts in base units, in every pair of common readings; a month also as 30 days."""
    if first.per != second.per:
        yield from _per_periods(first, second)
        return
    for one, other in _sizes(first, second):
        yield (
            first.interval().scaled(one / first.unit.readings[0]),
            second.interval().scaled(other / second.unit.readings[0]),
        )


def _per_periods(first: Quantity, second: Quantity) -> Iterator[tuple[Interval, Interval]]:
    """Both amounts per the longer of their periods, in step: both in calendar or both in working time."""
    for number in range(max(len(first.unit.readings), len(second.unit.readings))):
        one, other = first.interval(number), second.interval(number)
        for scale in scales(first, second):
            yield (
                (one.scaled(scale), other) if shorter(first, second) is first else (one, other.scaled(scale))
            )


def scales(first: Quantity, second: Quantity) -> tuple[Fraction, ...]:
    """How many of the shorter of two periods the longer has; none where either has no period."""
    one, other = period(first), period(second)
    if one is None or other is None:
        return ()
    return multiples(*sorted((one, other), key=lambda unit: unit.readings[0]))


def shorter(first: Quantity, second: Quantity) -> Quantity:
    """The one of two amounts that is told per the shorter period."""
    one, other = period(first), period(second)
    later = one is not None and other is not None and other.readings[0] < one.readings[0]
    return second if later else first


def nearest(known: Sequence[Fraction], small: Fraction, large: Fraction, *, holds: bool) -> Fraction:
    """The multiple that makes one value the other where they fit, else the commonest."""
    return min(known, key=lambda each: abs(small * each - large)) if holds else known[0]


def worked_out(value: Fraction, quantity: Quantity) -> str:
    """A result with its sign, in the unit of *quantity*: "= $60,000", "≈ 4.3"."""
    if quantity.kind in (Kind.TIME, Kind.DATA, Kind.MONEY):
        return f"= {like(value, quantity)}"
    return equals(value)


def _sizes(first: Quantity, second: Quantity) -> Iterator[tuple[Fraction, Fraction]]:
    """The sizes of two units in step: in calendar time, a month also as 30 days, or in working time."""
    yield from product(_calendar(first), _calendar(second))
    yield first.unit.readings[-1], second.unit.readings[-1]


def _calendar(quantity: Quantity) -> tuple[Fraction, ...]:
    size, name = quantity.unit.readings[0], quantity.unit.name
    if name not in ("month", "quarter"):
        return (size,)
    return size, _MONTH_DAYS * (1 if name == "month" else 3) * units()["day"].readings[0]


def one_stretch(first: Quantity, second: Quantity) -> bool:
    """Whether two times as written are equal in some reading; below a day only for one measure."""
    one, other = first.value(), second.value()
    small, large = (one, other) if one <= other else (other, one)
    if large > small * _FARTHEST:
        return False
    if small < units()["day"].readings[0] and not first.metric & second.metric:
        return False
    return any(first.low * one == second.low * other for one, other in _sizes(first, second))


def period_claim(
    verdict: Verdict, quantities: tuple[Quantity, ...], line: str, advice: str, subtype: str
) -> Claim:
    """A claim of R17 on quantities in any order."""
    ordered = tuple(sorted(quantities, key=lambda each: each.start))
    return Claim(
        relation="R17", verdict=verdict, quantities=ordered, arithmetic=line, advice=advice, subtype=subtype
    )
