"""Words of a text with their positions, as a listener would count them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

_WORD = re.compile(
    r"([a-z]++(?!'?[^\W\d_])"  # most words, in half the time
    r"|[^\W\d_]++(?:'[^\W\d_]++)*+"  # don't
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:%|[kmbx]\b)?\+?"  # 60%, $2M, 100,000, 450 (of 450ms: the unit is a word)
    r"|[^\W_]+)"
)


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
    found: list[Word] = []
    new = tuple.__new__  # its own constructor takes twice as long
    at = 0
    for piece in lowered(text).split(" "):
        for lower, start, end in _known(piece) if len(piece) < _LONG else _inside(piece):
            found.append(new(Word, (lower, at + start, at + end)))
        at += len(piece) + 1
    return found


def _inside(piece: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a piece without spaces, with their spans in it."""
    return tuple((match.group(), *match.span()) for match in _WORD.finditer(piece))


_known = lru_cache(maxsize=20_000)(_inside)
"""The same for a piece seen before, as most are; a thousand stories share its strings, too."""
_LONG = 40
"""Characters of a piece that is hardly seen twice."""
