"""Word lists as sets, for questions about single words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from starling.content import load
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


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The phrases of a shipped list as a set."""
    return frozenset(load.wordlist(name))


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
