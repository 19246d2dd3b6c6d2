"""R17, periods and units: 30 a minute is one every 2 seconds, 2 weeks are 14 days, growth compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from starling.review.numbers.changes import quantities_within, stems
from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.growth import growths
from starling.review.numbers.interval import exactly
from starling.review.numbers.periods import convertible, one_stretch, period, period_claim, readings
from starling.review.numbers.quantity import Bound, Kind, Quantity, Unit
from starling.review.numbers.rates import counts, peaks
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, like, number, said
from starling.review.numbers.units import units
from starling.review.rule import example, tell

_TIME = "second|minute|hour|day|week|month|quarter|year"
_SAME = re.compile(
    r"^\s?(?:\(|=|,? ?i\.e\.,?|,? or|—|–)\s?(?:=|i\.e\.,?|that is,?|or|about|roughly|~|≈|some)?\s?$"
)
_CLOSED = re.compile(r"^\s?(?:[).,;]|$|total\)|\w+\))")
_EVERY = re.compile(
    rf"^[^.;\d]{{0,24}}?[(,—–-]?\s?(?:i\.e\.,? |so |one |or )?every (?:(\d{{1,4}}(?:\.\d)?) )?({_TIME})s?\b"
)
_INTERVAL = re.compile(rf"\bevery (?:(\d{{1,4}}(?:\.\d)?) )?({_TIME})s?\b")
_ONE_IN = re.compile(r"\b(?:1|one)\s(?:in|out of)\s(?:every )?$")
_CHANCE = re.compile(r"\b(?:chance|probability|likelihood|risk|odds)\b")
_REACH = 8
_BESIDE = 12
_LEAST_ODDS = 2
_SLIP = 12
"""A slip of a digit or a unit is at most this; beyond it the two are different things."""


def find(sheet: Sheet) -> Iterator[Claim]:
    """One amount in two units, rates beside intervals and counts, peaks beside volumes, and growth."""
    yield from _said_twice(sheet)
    yield from _restated(sheet)
    yield from _every(sheet)
    yield from _one_in(sheet)
    yield from peaks(sheet)
    yield from counts(sheet)
    yield from growths(sheet)


def _said_twice(sheet: Sheet) -> Iterator[Claim]:
    """As in "12,000 GB (12 TB)": one amount in two units."""
    for first, second in zip(sheet.quantities, sheet.quantities[1:], strict=False):
        if not convertible(first, second) or second.sentence != first.sentence:
            continue
        between = sheet.between(first, second)
        if len(between) > _BESIDE or not _SAME.match(between):
            continue
        if "(" in between and not _CLOSED.match(sheet.after(second, 10)):
            continue
        fit = any(fits(one, other, about(first, second)) for one, other in readings(first, second))
        if not fit and ("(" not in between or not _comparable(sheet, first, second)):
            continue
        yield _equal(first, second, Verdict.CONSISTENT if fit else Verdict.CONTRADICTION)


def _comparable(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether one amount can restate the other, as an interval ("every 2 weeks") cannot."""
    low, high = sorted((next(readings(first, second))[0].hi or 0, next(readings(first, second))[1].hi or 0))
    return high <= low * _SLIP and not re.search(r"\b(?:every|each|per) $", sheet.before(first, 8))


def _equal(first: Quantity, second: Quantity, verdict: Verdict) -> Claim:
    per = period(first), period(second)
    if per[0] is not None and per[1] is not None:
        value = first.value() / per[0].readings[0] * per[1].readings[0]
        line = f"{said(first)} {equals(value)} a {per[1].name}, written {said(second)}"
    else:
        line = f"{said(first)} = {like(first.value(), second)}, written {said(second)}"
    if one_stretch(first, second):
        line = f"{said(first)} = {said(second)}"
    advice = (
        ""
        if verdict is Verdict.CONSISTENT
        else f"Convert “{said(first)}” again: it does not fit “{said(second)}”."
    )
    return period_claim(verdict, (first, second), line, advice, "unit")


def _restated(sheet: Sheet) -> Iterator[Claim]:
    """The same stretch of time told again in another unit: "2 weeks", later "14 days"."""
    seen: list[Quantity] = []
    told: set[frozenset[tuple[str, Fraction]]] = set()
    for quantity in sheet.quantities:
        if (
            quantity.kind is not Kind.TIME
            or quantity.per
            or quantity.bound is Bound.RANGE
            or not quantity.low
        ):
            continue
        for other in seen[-_REACH:]:
            key = frozenset(((other.unit.name, other.low), (quantity.unit.name, quantity.low)))
            apart = quantity.start - other.end > _BESIDE
            if apart and other.unit != quantity.unit and key not in told and one_stretch(other, quantity):
                told.add(key)
                yield _equal(other, quantity, Verdict.CONSISTENT)
                break
        seen.append(quantity)


