"""How long a telling is, and how its parts share that length."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from starling.model.story import CORE, SPOKEN, PartKind
from starling.review.reading import Reading
from starling.review.signals import signal

_ARTICLES = frozenset(("a", "an", "the"))


def seconds(reading: Reading) -> float:
    """An estimate of how long the story takes to say, in seconds: its words at the user's pace."""
    return reading.word_count() * 60 / reading.brief.pace


@dataclass(frozen=True, slots=True)
class Lengths:
    """Words that carry the telling: of each section, of each part of STAR, of all spoken, and of all STAR.

    Articles and hedges are not counted, so that a speaker who drops the one
    or likes the other is measured alike (evaluation, set G). The words of a
    part that holds two count once, for the one it is named after.
    """

    sections: tuple[int, ...]
    words: dict[PartKind, int]
    total: int
    core: int

    def share(self, *kinds: PartKind) -> float:
        """The share, 0 to 1, that these parts have of the words of the four core parts."""
        return sum([self.words[kind] for kind in kinds]) / self.core if self.core else 0.0


@signal
def lengths(reading: Reading) -> Lengths:
    """The lengths of the parts of a story."""
    hedged = [word.start for hit in reading.hits("hedges") for word in reading.words_in(hit.start, hit.end)]
    articles = [start for lower, start, _ in reading.words if lower in _ARTICLES]
    light = sorted({*hedged, *articles})
    sections = tuple(
        count - (bisect_left(light, section.end) - bisect_left(light, section.start))
        for section, count in zip(reading.sections, reading.word_counts, strict=True)
    )
    told = [(section.part.kind, count) for section, count in zip(reading.sections, sections, strict=True)]
    by_kind = {core: sum(count for kind, count in told if kind is core) for core in CORE}
    spoken = sum(count for kind, count in told if kind in SPOKEN)
    return Lengths(sections, by_kind, spoken, core=sum(by_kind.values()))


def seconds_by_part(reading: Reading) -> tuple[float, ...]:
    """How long each part of the story takes to say: the seconds of the whole, shared out by these lengths."""
    told, whole = lengths(reading), seconds(reading)
    spoken = [section.part.kind in SPOKEN for section in reading.sections]
    each = zip(told.sections, spoken, strict=True)
    return tuple(whole * count / told.total if said and told.total else 0.0 for count, said in each)
