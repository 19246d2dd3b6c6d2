"""What a number measures: the stems of the words around it in its clause."""

from __future__ import annotations

import re
from functools import lru_cache

from starling.content import load
from starling.review.numbers.quantities.units import SCALES, units
from starling.review.reading import Sentence

_BREAK = re.compile(r"[.;,()|]\s|[()|\n→]|\s(?:and|but|while|which|so|with|without|vs\.?|[–—])\s")
_WORD = re.compile(r"[a-z][a-z'’]+|\bf1\b")
_REACH = 120
"""Characters on each side that can say what is measured; a bound for an endless sentence."""
_ENDINGS = {"s": ("ies", "es", "s"), "g": ("ing",), "d": ("ed",)}
"""The commonest endings by their last letter, the longest first."""


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its commonest endings, so that "errors" meets "error"."""
    for ending in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):  # noqa: PLR2004
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word.removesuffix("e") if len(word) > 3 else word  # noqa: PLR2004 - "the", and "page" as "pages"


class Metric:
    """The stems that say what a number measures, found when first asked for: half never are."""

    __slots__ = ("_around", "_found")

    def __init__(self, lower: str, start: int, end: int, noun: str, sentence: Sentence | None) -> None:
        self._around = lower, start, end, noun, sentence
        self._found: frozenset[str] | None = None

    def __call__(self) -> frozenset[str]:
        """The stems, of the clause around the number or, where it has no other words, of more."""
        if self._found is None:
            self._found = _metric(*self._around)
        return self._found


def _metric(lower: str, start: int, end: int, noun: str, sentence: Sentence | None) -> frozenset[str]:
    """The stems of the content words in the clause around a number, or around that where it has none."""
    if sentence is None:
        return frozenset()
    left = lower[max(sentence.start, start - _REACH) : start]
    right = lower[end : min(sentence.end, end + _REACH)]
    opened = 0
    for match in _BREAK.finditer(left):
        opened = match.end()
    closed = _BREAK.search(right)
    behind = right[: closed.start() if closed else None]
    return stems(f"{left[opened:]} {noun} {behind}") or stems(f"{left} {behind}") or stems(right)


def stems(text: str) -> frozenset[str]:
    """The stems of the content words of lower-case text: no filler, no unit, no number word."""
    return frozenset(filter(None, map(_content, _WORD.findall(text))))


@lru_cache(maxsize=4096)
def _content(word: str) -> str:
    """The stem of a content word, or "" for a filler, a unit, or a number word."""
    silent = word in load.vocabulary("unmeasured_words") or word in units() or word in SCALES
    return "" if silent else stem(word)
