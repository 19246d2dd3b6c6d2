"""The figures of a telling, found once: its quantities as the numbers audit reads them, written in digits."""

from __future__ import annotations

from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal


@signal
def measures(reading: Reading) -> tuple[Quantity, ...]:
    """Every figure of every part, in order; "two teams" is heard as words, not as a figure."""
    found = reading.once(Sheet).quantities
    return tuple(quantity for quantity in found if any(map(str.isdecimal, quantity.text)))


def measures_in(reading: Reading, sentence: Sentence) -> tuple[Quantity, ...]:
    """The figures of one sentence."""
    return tuple(_by_sentence(reading).get(sentence.index, ()))


@signal
def _by_sentence(reading: Reading) -> dict[int, list[Quantity]]:
    """The figures of each sentence, by its index."""
    found: dict[int, list[Quantity]] = {}
    for quantity in measures(reading):
        found.setdefault(quantity.sentence, []).append(quantity)
    return found


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be the ends of one change: of one kind, and of one thing where both name it."""
    return one.kind is other.kind and (one.noun == other.noun or not (one.noun and other.noun))
