"""How well a story fits what is asked: a function of the two alone, so that it can be kept."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from heapq import nlargest
from typing import overload

from starling.matching.demand import Demand
from starling.matching.features import Features
from starling.matching.fit import Cell, Fit
from starling.matching.lexicon import lexicon
from starling.matching.meaning import clear
from starling.matching.stated import states

_WORDS = 1.3
"""What the words of the question count against its themes; calibrated on the development corpus."""

PARTLY, ANGLE = 2.2, 1.0
"""Scores from which a story fits."""

STRONG = {"question": 2.3, "principle": 1.95}
"""How far a score must stand above what the story tells best of all, from which the fit is strong: set where,
of the corpus' questions and principles whose story was taken out, 82 in 100 find no strong story among the
rest (docs/matching.md)."""

_LEAST = {"question": 4.0, "principle": 0.0}
"""The score from which a fit can be strong: below it a short story, which tells little of anything, was
called strong for a question of which it shares the theme and not the matter."""

_BEST = 10
"""Themes of which a story tells most; their mean is what it says of anything. A story that tells a little of
everything must say more of what is asked before it is strong."""

_MUCH = 2.5
"""What a story tells of a theme, on a scale common to all, when it is of the tenth that tell most of it."""

SHOWN = 0.3
"""The weight from which a slot counts as shown: one clear phrase, or two that may mean other things too."""

_FITS = tuple(Fit)
_NO = Fit.NONE.rank
_RANKS = bytes(code & 3 for code in range(256))
"""The rank in each code of a row."""

_STEPS, _HIGHEST = 100, 65_535
"""Steps of a score that is kept, two digits, and the highest that two bytes hold."""

STATED = 100.0
"""What the author's own word adds to a score: it comes before all that is inferred."""


def cell(demand: Demand, features: Features, lift: float = 0.0) -> Cell:
    """How well a story fits; *lift* is what its meaning adds (``meaning.py``)."""
    value, shown = score(demand, features), clear(lift)
    if states(demand, features):
        return Cell(Fit.STRONG, _kept(value + lift + STATED) / _STEPS, stated=True)
    if value + shown < ANGLE:
        return Cell(Fit.NONE, 0.0)
    fit = _fit((value + shown, _gained(demand, features)), _told_best(features), demand, features)
    return Cell(fit, _kept(value + lift) / _STEPS)


class Row(Sequence[Cell]):
    """The cells of one story, three bytes each: a cell is made when it is looked at."""

    __slots__ = ("_codes", "_scores")

    def __init__(self, codes: bytes, scores: array[int]) -> None:
        self._codes, self._scores = codes, scores

    @overload
    def __getitem__(self, place: int) -> Cell: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, place: int | slice) -> Cell | tuple[Cell, ...]:
        """One cell, or some."""
        if isinstance(place, slice):
            return tuple(self[at] for at in range(*place.indices(len(self))))
        return _cell_of(self._codes[place], self._scores[place])

    def ranks(self) -> bytes:
        """The ranks of all its fits, without a cell being made."""
        return self._codes.translate(_RANKS)

    def __len__(self) -> int:
        """How many demands the story was held against."""
        return len(self._codes)

    def to_bytes(self) -> bytes:
        """The row as it is kept; little-endian on every machine."""
        scores = array("H", self._scores)
        if sys.byteorder != "little":
            scores.byteswap()
        return self._codes + scores.tobytes()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Row:
        """The row that ``to_bytes`` wrote; ValueError where it was something else."""
        count, rest = divmod(len(kept), 3)
        scores = array("H")
        scores.frombytes(kept[count:])
        if sys.byteorder != "little":
            scores.byteswap()
        if rest or any(code > 4 for code in set(kept[:count])):  # noqa: PLR2004 - the highest code there is
            raise ValueError
        return cls(kept[:count], scores)


@lru_cache(maxsize=16_384)
def _cell_of(code: int, value: int) -> Cell:
    return Cell(_FITS[code & 3], value / _STEPS, stated=bool(code & 4))


