"""Where each word of a text stands, so that a word is looked up and the text is not walked again for it."""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

from starling.text.words import Word


class Places:
    """The places of the words in the list they come from, by the word in lower case."""

    def __init__(self, said: Sequence[Word]) -> None:
        self.said = said
        self._by_word: dict[str, list[int]] = {}
        known = self._by_word
        for place, word in enumerate(map(itemgetter(0), said)):
            if word in known:
                known[word].append(place)
            else:
                known[word] = [place]  # half the time of a ``defaultdict``
        self.heads = {word[:3] for word in known}
        """The first three letters of all words: a word that begins otherwise is not there."""
        self.listed = f" {' '.join(known)} "
        """Every word once, between spaces."""

    @property
    def known(self) -> KeysView[str]:
        """Every word once."""
        return self._by_word.keys()

    def of(self, words: AbstractSet[str]) -> list[int]:
        """The places of any of these words, in order."""
        found = self._by_word.keys() & words
        return sorted(place for word in found for place in self._by_word[word]) if found else []

    def starts(self, words: AbstractSet[str]) -> list[int]:
        """Where in the text any of these words begins, in order."""
        return [self.said[place].start for place in self.of(words)]
