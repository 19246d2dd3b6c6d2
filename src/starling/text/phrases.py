"""Many phrase lists found in one walk over the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from starling.text.words import Word, lowers, words


class Hit(NamedTuple):
    """A phrase of the list *name*, as the half-open span *start* to *end* of the text."""

    name: str
    start: int
    end: int


_ENDS = ""
"""No word, and so the key of the lists that have a phrase ending there, and the end of every walk."""


class _Node(NamedTuple):
    """Where a walk is: the steps on from there, and what it has passed.

    ``held`` is the longest phrase of each list on the way here, as the words that follow its first.
    """

    after: dict[str, _Node]
    held: tuple[tuple[str, int], ...]


class Phrases:
    """An automaton over words: one dictionary look-up a word, whatever the number of phrases.

    Measured against the alternatives in docs/performance.md; a trie in plain
    Python is within a factor of eight of a compiled automaton and needs none.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        tree: dict[str, Any] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                self._add(tree, name, [word.lower for word in words(phrase)])
        self._shared: dict[object, Any] = {}
        self._root = self._node(tree, {}, 0).after

    def _add(self, tree: dict[str, Any], name: str, steps: list[str]) -> None:
        for step in steps:
            tree = tree.setdefault(step, {})
        if steps:
            tree[_ENDS] = (*tree.get(_ENDS, ()), name)

    def _node(self, tree: dict[str, Any], held: dict[str, int], depth: int) -> _Node:
        """What a walk needs to know of *tree*; what is alike is kept once, so that all of it stays near."""
        held = held | dict.fromkeys(tree.pop(_ENDS, ()), depth - 1)
        after = {step: self._node(below, held, depth + 1) for step, below in tree.items()}
        alike = tuple(held.items())
        node = _Node(after, self._shared.setdefault(alike, alike))
        return node if after else self._shared.setdefault(("leaf", alike), node)

    def find(self, text_words: Sequence[Word]) -> dict[str, list[Hit]]:
        """The phrases in *text_words*, by list and in order; of one list, the longest from each word on."""
        said = [*lowers(text_words), _ENDS]
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        new = tuple.__new__  # the constructor of a hit takes longer than the rest of finding it
        for first, node in enumerate(map(self._root.get, said)):
            if node is None:
                continue
            after, held = node
            last = first
            while (deeper := after.get(said[last := last + 1])) is not None:
                after, held = deeper
            if held:
                start = text_words[first][1]
                for name, more in held:
                    found[name].append(new(Hit, (name, start, text_words[first + more][2])))
        return found
