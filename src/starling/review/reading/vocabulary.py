"""Questions about single words: tense, stem, subject matter; and what sentences are about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from starling.content.load import vocabulary
from starling.review.reading import Reading, Sentence
from starling.text.words import Word, lowers

_ENDINGS = {
    "y": ("ingly", "y"),
    "s": ("ations", "ings", "ions", "ers", "ies", "es", "s"),
    "n": ("ation", "ion"),
    "g": ("ing",),
    "r": ("er",),
    "d": ("ed",),
    "e": ("e",),
}
"""The endings that a stem loses, by their last letter, the longest first."""
_SHORTEST_STEM = 4

__all__ = ["about", "is_past", "stem", "subjects", "vocabulary"]


@cache
def is_past(word: str) -> bool:
    """Whether a lower-case word reads as a past tense: an irregular form, or a regular one in -ed."""
    if word in vocabulary("past_verbs"):
        return True
    return word.endswith("ed") and len(word) > len("aged") and word not in vocabulary("not_past")


@cache
def stem(word: str) -> str:
    """A lower-case word without its ending, so that "caching" and "cached" meet; rough on purpose."""
    for ending in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def subjects(words: Iterable[Word]) -> frozenset[str]:
    """The stems of the words that carry a subject matter: no stop words, no figures."""
    return frozenset(filter(None, map(_subject, lowers(words))))


def about(reading: Reading, *sentences: Sentence) -> frozenset[str]:
    """The subject matter of some sentences together; each sentence is looked at once."""
    known = reading.once(_known)
    for sentence in sentences:
        if sentence.index not in known:
            known[sentence.index] = subjects(sentence.words)
    if len(sentences) == 1:
        return known[sentences[0].index]
    return frozenset[str]().union(*[known[sentence.index] for sentence in sentences])


def _known(_: Reading) -> dict[int, frozenset[str]]:
    """The subject matter of the sentences that were asked about, by index."""
    return {}


@cache
def _subject(word: str) -> str | None:
    """The stem of a word that carries a subject matter, or None."""
    carries = len(word) > 1 and word[0].isalpha() and word not in vocabulary("stopwords")
    return stem(word) if carries else None
