"""Changes told beside the value they led to, whose value before stands earlier: "2 s a page (3x faster)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.told.changes import Change
from starling.review.numbers.told.compared import above
from starling.review.numbers.told.levels import loose
from starling.review.numbers.told.linking import Link
from starling.review.numbers.told.same import stems_of
from starling.review.reading import Reading

_BESIDE = re.compile(
    r"^(?: (?:in|over|during|for|at|on|across|after|per) (?:[^,;.()]|[,.]\d){1,40})?(?: now| today)?"
    r"[\s,;:(–—-]{1,4}(?:(?:so|or|which|that|is|was|that's|i\.e\.,?|meaning|an?|about|around|roughly|nearly"
    r"|almost|over) ){0,4}[~≈]?$"
)
_IT = re.compile(
    r"^(?:it|this|that|they|now it) (?:now )?(?:runs?|takes?|needs?|costs?|is|are|finishes|uses?)\b"
)
"""As in "it runs in 12 minutes now": of the one thing that was told in such a unit."""
_FAR = 60
_BACK = 3
"""How many figures may stand between a value and its change: "63% in the last 6 weeks, up 29 points"."""
_MOST = 12
_BEFORE = (PartKind.SITUATION, PartKind.OBSTACLE)
_KINDS = (Kind.TIME, Kind.SHARE, Kind.MONEY, Kind.DATA, Kind.RATE, Kind.COUNT)
_IDLE = frozenset(("", "a", "an", "the", "of", "to", "was", "is", "at", "about", "by", "in", "and", "with"))


def since(sheet: Sheet) -> tuple[Link, ...]:
    """Every change of the result with the value right before it and the one value that this came from."""
    return sheet.reading.once(_since)


def _since(reading: Reading) -> tuple[Link, ...]:
    sheet = reading.once(Sheet)
    told = (change for change in loose(sheet) if change.quantity.part is PartKind.RESULT)
    return tuple(link for change in told for link in _links(sheet, change))


def _links(sheet: Sheet, change: Change) -> Iterator[Link]:
    """The one value that a change led from; where no word says which, all that it may have led from."""
    reached = list(_reached(sheet, change))
    for after in reached:
        before = _only(sheet, after)
        if before is not None:
            close = not _is_guess(before, after)
            yield Link(Pair(before, after, before.start, after.end), change, close=close)
            return
    pair = above(sheet, change)
    if pair is not None:
        yield Link(pair, change, close=True)
        return
    for after in reached[:1]:
        for before in _told_before(sheet, after):
            if before.per == after.per and before.noun == after.noun:
                yield Link(Pair(before, after, before.start, after.end), change, close=False)


def _reached(sheet: Sheet, change: Change) -> Iterator[Quantity]:
    """The values that a change may tell of, the one right before it first."""
    place = sheet.index_of(change.quantity)
    for value in reversed(sheet.quantities[max(0, place - _BACK) : place]):
        between = sheet.lower[value.end : max(value.end, change.start)]
        if value.sentence != change.quantity.sentence or len(between) > _FAR:
            return
        if _is_level(value) and _suits(change, value) and _BESIDE.match(between):
            yield value


def _is_level(quantity: Quantity) -> bool:
    kind = quantity.unit.kind
    if quantity.role is Role.CHANGE or quantity.bound is Bound.RANGE or kind not in _KINDS:
        return False
    return quantity.low > 0 and (kind is not Kind.COUNT or bool(quantity.noun or quantity.per))


def _suits(change: Change, value: Quantity) -> bool:
    """Points are of a share, and any other change may be of any value."""
    return change.quantity.kind is not Kind.POINTS or value.kind is Kind.SHARE


def _only(sheet: Sheet, after: Quantity) -> Quantity | None:
    """The one earlier value of the same thing, by its noun, what it is per, or the word before it."""
    told = _told_before(sheet, after)
    same = [q for q in told if _one_thing(q, after)] or (told if _IT.search(sheet.before(after)) else [])
    lead = sheet.last_word(after)
    named = [q for q in same if lead not in _IDLE and sheet.last_word(q) == lead]
    found = named or same
    values = {(q.value(), q.per) for q in found}
    return found[0] if len(values) == 1 and found[0].value() != after.value() else None


def _told_before(sheet: Sheet, after: Quantity) -> list[Quantity]:
    return [q for q in sheet.of_kind(after.kind) if q.part in _BEFORE and _is_level(q)][:_MOST]


def _one_thing(one: Quantity, other: Quantity) -> bool:
    if one.per and other.per and one.per != other.per:
        return False
    if one.kind is Kind.COUNT and one.noun and other.noun:
        return stem(one.noun) == stem(other.noun)
    told_per = bool(one.per) and one.per == other.per and one.kind is not Kind.COUNT
    return told_per or bool(stems_of(one) & stems_of(other))


def _is_guess(one: Quantity, other: Quantity) -> bool:
    """Whether no word says that two sums are of one thing: rent and wages are both paid a month."""
    return one.kind is Kind.MONEY and one.per in units() and not stems_of(one) & stems_of(other)
