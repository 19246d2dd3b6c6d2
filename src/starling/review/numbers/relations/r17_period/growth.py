"""R17, growth: rates for two periods compound, and a cut beside a growth that goes on is undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Unit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.changes import Way, changes, stems
from starling.review.numbers.told.periods import period_claim

_GROWTH = re.compile(
    r"^\s?\)?\s?(?:growth |increase )?(?:(year|quarter|month|week)[- ](?:over|"
    r"on)[- ](?:year|quarter|month|week)|(yoy|qoq|mom|wow)\b)"
)
_WORDS = ("yoy", "qoq", "mom", "wow", "over-", "over year", "over quarter", "over month", "over week",
          "on-", "on year", "on quarter", "on month", "on week")  # fmt: skip
"""What a growth rate is told with, over which the whole step can be left out."""
_SHORT = {"yoy": "year", "qoq": "quarter", "mom": "month", "wow": "week"}
_NO_MEASURE = stems("another other story telling version later growth rate")
"""As in "another: +200%" speaks of the measure named before."""
_ALL = 100
_PERCENT = Fraction(1, 100)
_SHORTLY = re.compile(r"\b(yoy|qoq|mom|wow)\b")
_LATER = re.compile(r"\b(?:after|since|then|before|later|until|initially|now|today|by)\b")
_REACH = 8


def growths(sheet: Sheet) -> Iterator[Claim]:
    """Growth of one measure per two periods, and a cut beside a growth that goes on."""
    if not sheet.mentions(*_WORDS):
        return
    grown: list[tuple[Quantity, Unit]] = []
    for quantity in sheet.of_kind(Kind.SHARE):
        per = _growth_period(sheet, quantity)
        if per is None:
            continue
        for other, other_per in grown[-_REACH:]:
            if other_per != per and (other.metric & quantity.metric or quantity.metric <= _NO_MEASURE):
                moved_on = _LATER.search(sheet.between(other, quantity)) is not None
                yield _compounded((other, other_per), (quantity, per), moved_on=moved_on)
        grown.append((quantity, per))
    yield from _cuts(sheet, grown[:_REACH])


def _cuts(sheet: Sheet, grown: list[tuple[Quantity, Unit]]) -> Iterator[Claim]:
    """Each cut in percent of what was growing."""
    for change in changes(sheet) if grown else ():
        cut = change.quantity
        if cut.kind is Kind.SHARE and change.way is Way.DOWN and cut.low < _ALL:
            cut_off = (each for each in grown if each[0].end < cut.start and change.about & each[0].metric)
            for growth, per in islice(cut_off, 1):
                yield _undone(growth, per, cut)


def _growth_period(sheet: Sheet, quantity: Quantity) -> Unit | None:
    if quantity.unit.kind is not Kind.SHARE or quantity.bound is Bound.RANGE:
        return None
    match = _GROWTH.match(sheet.after(quantity, 40))
    if match is not None:
        return units()[match[1] or _SHORT[match[2]]]
    short = _SHORTLY.search(quantity.text.lower())
    return None if short is None else units()[_SHORT[short[1]]]


def _compounded(first: tuple[Quantity, Unit], second: tuple[Quantity, Unit], *, moved_on: bool) -> Claim:
    (slow, long), (fast, short) = sorted((first, second), key=lambda each: -each[1].readings[0])
    periods = round(long.readings[0] / short.readings[0])
    grown = _factor(fast)
    compounded = Interval(*(None if end is None else Fraction(end**periods) for end in (grown.lo, grown.hi)))
    fit = fits(_factor(slow), compounded, about(slow, fast))
    value = (1 + fast.value() / 100) ** periods
    line = (
        f"{number(1 + fast.value() / 100)}^{periods} {equals(value)}× a {long.name}, written "
        f"{number(1 + slow.value() / 100)}×"
    )
    advice = "" if fit else f"Give one growth figure: “{said(slow)}” and “{said(fast)}” do not fit."
    clash = Verdict.AMBIGUOUS if moved_on else Verdict.CONTRADICTION
    verdict = Verdict.CONSISTENT if fit else clash
    return period_claim(verdict, (slow, fast), line, advice, "compounding")


def _factor(growth: Quantity) -> Interval:
    """Growth in percent as the factor that it multiplies by."""
    return exactly(1) + growth.interval().scaled(_PERCENT)


def _undone(growth: Quantity, per: Unit, cut: Quantity) -> Claim:
    kept, factor = 1 - cut.value() / 100, 1 + growth.value() / 100
    line = f"{number(kept)} × {number(factor)} {equals(kept * factor)} after one {per.name} of the old growth"
    advice = f"Say what became of the “{said(growth)}” growth after the cut of “{said(cut)}”."
    return period_claim(Verdict.AMBIGUOUS, (growth, cut), line, advice, "growth")
