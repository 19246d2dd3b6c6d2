"""What is left of a before, told as a share of it: "half the latency (60 ms vs 120 ms)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from starling.review.numbers.evaluate import reduction
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, said
from starling.review.numbers.told.sums import change_fits, in_one_unit, in_order
from starling.review.numbers.told.told_pairs import aligned, told_pairs

_HUNDRED = ratio(100)
_TIMES = "latency|time|runtime|duration|delay|wait|latencies"
_SUMS = "cost|costs|price|bill|spend|budget|fee|fees|money"
_SIZES = "size|memory|footprint|storage|disk|space|payload"
_MEASURES = {Kind.TIME: _TIMES, Kind.MONEY: _SUMS, Kind.DATA: _SIZES, Kind.COUNT: ""}
_OF_THE = re.compile(
    rf"(?! of the time\b) (?:of )?(?:the|its|our|their|what) (?:[a-z-]+ )?"
    rf"(?P<measure>{_TIMES}|{_SUMS}|{_SIZES}|[a-z]+)(?P<bracket> \((?:from )?)?"
)
_BEHIND = re.compile(
    r"[\s,;:(–—-]{1,4}(?:that's |that is |which is |so |or |i\.e\. |now |only |about |just ){0,2}"
)


_LED = re.compile(
    r"\b(?:at|with|for|in|to|by|is|was|are|runs?) (?:only |just |about |around |roughly |nearly )?$"
)


class Left(NamedTuple):
    """A share that is said to be left, and the two values that give it; *sure* where no part can be meant."""

    share: Quantity
    pair: Pair
    sure: bool


def left(sheet: Sheet) -> Iterator[Left]:
    """Every share of a measure with its before and after in brackets behind it, or right before it."""
    pairs = told_pairs(sheet)
    for share in sheet.of_kind(Kind.SHARE) if pairs else ():
        told = _OF_THE.match(sheet.lower, share.end)
        if told is None or not _is_level(share):
            continue
        place = bisect_left(pairs, share.start, key=lambda pair: pair.start)
        following, leading = pairs[place : place + 1], pairs[max(0, place - 1) : place]
        found = [pair for pair in following if told["bracket"] and pair.start == told.end()]
        found = found or [pair for pair in leading if _BEHIND.fullmatch(sheet.lower, pair.end, share.start)]
        for pair in found:
            if _is_of(pair, told["measure"]):
                led = _LED.search(sheet.before(share, 24)) is not None
                yield Left(share, aligned(pair), sure=led or pair.end < share.start)


def _is_level(share: Quantity) -> bool:
    return share.role is not Role.CHANGE and share.bound in (Bound.EXACT, Bound.ABOUT)


def _is_of(pair: Pair, measure: str) -> bool:
    """Whether a measure is told in such a unit; a bare number, or one of a thing of that name, may be any."""
    kind = pair.after.kind
    if kind is not pair.before.kind or kind not in _MEASURES or pair.before.value() <= 0:
        return False
    if kind is Kind.COUNT:
        return pair.after.noun in ("", measure)
    return measure in _MEASURES[kind].split("|")


def left_claim(found: Left) -> Claim:
    """What is left, or what was lost, in percent of the before; asked about where a part may be meant."""
    share, pair, sure = found
    holding = any(change_fits(share, pair, compute) for compute in (_kept, reduction))
    part = pair.after.value() * 100 / pair.before.value()
    first, second = in_one_unit(pair)
    missed = Verdict.CONTRADICTION if sure else Verdict.AMBIGUOUS
    return Claim(
        relation="R2",
        verdict=Verdict.CONSISTENT if holding else missed,
        quantities=in_order(pair.before, pair.after, share),
        arithmetic=lambda: f"{second} / {first} {equals(part)}%, written {said(share)}",
        advice=lambda: "" if holding else f"Say what “{said(share)}” is of: {_values(pair)} do not give it.",
        subtype="left",
    )


def _kept(before: Interval, after: Interval) -> Interval:
    return (after / before).scaled(_HUNDRED)


def _values(pair: Pair) -> str:
    return f"“{said(pair.before)}” and “{said(pair.after)}”"
