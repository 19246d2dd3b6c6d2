"""The result as an answer to what was aimed at: how an aim can end, and what of the result can tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import islice

from starling.model.story import PartKind
from starling.review.numbers.evaluate import fits, in_step
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import AS_WRITTEN, Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import COUNT
from starling.review.numbers.told.aims import Aim, AimKind, aims
from starling.review.numbers.told.changes import changes
from starling.review.numbers.told.compared import compared
from starling.review.numbers.told.percentiles import Percentile, percentiles
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import vocabulary
from starling.text.phrases import Hit

_MOST = 50
"""Figures of a kind, pairs, and phrases of a list that are looked at; a told result has fewer."""
_ALL, _CLOSE = ratio(100), ratio(1, 100)
_EXACTLY = ratio(0)
_NAMED = re.compile(
    r" (?!(?:by|with|and|but|because|due|since|for|on|in|at|to|as|when|after|so|which|that|than|again|or)\b)"
    r"[a-z]"
)
_INTERVALS, _INTERVAL_REACH = frozenset(("ci", "interval")), 24
REACH = 60
"""How many characters before a figure may hold the words that tell what it does."""


class End(StrEnum):
    """How an aim ended, as far as the telling says."""

    MET = "met"
    MISSED = "missed, and said"
    UNMET = "does not fit"
    SILENT = "missed, not said"
    LONGER = "longer than planned"
    PART = "part of the scope"
    RENAMED = "other words"
    NEAR = "nearly met, and said"
    WITHIN = "within it"
    STRAYED = "late with time left"
    TORN = "in time and late"
    PARTLY = "all is said, a part is told"
    SHORT = "less than the words"
    STRETCHED = "not so near"
    OTHER_SIZE = "two sizes of the whole"
    OPEN = "open target"


@dataclass(frozen=True, slots=True)
class Closing:
    """An aim and its end; ``answers`` are the quantities that tell it, in any order.

    ``loose`` says that an end which does not fit rests on no word that claims
    the aim was met, so that another scope would explain it; ``apart`` that the
    answer is a distance from the aim ("2 weeks early") or words, not a value.
    """

    aim: Aim
    end: End
    answers: tuple[Quantity, ...] = ()
    loose: bool = False
    apart: bool = False


class Told:
    """The result: its figures that can answer an aim, each used once, and its phrases."""

    def __init__(self, reading: Reading) -> None:
        self.sheet = reading.once(Sheet)
        self.reading = reading
        self.sentences = told_in(reading, PartKind.RESULT)
        self.indices = frozenset(sentence.index for sentence in self.sentences)
        befores = {pair.before.start for pair in (*self.sheet.pairs, *compared(self.sheet))}
        no_levels = befores | _interval_ends(self.sheet)
        self.figures = tuple(
            q for q in self.sheet.quantities if q.sentence in self.indices and q.start not in no_levels
        )
        self.by_kind: dict[Kind, list[Quantity]] = {kind: [] for kind in Kind}
        for figure in self.figures:
            if len(self.by_kind[figure.unit.kind]) < _MOST:
                self.by_kind[figure.unit.kind].append(figure)
        self.pairs = [pair for pair in self.sheet.pairs if pair.after.sentence in self.indices][:_MOST]
        self.changed = {change.quantity.start for change in changes(self.sheet)}
        self.aimed_at = {aim.quantity.start for aim in aims(self.sheet)}
        self.no_answers = self.aimed_at | befores
        earlier = [aim for aim in aims(self.sheet) if aim.quantity.sentence not in self.indices]
        self.aimed = {(aim.quantity.unit.kind, aim.quantity.low): aim for aim in reversed(earlier)}
        self.began = {pair.after.start: pair.before.low for pair in self.sheet.pairs}
        self.used: set[int] = set()
        self.ranks = {q.start: each.rank for each in percentiles(self.sheet) for q in _members(each)}
        self._phrases: dict[str, list[Hit]] = {}

    def share(self, one: Quantity, wanted: Quantity) -> bool:
        """Whether two figures are of one thing: by a word of their measure, or the value both began from."""
        began = self.began.get(one.start)
        alike = about(one) & (about(wanted) | _before_bracket(self.sheet, wanted))
        return bool(alike) or (began is not None and began == self.began.get(wanted.start))

    def phrase(self, *names: str, sentences: Iterable[Sentence] | None = None) -> Quantity | None:
        """The first phrase of these lists in the result, as something that can be quoted."""
        found = [hit for name in names for hit in self._hits(name)]
        if sentences is not None:
            inside = {sentence.index for sentence in sentences}
            found = [hit for hit in found if self._sentence(hit) in inside]
        first = min(found, key=lambda hit: hit.start, default=None)
        return None if first is None else self.words(first.start, first.end)

    def _hits(self, name: str) -> list[Hit]:
        """The first phrases of a list in the result."""
        if name not in self._phrases:
            hits = (hit for hit in self.reading.hits(name) if self._sentence(hit) in self.indices)
            self._phrases[name] = list(islice((hit for hit in hits if not self._names(hit)), _MOST))
        return self._phrases[name]

    def _names(self, hit: Hit) -> bool:
        """Whether "late" only names a thing: "late departures fell", "fewer late orders"."""
        lower = self.sheet.lower
        return lower[hit.start : hit.end] == "late" and _NAMED.match(lower, hit.end) is not None

    def _sentence(self, hit: Hit) -> int:
        sentence = self.reading.sentence_at(hit.start)
        return -1 if sentence is None else sentence.index

    def words(self, start: int, end: int) -> Quantity:
        """Words that answer an aim without a figure: a quantity of nothing."""
        nothing, sentence = ratio(0), self.reading.sentence_at(start)
        return Quantity(
            start, end, self.sheet.text[start:end], nothing, nothing, nothing, Bound.RANGE, COUNT,
            part=self.reading.kind_at(start) or PartKind.OTHER,
            sentence=-1 if sentence is None else sentence.index,
        )  # fmt: skip

    def take(self, quantity: Quantity) -> tuple[Quantity, ...]:
        """Use a figure as the answer to an aim."""
        self.used.add(quantity.start)
        return (quantity,)

    def around(self, quantity: Quantity) -> list[Sentence]:
        """The sentence of a figure and the one after it, of the same part."""
        nearby = self.reading.sentences[quantity.sentence : quantity.sentence + 2]
        return [sentence for sentence in nearby if sentence.kind is quantity.part]


def _interval_ends(sheet: Sheet) -> set[int]:
    """Where the two ends of a confidence interval begin: "(95% CI 2% to 13%)"."""
    return {q.start for q in sheet.led_by(_INTERVALS, _INTERVAL_REACH) if ")" not in sheet.before(q, 12)}


def _members(percentile: Percentile) -> Iterable[Quantity]:
    return (q for q in (percentile.before, percentile.value) if q is not None)


def about(quantity: Quantity) -> frozenset[str]:
    """The stems of what a figure measures, without the words that only aim ("reduce", "target")."""
    return quantity.metric - _aiming()


def _before_bracket(sheet: Sheet, quantity: Quantity) -> frozenset[str]:
    """The words before the bracket that holds a figure: "the contract on freshness (98%"."""
    head, bracket, inside = sheet.before(quantity, REACH).rpartition("(")
    if not bracket or ")" in inside:
        return frozenset()
    return frozenset(stem(word) for word in head.split()[-3:]) - _aiming()


_COMMON = frozenset(
    map(
        stem,
        "system team time within without need day week month hour year user custom new our we all both "
        "solution result project improve after while using per average rate deliver successful full "
        "complete".split(),
    )
)


@cache
def _aiming() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("aim_words")) | _COMMON


def meets(quantity: Quantity, aim: Aim) -> bool:
    """Whether a figure reaches the aim, which is as exact as it is written, in some natural reading."""
    share = aim.quantity.kind is Kind.SHARE and aim.kind is AimKind.VALUE
    return any(
        (_nearly(one, wanted) if share else fits(one, wanted))
        or _reaches(one, wanted, at_most=bool(aim.at_most))
        for one, wanted in in_step(plain(quantity), goal(aim.quantity))
    )


def goal(quantity: Quantity) -> Quantity:
    """The figure of an aim: as exact as it is written, since nobody rounds a promise."""
    bound = quantity.bound if quantity.bound in AS_WRITTEN else Bound.EXACT
    return replace(quantity, slack=_EXACTLY, bound=bound)


def _nearly(one: Interval, wanted: Interval) -> bool:
    """Whether a share is the goal within 1% of it and of what it leaves: 99.4% is not 99.9%."""
    if wanted.lo is None or wanted.hi is None:
        return fits(one, wanted)
    room = _CLOSE * max(_EXACTLY, min(wanted.lo, _ALL - wanted.hi))
    return Interval(wanted.lo - room, wanted.hi + room).meets(one)


def plain(quantity: Quantity) -> Quantity:
    """The figure by itself: which side of it is good, the aim says."""
    return quantity if quantity.bound in AS_WRITTEN else replace(quantity, bound=Bound.EXACT)


def _reaches(one: Interval, wanted: Interval, *, at_most: bool) -> bool:
    if at_most:
        return one.lo is not None and wanted.hi is not None and one.lo <= wanted.hi
    return one.hi is None or (wanted.lo is not None and one.hi >= wanted.lo)
