"""The sentences of a part, also where its author merged it into another."""

from __future__ import annotations

from starling.model.report import Confidence
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence


def told_in(reading: Reading, kind: PartKind) -> list[Sentence]:
    """The sentences of the parts of this kind; where there are none, of the parts that also hold it."""
    return reading.of(kind) or reading.once(_merged).get(kind, [])


def _merged(reading: Reading) -> dict[PartKind, list[Sentence]]:
    """The sentences of the parts that also hold a kind, by that kind."""
    found: dict[PartKind, list[Sentence]] = {}
    for section in reading.sections:
        for also in section.part.also:
            inside = [s for s in reading.sentences if section.start <= s.start < section.end]
            found.setdefault(also, []).extend(inside)
    return found


_SURE = 0.6


def trust(reading: Reading, most: Confidence = Confidence.HIGH) -> Confidence:
    """How far the parts can be trusted: *most* where the author labelled them, less where Starling did."""
    confidence = reading.story.confidence
    if confidence is None:
        return most
    return Confidence.MEDIUM if confidence >= _SURE and most is not Confidence.LOW else Confidence.LOW
