"""Questions about single words: tense, stem, subject matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from starling.content.load import vocabulary
from starling.text.words import Word

_ENDINGS = (
    "ingly",
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ies",
    "ed",
    "es",
    "s",
    "e",
    "y",
)
_SHORTEST_STEM = 4

__all__ = ["is_past", "stem", "subjects", "vocabulary"]


@cache
def is_past(word: str) -> bool:
    """Whether a lower-case word reads as a past tense: an irregular form, or a regular one in -ed."""
    if word in vocabulary("past_verbs"):
        return True
    return word.endswith("ed") and len(word) > len("aged") and word not in vocabulary("not_past")


@cache
def stem(word: str) -> str:
    """A lower-case word without its ending, so that "caching" and "cached" meet; rough on purpose."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def subjects(words: Iterable[Word]) -> frozenset[str]:
    """The stems of the words that carry a subject matter: no stop words, no figures."""
    return frozenset(stem(word.lower) for word in words if _carries(word.lower))


@cache
def _carries(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha() and word not in vocabulary("stopwords")
