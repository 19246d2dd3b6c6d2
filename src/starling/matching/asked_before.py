"""The questions of a bank by their words: which of them a new wording is nearest to."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starling.model.question import BankQuestion

_CLOSE, _SAME = 0.5, 0.8
"""The likeness from which a question wants to hear the same, and from which it is the same question."""

_HELD = 1.25
"""How far words that many questions share are held back."""


@dataclass(frozen=True, slots=True)
class Near:
    """A question of the bank and how like it is, 0 to 1 (at first the cosine of their words by rarity)."""

    question: BankQuestion
    likeness: float

    @property
    def is_close(self) -> bool:
        """Whether it wants to hear the same."""
        return self.likeness >= _CLOSE

    @property
    def is_same(self) -> bool:
        """Whether it is the same question in other words."""
        return self.likeness >= _SAME


class Bank:
    """The wordings of some questions, each with its words; *content* says which words count."""

    def __init__(self, questions: Sequence[BankQuestion], content: Callable[[str], list[str]]) -> None:
        self.questions = questions
        self._wordings = [
            (each, frozenset(content(wording))) for each in questions for wording in (each.text, *each.also)
        ]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, (_, words) in enumerate(self._wordings):
            for word in sorted(words):
                self._holders[word].append(number)
        self._rarest = math.log(1 + len(self._wordings) / 0.5) if self._wordings else 1.0
        self._lengths = [self._length(words) for _, words in self._wordings]

    def rarity(self, word: str) -> float:
        """How much a word of a question says about what it asks for, 0 to 1."""
        if not self._wordings:
            return 1.0
        return math.pow(min(1.0, self._inverse(word) / self._rarest), _HELD)

    def alike(self, words: Sequence[str]) -> tuple[Near, ...]:
        """Every question, with how like *words* the likest of its wordings is."""
        own = frozenset(words)
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(own):
            for number in self._holders.get(word, ()):
                shared[number] += self._inverse(word) ** 2
        length = self._length(own)
        best = {question.slug: Near(question, 0.0) for question, _ in self._wordings}
        for number, weight in shared.items():
            question = self._wordings[number][0]
            like = weight / (length * self._lengths[number])
            if best[question.slug].likeness < like:
                best[question.slug] = Near(question, like)
        return tuple(best.values())

    def _inverse(self, word: str) -> float:
        return math.log(1 + len(self._wordings) / (len(self._holders.get(word, ())) + 0.5))

    def _length(self, words: frozenset[str]) -> float:
        return math.sqrt(sum(self._inverse(word) ** 2 for word in sorted(words))) or 1.0
