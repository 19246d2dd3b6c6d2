"""Words brought to a common form, so that "disagreed" is found where a question says "disagreement"."""

from __future__ import annotations

import re
from functools import cache

from starling.content.load import table
from starling.text.words import Word, words

_VOWEL = re.compile("[aeiouy]")
_LEAST = 3
"""Letters that a stem keeps, so that "red" and "bed" stay whole."""

_SHORTENED = re.compile(r"(?<=.)'(?:s|d|ve|ll|re|m)$")
"""What is spoken shorter: "how'd" is "how", and "you've" is "you"."""

_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_PLURAL_ES = ("ches", "shes", "sses", "xes", "zes")
_NOT = frozenset({"not", "cannot"})
_BEFORE_NOT = frozenset("do be have can could will would should not".split())
_ENDS = (
    ("isation", "iz"),
    ("ization", "iz"),
    ("ation", "at"),
    ("ments", ""),
    ("ment", ""),
    ("ness", ""),
    ("ingly", ""),
    ("edly", ""),
    ("ally", "al"),
    ("ily", "i"),
    ("ly", ""),
    ("ise", "iz"),
    ("ising", "iz"),
    ("ised", "iz"),
    ("ing", ""),
    ("ied", "i"),
    ("ed", ""),
)
"""Endings and what stands for them; the first that leaves a stem is taken (Lovins, 1968, far lighter)."""


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for row in table("lexicon.toml")["irregular"]:
        base, *others = row.split()
        forms |= dict.fromkeys((base, *others), base)
    return forms


def stem(word: str) -> str:
    """The common form of a word in lower case; of a figure or a short word, itself."""
    return _stem(word)


@cache
def _stem(word: str) -> str:
    word = _SHORTENED.sub("", word).replace("'", "")
    base = _irregular().get(word)
    if base is not None:
        word = base
    elif len(word) > _LEAST and word.isalpha():
        word = _singular(word)
        word = _irregular().get(word, word)
    if len(word) <= _LEAST or not word.isalpha():
        return word
    return _ended(word)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(_PLURAL_ES):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ended(word: str) -> str:
    for end, instead in _ENDS:
        rest = word[: -len(end)]
        if word.endswith(end) and len(rest) >= _LEAST and _VOWEL.search(rest):
            word = rest + instead
            if not instead:
                word = _DOUBLED.sub(r"\1", word)
            break
    if word.endswith("y"):
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > _LEAST else word


def stemmed(text: str) -> list[Word]:
    """The words of *text* as stems, each with its span; "did not", "didn't" and "cannot" are one "not"."""
    found: list[Word] = []
    for lower, start, end in words(text):
        if lower in _NOT or lower.endswith("n't"):
            while found and found[-1].lower in _BEFORE_NOT:
                start = found.pop().start  # noqa: PLW2901 - the two words are one
            found.append(Word("not", start, end))
        else:
            found.append(Word(_stem(lower), start, end))
    return found


def phrase(text: str) -> str:
    """A phrase as its stems, parted by spaces."""
    parts = text.split()
    if "not" in text or not "".join(parts).isalpha() or not text.islower():
        return " ".join(word.lower for word in stemmed(text))
    return " ".join(map(_stem, parts))  # plain words, as most cues are, in a third of the time
