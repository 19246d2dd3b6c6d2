"""How long a telling is, and how its parts share that length."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.story import CORE, PartKind
from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.parts import told_in

_ARTICLES = frozenset(("a", "an", "the"))


def seconds(reading: Reading) -> float:
    """An estimate of how long the story takes to say, in seconds: its words at the user's pace."""
    return reading.word_count() * 60 / reading.brief.pace


@dataclass(frozen=True, slots=True)
class Lengths:
    """Words that carry the telling, by part: ``words`` of each of STAR, and all that are spoken.

    Articles and hedges are not counted, so that a speaker who drops the one
    or likes the other is measured alike (evaluation, set G).
    """

    words: dict[PartKind, int]
    total: int

    def share(self, *kinds: PartKind) -> float:
        """The share, 0 to 1, that these parts have of the words of the four core parts."""
        core = sum(self.words.values())
        return sum(self.words[kind] for kind in kinds) / core if core else 0.0


@signal
def lengths(reading: Reading) -> Lengths:
    """The lengths of the parts of a story."""
    hedged = {start for hit in reading.hits("hedges") for start in range(hit.start, hit.end)}
    counted = {
        word.start for word in reading.words if word.lower not in _ARTICLES and word.start not in hedged
    }
    by_kind = {
        kind: sum(word.start in counted for sentence in told_in(reading, kind) for word in sentence.words)
        for kind in CORE
    }
    spoken = sum(word.start in counted for sentence in reading.spoken for word in sentence.words)
    return Lengths(by_kind, spoken)
