"""R6, an availability beside a downtime in a stated period, and a rise that an uptime has no room for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.evaluate import about, fits, part_of, rest
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.relations.r06_complement.sides import FAMILIES, around
from starling.review.numbers.show import equals, like, number, said
from starling.review.numbers.told.changes import Way, changes, stems
from starling.review.numbers.told.linking import links
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.reading import Reading

_DOWN = re.compile(r"\b(?:downtime|outages?|unavailab\w+|down)\b")
_UP = FAMILIES[1][0]
_UPTIME = stems("uptime availability")
_PERIOD = re.compile(
    r"(?:/|per |an? |each |every |\b(?:in|over) (?:the|a|that|one) (?:whole |entire |full )?|this )"
    r"(year|month|week|quarter|day)\b"
)
_ADVERB = re.compile(r"\b(annual|yearly|monthly|weekly|daily)(?:ly)?\b")
_NAMED = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_LOOSE_MONTH = Fraction(2, 100)
_HUNDRED = Fraction(100)
_REACH = 45
_NOT_SMALL = 5
_OTHER_TIME = re.compile(r"\b(?:before|previous\w*|prior|until|earlier)\b")
_AIMED = re.compile(r"\b(?:promis\w+|sla|slo|guarantee\w*|target\w*|goal|agreed|committed|require\w*)\b")
_PROMISED = Fraction(99)
"""From here on an availability may be what was promised, of which less was lost."""


def downtimes(sheet: Sheet) -> Iterator[Claim]:
    """An availability beside a downtime in a stated period."""
    if not sheet.mentions("down", "outage", "unavailab"):
        return
    last: Quantity | None = None
    for quantity in sheet.quantities:
        if quantity.kind is Kind.SHARE and _UP.search(" ".join(around(sheet, quantity))):
            last = None if _AIMED.search(sheet.before(quantity, _REACH)) else quantity
        elif quantity.kind is Kind.SHARE and last is not None and quantity.sentence != last.sentence:
            last = None  # "99.5% meant 3.6 hours a month. At 99.95% it is 22 minutes."
        elif quantity.kind is Kind.TIME and quantity.low and last is not None:
            period = _period(sheet, quantity)
            if period is not None and quantity.sentence - last.sentence <= 1:
                yield _down_claim(_in_step(sheet, last, quantity), quantity, period)


def _in_step(sheet: Sheet, share: Quantity, down: Quantity) -> Quantity:
    """The availability of the same time as a downtime, where both changed."""
    pair = sheet.reading.once(_by_member).get(share.start)
    if pair is None:
        return share
    return pair.before if down.role is Role.BEFORE else pair.after


def _by_member(reading: Reading) -> dict[int, Pair]:
    pairs = told_pairs(reading.once(Sheet))
    return {member.start: pair for pair in pairs for member in (pair.before, pair.after)}


def _period(sheet: Sheet, quantity: Quantity) -> str | None:
    """The period a downtime is counted in, where the words say that it is one."""
    before, after = sheet.before(quantity, 30), sheet.after(quantity, 40)
    if _DOWN.search(before + " " + after) is None or _OTHER_TIME.search(after):
        return None
    named = _PERIOD.search(after) or _ADVERB.search(after) or _ADVERB.search(before)
    if named is None:
        return quantity.per or None
    return _NAMED.get(named[1], named[1])


def _down_claim(share: Quantity, down: Quantity, period: str) -> Claim:
    length = units()[period].readings[0] if period in units() else units()["year"].readings[0]
    allowed = part_of(rest(share.interval()), exactly(length)).widened(_LOOSE_MONTH)
    if fits(down.interval(), allowed, about(share, down)):
        verdict, advice = Verdict.CONSISTENT, ""
    else:
        below = allowed.lo is not None and down.value() < allowed.lo
        loose = below and share.bound in (Bound.ABOVE, Bound.AT_LEAST)
        promised = below and share.value() >= _PROMISED
        verdict = Verdict.CONSISTENT if loose else Verdict.AMBIGUOUS if promised else Verdict.CONTRADICTION
        advice = (
            f"Compute one of “{said(share)}” and “{said(down)}” from the other: over a {period} "
            f"these two do not fit."
        )
    computed = (_HUNDRED - share.value()) / _HUNDRED * length
    line = f"100% − {said(share)} = {number(_HUNDRED - share.value())}% of a {period}, {like(computed, down)}"
    return Claim(
        relation="R6", verdict=verdict, quantities=in_order(share, down), advice=advice,
        arithmetic=lambda: f"{line}, written {said(down)}",
    )  # fmt: skip


def no_room(sheet: Sheet) -> Iterator[Claim]:
    """As in "uptime improved by 20%": a level near one hundred has no room for it."""
    if not sheet.mentions("uptime", "availab"):
        return
    spoken_of = {link.change.quantity.start for link in links(sheet) if link.close}
    for change in changes(sheet):
        stated = change.quantity
        rises = change.way in (Way.UP, Way.BETTER)
        loose = stated.kind is Kind.SHARE and stated.start not in spoken_of
        if loose and rises and stated.low >= _NOT_SMALL and change.about & _UPTIME:
            factor = 1 + stated.value() / _HUNDRED
            yield Claim(
                relation="R6",
                verdict=Verdict.AMBIGUOUS,
                quantities=(stated,),
                arithmetic=f"100% / {number(factor)} {equals(_HUNDRED / factor)}% at most to begin with",
                advice=f"Say whether “{said(stated)}” is of the downtime, or give both levels.",
                subtype="base",
            )