class Rows:
    """Many demands at once: for each story, one cell for each of them, as ``cell`` would say."""

    def __init__(self, demands: Sequence[Demand]) -> None:
        self.demands = tuple(demands)
        self._by_word: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._by_theme: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for place, demand in enumerate(self.demands):
            for word, weight in demand.stems:
                self._by_word[word].append((place, _WORDS * weight))
            for at, weight in demand.themes:
                self._by_theme[at].append((place, weight))

    def row(self, features: Features, lifts: Sequence[float] = ()) -> Row:
        """How well one story fits each demand, in their order; *lifts* are what its meaning adds to each."""
        values, gained = self._values(features)
        says, best = bool(features.stated or features.question), _told_best(features)
        codes, scores = bytearray(len(values)), array("H", bytes(2 * len(values)))
        lifts = lifts or (0.0,) * len(values)
        for place, (demand, lift) in enumerate(zip(self.demands, lifts, strict=True)):
            value, shown = round(values[place], 6), clear(lift) if lift else 0.0
            stated = says and bool(states(demand, features))
            if stated or value + shown >= ANGLE:
                said = (value + shown, gained[place])
                fit = Fit.STRONG if stated else _fit(said, best, demand, features)
                codes[place] = fit.rank | 4 * stated
                scores[place] = _kept(value + lift + STATED * stated)
            else:
                codes[place] = _NO
        return Row(bytes(codes), scores)

    def _values(self, features: Features) -> tuple[list[float], list[float]]:
        """The score of each demand, and what it gains by how rarely its themes are told."""
        values, gained = [0.0] * len(self.demands), [0.0] * len(self.demands)
        for at, demands in self._by_theme.items():
            told, gain = features.themes[at], _gains()[at] * features.themes[at]
            if told:
                for place, weight in demands:
                    values[place] += weight * told
                    gained[place] += weight * gain
        for word, said in features.stems.items():
            for place, weight in self._by_word.get(word, ()):
                values[place] += weight * said
        return values, gained


def score(demand: Demand, features: Features, lift: float = 0.0) -> float:
    """What a story tells of the themes asked for, how far it uses the words, and what its meaning adds."""
    told = features.themes
    by_theme = sum(weight * told[at] for at, weight in demand.themes)
    stems = features.stems
    by_word = sum(weight * stems[word] for word, weight in demand.stems if word in stems)
    return round(by_theme + _WORDS * by_word + lift, 6)


def _kept(value: float) -> int:
    return min(_HIGHEST, round(value * _STEPS))


@cache
def _gains() -> tuple[float, ...]:
    """What each theme counts beyond its weight: more where few stories tell it, less where many do."""
    return tuple(_MUCH / theme.usual - 1 for theme in lexicon().themes)


def missing(demand: Demand, features: Features) -> tuple[str, ...]:
    """The slots that an answer must show and the story does not."""
    return tuple(slot for slot in demand.shows if features.slots.get(slot, 0.0) < SHOWN)


def _gained(demand: Demand, features: Features) -> float:
    told, gains = features.themes, _gains()
    return sum(weight * told[at] * gains[at] for at, weight in demand.themes)


def _told_best(features: Features) -> float:
    """The mean of what a story tells of the themes that it tells most of, on the scale common to all."""
    told = (told * (1 + gain) for told, gain in zip(features.themes, _gains(), strict=True))
    return round(sum(nlargest(_BEST, told)) / _BEST, 6)


def _fit(said: tuple[float, float], best: float, demand: Demand, features: Features) -> Fit:
    """How well a story fits by its score, by what that gains, and by what the story tells *best*."""
    value = sum(said)
    if value < ANGLE:
        return Fit.NONE
    if not demand.event:
        return Fit.ANGLE if value >= PARTLY else Fit.NONE
    if value < PARTLY:
        return Fit.ANGLE
    if value < best + STRONG[demand.kind] or said[0] < _LEAST[demand.kind]:
        return Fit.PARTLY
    return Fit.STRONG if 2 * len(missing(demand, features)) <= len(demand.shows) else Fit.PARTLY


def order(demand: Demand, bank: Sequence[Features], lifts: Sequence[float] = ()) -> tuple[int, ...]:
    """The places of stories, the best answer first: what is stated, then by score, then by slug."""
    values = [
        score(demand, each, lift) + (STATED if states(demand, each) else 0.0)
        for each, lift in zip(bank, lifts or (0.0,) * len(bank), strict=True)
    ]
    return tuple(sorted(range(len(bank)), key=lambda place: (-round(values[place], 6), bank[place].slug)))
