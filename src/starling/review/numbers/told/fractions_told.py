"""R15, a count of so many and the percent beside it: "33 of 60 riddles (55%)", "45%, or 9 of 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, said
from starling.review.numbers.told.products import product_claim

_OF = re.compile(r"\s(?:(?:out )?of|on) (?:(?:our|the|all|those|these|my|their|its|a total of) ){0,2}|/")
_JOINTS = (" of ", " out", " on ")
_HEDGE = r"(?:about |around |roughly |nearly |almost |over |a good )?[~≈]?"
_BRACKET = re.compile(rf"(?: [a-z-]+){{0,2}} ?\(\s?(?:i\.e\.,? |that's |or )?{_HEDGE}")
_SAID = re.compile(
    r"(?: [a-z-]+){0,2}(?:,|:| –| —| =)? ?"
    rf"(?:so |or |i\.e\.,? |that's |that is |which is |which makes )?{_HEDGE}"
)
_LED = re.compile(rf"[^.;()\d]{{0,60}}?(?:\(|,|:| –| —| or) ?(?:(?:that's|or|i\.e\.,?|the|these) )?{_HEDGE}")
_RESTATES = re.compile(
    rf"^(?: [a-z-]+){{0,2}}(?:,|;| –| —) (?:that's|that is|which is|i\.e\.,?|which makes) {_HEDGE}$"
)
_ENDS = re.compile(r"[.,;)]|$| and\b")
_CLOSED = re.compile(r"\)|, (?!of|by|in|on|for|from|up|down|weighted|measured)")
_OF_THOSE = re.compile(r"(?:^|[,:;] )(?:and )?of (?:the|our|these|those|all|my|all our) $")
_SUMMED = re.compile(
    rf"^[^.;()\d]{{1,70}}, (?:or|so|that's|that is|which is|i\.e\.,?|an? [a-z-]+(?: rate)? of) {_HEDGE}$"
)
_SIGNS = ("+", "-", "−", "–")
_HUNDRED = ratio(100)


def fractions_told(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each count of so many with its percent: in brackets behind it, or beside it if it fits."""
    quantities, lower = sheet.quantities, sheet.lower
    for place, (part, whole) in enumerate(pairwise(quantities)):
        joint = lower[part.end : part.end + 4]
        if (joint not in _JOINTS and joint[:1] != "/") or not is_fraction(sheet, part, whole):
            continue
        following, leading = quantities[place + 2 : place + 3], quantities[max(0, place - 1) : place]
        told = [each for each in following if _follows(sheet, part, whole, each)]
        told = told or [each for each in leading if _leads(sheet, part, whole, each)]
        for share in told:
            yield _claim(part, whole, share)
        if not told:
            yield from _beside(sheet, part, whole, following)
    yield from _of_those(sheet)
    yield from _of_a_sum(sheet)


def _of_a_sum(sheet: Sheet) -> Iterator[Claim]:
    """As in "$90K a month less, 5% of the $1.8M", where it fits."""
    quantities = sheet.quantities
    for part, share, whole in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if share.unit.kind is not Kind.SHARE or not part.unit.kind is whole.unit.kind is Kind.MONEY:
            continue
        if part.sentence != whole.sentence or not 0 < part.value() < whole.value():
            continue
        of_it = _OF.fullmatch(sheet.lower, share.end, whole.start) is not None
        if of_it and _SAID.fullmatch(sheet.between(part, share)) and _fit(part, whole, share):
            yield _claim(part, whole, share)


def _beside(sheet: Sheet, part: Quantity, whole: Quantity, following: Sequence[Quantity]) -> Iterator[Claim]:
    """As in "in four of the five towns, 60%.": asked where it is another share than theirs."""
    for share in following:
        alone = _is_share(sheet, share, whole) and sheet.between(whole, share) == ", "
        if alone and sheet.after(share, 1) in (".", ";", ""):
            yield _asked(_claim(part, whole, share), part, whole, share)


def _asked(claim: Claim, part: Quantity, whole: Quantity, share: Quantity) -> Claim:
    """A share that does not fit, as a question: it may be one of something else."""
    if claim.verdict is Verdict.CONSISTENT:
        return claim
    advice = f"Say what “{said(share)}” is of: “{said(part)}” of “{said(whole)}” is another share."
    return replace(claim, verdict=Verdict.AMBIGUOUS, advice=advice, subtype="base", escapable=False)


def _of_those(sheet: Sheet) -> Iterator[Claim]:
    """As in "of our 8 sites 6 kept it, an uptake of 75%"; another share may be one of something else."""
    quantities = sheet.quantities
    for whole, part, share in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if share.unit.kind is not Kind.SHARE or not whole.unit.kind is part.unit.kind is Kind.COUNT:
            continue
        if whole.per or part.per or not 0 < part.low <= whole.low:
            continue
        alike = whole.sentence == part.sentence and _is_share(sheet, share, whole)
        if alike and _OF_THOSE.search(sheet.before(whole, 24)) and _SUMMED.search(sheet.between(part, share)):
            yield _asked(_claim(part, whole, share), part, whole, share)


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
    shared = share.kind is Kind.SHARE and share.bound is not Bound.RANGE and share.sentence == part.sentence
    fitting = shared and _fit(part, whole, share)
    return fitting and _LED.fullmatch(sheet.between(share, part)) is not None


def is_fraction(sheet: Sheet, part: Quantity, whole: Quantity) -> bool:
    """Whether two figures are told as so many of so many: "17 of the 24", "$3k on $90k"."""
    counted = part.unit.kind is whole.unit.kind is Kind.COUNT and not part.per and not whole.per
    paid = part.unit.kind is whole.unit.kind is Kind.MONEY and part.per in ("", whole.per)
    if not paid and sheet.lower.startswith(" on ", part.end):
        return False
    counted = counted or paid
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
