"""R16, numbers told as words: "both tests" after "two tests", "hundreds of pages" beside "300 pages"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said

_BOTH = re.compile(r"\bboth(?: of)?(?: the| these| those| our| my)?(?: (?!and\b)[a-z-]+){0,2}? ([a-z]+s)\b")
_MANY = re.compile(r"\b(dozens|hundreds|thousands|millions) of(?: (?!and\b)[a-z-]+){0,2}? ([a-z]+s)\b")
_SIZES = {
    "dozens": (20, 200),
    "hundreds": (100, 2000),
    "thousands": (1000, 20000),
    "millions": (10**6, 10**9),
}
"""What such a word may stand for, generously: it is only ever said to fit."""
_COUPLE, _MOST = 2, 8


def told_in_words(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each word of number that comes back as a figure of the same things, or the other way."""
    if sheet.mentions("both "):
        yield from _both(sheet)
    if sheet.mentions(*_SIZES):
        yield from _many(sheet)


def _both(sheet: Sheet) -> Iterator[Claim]:
    pairs = [q for q in sheet.of_kind(Kind.COUNT) if q.low == q.high == _COUPLE and q.noun]
    for match in islice(_BOTH.finditer(sheet.lower), _MOST if pairs else 0):
        told = [q for q in pairs if q.end <= match.start() and stem(q.noun) == stem(match[1])]
        if told:
            words = set(match[0].split())
            yield _again(sheet, max(told, key=lambda q: (len(words & set(said(q).split())), q.start)), match)


def _many(sheet: Sheet) -> Iterator[Claim]:
    for match in islice(_MANY.finditer(sheet.lower), _MOST):
        low, high = _SIZES[match[1]]
        named = (q for q in sheet.of_kind(Kind.COUNT) if q.noun and stem(q.noun) == stem(match[2]))
        for counted in named:
            apart = counted.end <= match.start() or match.end() <= counted.start
            if apart and low <= counted.low and counted.high <= high and not counted.per:
                yield _again(sheet, counted, match)
                break


def _again(sheet: Sheet, counted: Quantity, match: re.Match[str]) -> Claim:
    sentence = sheet.reading.sentence_at(match.start())
    words = replace(
        counted,
        start=match.start(),
        end=match.end(),
        text=sheet.text[match.start() : match.end()],
        bound=Bound.EXACT,
        sentence=-1 if sentence is None else sentence.index,
        part=counted.part if sentence is None else sentence.kind,
    )
    first, second = sorted((counted, words), key=lambda each: each.start)
    return Claim(
        relation="R16",
        verdict=Verdict.CONSISTENT,
        quantities=(first, second),
        arithmetic=f"{said(first)} = {said(second)}",
        subtype="told again",
    )
