"""Whether the parts of a telling, and their shares of it, can be trusted."""

from __future__ import annotations

from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.lengths import Lengths, lengths
from starling.text.segment import LOW

_FEWEST_WORDS = 80
"""Below this, one sentence more or less moves a share by ten points and says nothing."""
_LEAST_CONFIDENCE = 0.6
MOST_BACKGROUND = 0.50
"""Above this share the background is what to speak of; below, a small action is (rubric, section 1.4)."""


def parts_are_sure(reading: Reading) -> bool:
    """Whether the author labelled the parts, or Starling told them apart with some confidence."""
    confidence = reading.story.confidence
    return confidence is None or confidence >= _LEAST_CONFIDENCE


@signal
def shares(reading: Reading) -> Lengths | None:
    """The lengths of the parts, or None where their shares would mislead.

    That is: a short telling, a part that holds two, a missing action or
    result, or parts that the report itself calls a guess.
    """
    story = reading.story
    complete = bool(reading.of(PartKind.ACTION)) and bool(reading.of(PartKind.RESULT))
    merged = any(part.also for part in story.parts)
    guessed = story.confidence is not None and story.confidence < LOW
    if reading.word_count() < _FEWEST_WORDS or merged or not complete or guessed:
        return None
    return lengths(reading)


def background(told: Lengths) -> float:
    """The share of the situation and the task together, 0 to 1."""
    return told.share(PartKind.SITUATION, PartKind.TASK)
