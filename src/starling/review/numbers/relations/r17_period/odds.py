"""R17, odds: "1 in 200" beside its percentage, and "from 1 in 10 to 1 in 50" beside what it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits, fold, reduction
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.changes import stems
from starling.review.numbers.told.periods import period_claim

_CUES = ("1 in ", "one in ", "1 out of ", "one out of ")
_ONE_IN = re.compile(r"\b(?:1|one)\s(?:in|out of)\s(?:every )?$")
_CHANCE = re.compile(r"\b(?:chance|probability|likelihood|risk|odds)\b")
_TO = re.compile(
    r" (?:[a-z]+ ){0,2}?(?:to|→|->) (?:(?:only|just|about) )?(?:1|one) (?:in|out of) (?:every )?"
)
_BEHIND = re.compile(
    r"(?: [a-z]+){0,2}[\s,;:(–—-]{1,4}"
    r"(?:(?:an?|so|or|that's|that is|which is|i\.e\.,?|about|nearly|almost) ){0,3}[~≈−-]?"
)
_LESS = re.compile(r" (?:[a-z]+ ){0,2}?(?:fewer|less|lower|drop|reduction|cut|decrease|better|improvement)\b")
_REACH = 8
_LEAST_ODDS = 2
_PAIR = 2
"""Odds told twice and no more are before and after, wherever they stand, if the change fits them."""


def odds(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each percentage that restates odds, and for each change that stands behind two of them."""
    if not sheet.mentions(*_CUES):
        return
    told = [quantity for quantity in sheet.of_kind(Kind.COUNT) if _is_odds(sheet, quantity)]
    for quantity in told:
        yield from _in_percent(sheet, quantity)
    for before, after in pairwise(told):
        joined = _TO.fullmatch(sheet.lower, before.end, after.start) is not None
        for claim in _changed(sheet, before, after) if joined or len(told) == _PAIR else ():
            if joined or claim.verdict is Verdict.CONSISTENT:
                yield claim


def _is_odds(sheet: Sheet, quantity: Quantity) -> bool:
    return quantity.low >= _LEAST_ODDS and _ONE_IN.search(sheet.before(quantity, 20)) is not None


def _in_percent(sheet: Sheet, quantity: Quantity) -> Iterator[Claim]:
    """As in "1 in 200 … 0.5%"."""
    place = sheet.index_of(quantity)
    value = Fraction(100) / quantity.value()
    for share in sheet.quantities[max(0, place - _REACH) : place + _REACH]:
        if share.kind is Kind.SHARE:
            fit = fits(share.interval(), exactly(value), about(share, quantity))
            if fit or _is_chance(sheet, quantity, share):
                line = f"1 / {number(quantity.value())} {equals(value)}%, written {said(share)}"
                yield _claim((quantity, share), line, fit=fit)


def _is_chance(sheet: Sheet, told: Quantity, share: Quantity) -> bool:
    """Whether a percentage restates odds: a chance of the same things, or a figure right behind."""
    if sheet.between(told, share).strip() in ("(", "=", ", or", "or"):
        return True
    near = sheet.before(share, 24) + " " + share.text.lower() + " " + sheet.after(share, 40)
    same = stems(told.noun) & stems(near)
    return bool(same) and _CHANCE.search(near) is not None


def _changed(sheet: Sheet, before: Quantity, after: Quantity) -> Iterator[Claim]:
    """The factor or the percent right behind: "from 1 in 10 to 1 in 50 (5x less)"."""
    place = sheet.index_of(after) + 1
    for stated in sheet.quantities[place : place + 1]:
        beside = _BEHIND.fullmatch(sheet.lower, after.end, stated.start) is not None
        change = stated.kind is Kind.RATIO or (stated.kind is Kind.SHARE and _LESS.match(sheet.after(stated)))
        if not (beside and change) or stated.sentence != after.sentence:
            continue
        one, other = exactly(1 / before.value()), exactly(1 / after.value())
        times, percent = fold(one, other), reduction(one, other)
        computed, sign = (times, "×") if stated.kind is Kind.RATIO else (percent, "%")
        fit = fits(stated.interval(), computed, about(stated, before, after))
        shown = f"1 in {number(before.value())} to 1 in {number(after.value())}"
        line = f"{shown} {equals(computed.lo or Fraction(0))}{sign} less, written {said(stated)}"
        yield _claim((before, after, stated), line, fit=fit)


def _claim(quantities: tuple[Quantity, ...], line: str, *, fit: bool) -> Claim:
    *told, stated = quantities
    shown = ", ".join(f"“1 in {said(each)}”" for each in told)
    advice = "" if fit else f"Work “{said(stated)}” out again: it does not fit {shown}."
    verdict = Verdict.CONSISTENT if fit else Verdict.CONTRADICTION
    return period_claim(verdict, quantities, line, advice, "share")
