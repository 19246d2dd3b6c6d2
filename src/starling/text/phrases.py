"""Many phrase lists found in one walk over the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from starling.text.words import Word, words


class Hit(NamedTuple):
    """A phrase of the list *name*, as the half-open span *start* to *end* of the text."""

    name: str
    start: int
    end: int


class Phrases:
    """An automaton over words: one dictionary look-up a word, whatever the number of phrases.

    Measured against the alternatives in docs/performance.md; a trie in plain
    Python is within a factor of eight of a compiled automaton and needs none.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root: dict[str, Any] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                self._add(name, [word.lower for word in words(phrase)])

    def _add(self, name: str, steps: list[str]) -> None:
        if not steps:
            return
        node = self._root
        for step in steps:
            node = node.setdefault(step, {})
        node[""] = (*node.get("", ()), name)

    def find(self, text_words: Sequence[Word]) -> list[Hit]:
        """Every phrase in *text_words*; of one list, the longest that starts at a word."""
        root, count = self._root, len(text_words)
        found: list[Hit] = []
        for first in range(count):
            node = root.get(text_words[first].lower)
            if node is None:
                continue
            longest: dict[str, int] = {}
            last = first
            while node is not None:
                for name in node.get("", ()):
                    longest[name] = last
                last += 1
                node = node.get(text_words[last].lower) if last < count else None
            start = text_words[first].start
            found.extend(Hit(name, start, text_words[end].end) for name, end in longest.items())
        return found
