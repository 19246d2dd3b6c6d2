"""Periods and stretches of time: how long a unit may be, and which amounts are one amount in two units."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.interval import Interval
from starling.review.numbers.quantity import Kind, Quantity, Unit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.units import units

_MONTH_DAYS = Fraction(30)


def period(quantity: Quantity) -> Unit | None:
    """The unit of time a quantity is counted per, or None."""
    unit = units().get(quantity.per) if quantity.per else None
    return unit if unit is not None and unit.kind is Kind.TIME else None


def convertible(first: Quantity, second: Quantity) -> bool:
    """Whether both are amounts of one kind in different units or per different periods."""
    if first.kind is not second.kind:
        return False
    if first.kind in (Kind.TIME, Kind.DATA):
        return first.unit != second.unit and first.per == second.per
    periods = period(first), period(second)
    named = first.noun == second.noun or not second.noun
    return (
        first.kind in (Kind.COUNT, Kind.MONEY) and None not in periods and periods[0] != periods[1] and named
    )


def readings(first: Quantity, second: Quantity) -> Iterator[tuple[Interval, Interval]]:
    """Both amounts in base units, in every pair of common readings; a month also as 30 days."""
    for one in sizes(first):
        for other in sizes(second):
            yield (
                first.interval().scaled(one / first.unit.readings[0]),
                second.interval().scaled(other / second.unit.readings[0]),
            )


def sizes(quantity: Quantity) -> tuple[Fraction, ...]:
    """The sizes that the unit (and period) of a quantity may have."""
    per = period(quantity)
    scale = Fraction(1) if per is None else 1 / per.readings[0]
    sizes = quantity.unit.readings
    if quantity.unit.name in ("month", "quarter"):
        days = _MONTH_DAYS * (1 if quantity.unit.name == "month" else 3)
        sizes = (*sizes, days * units()["day"].readings[0])
    return tuple(size * scale for size in sizes)


def one_stretch(first: Quantity, second: Quantity) -> bool:
    """Whether two times as written are equal in some reading; below a day only for one measure."""
    long = min(first.value(), second.value()) >= units()["day"].readings[0]
    if not (long or first.metric & second.metric):
        return False
    both = ((one, other) for one in sizes(first) for other in sizes(second))
    return any(first.low * one == second.low * other for one, other in both)


def period_claim(
    verdict: Verdict, quantities: tuple[Quantity, ...], line: str, advice: str, subtype: str
) -> Claim:
    """A claim of R17 on quantities in any order."""
    ordered = tuple(sorted(quantities, key=lambda each: each.start))
    return Claim(
        relation="R17", verdict=verdict, quantities=ordered, arithmetic=line, advice=advice, subtype=subtype
    )
