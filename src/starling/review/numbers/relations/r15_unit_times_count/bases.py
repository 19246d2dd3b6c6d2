"""A share with its whole and its part, told apart: "2 million tickets … 15% … 300,000 fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.evaluate import about, fits, part_of
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.neighbours import neighbours

_CHANCE = re.compile(r"\b(?:chance|probability|risk|odds|rate|likelihood)\b|^\s?of\b")
_THATS = re.compile(
    r"(?:\bthat's|\bthat (?:is|means|made)|\bwhich (?:is|was|made|means)|\bor|\bso|\bmeaning|=|≈|→|:)"
    r"\s?(?:about |around |roughly |some |over |nearly |~)?$"
)
"""What says that a count is the share of the volume before it."""
_CLAUSE = re.compile(r"[,;:.()]")
"""What follows a break is no thing that the share is of: "71% of the pages, 38 clerks"."""
_MORE = re.compile(r"\b(?:incremental|additional|extra|more|added)\b")
_BASE = re.compile(
    r"^\s?(?:in |of )?(?:annual |yearly |gross )?(?:revenue|sales|transactions|turnover|bookings|spend)"
)
_GONE = re.compile(
    r"\b(?:eliminat|remov|avoid|sav|cut|prevent|deflect|drop|fewer|less)\w*\s"
    r"(?:about |over |nearly |the |~)?$"
)
_GONE_WORD = re.compile(r" ((?:eliminat|remov|avoid|sav|cut|prevent|deflect|drop|fewer|less)[^ ]*)")


class Based(NamedTuple):
    """A whole, a share of it, and the part that this share makes."""

    whole: Quantity
    share: Quantity
    part: Quantity


def chance(sheet: Sheet, share: Quantity) -> Iterator[Based]:
    """A chance for each of so many, and how many that makes in the same period."""
    named = sheet.after(share) + share.noun
    if not (share.per or _CHANCE.search(named)) or share.bound is Bound.RANGE:
        return
    near = neighbours(sheet, share, 1)
    counts = [each for each in near if each.unit.kind is Kind.COUNT and each.start > share.end]
    if len(counts) <= 1:
        return
    clause = _CLAUSE.split(sheet.after(share, 30))[0]
    things = {stem(word) for word in re.findall(r"[a-z]+", f"{share.per} {clause}")[:4]}
    for volume, result in pairwise(counts):
        one = volume.low > result.high and volume.per == result.per and stem(volume.noun) in things
        if one and (_fits(volume, share, result) or _THATS.search(sheet.before(result))):
            yield Based(volume, share, result)


def _fits(volume: Quantity, share: Quantity, result: Quantity) -> bool:
    exact = part_of(share.interval(), volume.interval())
    return fits(result.interval(), exact, about(volume, share, result))


def gain(sheet: Sheet, share: Quantity) -> Based | None:
    """The money that a rise in percent brings, beside the money it is a rise of."""
    more = brought(sheet, share)
    if more is None:
        return None
    bases = (each for each in sheet.of_kind(Kind.MONEY) if each.end < share.start)
    base = next((b for b in bases if _BASE.match(sheet.after(b, 40)) and b.value() > more.value()), None)
    return None if base is None else Based(base, share, more)


def more_money(sheet: Sheet) -> bool:
    """Whether any money is told as additional."""
    return any(_MORE.search(sheet.after(each, 30)) for each in sheet.of_kind(Kind.MONEY))


def brought(sheet: Sheet, share: Quantity) -> Quantity | None:
    """The additional money that is told behind a rise in percent, in its sentence."""
    gains = (
        each for each in neighbours(sheet, share) if each.unit.kind is Kind.MONEY and each.start > share.end
    )
    return next((each for each in gains if _MORE.search(sheet.after(each, 30))), None)


def told_gone(sheet: Sheet) -> set[int]:
    """Where the counts begin of which the word before says that they are gone."""
    led = sheet.led_by(frozenset(_GONE_WORD.findall(sheet.places.listed)))
    return {each.start for each in led if each.unit.kind is Kind.COUNT and _GONE.search(sheet.before(each))}


def gone(sheet: Sheet, share: Quantity, lost: set[int]) -> Based | None:
    """How many are gone of how many, beside the share that this is; *lost* is where such counts begin."""
    for part in neighbours(sheet, share, 1):
        if part.start not in lost or _thing(sheet, part) not in share.metric:
            continue
        for whole in sheet.quantities:
            earlier = whole.kind is Kind.COUNT and whole.end < share.start and whole.low > part.low
            if earlier and whole.per == part.per and _thing(sheet, whole) == _thing(sheet, part):
                return Based(whole, share, part)
    return None


def _thing(sheet: Sheet, quantity: Quantity) -> str:
    """The stem of what is counted: its noun, or the word after "1.3 million annual"."""
    following = re.match(r"\s?([a-z]+)", sheet.after(quantity))
    return stem(quantity.noun or (following[1] if following is not None else "")) or "-"
