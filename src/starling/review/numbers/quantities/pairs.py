"""Before and after: two numbers of one kind that the author joins by a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.levels_told import is_no_level
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role


class Pair(NamedTuple):
    """What a number was and what it became; *start* to *end* is the text that says so."""

    before: Quantity
    after: Quantity
    start: int
    end: int


HEDGE = (
    r"(?:(?:just|only|an?|the|under|over|about|around|roughly|nearly|almost|approximately|less than|more than"
    r"|below|above|well|sub-|at least|up to|our|its|average of|a peak of|an average of|as low as|as little as"
    r"|currently) ?)"
)
"""A word that may stand before a number without changing what it is."""
_SO = ("=>", "⇒")
"""Arrows that may also say what follows from a figure."""
_ARROWS = ("→", "->", *_SO, "➜", "➔", "⟶", "➡", r"\to ", r"\rightarrow")
ARROW = "|".join(map(re.escape, _ARROWS))
"""Any of the signs for "to"."""
_ANY_ARROW = re.compile(ARROW)
_FROM = re.compile(rf"\b(?:from|was|were|between)(?: (?:(?!\bso\b)[^\d.;]){{0,24}})? ?[~<>≈±]?{HEDGE}?$")
_TO = re.compile(
    r"^\W{0,3}(?:\([^()]{0,60}\) ?)?(?:[^\W\d_]+[ -]){0,5}?(?:down |up |all the way |back )?"
    rf"(?:to|{ARROW}|into) {HEDGE}{{0,3}}[~<>≈±]? ?$"
)
_ARROW = re.compile(rf"^\s*(?:[^\W\d_]+ ){{0,3}}?\W{{0,2}}(?:{ARROW})\W{{0,3}}(?:[^\W\d_]+ )?$")
_BACK = re.compile(
    r"^(?: [a-z-]+){0,3}[\s,(*:]{1,4}(?:(?:per|an?) [a-z]+ )?"
    r"(?:(?:down|up|reduced|improved|increased|compared|originally|previously|instead)\s)?"
    r"(?:vs\.?|versus|from|was|previously|before:?|against|instead of|compared (?:to|with)"
    r"|formerly|where it used to be|it used to (?:be|take))"
    rf" (?:{HEDGE}|(?:previous|usual|original|old|initial) ){{0,3}}[~<>≈±]? ?$"
)
_NOW = re.compile(
    r"^(?: before|[^.;\d]{0,40}?)[ ,;(]+(?:and |but )?(?:now|after(?:wards)?:?)(?: (?:it|they|that|we))?"
    r"(?: (?:takes?|is|are|runs? in|needs?|at|just|only|down to|completes? in|finish(?:es)? in))?"
    rf" ?{HEDGE}{{0,2}}[~<>≈±]? ?$"
)
_BEFORE = re.compile(r"^ before(?: [a-z-]+){0,5},? (?:and|but) (?:at |only |to )?$")
_AFTER = re.compile(r" (?:after|afterwards|since|now)\b")
"""As in "9% before the redesign and at 6% after it"."""
_FROM_CUE = re.compile("from|was|were|between")
_BACK_CUE = re.compile("vs|versus|from|was|previously|before|against|instead|compared|formerly|used to")
"""What the patterns need at the least: trying them on every two numbers is dear."""
_LONGEST = 90
_LEAD = 48
_SCALED = 1000
"""A number from here on is written out, and takes no "million" from its partner."""


def pairs(lower: str, quantities: Sequence[Quantity]) -> Iterator[Pair]:
    """The pairs among neighbouring quantities, in the order of the text; a chain is one, end to end."""
    chain: Pair | None = None
    for first, second in pairwise(quantities):
        pair = _joined(lower, first, second) if _near(first, second) else None
        if pair is None:
            continue
        if chain is not None and pair.before is chain.after:
            chain = Pair(chain.before, pair.after, chain.start, pair.end)
            continue
        if chain is not None:
            yield chain
        chain = pair
    if chain is not None:
        yield chain


def _near(first: Quantity, second: Quantity) -> bool:
    near = first.sentence == second.sentence and second.start - first.end <= _LONGEST
    return near and _comparable(first, second)


def _joined(lower: str, first: Quantity, second: Quantity) -> Pair | None:
    between = lower[first.end : second.start]
    lead = lower[max(0, first.start - _LEAD) : first.start]
    arrow = _ANY_ARROW.search(between) is not None
    if arrow and _is_consequence(between, first, second):
        return None
    if (arrow and _ARROW.match(between)) or _is_now(between) or _is_from_to(lead, between, arrow=arrow):
        return Pair(first, second, first.start, second.end)
    if between.startswith(" before") and _BEFORE.match(between) and _AFTER.match(lower, second.end):
        return Pair(first, second, first.start, second.end)
    if between == " was " and first.unit.kind is not second.unit.kind:
        return None  # "precision in the top 20 was 35%"
    back = _BACK.match(between) if _BACK_CUE.search(between) else None
    if back is None or is_no_level(lower, lead, first, second):
        return None
    return Pair(second, first, first.start, second.end)


def _is_consequence(between: str, first: Quantity, second: Quantity) -> bool:
    """Whether an arrow says "so": "5M a day => 70k a second", "5M users => 70k at peak"."""
    scaled = 1 not in (first.scale, second.scale) and first.scale != second.scale
    apart = first.per != second.per if first.per else scaled
    return apart and any(sign in between for sign in _SO)


def _is_now(between: str) -> bool:
    return ("now" in between or "after" in between) and _NOW.match(between) is not None


def _is_from_to(lead: str, between: str, *, arrow: bool) -> bool:
    led = (arrow or "to" in between) and _FROM_CUE.search(lead) is not None
    return led and _TO.match(between) is not None and _FROM.search(lead) is not None


def _comparable(first: Quantity, second: Quantity) -> bool:
    """Whether both are of one kind and count one thing; a bare number takes the unit of its partner."""
    one, other = first.unit.kind, second.unit.kind
    if one is other:
        return one is not Kind.COUNT or not (first.noun and second.noun) or first.noun == second.noun
    return (one is Kind.COUNT and not first.noun) or (other is Kind.COUNT and not second.noun)


def completed(bare: Quantity, partner: Quantity, role: Role) -> Quantity:
    """*bare* in its *role*, with what only its partner says: the 20 of "20 to 8 hours" is hours."""
    if bare.unit.kind is not Kind.COUNT or bare.noun:
        return bare.cast(role)
    if partner.unit is bare.unit and not (partner.noun or partner.per) and partner.scale == 1:
        return bare.cast(role)
    scale = partner.scale if bare.scale == 1 and bare.high < _SCALED and bare.start < partner.start else 1
    unit, slack = partner.unit, bare.slack * scale
    if (unit.kind is not Kind.COUNT or scale > 1) and bare.low.denominator == 1:
        slack = max(slack, ratio(scale, 2))
    return replace(
        bare, low=bare.low * scale, high=bare.high * scale, slack=slack, unit=unit, noun=partner.noun,
        per=bare.per or partner.per, role=role,
    )  # fmt: skip
