"""R15, a count of so many and the percent beside it: "33 of 60 riddles (55%)", "45%, or 9 of 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.exact import ratio
from starling.review.numbers.products import product_claim
from starling.review.numbers.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.relation import Claim
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, said

_OF = re.compile(r"\s(?:out )?of (?:(?:our|the|all|those|these|my|their|its|a total of) ){0,2}|/")
_JOINTS = (" of ", " out")
_HEDGE = r"(?:about |around |roughly |nearly |almost |over |a good )?[~≈]?"
_BRACKET = re.compile(rf"(?: [a-z-]+){{0,2}} ?\(\s?(?:i\.e\.,? |that's |or )?{_HEDGE}")
_SAID = re.compile(
    r"(?: [a-z-]+){0,2}(?:,|:| –| —| =)? ?"
    rf"(?:so |or |i\.e\.,? |that's |that is |which is |which makes )?{_HEDGE}"
)
_LED = re.compile(rf"[^.;()\d]{{0,60}}?(?:\(|,|:| –| —| or) ?(?:that's |or |i\.e\.,? )?{_HEDGE}")
_RESTATES = re.compile(
    rf"^(?: [a-z-]+){{0,2}}(?:,|;| –| —) (?:that's|that is|which is|i\.e\.,?|which makes) {_HEDGE}$"
)
_ENDS = re.compile(r"[.,;)]|$| and\b")
_CLOSED = re.compile(r"\)|, (?!of|by|in|on|for|from|up|down|weighted|measured)")
_SIGNS = ("+", "-", "−", "–")
_HUNDRED = ratio(100)


def fractions_told(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each count of so many with its percent: in brackets behind it, or beside it if it fits."""
    quantities, lower = sheet.quantities, sheet.lower
    for place, (part, whole) in enumerate(pairwise(quantities)):
        joint = lower[part.end : part.end + 4]
        if (joint not in _JOINTS and joint[:1] != "/") or not _is_fraction(sheet, part, whole):
            continue
        following, leading = quantities[place + 2 : place + 3], quantities[max(0, place - 1) : place]
        told = [each for each in following if _follows(sheet, part, whole, each)]
        told = told or [each for each in leading if _leads(sheet, part, whole, each)]
        for share in told:
            yield _claim(part, whole, share)


def _follows(sheet: Sheet, part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether a share behind them is theirs: in brackets of its own, or in another way if it fits."""
    if not _is_share(sheet, share, whole):
        return False
    between = sheet.between(whole, share)
    bracket = _BRACKET.fullmatch(between) and _CLOSED.match(sheet.after(share))
    if bracket or (_RESTATES.search(between) and _ENDS.match(sheet.after(share))):
        return True
    return _SAID.fullmatch(between) is not None and _fit(part, whole, share)


def _leads(sheet: Sheet, part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether a share before them is theirs, which only the arithmetic can tell."""
    fitting = _is_share(sheet, share, part) and _fit(part, whole, share)
    return fitting and _LED.fullmatch(sheet.between(share, part)) is not None


def _is_fraction(sheet: Sheet, part: Quantity, whole: Quantity) -> bool:
    counted = part.kind is whole.kind is Kind.COUNT and not part.per and not whole.per
    exact = part.bound is not Bound.RANGE is not whole.bound and 0 < part.low <= whole.low
    alike = counted and exact and part.sentence == whole.sentence
    return alike and _OF.fullmatch(sheet.lower, part.end, whole.start) is not None


def _is_share(sheet: Sheet, share: Quantity, beside: Quantity) -> bool:
    """Whether it is a level, not a change, of the same sentence."""
    level = share.kind is Kind.SHARE and share.role is not Role.CHANGE and share.bound is not Bound.RANGE
    return level and share.sentence == beside.sentence and not sheet.before(share, 1).endswith(_SIGNS)


def _fit(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    of_all = (part.interval() / whole.interval()).scaled(_HUNDRED)
    return fits(share.interval(), of_all, about(part, whole, share))


def _claim(part: Quantity, whole: Quantity, share: Quantity) -> Claim:
    exact = part.value() * _HUNDRED / whole.value()
    return product_claim(
        (part, whole, share),
        (
            _fit(part, whole, share),
            f"{said(part)} of {said(whole)} {equals(exact)}%, written {said(share)}",
        ),
        f"Work “{said(share)}” out again from “{said(part)}” and “{said(whole)}”.",
        escapable=True,
    )
