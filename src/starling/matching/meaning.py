"""How near in meaning a story is to what is asked, where a model on this computer says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NEAREST = 3
"""Sentences whose mean is taken: a story is told in more than one, and one alone may be near by chance."""

_WEIGHT = 8.0
"""What a cosine of 1 adds to a score; calibrated on the development corpus, where 6 to 10 do alike."""

_USUAL = 0.3
"""The likeness of a story that may or may not answer: above it meaning adds to a score, below it takes away."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What the meaning of a story adds to a score, and which of its sentences is nearest.

    ``sentence`` counts the sentences of ``proof.spoken`` from 0; it is -1 where
    no model was asked, or the story has none.
    """

    lift: float = 0.0
    sentence: int = -1


UNKNOWN = Nearness()
"""What is known without a model."""


def nearness(cosines: Sequence[float]) -> Nearness:
    """The nearness of a story whose sentences, in their order, are so like what is asked (-1 to 1)."""
    if not cosines:
        return UNKNOWN
    best = sorted(cosines)[-_NEAREST:]
    lift = _WEIGHT * (sum(best) / len(best) - _USUAL)
    return Nearness(round(lift, 3), max(range(len(cosines)), key=lambda at: (round(cosines[at], 4), -at)))


def lifts(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """For each demand what a story's meaning adds; *rows* has one for each sentence, () for none."""
    return tuple(nearness(column).lift for column in zip(*rows, strict=True))
