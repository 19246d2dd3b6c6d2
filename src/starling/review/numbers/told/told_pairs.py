"""The pairs whose members are values, not changes: of a sentence, a bracket, a table, or two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import changes
from starling.review.numbers.told.compared import compared
from starling.review.reading import Reading

_EARLIER = re.compile(r"^ (?:before|previously|earlier|originally)\)")
_TO = (" to ", " down to ", " up to ")
_TWO = 2
_FROM = " from "
_BY = re.compile(r",? \(?(?:up|down)(?: by)? (?:about |around |nearly |almost |over )?~?")
"""What stands before the change that two values surround."""
_HUNDREDFOLD = 30
"""From here on one of two figures is a share of one and the other a share of a hundred."""
_THOUSANDFOLD = 1000
_LARGE = 400
"""From here on a bare number is a count of its own beside a unit that small."""
_CLOSE = 9
"""How far apart the values of a bracket are at most: " down to "."""


def told_pairs(sheet: Sheet) -> tuple[Pair, ...]:
    """The pairs whose members are values, not changes, with those of a bracket, in the order of the text."""
    return sheet.reading.once(_told_pairs)


def _told_pairs(reading: Reading) -> tuple[Pair, ...]:
    sheet = reading.once(Sheet)
    stated = {change.quantity.start for change in changes(sheet)}
    forward = {pair.before.start for pair in sheet.pairs if pair.before.start < pair.after.start}
    kept = [
        pair
        for pair in sheet.pairs
        if pair.before.start not in stated
        and pair.after.start not in stated
        and (pair.before.start < pair.after.start or pair.before.start not in forward)
        and not _is_mixed(pair)
        and not _is_other(pair)
    ]
    taken = stated | {member.start for pair in kept for member in (pair.before, pair.after)}
    for pair in (*_in_brackets(sheet, taken), *_around(sheet, stated), *compared(sheet), *sheet.recalled):
        members = (pair.before.start, pair.after.start)
        if taken.isdisjoint(members):
            kept.append(pair)
            taken.update(members)
    return tuple(sorted(kept, key=lambda pair: pair.start))


def _is_other(pair: Pair) -> bool:
    """Whether two are too far apart for one thing: "in a 2-week test 6 minutes", "3.9 from 8,000 votes"."""
    if pair.before.start < pair.after.start:
        return False
    low, high = sorted((pair.before.value(), pair.after.value()))
    timed = pair.after.unit.kind is Kind.TIME and pair.after.unit is not pair.before.unit
    scored = pair.after.unit.kind is Kind.COUNT and low.denominator > 1 == high.denominator
    return (timed or scored) and high > low * _THOUSANDFOLD


def _in_brackets(sheet: Sheet, taken: set[int]) -> Iterator[Pair]:
    """As in "(16 GB to 4 GB)", "90 ms (it was 150 ms)", "9 h (12 h before)"."""
    for first, second in pairwise(sheet.quantities):
        if second.start - first.end > _CLOSE or first.unit.kind is not second.unit.kind:
            continue
        if first.start in taken or second.start in taken:
            continue
        between = sheet.between(first, second)
        if between in _TO and _goes(sheet, first, second):
            yield Pair(first, second, first.start, second.end)
        elif between == " (it was " or (between == " (" and _EARLIER.match(sheet.after(second, 20))):
            yield Pair(second, first, first.start, second.end)


def _around(sheet: Sheet, stated: set[int]) -> Iterator[Pair]:
    """The values on both sides of a change: "64%, up 12 points from 52%"."""
    for start in sorted(stated):
        place = sheet.index_at(start)
        around = sheet.quantities[place - 1 : place + 2] if place else ()
        if len(around) <= _TWO or sheet.between(around[1], around[2]) != _FROM:
            continue
        after, change, before = around
        alike = after.kind is before.kind and after.sentence == before.sentence
        if alike and after.start not in stated and _BY.fullmatch(sheet.between(after, change)):
            yield Pair(before, after, after.start, before.end)


def _is_mixed(pair: Pair) -> bool:
    """Whether a bare number only took the unit of the other: "0.72 → 81%", "of 9,000, now 2 hours"."""
    low, high = pair[:2] if pair.before.high < pair.after.high else pair[1::-1]
    if high.high <= low.high * _HUNDREDFOLD:
        return False
    bare = low.text[-1:].isdecimal(), high.text[-1:].isdecimal()
    if bare[0] == bare[1]:
        return False
    return high.high >= _LARGE if bare[1] else low.kind is Kind.SHARE and low.high < 1


def _goes(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """As in "(16 GB to 4 GB)" or "went 9 h to 2 h"; behind a colon only what falls, for a range rises."""
    lead, following = sheet.before(first, 6), sheet.after(second, 1)
    falls = lead.endswith(": ") and following in ("", ".", ",", ";", ")") and second.value() < first.value()
    return falls or lead == " went " or (lead.endswith("(") and following == ")")


def aligned(pair: Pair) -> Pair:
    """The pair with the unit of its one named number on both: "from 9 to 6 hours"."""
    before, after = pair.before, pair.after
    if before.unit.kind is after.unit.kind:
        return pair
    if before.unit.kind is Kind.COUNT:
        return pair._replace(before=replace(before, unit=after.unit, per=before.per or after.per))
    return pair._replace(after=replace(after, unit=before.unit, per=after.per or before.per))
