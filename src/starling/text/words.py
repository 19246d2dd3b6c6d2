"""Words of a text with their positions, as a listener would count them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from sys import intern
from typing import NamedTuple

_WORD = re.compile(
    r"[a-z]++(?!'?[^\W\d_])"  # most words, in half the time
    r"|[^\W\d_]++(?:'[^\W\d_]++)*+"  # don't
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:%|[kmbx]\b)?\+?"  # 60%, $2M, 100,000, 450 (of 450ms: the unit is a word)
    r"|[^\W_]+"
)


_TYPED = {
    f"{word}nt": f"{word}n't"
    for word in "did does do was were is are had has have could would should must".split()
} | {"ive": "i've", "weve": "we've", "theyre": "they're", "youre": "you're", "thats": "that's"}
"""What is typed in a hurry, as a listener hears it."""

_LOWER = itemgetter(0)


class Word(NamedTuple):
    """A word in lower case, and its half-open span in the text."""

    lower: str
    start: int
    end: int


def lowered(text: str) -> str:
    """*text* in lower case and with straight apostrophes, every character at its own offset."""
    lower = text.lower()
    if len(lower) != len(text):  # some capitals have a longer small form
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    return lower.replace("’", "'")


def lowers(said: Iterable[Word]) -> Iterator[str]:
    """Each of some words in lower case, in order."""
    return map(_LOWER, said)


def words(text: str) -> list[Word]:
    """The words of *text* in order; hyphens and marks part words, apostrophes do not."""
    new = tuple.__new__  # its own constructor takes twice as long
    pieces = lowered(text).split(" ")
    offsets = accumulate([length + 1 for length in map(len, pieces)], initial=0)
    told = zip(offsets, map(_KNOWN.__getitem__, pieces), strict=False)  # one offset more, behind the last
    return [new(Word, (lower, at + start, at + end)) for at, inside in told for lower, start, end in inside]


_Inside = tuple[tuple[str, int, int], ...]
"""The words of a piece without spaces, with their spans in it."""


class _Pieces(dict[str, _Inside]):
    """The words of the pieces seen before, as most are; a thousand stories share their strings, too."""

    def __missing__(self, piece: str) -> _Inside:
        found = ((match.group(), *match.span()) for match in _WORD.finditer(piece))
        inside = tuple((intern(_TYPED.get(word, word)), start, end) for word, start, end in found)
        if len(piece) < _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = inside
        return inside


_KNOWN = _Pieces()
_MOST = 20_000
"""Pieces that are remembered before all are forgotten; keeping the order of their use costs more."""
_LONG = 40
"""Characters of a piece that is hardly seen twice."""
