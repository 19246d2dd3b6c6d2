"""Phrases that stand in something said, not in a list of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from starling.model.report import Evidence
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals import signal
from starling.text.phrases import Hit

_FEWEST = 10
_MARKERS = (
    "reason_markers", "alternative_markers", "tradeoff_markers", "judged_markers", "test_markers",
    "learning_markers", "observed_changes",
)  # fmt: skip
_MOST_MARKERS = 0.3
"""The share of markers above which a sentence reasons about nothing."""
_LEAST_GLUE = 0.15
"""The share of function words below which a long sentence is a list: keywords must gain nothing (set G)."""


@signal
def word_lists(reading: Reading) -> frozenset[int]:
    """The sentences that only string words together, by index."""
    marked = Counter(
        s.index for name in _MARKERS for h in reading.hits(name) if (s := reading.sentence_at(h.start))
    )
    return frozenset(s.index for s in reading.sentences if _is_word_list(s, marked.get(s.index, 0)))


def _is_word_list(sentence: Sentence, markers: int) -> bool:
    count = len(sentence.words)
    if count < _FEWEST:
        return False
    if markers > _MOST_MARKERS * count:
        return True
    return sentence.text.count(",") * 3 > count and _glue(sentence) < _LEAST_GLUE * count


def _glue(sentence: Sentence) -> int:
    return sum(word.lower in vocabulary("stopwords") for word in sentence.words)


def told_hits(reading: Reading, name: str, *kinds: PartKind) -> list[Hit]:
    """Where phrases of the list *name* are said, in the parts of *kinds* or anywhere but in word lists."""
    lists = word_lists(reading)
    found = reading.hits(name, *kinds)
    if not lists:
        return found
    return [hit for hit in found if (s := reading.sentence_at(hit.start)) is None or s.index not in lists]


def evidence_for(reading: Reading, hits: Iterable[Hit]) -> tuple[Evidence, ...]:
    """The sentences that hold some phrases, each once, as evidence."""
    sentences = dict.fromkeys(reading.sentence_at(hit.start) for hit in hits)
    return tuple(reading.evidence(s.start, s.end) for s in sentences if s is not None)
