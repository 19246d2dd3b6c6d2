"""Words of a text with their positions, as a listener would count them."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

_WORD = re.compile(
    r"[$€£]?\d+(?:[.,:]\d+)*(?:%|[kmbx]\b)?\+?"  # 60%, $2M, 100,000, 450 (of 450ms: the unit is a word)
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"  # don't
    r"|[^\W_]+"
)


class Word(NamedTuple):
    """A word in lower case, and its half-open span in the text."""

    lower: str
    start: int
    end: int


_word = partial(tuple.__new__, Word)
"""``Word`` without its own constructor, which would take as long as finding the word."""


def lowered(text: str) -> str:
    """*text* in lower case and with straight apostrophes, every character at its own offset."""
    lower = text.lower()
    if len(lower) != len(text):  # some capitals have a longer small form
        lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
    return lower.replace("’", "'")


def words(text: str) -> list[Word]:
    """The words of *text* in order; hyphens and marks part words, apostrophes do not."""
    return [_word((match[0], *match.span())) for match in _WORD.finditer(lowered(text))]
