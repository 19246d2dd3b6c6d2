"""R17, conversions: one amount told in two units or per two periods, side by side or far apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import like, number, said
from starling.review.numbers.told.periods import (
    convertible,
    nearest,
    one_stretch,
    period,
    period_claim,
    readings,
    scales,
    shorter,
    worked_out,
)
from starling.review.numbers.told.same import one_thing, stems_of

_HEDGE = r"(?:about|around|roughly|approximately|nearly|almost|some|over|an?|the|only|just)?\s?[~≈]?"
_IS = (
    r"(?:(?:that|which|this) (?:is|was|makes|made|means|equals|comes to|came to|adds up to|added up to"
    r"|works out (?:at|to|as)|amounts to)|that's|i\.e\.,?|equal to|equals|equivalent to|amounting to"
    r"|adding up to|making)"
)
_SAYS_SO = re.compile(
    rf"^\s?(?:\(\s?|=\s?|[,;—–-]?\s?(?:and )?{_IS}\s|[,;] so )"
    rf"(?:=|i\.e\.,?|that is,?|or)?\s?{_HEDGE}$"
)
"""One amount is said to be the other: a bracket, a sign, or "which is"."""
_BESIDE = re.compile(
    rf"^(?: saved| less| more)?\s?(?:,|,? or|—|–|,? and thus|,? so|,? meaning|,? for)\s?(?:or )?{_HEDGE}$"
)
"""One amount follows the other: only told as one where the arithmetic says so."""
_RECKONED = re.compile(r"^(?:, (?:or |so )?|, ?\(?| \()(?:about |around |roughly |approximately |~ ?|≈ ?)$")
"""An estimate right behind."""
_SENTENCE = re.compile(rf"^\)?\.\s{_IS}\s{_HEDGE}$")
_CLOSED = re.compile(r"^\s?(?:[).,;]|$|total\)|\w+\))")
_ENDS = re.compile(
    r"^\s?(?:[).,;:!]|$|and\b|in total|total\b|altogether|in all\b|on average|across\b|overall)"
)
"""Behind an amount that stands for itself: not "3 hours faster", "100 a week less", "2 days of"."""
_ALLOWED = re.compile(r"\b(?:limit|limits|limited|quota|cap|capped|max|maximum|allow\w*|at most|up to)\b")
_EACH_TIME = re.compile(r"\b(?:every|each|per) $")
_REACH, _NEAR, _APART = 8, 60, 12
_HOURS = "hour"
_SLIP = 12
"""A slip of a digit or a unit is at most this; beyond it the two are different things."""


def said_twice(sheet: Sheet) -> Iterator[Claim]:
    """As in "12,000 GB (12 TB)", "50 calls a day, which is 350 a week"."""
    for first, second in pairwise(sheet.quantities):
        if second.start - first.end > _NEAR or first.unit.kind is not second.unit.kind:
            continue
        if convertible(first, second) and 0 <= second.sentence - first.sentence <= 1:
            fit = any(fits(one, other, about(first, second)) for one, other in readings(first, second))
            if not fit and first.role is Role.AFTER:
                continue  # "fell from $9 to $7 a month, which is $24 a year" speaks of the difference
            if _told_as_one(sheet, first, second, fit=fit):
                yield _equal(first, second, Verdict.CONSISTENT if fit else Verdict.CONTRADICTION)
            elif not fit and _reckoned(sheet, first, second):
                yield _equal(first, second, Verdict.AMBIGUOUS)


def _told_as_one(sheet: Sheet, first: Quantity, second: Quantity, *, fit: bool) -> bool:
    """Whether the words between say that the two are one amount; a list of amounts may only happen to fit."""
    between = sheet.between(first, second)
    if first.sentence != second.sentence:
        is_said = _SENTENCE.match(between) is not None
    else:
        is_said = _SAYS_SO.match(between) is not None
    after = sheet.after(second, 12)
    if "(" in between and not _CLOSED.match(after):
        return False
    if fit:
        return is_said or _BESIDE.match(between) is not None
    return is_said and _ENDS.match(after) is not None and _comparable(sheet, first, second)


def _reckoned(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether one amount seems worked out from the other: "30 hours a day, about 11k hours a year"."""
    if first.sentence != second.sentence or not first.per or not second.per or first.role is not Role.PLAIN:
        return False
    worth = first.kind in (Kind.MONEY, Kind.TIME)
    named = worth or (bool(second.noun) and first.noun == second.noun)
    told = _RECKONED.search(sheet.between(first, second)) is not None
    return (
        told
        and named
        and _ENDS.match(sheet.after(second, 12)) is not None
        and _comparable(sheet, first, second)
    )


def _comparable(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether one amount can restate the other, as an interval ("every 2 weeks") or a limit cannot."""
    one, other = next(readings(first, second))
    low, high = sorted((one.hi or Fraction(0), other.hi or Fraction(0)))
    if first.per != second.per and _ALLOWED.search(sheet.before(first)):
        return False
    return high <= low * _SLIP and not _EACH_TIME.search(sheet.before(first, 8))


def _equal(first: Quantity, second: Quantity, verdict: Verdict) -> Claim:
    holds = verdict is Verdict.CONSISTENT
    asked = verdict is Verdict.AMBIGUOUS
    advice = "" if holds else f"Convert “{said(first)}” again: it does not fit “{said(second)}”."
    advice = f"Say how “{said(second)}” comes from “{said(first)}”." if asked else advice
    line = _line(first, second) if first.per == second.per else _scaled_line(first, second, holds=holds)
    return period_claim(verdict, (first, second), line, advice, "unit")


def _line(first: Quantity, second: Quantity) -> str:
    """The one amount worked out in the unit of the other."""
    if one_stretch(first, second):
        return f"{said(first)} = {said(second)}"
    return f"{said(first)} = {like(first.value(), second)}, written {said(second)}"


def _scaled_line(first: Quantity, second: Quantity, *, holds: bool) -> str:
    """As in "50 calls a day × 7 = 350 a week, written 350 calls a week"."""
    small = shorter(first, second)
    large = second if small is first else first
    scale = nearest(scales(first, second), small.value(), large.value(), holds=holds)
    per = period(large)
    made = worked_out(small.value() * scale, large) + ("" if per is None else f" a {per.name}")
    return f"{said(small)} × {number(scale)} {made}, written {said(large)}"


def restated(sheet: Sheet) -> Iterator[Claim]:
    """The same stretch of time told again in another unit: "2 weeks", later "14 days"."""
    seen: list[Quantity] = []
    told: set[frozenset[tuple[str, Fraction]]] = set()
    for quantity in sheet.of_kind(Kind.TIME):
        if quantity.per or quantity.bound is Bound.RANGE or not quantity.low:
            continue
        for other in seen[-_REACH:]:
            apart = quantity.start - other.end > _APART
            if other.unit.name == quantity.unit.name or not apart or not one_stretch(other, quantity):
                continue
            if other.value() != quantity.value() and _HOURS in (other.unit.name, quantity.unit.name):
                continue  # "24 hours" of a machine are not the three working days told elsewhere
            if not _may_be_one(sheet, other, quantity):
                continue
            key = frozenset(((other.unit.name, other.low), (quantity.unit.name, quantity.low)))
            if key not in told:
                told.add(key)
                yield _equal(other, quantity, Verdict.CONSISTENT)
                break
        seen.append(quantity)


def _may_be_one(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether words say that two stretches are one, or one is named by its length: "a 90-day plan"."""
    named = "-" in first.text or "-" in second.text
    if first.sentence == second.sentence:
        return named or bool(stems_of(first) & stems_of(second))
    return named or one_thing(sheet, first, second)
