"""Percentiles with their values: "p50 of 80 ms", "300 ms at p95", "the 99th percentile fell to 900 ms"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from starling.review.numbers.quantities.exact import exact, ratio
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.compared import compared
from starling.review.reading import Reading

_LABEL = re.compile(
    r"\bp(?P<short>99\.9+|\d{2}|999)\b|\b(?P<long>\d{2})(?:th|st|nd|rd)[ -]percentile\b"
    r"|\b(?P<middle>median)\b"
)
_BY = re.compile(r"\bby (?:about |around |roughly |only |over |nearly )?~?$")
_CAME_TO = re.compile(r",? (?:down |up )?to (?:about |around |roughly |only )?~?")
_NAMES = frozenset(("percentile", "median", "p"))
"""One of these words stands in each label: "p95" is the word "p" and a number."""
_LEADS_BACK = re.compile(r"\s?\(?(?:at |for |in )?(?:the )?")
_LEADS_ON = re.compile(r"[^.;,\n]{0,48}")
_MIDDLE, _THOUSANDTHS = ratio(50), ratio(999, 10)


class Percentile(NamedTuple):
    """A percentile (50 for the median), its value, and what it was before where that is told."""

    rank: Fraction
    value: Quantity
    before: Quantity | None
    start: int


def percentiles(sheet: Sheet) -> tuple[Percentile, ...]:
    """Every percentile with a value beside it, in order; a value belongs to one percentile only."""
    return sheet.reading.once(_percentiles)


def _percentiles(reading: Reading) -> tuple[Percentile, ...]:
    return tuple(_found(reading.once(Sheet)))


def _found(sheet: Sheet) -> Iterator[Percentile]:
    if not sheet.places.of(_NAMES):
        return
    taken: set[Quantity] = set()
    labels = list(_LABEL.finditer(sheet.lower))
    pairs = {each: pair for pair in (*sheet.pairs, *compared(sheet)) for each in pair[:2]}
    for label, following in zip_longest(labels, labels[1:]):
        edge = len(sheet.lower) if following is None else following.start()
        value = _value(sheet, label.start(), label.end(), edge, taken)
        if value is None:
            continue
        pair = pairs.get(value)
        taken |= {value} if pair is None else {pair.before, pair.after}
        if pair is None:
            yield Percentile(_rank(label), value, None, label.start())
        else:
            yield Percentile(_rank(label), pair.after, pair.before, label.start())


def _rank(label: re.Match[str]) -> Fraction:
    if label["middle"] is not None:
        return _MIDDLE
    written = label["short"] or label["long"]
    return _THOUSANDTHS if written == "999" else exact(Fraction(written))


def _value(sheet: Sheet, start: int, end: int, edge: int, taken: set[Quantity]) -> Quantity | None:
    """The free quantity right before the label, or the first one after it in its clause."""
    sentence = sheet.reading.sentence_at(start)
    if sentence is None:
        return None
    place = sheet.index_at(start)
    around = sheet.quantities[max(0, place - 1) : place + 1]
    inside = [each for each in around if each.sentence == sentence.index and each not in taken]
    before = [quantity for quantity in inside if quantity.end <= start]
    if before and _measures(before[-1]) and _LEADS_BACK.fullmatch(sheet.lower, before[-1].end, start):
        return before[-1]
    after = next((quantity for quantity in inside if quantity.start >= end), None)
    if after is not None and _BY.search(sheet.before(after, 24)) is not None:
        after = _level_after(sheet, after)
    leads = after is not None and after.start < edge and _LEADS_ON.fullmatch(sheet.lower, end, after.start)
    return after if leads and after is not None and _measures(after) else None


def _level_after(sheet: Sheet, step: Quantity) -> Quantity | None:
    """What a percentile came to by a step: the 140 of "rose by 20 ms to 140 ms"."""
    place = sheet.index_of(step) + 1
    level = sheet.quantities[place] if place < len(sheet.quantities) else None
    return level if level is not None and _CAME_TO.fullmatch(sheet.between(step, level)) else None


def _measures(quantity: Quantity) -> bool:
    return quantity.kind in (Kind.TIME, Kind.DATA, Kind.MONEY) or (
        quantity.kind is Kind.COUNT and not quantity.noun
    )
