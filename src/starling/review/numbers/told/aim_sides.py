"""Which side of an aim is good: less of it, more of it, or what the telling does not say."""

from __future__ import annotations

import re
from functools import cache

from starling.model.story import PartKind
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading.vocabulary import vocabulary

_SIDES = {Bound.BELOW: True, Bound.AT_MOST: True, Bound.ABOVE: False, Bound.AT_LEAST: False}
"""Whether less is better where a bound says so."""
_BUDGETED = (Kind.TIME, Kind.DATA, Kind.MONEY)
_CEILING = re.compile(r" (?:budget|limit|ceiling|cap)\b")
_CAPPED = re.compile(
    r"\b(?:limit|ceiling|cap)(?: (?:was|is|of|at|to|set|the|our|be|about|around)){1,3} [~$€£]?$"
)
"""What leads a ceiling: "the limit was $600"."""
_CONDITION = re.compile(r"\d[^.,;\d]* (?:at|with|for) $")
"""What leads a load that another figure was to be reached at: "under 300 ms at 2,000 requests a second"."""
_RISES = re.compile(r"doubl|tripl|trebl|quadrupl")
_AS_BEFORE = re.compile(
    r"\b(?:no|not|without) (?:(?P<more>more|higher|longer|larger|slower|later)|(?:less|fewer|lower|smaller)) "
    r"(?:[a-z]+ ){0,3}than (?:[a-z]+ ){1,3}\W{0,2}$"
)
"""A level that is to be kept: "no more late parcels than before (2.1%)"."""
_BACK = re.compile(r"\bback (?:up |down )?(?:to|under|below|above|over) $")
_BEFORE = (PartKind.SITUATION, PartKind.OBSTACLE)
SHRINKS = re.compile(
    r"\b(?:reduc|cut|lower|decreas|shrink|drop|bring\w* (?:it |this |that |them )?down|less|fewer"
    r"|speed up|faster|minimi|under\b|below)"
)
"""How an aim begins of which less is better."""
_UP = re.compile(
    r"\b(?:increas|improv|rais|boost|grow|handle|support|process|serve|sustain|reach|achiev"
    r"|exceed|at least|scale|deliver)"
)


def way_of(factor: Quantity) -> bool | None:
    """Whether a multiple asks for less, or for more; None where its word names no direction ("3x")."""
    if factor.low < 1:
        return True
    return False if _RISES.match(factor.text.lower()) else None


def side(sheet: Sheet, quantity: Quantity, before: str) -> bool | None:
    """Whether less is better: by the bound of a value, its measure, the level *before*, or the verb there."""
    if before.endswith("up to ") or _CONDITION.search(before):
        return False
    limit = _limit(quantity, before)
    if limit is not None:
        return limit
    capped = quantity.kind in _BUDGETED and _CEILING.match(sheet.after(quantity, 12)) is not None
    ceiling = capped or _CAPPED.search(before) is not None
    if not ceiling and quantity.metric & _better("higher_is_better"):
        return False
    if ceiling or SHRINKS.search(before) or quantity.metric & _better("lower_is_better"):
        return True
    asked = None if _BACK.search(before) else _by_verb(quantity, before)
    by_level = _BACK.search(before) or (asked is None and quantity.kind is Kind.SHARE)
    return _by_level(sheet, quantity) if by_level else asked


def _limit(quantity: Quantity, before: str) -> bool | None:
    """Whether less is better, where a bound or the level that is to be kept says so."""
    kept = _AS_BEFORE.search(before) if "than " in before else None
    return _SIDES.get(quantity.bound) if kept is None else kept["more"] is not None


def _by_verb(quantity: Quantity, before: str) -> bool | None:
    return False if _UP.search(before) or quantity.per else quantity.kind is Kind.TIME or None


def _by_level(sheet: Sheet, quantity: Quantity) -> bool | None:
    """Whether less is better, by where it stood: all that is told in its unit lies on one side of the aim."""
    told = [q.value() for q in sheet.of_kind(quantity.kind) if q.end < quantity.start and q.part in _BEFORE]
    sides = {value > quantity.value() for value in told if value != quantity.value()}
    return sides.pop() if len(sides) == 1 else None


@cache
def _better(name: str) -> frozenset[str]:
    """The stems of measures of which more, or less, is better; a rate can be of anything, a rating not."""
    return frozenset(stem(word) for word in vocabulary(name) if " " not in word) - {stem("rate")}
