"""The quantities of a telling, found once."""

from __future__ import annotations

from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.text.quantities import Quantity, quantities


@signal
def measures(reading: Reading) -> tuple[Quantity, ...]:
    """Every quantity of every part, in order."""
    return tuple(quantities(reading.text))


def measures_in(reading: Reading, sentence: Sentence) -> tuple[Quantity, ...]:
    """The quantities of one sentence."""
    return tuple(q for q in measures(reading) if sentence.start <= q.start < sentence.end)