def _every(sheet: Sheet) -> Iterator[Claim]:
    """As in "4 calls a minute (every 15 seconds)"."""
    for rate in sheet.quantities:
        per = period(rate)
        if rate.kind is not Kind.COUNT or per is None:
            continue
        match = _EVERY.match(sheet.after(rate, 50))
        gap = _gap(match)
        if match is None or gap == 0:
            yield from _polled(sheet, rate, per)
            continue
        interval = exactly(per.readings[0] / gap)
        fit = fits(rate.interval(), interval, about(rate))
        said_gap = f"every {match[1]} {match[2]}s" if match[1] else f"every {match[2]}"
        gaps = quantities_within(sheet, rate.end, rate.end + match.end()) if match[1] else ()
        line = f"one {said_gap} = {number(per.readings[0] / gap)} a {per.name}, written {said(rate)}"
        advice = "" if fit else f"Say one of “{said(rate)}” and “{said_gap}”: the two do not fit."
        yield period_claim(
            Verdict.CONSISTENT if fit else Verdict.CONTRADICTION,
            (rate, *gaps),
            line,
            advice,
            "interval",
        )


def _gap(match: re.Match[str] | None) -> Fraction:
    """The seconds of "every 10 minutes"; 0 where nothing is said."""
    return Fraction(0) if match is None else Fraction(match[1] or 1) * units()[match[2]].readings[0]


def _polled(sheet: Sheet, rate: Quantity, per: Unit) -> Iterator[Claim]:
    """A rate that an interval told elsewhere comes to: "checked every 2 seconds" and "30 checks a minute"."""
    for match in islice(_INTERVAL.finditer(sheet.lower), _REACH):
        gap = _gap(match)
        if 0 < gap < per.readings[0] and per.readings[0] / gap == rate.value():
            line = f"one {match[0]} = {number(per.readings[0] / gap)} a {per.name}, written {said(rate)}"
            yield period_claim(Verdict.CONSISTENT, (rate,), line, "", "interval")
            return


def _one_in(sheet: Sheet) -> Iterator[Claim]:
    """As in "1 in 200 … 0.5%"."""
    for number_, quantity in enumerate(sheet.quantities):
        counted = quantity.kind is Kind.COUNT and quantity.low >= _LEAST_ODDS
        if not counted or _ONE_IN.search(sheet.before(quantity, 20)) is None:
            continue
        for share in sheet.quantities[max(0, number_ - _REACH) : number_ + _REACH]:
            if share.kind is Kind.SHARE:
                value = Fraction(100) / quantity.value()
                fit = fits(share.interval(), exactly(value), about(share, quantity))
                if fit or _is_chance(sheet, quantity, share):
                    line = f"1 / {number(quantity.value())} {equals(value)} %, written {said(share)}"
                    advice = (
                        ""
                        if fit
                        else f"Say one of “1 in {said(quantity)}” and “{said(share)}”: the two do not fit."
                    )
                    verdict = Verdict.CONSISTENT if fit else Verdict.CONTRADICTION
                    yield period_claim(verdict, (quantity, share), line, advice, "share")


def _is_chance(sheet: Sheet, odds: Quantity, share: Quantity) -> bool:
    """Whether a percentage restates odds: a chance of the same things, or a figure right behind."""
    if sheet.between(odds, share).strip() in ("(", "=", ", or", "or"):
        return True
    near = sheet.before(share, 24) + " " + share.text.lower() + " " + sheet.after(share, 40)
    same = stems(odds.noun) & stems(near)
    return bool(same) and _CHANCE.search(near) is not None


RELATION = Relation(
    code="R17",
    summary="The same amount in two units or per two periods is the same amount.",
    why="Conversions are done in the head while you speak, and growth rates compound.",
    source="numbers-audit, R17",
    hits=(
        (example(tell(action="Moved 12,000 GB (12 TB) of features to the new store.")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    situation=(
                        "The client polled 120 times a minute, that is 120 requests/minute (every second)."
                    )
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="Polling fell to 4 requests/minute (every 15 seconds).")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    situation="We had 90 pages within three months.",
                    result="Pages fell from 30 to 2 pages per month.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="We had 90 pages within three months.",
                    result="Pages fell from 80 to 2 pages per month.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(situation="One in 500 requests leaked, a chance of 0.2% per request.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(task="The migration had to be done in 6 weeks (90 days).")), Verdict.CONTRADICTION),
        (
            example(tell(situation="Storage cost grew 10% MoM.", result="Cut storage cost by 30%.")),
            Verdict.AMBIGUOUS,
        ),
        (
            example(tell(situation="GPU cost grew 100% YoY; in the summary GPU cost grew 60% QoQ.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="We score 40,000 payments daily.",
                    result="It held a peak of 300 payments per second.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        example(tell(action="- Weeks 1-2: shadowing\n- Weeks 3-4: first model")),
        example(tell(action="We met every 2 weeks (30 minutes) with the product team.")),
        example(tell(result="The job reads 20 GB in 3 minutes and writes 2 TB a day.")),
        example(tell(action="It logs every 10 seconds and retries every 30 seconds.")),
    ),
    find=find,
)
