"""What single words say where no phrase is known: what phrases and questions that hold them are about."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Generic, TypeVar

from starling.matching.asked_before import Bank
from starling.matching.lexicon import lexicon
from starling.matching.stems import stemmed
from starling.matching.understood import body, scaled

_Choice = TypeVar("_Choice", bound=Hashable)

_UNSEEN = 0.03
"""What counts for a word that was never said of a choice."""

_HELD = 3.0
"""How far the votes of words are held back: they do not come together by chance. These figures were
calibrated on re-wordings of our own, and on the bank, each question left out (docs/matching.md)."""

_SURE = 0.05
"""The share of the votes from which a theme is guessed."""

_HALF = 0.5
"""What the themes of a wording weigh at most together that are guessed alone."""


class WordVotes(Generic[_Choice]):
    """How often each word was said of each choice, and what some words together say (naive Bayes)."""

    def __init__(self, said: Iterable[tuple[str, _Choice, float]]) -> None:
        self._counts: dict[str, dict[_Choice, float]] = defaultdict(dict)
        totals: dict[_Choice, float] = defaultdict(float)
        for word, choice, weight in said:
            self._counts[word][choice] = self._counts[word].get(choice, 0.0) + weight
            totals[choice] += weight
        self._totals = {each: total + _UNSEEN * len(self._counts) for each, total in totals.items()}

    def shares(self, text: str) -> dict[_Choice, float]:
        """The share of each choice in the votes of the words of a text; none where none of them is known."""
        known = sorted({word for word in _words(text) if word in self._counts})
        if not known:
            return {}
        votes = {each: sum(self._vote(word, each) for word in known) / _HELD for each in self._totals}
        most = max(votes.values())
        odds = {each: math.exp(vote - most) for each, vote in votes.items()}
        total = sum(odds.values())
        return {each: one / total for each, one in odds.items()}

    def _vote(self, word: str, choice: _Choice) -> float:
        return math.log((self._counts[word].get(choice, 0.0) + _UNSEEN) / self._totals[choice])


def _words(text: str) -> list[str]:
    """The stems of a question without its opening, common words among them: "no" and "why" say much."""
    return [word.lower for word in stemmed(body(text))]


def guessed(text: str) -> dict[int, float]:
    """The themes that the single words of a text ask for, with their shares."""
    return {at: share for at, share in _themes().shares(text).items() if share >= _SURE}


def backed(themes: Counter[int], guesses: Mapping[int, float], weight: float) -> Counter[int]:
    """Themes with what is guessed beside them; their sum stays, so that a guess makes no fit stronger."""
    joined = themes + scaled(guesses, weight)
    return scaled(joined, min(1.0, max(_HALF, themes.total()) / max(_HALF, joined.total())))


@lru_cache(maxsize=8)
def place_votes(bank: Bank) -> WordVotes[str]:
    """By the phrases of the lexicon and the questions of a bank: the competencies words are said of."""
    return WordVotes((*_of_phrases(), *_of_questions(bank)))


@cache
def _themes() -> WordVotes[int]:
    return WordVotes(_phrases())


def _phrases() -> Iterator[tuple[str, int, float]]:
    for phrase, themes in lexicon().cues.items():
        for word in set(phrase.split()):
            yield from ((word, at, 1.0) for at in themes)


def _of_phrases() -> Iterator[tuple[str, str, float]]:
    for word, at, weight in _phrases():
        places = lexicon().themes[at].competencies
        yield from ((word, place, weight / len(places)) for place in places)


def _of_questions(bank: Bank) -> Iterator[tuple[str, str, float]]:
    for each in bank.questions:
        for text in (each.text, *each.also):
            yield from ((word, each.competency, 1.0) for word in set(_words(text)))
