"""Words of a text with their positions, as a listener would count them."""

from __future__ import annotations

import re
from itertools import accumulate, repeat
from typing import NamedTuple

_WORD = re.compile(
    r"([a-z]++(?!'?[^\W\d_])"  # most words, in half the time
    r"|[^\W\d_]++(?:'[^\W\d_]++)*+"  # don't
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:%|[kmbx]\b)?\+?"  # 60%, $2M, 100,000, 450 (of 450ms: the unit is a word)
    r"|[^\W_]+)"
)


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


def words(text: str) -> list[Word]:
    """The words of *text* in order; hyphens and marks part words, apostrophes do not."""
    pieces = _WORD.split(lowered(text))  # what stands between the words, and the words, in turns
    ends = list(accumulate(map(len, pieces)))
    found = zip(pieces[1::2], ends[::2], ends[1::2], strict=False)
    return list(map(tuple.__new__, repeat(Word), found))  # its own constructor takes twice as long
