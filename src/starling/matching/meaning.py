"""How near in meaning a story is to what is asked, where a model on this computer says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NEAREST = 3
"""Sentences whose mean is taken: a story is told in more than one, and one alone may be near by chance."""

_WEIGHT = 4.0
"""What a cosine of 1 adds to a score; calibrated on the development corpus, where 4 to 10 do alike."""

_CLEAR = 0.35
"""The cosine above which meaning is evidence: so set that of the corpus' questions whose story was taken out
hardly more find a strong story among the rest than without a model (docs/matching.md)."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What the meaning of a story adds to its place in the order, and which of its sentences is nearest.

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
    nearest = max(range(len(cosines)), key=lambda at: (round(cosines[at], 4), -at))
    return Nearness(round(_WEIGHT * max(0.0, sum(best) / len(best)), 3), nearest)


def clear(lift: float) -> float:
    """What of it is evidence for a fit, beyond a place in the order."""
    return max(0.0, lift - _WEIGHT * _CLEAR)


def lifts(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """For each demand what a story's meaning adds; *rows* has one for each sentence, () for none."""
    return tuple(nearness(column).lift for column in zip(*rows, strict=True))
