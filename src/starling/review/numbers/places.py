"""Where each word of a text stands, so that a word is looked up and the text is not walked again for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from starling.text.words import Word


class Places:
    """The places of the words in the list they come from, by the word in lower case."""

    def __init__(self, said: Sequence[Word]) -> None:
        self.said = said
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for place, (word, _, _) in enumerate(said):
            self._by_word[word].append(place)

    def of(self, words: frozenset[str]) -> list[int]:
        """The places of any of these words, in order."""
        return self._sorted(self._by_word.keys() & words)

    def starts(self, words: frozenset[str]) -> list[int]:
        """Where in the text any of these words begins, in order."""
        return [self.said[place].start for place in self.of(words)]

    def unlettered(self) -> list[int]:
        """The places of the words that begin with a digit, a sign, or a letter beyond a to z, in order."""
        return self._sorted(word for word in self._by_word if not "a" <= word[0] <= "z")

    def _sorted(self, words: Iterable[str]) -> list[int]:
        return sorted(place for word in words for place in self._by_word[word])
