"""The quantities around one, found without walking the whole text: a table of numbers stays linear."""

from __future__ import annotations

from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet

_REACH = 12
_STORY = 400
"""More numbers than this are a table: a relation across it, without a cue, is a guess."""


def neighbours(sheet: Sheet, quantity: Quantity, sentences: int = 0) -> list[Quantity]:
    """The quantities up to twelve places and so many *sentences* away, without itself, in order."""
    place, sentence = sheet.index_of(quantity), quantity.sentence
    low, high = sentence - sentences, sentence + sentences
    near = sheet.quantities[max(0, place - _REACH) : place + _REACH + 1]
    return [each for each in near if low <= each.sentence <= high and each.start != quantity.start]


def is_story(sheet: Sheet) -> bool:
    """Whether the text has so few numbers that any two of them may be told of one thing."""
    return len(sheet.quantities) <= _STORY
