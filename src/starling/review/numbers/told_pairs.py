"""The pairs whose members are values, not changes: of a sentence, a bracket, a table, or two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from starling.review.numbers.changes import changes
from starling.review.numbers.compared import compared
from starling.review.numbers.pairs import Pair
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.sheet import Sheet
from starling.review.reading import Reading

_EARLIER = re.compile(r"^ (?:before|previously|earlier|originally)\)")
_TO = (" to ", " down to ", " up to ")
_HUNDREDFOLD = 30
"""From here on one of two figures is a share of one and the other a share of a hundred."""
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
        and not (pair.after.unit.kind is Kind.SHARE and _is_mixed(pair))
    ]
    taken = stated | {member.start for pair in kept for member in (pair.before, pair.after)}
    for pair in (*_in_brackets(sheet, taken), *compared(sheet), *sheet.recalled):
        members = (pair.before.start, pair.after.start)
        if taken.isdisjoint(members):
            kept.append(pair)
            taken.update(members)
    return tuple(sorted(kept, key=lambda pair: pair.start))


def _in_brackets(sheet: Sheet, taken: set[int]) -> Iterator[Pair]:
    """As in "(16 GB to 4 GB)", "90 ms (it was 150 ms)", "9 h (12 h before)"."""
    for first, second in pairwise(sheet.quantities):
        if second.start - first.end > _CLOSE or first.kind is not second.kind:
            continue
        if first.start in taken or second.start in taken:
            continue
        between = sheet.between(first, second)
        if between in _TO and _goes(sheet, first, second):
            yield Pair(first, second, first.start, second.end)
        elif between == " (it was " or (between == " (" and _EARLIER.match(sheet.after(second, 20))):
            yield Pair(second, first, first.start, second.end)


def _is_mixed(pair: Pair) -> bool:
    """Whether a score between 0 and 1 took the percent sign of the other: "0.72 → 81%"; not "0.4 to 0.9%"."""
    low, high = sorted(pair[:2], key=lambda each: each.high)
    bare = low.kind is Kind.SHARE and low.high < 1 and low.text[-1:].isdecimal()
    return bare and high.high > low.high * _HUNDREDFOLD


def _goes(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """As in "(16 GB to 4 GB)" or "went 9 h to 2 h"; behind a colon only what falls, for a range rises."""
    lead, following = sheet.before(first, 6), sheet.after(second, 1)
    falls = lead.endswith(": ") and following in ("", ".", ",", ";", ")") and second.value() < first.value()
    return falls or lead == " went " or (lead.endswith("(") and following == ")")


def aligned(pair: Pair) -> Pair:
    """The pair with the unit of its one named number on both: "from 9 to 6 hours"."""
    before, after = pair.before, pair.after
    if before.kind is after.kind:
        return pair
    if before.kind is Kind.COUNT:
        return pair._replace(before=replace(before, unit=after.unit, per=before.per or after.per))
    return pair._replace(after=replace(after, unit=before.unit, per=after.per or before.per))
