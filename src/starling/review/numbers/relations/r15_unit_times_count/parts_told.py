"""R15, a share of a whole with the part right behind: "40% of 10 TB = 4 TB", "half of them, 80, were new"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from starling.review.numbers.evaluate import about, fits, in_step, part_of
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relations.r15_unit_times_count.bases import Based

_OF = re.compile(r" of (?:(?:the|our|all|those|these|my|their|its|about|around|roughly) ){0,3}[~≈$€£]?")
_OF_THEM = re.compile(r" of (?:them|whom|which|those|these)\b")
_HEDGE = r"(?:about |around |roughly |nearly |almost )?[~≈$€£]?$"
_BRACKET = re.compile(rf"\((?:= ?|i\.e\.,? |that's |or )?{_HEDGE}")
_IS = re.compile(rf"(?: = ?|=|,? (?:i\.e\.,?|that's|that is|which is|or|so) ){_HEDGE}")
_COMMA = re.compile(rf", {_HEDGE}")
_APPOSED = re.compile(r" (?:in all|in total|altogether)\b|, (?:was|were|is|are|had|have|did)\b")
_ENDS = re.compile(r"[.,;)]|$| (?:was|were|is|are|had|and|in all|in total)\b")
_SO = re.compile(rf"^[^.;()\d]{{0,40}}, (?:so|that is|that's|which is|i\.e\.,?|or) {_HEDGE}")
_THEM = re.compile(r" of (?:them|these|those)(?:$|[.,;)])")
_MOST_BETWEEN = 24
"""How far behind the whole the part may stand: " new alerts a day (about "."""
_FAR, _TWO = 60, 2


def parts_told(sheet: Sheet, shares: Iterable[Quantity]) -> Iterator[Based]:
    """Every share with its whole and the figure that is said to be this part of it, in order."""
    counted = " of the" in sheet.lower
    for share in shares:
        if not sheet.lower.startswith(" of ", share.end):
            if counted:
                yield from _summed(sheet, share)
            continue
        place = sheet.index_of(share)
        following = sheet.quantities[place + 1 : place + 3]
        if not following or following[0].sentence != share.sentence or not _is_level(share):
            continue
        found = _of_a_whole(sheet, share, place) or _of_them(sheet, share, place)
        if found is not None and _alike(*found) and _is_told(sheet, found.part):
            yield found


def _of_a_whole(sheet: Sheet, share: Quantity, place: int) -> Based | None:
    """As in "40% of 10 TB = 4 TB"."""
    following = sheet.quantities[place + 1 : place + 3]
    if len(following) < _TWO or _OF.fullmatch(sheet.lower, share.end, following[0].start) is None:
        return None
    return Based(following[0], share, following[1])


def _of_them(sheet: Sheet, share: Quantity, place: int) -> Based | None:
    """As in "80 pages, half of them (40) …"."""
    whole, following = sheet.quantities[max(0, place - 1)], sheet.quantities[place + 1 : place + 2]
    near = whole.sentence == share.sentence and 0 < share.start - whole.end <= _FAR
    if not (near and following and whole.kind is Kind.COUNT and _OF_THEM.match(sheet.lower, share.end)):
        return None
    return Based(whole, share, following[0])


def _summed(sheet: Sheet, share: Quantity) -> Iterator[Based]:
    """As in "an audit of 900 pages found that 20% were empty, so 180 of them"."""
    place = sheet.index_of(share)
    whole, following = sheet.quantities[max(0, place - 1)], sheet.quantities[place + 1 : place + 2]
    near = whole.sentence == share.sentence and 0 < share.start - whole.end <= _FAR and _is_level(share)
    if near and following and whole.kind is Kind.COUNT and whole.noun:
        part = following[0]
        told = _SO.search(sheet.between(share, part)) and _THEM.match(sheet.after(part, 16))
        if told and _plain(part) and part.value() <= whole.value():
            yield Based(whole, share, part)


def _plain(part: Quantity) -> bool:
    return part.kind is Kind.COUNT and not part.per and part.bound is not Bound.RANGE and part.value() > 0


def holds(based: Based) -> bool:
    """Whether the part is this share of the whole."""
    whole, share, part = based
    return any(fits(p, part_of(s, w), about(*based)) for p, s, w in in_step(part, share, whole))


def _is_level(share: Quantity) -> bool:
    return share.role is not Role.CHANGE and share.bound is not Bound.RANGE


def _alike(whole: Quantity, share: Quantity, part: Quantity) -> bool:
    """Whether a figure can be part of a whole: of the same things, as often, and no larger."""
    if part.kind is not whole.kind or whole.kind in (Kind.SHARE, Kind.POINTS, Kind.RATIO):
        return False
    things = part.noun in ("", whole.noun) and part.per in ("", whole.per)
    exact = part.bound is not Bound.RANGE is not whole.bound and part.sentence == share.sentence
    near = part.start - max(whole.end, share.end) <= _MOST_BETWEEN
    return things and exact and near and part.role is Role.PLAIN and 0 < part.value() <= whole.value()


def _is_told(sheet: Sheet, part: Quantity) -> bool:
    """Whether the words before and behind a figure make it the part."""
    before, after = sheet.before(part, 24), sheet.after(part, 16)
    if _BRACKET.search(before):
        return after.startswith(")")
    if _IS.search(before):
        return _ENDS.match(after) is not None
    return _COMMA.search(before) is not None and _APPOSED.match(after) is not None
