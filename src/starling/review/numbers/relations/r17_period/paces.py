"""R17, paces: a rate beside the interval that it comes from, "30 checks a minute" and "every 2 seconds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, said
from starling.review.numbers.told.changes import quantities_within
from starling.review.numbers.told.periods import period, period_claim

_TIME = "second|minute|hour|day|week|month|quarter|year"
_EVERY = re.compile(
    rf"^[^.;\d]{{0,24}}?[(,—–-]?\s?(?:i\.e\.,? |so |one |or )?every (?:(\d{{1,4}}(?:\.\d)?) )?({_TIME})s?\b"
)
_INTERVAL = re.compile(rf"every(?<=\bevery) (?:(\d{{1,4}}(?:\.\d)?) )?({_TIME})s?\b")
_ASKS = re.compile(r"\b(?:poll|ping|quer|request|call|fetch|check|refresh|prob|scrap|ask|hit)\w*\b")
_ASKED = ("requests", "queries", "calls", "polls", "checks", "pings", "hits", "probes", "fetches", "lookups")
_MOST, _NEAR = 8, 160


def paces(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each rate that an interval is told for, beside it or a sentence away."""
    if not sheet.mentions("every "):
        return
    intervals = list(islice(_INTERVAL.finditer(sheet.lower), _MOST))
    for rate in sheet.of_kind(Kind.COUNT) if intervals else ():
        per = period(rate) if rate.per else None
        if per is None:
            continue
        match = _EVERY.match(sheet.after(rate, 50))
        if match is None or _gap(match) == 0:
            yield from _elsewhere(sheet, rate, per, intervals)
        else:
            yield _beside(sheet, rate, per, match)


def _beside(sheet: Sheet, rate: Quantity, per: Unit, match: re.Match[str]) -> Claim:
    """As in "4 calls a minute (every 15 seconds)"."""
    pace = per.readings[0] / _gap(match)
    fit = fits(rate.interval(), exactly(pace), about(rate))
    told = f"every {match[1]} {match[2]}s" if match[1] else f"every {match[2]}"
    gaps = quantities_within(sheet, rate.end, rate.end + match.end()) if match[1] else ()
    return period_claim(
        Verdict.CONSISTENT if fit else Verdict.CONTRADICTION,
        (rate, *gaps),
        f"one {told} {equals(pace)} a {per.name}, written {said(rate)}",
        "" if fit else f"Say one of “{said(rate)}” and “{told}”: the two do not fit.",
        "interval",
    )


def _gap(match: re.Match[str]) -> Fraction:
    """The seconds of "every 10 minutes"."""
    return Fraction(match[1] or 1) * units()[match[2]].readings[0]


def _elsewhere(sheet: Sheet, rate: Quantity, per: Unit, intervals: list[re.Match[str]]) -> Iterator[Claim]:
    """A rate that an interval told elsewhere comes to, or the one close before it should come to."""
    useful = [match for match in intervals if 0 < _gap(match) < per.readings[0]]
    fitting = [match for match in useful if per.readings[0] / _gap(match) == rate.value()]
    if fitting:
        yield _paced(rate, per, fitting[0], Verdict.CONSISTENT)
        return
    before = [match for match in useful if match.end() <= rate.start]
    if before and _is_paced_by(sheet, rate, before[-1]):
        yield _paced(rate, per, before[-1], Verdict.AMBIGUOUS)


def _is_paced_by(sheet: Sheet, rate: Quantity, match: re.Match[str]) -> bool:
    """As in "It polls every second. These 180 requests a minute …", where nothing multiplies."""
    gap = sheet.lower[match.end() : rate.start]
    if rate.noun not in _ASKED or len(gap) > _NEAR or gap.count(". ") > 1:
        return False
    if quantities_within(sheet, match.end(), rate.start) or re.search(r"\b(?:each|all|total)\b", gap):
        return False
    return _ASKS.search(sheet.lower[max(0, match.start() - _NEAR // 2) : match.start()]) is not None


def _paced(rate: Quantity, per: Unit, match: re.Match[str], verdict: Verdict) -> Claim:
    line = f"one {match[0]} {equals(per.readings[0] / _gap(match))} a {per.name}, written {said(rate)}"
    asked = f"Say what else makes “{said(rate)}”: one {match[0]} comes to another figure."
    return period_claim(verdict, (rate,), line, "" if verdict is Verdict.CONSISTENT else asked, "interval")
