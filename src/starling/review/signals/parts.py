"""The sentences of a part, also where its author merged it into another."""

from __future__ import annotations

from itertools import groupby

from starling.model.report import Confidence
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal


def told_in(reading: Reading, kind: PartKind) -> list[Sentence]:
    """The sentences of the parts of this kind; where there are none, of the parts that also hold it."""
    return _by_kind(reading).get(kind, [])


@signal
def _by_kind(reading: Reading) -> dict[PartKind, list[Sentence]]:
    own: dict[PartKind, list[Sentence]] = {}
    for kind, told in groupby(sorted(reading.sentences, key=_kind), key=_kind):
        own[kind] = list(told)
    shared = [
        (also, section) for section in reading.sections for also in section.part.also if also not in own
    ]
    for also, section in shared:
        inside = [s for s in reading.sentences if section.start <= s.start < section.end]
        own[also] = own.get(also, []) + inside
    return own


def _kind(sentence: Sentence) -> PartKind:
    return sentence.kind


_SURE = 0.6


def trust(reading: Reading, most: Confidence = Confidence.HIGH) -> Confidence:
    """How far the parts can be trusted: *most* where the author labelled them, less where Starling did."""
    confidence = reading.story.confidence
    if confidence is None:
        return most
    return Confidence.MEDIUM if confidence >= _SURE and most is not Confidence.LOW else Confidence.LOW
