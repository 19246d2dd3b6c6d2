"""R15, money worked out from money: what is left net, a gain of a week told for a year, so much for each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from starling.model.story import PartKind
from starling.review.numbers.evaluate import told_as
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import digits, like, number, said
from starling.review.numbers.told.periods import multiples, period
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import aligned, told_pairs

_NET = re.compile(
    r"\bnet(?:s|ted|ting)?(?: (?:savings?|gains?|results?|benefit|effect|profit|is|was|of|a|comes to|came to"
    r"|about|around|roughly|nearly|we|still|keep|kept|got|only)){0,4} [~≈]?$"
)
_NET_AFTER = re.compile(r"^ net\b")
_SO = re.compile(r"\b(?:so|leaves|leaving|which|that's|that is|makes)\b[^.;\d]{0,40}$")
_YEARLY = re.compile(r"\b(?:a|per|over a|over the|each|every|in a|full) year\b|\bannual|\byearly\b")
_EACH = re.compile(r"^ each\b")
_EARLIER = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)
_PLAIN = (Role.PLAIN, Role.AFTER)
_NEAR, _MOST = 6, 12


def savings(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each sum of the result that other sums of the telling give; asked only of a net one."""
    money = sheet.of_kind(Kind.MONEY)
    for place, total in enumerate(money):
        if total.part is PartKind.RESULT and total.bound is not Bound.RANGE and total.role in _PLAIN:
            near = [
                each for each in money[max(0, place - _NEAR) : place] if total.sentence - each.sentence <= 1
            ]
            yield from _net(sheet, total, near)
            yield from _a_year(sheet, total)
            yield from _for_each(sheet, total, near)


def _net(sheet: Sheet, total: Quantity, near: Sequence[Quantity]) -> Iterator[Claim]:
    """What is left of a sum when the last one told before is taken off: "$90K less, at a cost of $20K"."""
    named = _NET.search(sheet.before(total, 60)) or _NET_AFTER.match(sheet.after(total, 8))
    if not named or len(near) < 2:  # noqa: PLR2004 - a sum and what is taken off
        return
    ways = [
        (near[place], taken)
        for place in range(len(near) - 2, -1, -1)
        for taken in (near[-1:], near[place + 1 :])
        if near[place].value() > near[-1].value()
    ]
    given = [(whole, taken) for whole, taken in ways if told_as(total, _left(whole, taken))]
    if given:
        yield _of_net(*given[0], total, Verdict.CONSISTENT)
    elif ways and _SO.search(sheet.before(total, 60)):
        yield _of_net(*ways[0], total, Verdict.AMBIGUOUS)


def _left(whole: Quantity, taken: Sequence[Quantity]) -> Fraction:
    return whole.value() - sum((each.value() for each in taken), Fraction(0))


def _of_net(whole: Quantity, taken: Sequence[Quantity], total: Quantity, verdict: Verdict) -> Claim:
    left = like(_left(whole, taken), total)
    sum_shown = " − ".join(map(said, (whole, *taken)))
    return Claim(
        relation="R15",
        verdict=verdict,
        quantities=in_order(whole, *taken, total),
        arithmetic=f"{sum_shown} = {left}, written {said(total)}",
        advice=""
        if verdict is Verdict.CONSISTENT
        else f"Say how “{said(total)}” is left of “{said(whole)}” and “{said(taken[-1])}”.",
        subtype="net",
    )


def _a_year(sheet: Sheet, total: Quantity) -> Iterator[Claim]:
    """A gain of each month, week or day, told for a year: "from $9K to $7K a month, $24K a year"."""
    if total.per != "year" and _YEARLY.search(sheet.before(total, 60)) is None:
        return
    for pair in _falls(sheet, total):
        unit = period(pair.after) or period(pair.before)
        if unit is None or unit.name == "year":
            continue
        gap = pair.before.value() - pair.after.value()
        for times in multiples(unit, units()["year"]):
            if told_as(total, gap * times):
                yield _of_year(pair, total, times)
                return


def _falls(sheet: Sheet, total: Quantity) -> Iterator[Pair]:
    """The costs that fell before a total: the pairs of money, and values of the problem and the result."""
    pairs, money = told_pairs(sheet), sheet.of_kind(Kind.MONEY)
    until = bisect_left(pairs, total.start, key=lambda pair: pair.start)
    for pair in pairs[max(0, until - _NEAR) : until]:
        if pair.after.kind is Kind.MONEY and pair.before.value() > pair.after.value():
            yield aligned(pair)
    told = {(each.value(), each.per): each for each in money[:_MOST] if each.part in _EARLIER and each.per}
    place = bisect_left(money, total.start, key=lambda each: each.start)
    reached = [each for each in money[max(0, place - _NEAR) : place] if each.part is total.part]
    for after in reached:
        for before in told.values():
            if after.per in ("", before.per) and before.value() > after.value():
                yield Pair(before, after, before.start, after.end)


def _of_year(pair: Pair, total: Quantity, times: Fraction) -> Claim:
    before, after = pair[:2]
    made = like((before.value() - after.value()) * times, total)
    return Claim(
        relation="R15",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(before, after, total),
        arithmetic=f"({said(before)} − {said(after)}) × {number(times)} = {made}, written {said(total)}",
        subtype="a year",
    )


def _for_each(sheet: Sheet, amount: Quantity, near: Sequence[Quantity]) -> Iterator[Claim]:
    """As in "two of them stayed, worth $420K between them, $210K each"."""
    if not near or near[-1].sentence != amount.sentence or _EACH.match(sheet.after(amount, 8)) is None:
        return
    total = near[-1]
    for first in sheet.by_sentence[amount.sentence]:
        counted = first.kind is Kind.COUNT and first.start < total.start and first.low > 1
        if counted and first.value() * amount.value() == total.value():
            yield Claim(
                relation="R15",
                verdict=Verdict.CONSISTENT,
                quantities=in_order(first, total, amount),
                arithmetic=f"{digits(first)} × {said(amount)} = {like(total.value(), total)}, "
                f"written {said(total)}",
            )
            return
