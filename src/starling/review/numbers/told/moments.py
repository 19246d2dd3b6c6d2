"""Moments that are told by their number: "in week 4", "by day 10", "on the third day", "the week-2 demo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.reading import Reading

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = tuple("one two three four five six seven eight nine ten eleven twelve".split())
_UNITS = frozenset(("hour", "day", "week", "month", "quarter"))
_FIRST_WORDS = _UNITS | frozenset(_ORDINALS)
_MOMENT = re.compile(
    r"(?P<unit>hour|day|week|month|quarter)[ -](?:(?P<number>\d{1,3})\b(?!\s?[-–—]\s?\d|[.,]\d|%)"
    rf"|(?P<word>{'|'.join(_CARDINALS)})\b(?! [a-z]+s\b))"
    rf"|(?P<rank>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}) (?P<named>hour|day|week|month|quarter)\b"
)


def moments(sheet: Sheet) -> tuple[Quantity, ...]:
    """The numbered moments of a telling as spans from its beginning, in the order of the text."""
    return sheet.reading.once(_moments)


def _moments(reading: Reading) -> tuple[Quantity, ...]:
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Quantity]:
    for match in _matches(reading):
        sentence = reading.sentence_at(match.start())
        if sentence is None:
            continue
        value = ratio(_number(match))
        unit = units()[match["unit"] or match["named"]]
        text = reading.text[match.start() : match.end()]
        part = reading.kind_at(match.start()) or PartKind.OTHER
        yield Quantity(
            match.start(), match.end(), text, value, value, ratio(0), Bound.EXACT, unit,
            part=part, sentence=sentence.index,
        )  # fmt: skip


def _matches(reading: Reading) -> Iterator[re.Match[str]]:
    """What may be a moment: tried at the words for time and right before them, alone."""
    words = reading.words
    for index in reading.once(Sheet).places.of(_UNITS):
        for word in words[max(0, index - 2) : index + 1]:
            begins = word.lower in _FIRST_WORDS or word.lower[0].isdecimal()
            match = _MOMENT.match(reading.lower, word.start) if begins else None
            if match is not None:
                yield match
                break


def _number(match: re.Match[str]) -> int:
    if match["number"]:
        return int(match["number"])
    return _CARDINALS.index(match["word"]) + 1 if match["word"] else _rank(match["rank"])


def _rank(word: str) -> int:
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])
