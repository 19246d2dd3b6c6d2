"""The figures right behind a pair that say its change without a word of change: "30 min → 10 min (3x)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import CHANGING
from starling.review.numbers.told.distances import is_distance
from starling.review.numbers.told.told_pairs import told_pairs

SMALL = frozenset(
    "a an the that that's this is was it its which for from by to of so an overall total "
    "i.e so or about roughly over "
    "going went down up falling dropping cutting and but still not just only we had "
    "hoped originally planned expected now "
    "with at in equals meaning makes giving being be nearly almost approximately around more than our their "
    "representing achieving delivering marking net yes fewer less more points lower saved "
    "rel rel. relative relatively absolute baseline control after afterwards bit little "
    "plus minus loss gain difference "
    "hour hours minute minutes day days week weeks month per".split()
)
"""Words that say nothing of a measure."""
WORDS = re.compile(r"[a-z][a-z'’.]*")
BARE = re.compile(
    r"^[\s,;(\[*_'\"‘’“”=≈~→–—-]{1,6}(?:(?:or|a|an|that's|so|about|roughly|over|more than|"
    r"nearly|almost|i\.e\.,?)\s){0,2}[~≈<>]?$"
)
"""What stands between two figures of which the second says the first again."""
_ADDS = re.compile(r"[;!?]|(?<!i\.e)\.\s|\b(?:and|but|with|than|from|of which)\b")
_LEFT = re.compile(r" of (?!a\b)|,? (?:the|its) |,? as (?:much|many|long|large)\b|,? what it\b")
"""What makes a share one that is left, and no change: "to 110 MB, a quarter of the size"."""
_ASIDE = re.compile(
    r" (?:of (?:which|that|it|them|those|these)|above|below|behind|ahead|over|under|short|shy|off|away"
    r"|apart)\b"
)
"""What makes points a part of the change, or a distance: "4 points of which", "3 points behind us"."""
_LONGEST_GAP = 60
_FEW = 2
"""How many figures may stand right behind a pair: "$8K → $6K ($2K, 25%)"."""


def right_behind(sheet: Sheet) -> Iterator[tuple[Pair, Quantity]]:
    """Each pair with a percent, points or a multiple that stands right behind it."""
    for pair in told_pairs(sheet):
        last = max(pair.before, pair.after, key=lambda q: q.start)
        place, position = sheet.index_of(last) + 1, last.end
        for figure in sheet.quantities[place : place + _FEW]:
            gap = sheet.lower[position : figure.start]
            if figure.sentence != last.sentence or not _follows(gap, figure):
                break
            position = figure.end
            if figure.kind in CHANGING and not _is_level(sheet, pair, figure):
                yield pair, figure


def _follows(gap: str, figure: Quantity) -> bool:
    return BARE.match(gap) is not None or (figure.kind is Kind.POINTS and _is_apposed(gap))


def _is_apposed(gap: str) -> bool:
    """Whether only small words lead to points: ", which is", ", a loss of"; what "and" adds is of its own."""
    return len(gap) < _LONGEST_GAP and _ADDS.search(gap) is None and small(gap)


def small(text: str) -> bool:
    """Whether no word of a lower-case text says anything of a measure."""
    return all(word.strip(".") in SMALL for word in WORDS.findall(text))


def _is_level(sheet: Sheet, pair: Pair, quantity: Quantity) -> bool:
    """Whether a figure behind a pair is a value told again, one left, one of another pair, or a distance."""
    if quantity.role in (Role.BEFORE, Role.AFTER) or quantity.per or is_distance(sheet, quantity):
        return True  # "from 7 points to 1 (6% vs 5%)", "to 83%, 3 points a month"
    again = quantity.kind is pair.after.kind and quantity.value() in (pair.before.value(), pair.after.value())
    left = _LEFT if quantity.kind is Kind.SHARE else _ASIDE
    return again or left.match(sheet.lower, quantity.end) is not None
