"""R17, rates: a peak beside a volume, and a count over a stretch of time beside a rate."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.interval import exactly
from starling.review.numbers.linking import told_pairs
from starling.review.numbers.periods import period, period_claim
from starling.review.numbers.quantity import Kind, Quantity, Unit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, said

_OVER = re.compile(r"\b(?:in|within|over|during|across)\s(?:the |just |only |about |those |these |last )*$")
_PEAK = re.compile(r"\b(?:peak|burst|max(?:imum)?|spikes?)\b")
_FAR = 100
"""A peak this many times the average is asked about (number labels, st-level rule 19: at most ambiguous)."""
_REACH = 8


def peaks(sheet: Sheet) -> Iterator[Claim]:
    """A peak beside a volume of the same things: "90 requests a second at peak" and "2,000 a day"."""
    seen: dict[str, list[tuple[Quantity, Unit]]] = {}
    for quantity in sheet.quantities:
        per = period(quantity)
        if per is None or quantity.kind is not Kind.COUNT or not quantity.noun:
            continue
        for other, other_per in seen.get(quantity.noun, [])[-_REACH:]:
            if other_per != per:
                yield from _peak(sheet, (other, other_per), (quantity, per))
        seen.setdefault(quantity.noun, []).append((quantity, per))


def _peak(sheet: Sheet, first: tuple[Quantity, Unit], second: tuple[Quantity, Unit]) -> Iterator[Claim]:
    peaks = [
        bool(_PEAK.search(sheet.before(each[0], 40) + sheet.after(each[0], 25))) for each in (first, second)
    ]
    a, b = (each[0].value() / each[1].readings[0] for each in (first, second))
    if peaks[0] == peaks[1] or not a or not b:
        return
    peak, volume = (first, second) if peaks[0] else (second, first)
    high, mean = (a, b) if peaks[0] else (b, a)
    quantities = (first[0], second[0])
    line = (
        f"{said(volume[0])} {equals(mean * peak[1].readings[0])} a {peak[1].name} on average, "
        f"{said(peak[0])} at peak"
    )
    if high * Fraction(102, 100) < mean:
        yield period_claim(
            Verdict.CONTRADICTION,
            quantities,
            line,
            f"Check “{said(peak[0])}” against “{said(volume[0])}”: a peak is not below the average.",
            "peak",
        )
    elif high > mean * _FAR:
        yield period_claim(
            Verdict.AMBIGUOUS,
            quantities,
            line,
            f"Say what “{said(peak[0])}” is: a test load, or a peak of how long.",
            "peak",
        )


def counts(sheet: Sheet) -> Iterator[Claim]:
    """A count in a stretch of time beside a rate: "90 pages in three months", "30 pages per month"."""
    rates: dict[str, list[Quantity]] = {}
    for quantity in sheet.quantities:
        if quantity.kind is Kind.COUNT and quantity.noun and period(quantity) is not None:
            rates.setdefault(quantity.noun, []).append(quantity)
    if not rates:
        return
    starts = {
        pair.after.noun: pair.before
        for pair in told_pairs(sheet)
        if period(pair.after) is not None and pair.after.noun
    }
    for count, stretch in pairwise(sheet.quantities):
        if count.kind is not Kind.COUNT or period(count) is not None or count.noun not in rates:
            continue
        if (
            stretch.kind is Kind.TIME
            and stretch.sentence == count.sentence
            and _OVER.search(sheet.between(count, stretch))
        ):
            yield from _per_period(count, stretch, rates[count.noun], starts.get(count.noun))


def _per_period(
    count: Quantity, stretch: Quantity, rates: list[Quantity], start: Quantity | None
) -> Iterator[Claim]:
    told = rates[0]
    per = period(told)
    if per is None or stretch.value() == 0:
        return
    rate = start if start is not None and start is not told else told
    computed = (count.interval() / stretch.interval()).scaled(per.readings[0])
    exact = count.value() / stretch.value() * per.readings[0]
    line = f"{said(count)} / {said(stretch)} {equals(exact)} a {per.name}, written {said(rate)}"
    members = (count, stretch, rate)
    if fits(rate.interval(), exactly(round(exact, 2)), about(rate, count, stretch)) or (
        fits(rate.interval(), computed) and abs(exact - rate.value()) <= exact / 10
    ):
        yield period_claim(Verdict.CONSISTENT, members, line, "", "rate")
    elif rate is start and stretch.value() >= per.readings[0]:
        advice = f"Say the period of “{said(count)}” and “{said(rate)}”: as one measure these two do not fit."
        asked = period_claim(Verdict.CONTRADICTION, members, line, advice, "rate")
        yield dataclasses.replace(asked, escapable=True)
