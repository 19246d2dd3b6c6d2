"""What became of a share of some things, where the result counts them: "at least half", "17 of the 24"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from starling.review.numbers.closing.ended import Closing, End, Told, meets
from starling.review.numbers.closing.missed import short_end
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.told.aims import Aim, AimKind
from starling.review.numbers.told.fractions_told import is_fraction

_OF_THEM = re.compile(r" of (?:them|these|those|the|our|all)\b")
_OTHERS = re.compile(r"\b(?:fail\w*|drop\w*|reject\w*|miss\w*|broken?|lost|wrong|left|remain\w*|not)\b")
_REACH = 24
_HUNDRED, _NONE = ratio(100), ratio(0)


def of_them(told: Told, aim: Aim) -> Closing | None:
    """The end of an aim for a share of things told before, by how many of them there were."""
    wanted = aim.quantity
    if wanted.unit.kind is not Kind.SHARE or aim.kind is not AimKind.VALUE:
        return None
    if _OF_THEM.match(told.sheet.lower, wanted.end) is None:
        return None
    counted = [pair for pair in pairwise(told.by_kind[Kind.COUNT]) if _answers(told, *pair)]
    for part, whole in counted:
        if meets(_share(wanted, part, whole), aim):
            return Closing(aim, End.MET, (part, whole), apart=True)
    end = short_end(told, aim, counted[0][0]) if len(counted) == 1 else None
    return None if end is None else Closing(aim, end, counted[0], apart=True)


def _answers(told: Told, part: Quantity, whole: Quantity) -> bool:
    """Whether two counts tell so many of the things that were told of, and not of the others among them."""
    if not is_fraction(told.sheet, part, whole) or not _is_known(told, whole):
        return False
    return _OTHERS.search(told.sheet.lower, part.end, whole.end + _REACH) is None


def _is_known(told: Told, whole: Quantity) -> bool:
    """Whether so many things were told of before the result."""
    counts = told.sheet.of_kind(Kind.COUNT)
    return any(q.low == whole.low and q.sentence not in told.indices for q in counts)


def _share(wanted: Quantity, part: Quantity, whole: Quantity) -> Quantity:
    value = _HUNDRED * part.low / whole.low
    return replace(wanted, low=value, high=value, slack=_NONE, bound=Bound.EXACT)
