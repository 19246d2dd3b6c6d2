"""Before and after of which no change is stated: the arithmetic that a relation can offer for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.linking import links
from starling.review.numbers.told.told_pairs import aligned, told_pairs
from starling.review.reading import Reading

_AVAILABILITY = re.compile(r"\b(?:uptime|availab\w+|reliability|downtime)\b")
_SCORE = re.compile(
    r"\b(?:scores?|nps|net promoter|ratings?|stars?|satisfaction)\b|\d ?/ ?(?:5|10)\b|"
    r"\bout of (?:5|10|five|ten)\b"
)


_SCORES = ("score", "nps", "promoter", "rating", "star", "satisfaction", "/", "out of")


def offered(sheet: Sheet, code: str) -> Iterator[Pair]:
    """The pairs of which no change is stated close by, that the relation *code* offers one for."""
    return iter(sheet.reading.once(_offers).get(code, ()))


def _offers(reading: Reading) -> dict[str, list[Pair]]:
    sheet = reading.once(Sheet)
    spoken_of = {(link.pair.start, link.pair.end) for link in links(sheet) if link.close}
    found: dict[str, list[Pair]] = {}
    for pair in told_pairs(sheet):
        if (pair.start, pair.end) not in spoken_of:
            found.setdefault(_offered_by(sheet, pair), []).append(aligned(pair))
    return found


def _offered_by(sheet: Sheet, pair: Pair) -> str:
    if pair.after.unit.kind is Kind.SHARE:
        return "R6" if _AVAILABILITY.search(_around(sheet, pair)) else "R2"
    if pair.after.unit.kind in (Kind.POINTS, Kind.RATIO):
        return ""
    if pair.after.unit.kind is Kind.COUNT and min(pair.before.value(), pair.after.value()) <= 1:
        return ""  # a threshold, a probability, or "from 1 to 50 workers"
    around = _around(sheet, pair)
    scored = any(word in around for word in _SCORES) and _SCORE.search(around) is not None
    return "R11" if scored else "R1"


def _around(sheet: Sheet, pair: Pair) -> str:
    last = max(pair.before, pair.after, key=lambda quantity: quantity.start)
    return sheet.before(pair.before, 60) + sheet.lower[pair.start : pair.end] + sheet.after(last, 24)
