"""The two values of a change that stand apart from it and share no word: only the arithmetic joins them."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.evaluate import told_as
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import Change, Way
from starling.review.numbers.told.neighbours import is_story
from starling.review.numbers.told.same import stems_of
from starling.review.numbers.told.sums import values
from starling.review.numbers.told.told_pairs import aligned, told_pairs

_BEFORE = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)
_KINDS = (Kind.MONEY, Kind.TIME, Kind.DATA, Kind.RATE, Kind.COUNT)
_LEVELS = (Role.PLAIN, Role.AFTER)
_FAR = 3
"""How many sentences before a change its pair may stand; a value alone stands one before, at most."""
_MOST = 24
_HUNDRED = 100


def told_apart(sheet: Sheet, change: Change) -> Pair | None:
    """The pair, or the value of the problem with one right before the change, that gives it exactly."""
    if change.quantity.part is not PartKind.RESULT or not is_story(sheet):
        return None
    near = [pair for pair in _pairs(sheet, change) if _gives(change, pair)]
    found = near or [pair for pair in _levels(sheet, change) if _gives(change, pair)]
    return aligned(max(found, key=_told_alike)) if found else None


def _told_alike(pair: Pair) -> tuple[bool, int]:
    """Whether both are told per one period, and how late in the telling: the best of several that fit."""
    return bool(pair.before.per) and pair.before.per == pair.after.per, pair.end


def _pairs(sheet: Sheet, change: Change) -> Iterator[Pair]:
    stated = change.quantity
    for pair in told_pairs(sheet):
        behind = stated.sentence - max(pair.before.sentence, pair.after.sentence)
        if 0 <= behind <= _FAR and pair.end <= change.start and pair.after.part is stated.part:
            yield pair


def _levels(sheet: Sheet, change: Change) -> Iterator[Pair]:
    sentence = change.quantity.sentence
    close = (*sheet.by_sentence.get(sentence - 1, ()), *sheet.by_sentence[sentence])
    reached = [q for q in close if q.part is change.quantity.part and q.end <= change.start and _is_level(q)]
    told = [q for q in sheet.quantities if q.part in _BEFORE and _is_level(q)][:_MOST] if reached else []
    for after in reached:
        for before in told:
            if _one_thing(before, after):
                yield Pair(before, after, before.start, after.end)


def _is_level(quantity: Quantity) -> bool:
    return (
        quantity.unit.kind in _KINDS
        and quantity.role in _LEVELS
        and quantity.bound is not Bound.RANGE
        and quantity.low > 0
    )


def _one_thing(before: Quantity, after: Quantity) -> bool:
    """Whether both count one thing, or are sums or sizes that can be of one."""
    if before.kind is not after.kind or (before.per and after.per and before.per != after.per):
        return False
    if before.kind is Kind.COUNT:
        return bool(before.noun) and before.noun == after.noun
    return before.kind is not Kind.TIME or bool(stems_of(before) & stems_of(after))


def _gives(change: Change, pair: Pair) -> bool:
    """Whether the values as written give the change, and move its way."""
    before, after = values(pair)
    if pair.before.kind is not pair.after.kind or not before:
        return False
    falls = after < before
    if change.way is (Way.UP if falls else Way.DOWN):
        return False
    return told_as(change.quantity, abs(after - before) / before * _HUNDRED)
