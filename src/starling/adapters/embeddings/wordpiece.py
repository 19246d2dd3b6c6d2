"""Text cut into the pieces of a BERT vocabulary (WordPiece: Schuster and Nakajima, 2012)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_UNKNOWN, _FIRST, _LAST = "[UNK]", "[CLS]", "[SEP]"
SPECIAL = (_UNKNOWN, _FIRST, _LAST)
"""What a vocabulary must hold."""

_LONGEST = 100
"""Characters of a word above which BERT does not look for its pieces."""

_CJK = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))
"""Ranges of signs that are words of their own."""

_WORDS = 50_000
"""Words whose pieces are remembered."""


class WordPiece:
    """A vocabulary, and what it makes of a text; *lower* where it holds lower case without accents only.

    Raises KeyError where one of ``SPECIAL`` is not in the vocabulary.
    """

    def __init__(self, vocabulary: Sequence[str], *, lower: bool = True) -> None:
        self._places = {piece: place for place, piece in enumerate(vocabulary)}
        self._unknown, self._first, self._last = (self._places[each] for each in SPECIAL)
        self._lower = lower
        self._pieces = lru_cache(_WORDS)(self._split)

    def tokens(self, text: str, most: int) -> list[int]:
        """The places of the pieces of *text*, between the two marks, *most* in all."""
        pieces = [piece for word in self._words(text) for piece in self._pieces(word)]
        return [self._first, *pieces[: most - 2], self._last]

    def _words(self, text: str) -> list[str]:
        if self._lower:
            text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not _is_accent(sign))
            text = text.lower()
        return "".join(map(_spaced, text)).split()

    def _split(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left; one unknown where some of it has none."""
        if len(word) > _LONGEST:
            return (self._unknown,)
        found = tuple(self._longest_pieces(word))
        return (self._unknown,) if None in found else tuple(each for each in found if each is not None)

    def _longest_pieces(self, word: str) -> Iterator[int | None]:
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self._places), None)
            if end is None:
                yield None
                return
            yield self._places[mark + word[start:end]]
            start = end


@cache
def _is_accent(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"


@cache
def _spaced(sign: str) -> str:
    """A sign as the words are parted by it: nothing for control signs, apart for marks."""
    kind, code = unicodedata.category(sign), ord(sign)
    if sign in "\t\n\r" or kind == "Zs":
        return " "
    if kind.startswith("C") or sign == "\ufffd":
        return ""
    is_mark = kind.startswith("P") or (code < 128 and kind.startswith("S"))  # noqa: PLR2004 - the end of ASCII
    is_word = any(low <= code <= high for low, high in _CJK)
    return f" {sign} " if is_mark or is_word else sign
