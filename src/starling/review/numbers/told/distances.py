"""How far a value lies from what was aimed at: the "1 point" of "rose to 37%, 1 point over the goal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.evaluate import told_as
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import like, said
from starling.review.numbers.told.neighbours import is_story
from starling.review.numbers.told.sums import change_line, in_one_unit, in_order, points_line

_REACH, _MOST, _FEW = 60, 40, 4
_FROM_AIM = re.compile(
    r"^(?: points?)? (?:(?:better|worse|more|less|fewer|higher|lower|faster|slower) than|over|above|below"
    r"|under|short of|shy of|past|beyond|ahead of|behind|inside|within|off) "
    r"(?:the |our |my |its |their |that )?(?:[a-z0-9%$€-]+ ){0,2}?"
    r"(?:targets?|goals?|okrs?|aim|limit|budget|ceiling|cap|sla|slo|quota|requirement|plan|forecast"
    r"|promised?|bar|what|asked|agreed|allowed)\b"
)


_SIDE = re.compile(
    r" (?:points? )?(?:(?P<more>over|above|past|beyond|(?:more|higher) than)"
    r"|(?:below|under|short of|shy of|(?:less|fewer|lower) than))\b"
)
"""On which side of the aim it lies; "better than" and "within" do not say."""


def is_distance(sheet: Sheet, quantity: Quantity) -> bool:
    """Whether a figure says how far something is from an aim, so that it is no change of two values."""
    return _FROM_AIM.match(sheet.after(quantity, _REACH)) is not None


def distances(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each distance of the result that lies between a value before it and an earlier figure."""
    for stated in sheet.quantities if is_story(sheet) else ():
        told = stated.part is PartKind.RESULT and stated.role is not Role.BEFORE
        if told and is_distance(sheet, stated):
            pair = next(_between(sheet, stated), None)
            if pair is not None:
                yield _claim(pair, stated)


def _between(sheet: Sheet, stated: Quantity) -> Iterator[Pair]:
    """The values right before a distance, each with the earlier figures that it may lie so far from."""
    kind = Kind.SHARE if stated.kind is Kind.POINTS else stated.kind
    close = (*sheet.by_sentence.get(stated.sentence - 1, ()), *sheet.by_sentence[stated.sentence])
    reached = [q for q in close if q.end <= stated.start and q.part is stated.part and q.low > 0]
    for value in reached[: -_FEW - 1 : -1]:
        for aim in sheet.quantities[: min(_MOST, sheet.index_of(value))]:
            apart = aim.part is not stated.part and aim.unit.kind is value.unit.kind and aim.low > 0
            of_kind = value.unit.kind is kind or stated.kind is Kind.SHARE
            pair = Pair(aim, value, aim.start, value.end)
            if apart and of_kind and aim.noun in ("", value.noun) and _lies(sheet, stated, pair):
                yield pair


def _lies(sheet: Sheet, stated: Quantity, pair: Pair) -> bool:
    """Whether a value lies so far from an aim, and on the side that the words say."""
    gap, side = pair.after.value() - pair.before.value(), _SIDE.match(sheet.after(stated, _REACH))
    if gap == 0 or (side is not None and (side["more"] is not None) != (gap > 0)):
        return False
    gap = abs(gap)
    if stated.kind is Kind.SHARE:
        return told_as(stated, gap / pair.before.value() * 100)
    return gap == stated.value()


def _claim(pair: Pair, stated: Quantity) -> Claim:
    return Claim(
        relation="R2",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(pair.before, pair.after, stated),
        arithmetic=lambda: f"{_line(pair, stated)}, written {said(stated)}",
        subtype="from the aim",
    )


def _line(pair: Pair, stated: Quantity) -> str:
    if stated.kind is Kind.POINTS:
        return points_line(pair)
    if stated.kind is Kind.SHARE:
        return change_line(pair)
    ordered = sorted(zip((pair.before.value(), pair.after.value()), in_one_unit(pair), strict=True))
    gap = like(ordered[1][0] - ordered[0][0], stated)
    return f"{ordered[1][1]} − {ordered[0][1]} = {gap}"
