"""Values of the groups of a whole: each with its share, each in a line of a list, or all but a rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from starling.review.numbers.evaluate import about, fits, in_step, part_of
from starling.review.numbers.quantities.interval import Interval, exactly, total
from starling.review.numbers.quantities.metric import stems
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.linking import OF_TIME
from starling.review.numbers.told.neighbours import neighbours
from starling.review.reading import Sentence

_TAKES = re.compile(
    r"[^.;:%\d]{0,40}?(?:\b(?:tak(?:es?|ing)|took|costs?|needs?|needed|runs?|ran|returns?|answers?|"
    r"answered|waits?|waited|pays?|paid|lasts?|lasted|finish\w*|respond\w*|at|in|within|after)|:)\s"
    r"(?:about |around |only |roughly |under )?[~$€£]?"
)
_MEAN = re.compile(r"\b(?:averag\w+|means?|overall|blended|expected|weighted|combined)\b")
_GROUPED = re.compile(
    r"\b(?:by|per|for each|for every|in each) (?:\w+ )?(?:segment|category|categories|group|cohort|class|"
    r"region|slice|bucket|country|market|product|tier|channel|device|language|source|type|store|site)s?\b"
)
_COVERED = re.compile(
    r"\b(?:automat\w+|mov\w+|migrat\w+|cover\w*|replac\w+|cach\w+|offload\w*|convert\w*|handl\w+|"
    r"rout\w+|resolv\w+|prevent\w*|catch\w*|caught)\s(?:about |around |over |nearly |almost |up to |some )?$"
)
_OF_THOSE = re.compile(r"\b(?:those|them|these|for which|of which|whose)\b")
_MEANT = (Kind.SHARE, Kind.TIME)
_VALUES = (Kind.TIME, Kind.MONEY, Kind.DATA)
_MOST_LINES = 12
_COUPLE = 2
_NEAR = 2
"""How many sentences may stand between the parts and their average."""


class Weighted(NamedTuple):
    """Values with the share of each, and the average that is told of them."""

    shares: tuple[Quantity, ...]
    values: tuple[Quantity, ...]
    mean: Quantity

    def is_whole(self) -> bool:
        """Whether the shares make up one whole."""
        return fits(exactly(100), total(share.interval() for share in self.shares))

    def holds(self) -> bool:
        """Whether the average is what the shares make of the values, in some natural reading."""
        hedged = about(self.mean, *self.values)
        for mean, *values in in_step(self.mean, *self.values):
            parts = [part_of(s.interval(), v) for s, v in zip(self.shares, values, strict=True)]
            if fits(mean, total(parts), hedged):
                return True
        return False

    def is_between(self) -> bool:
        """Whether the average lies between the values, as that of any mix does."""
        ends = [each.interval() for each in sorted(self.values, key=lambda each: each.value())]
        return fits(self.mean.interval(), Interval(ends[0].lo, ends[-1].hi), about(self.mean))


class Grouped(NamedTuple):
    """The values of a list by group, and the overall values before and after that are told with it."""

    lines: tuple[Quantity, ...]
    overall: Pair


class Rest(NamedTuple):
    """A share that was covered, and before and after of what is said to be zero from then on."""

    share: Quantity
    pair: Pair


def weighted(sheet: Sheet) -> Iterator[Weighted]:
    """As in "80% of calls take 5 ms and 20% take 90 ms. The average is 22 ms.", in either order."""
    if len(sheet.of_kind(Kind.SHARE)) < _COUPLE:
        return
    for shares, values in _runs(sheet):
        first, last = shares[0].sentence, values[-1].sentence
        near = (each for n in range(first - 1, last + _NEAR + 1) for each in sheet.by_sentence.get(n, ()))
        mean = next((each for each in near if _is_mean(sheet, each, values)), None)
        if mean is not None:
            yield Weighted(shares, values, mean)


def _runs(sheet: Sheet) -> Iterator[tuple[tuple[Quantity, ...], tuple[Quantity, ...]]]:
    """Two to twelve shares, each with its value, one behind the other."""
    run: list[tuple[Quantity, Quantity]] = []
    following = (*sheet.quantities[1:], None)
    for share in sheet.of_kind(Kind.SHARE):
        value = following[sheet.index_of(share)]
        if value is None or not _has_value(sheet, share, value):
            continue
        if run and (share.sentence - run[-1][1].sentence > 1 or value.kind is not run[-1][1].kind):
            yield from _whole_run(run)
            run = []
        run.append((share, value))
    yield from _whole_run(run)


def _whole_run(
    run: list[tuple[Quantity, Quantity]],
) -> Iterator[tuple[tuple[Quantity, ...], tuple[Quantity, ...]]]:
    if 1 < len(run) <= _MOST_LINES:
        yield tuple(share for share, _ in run), tuple(value for _, value in run)


def _has_value(sheet: Sheet, share: Quantity, value: Quantity) -> bool:
    alike = value.unit.kind in _VALUES and share.sentence == value.sentence >= 0
    return alike and _TAKES.fullmatch(sheet.between(share, value)) is not None


def _is_mean(sheet: Sheet, quantity: Quantity, values: tuple[Quantity, ...]) -> bool:
    if quantity.kind is not values[0].kind or quantity in values:
        return False
    known = frozenset(each for value in values for each in value.metric) | OF_TIME
    named = quantity.metric - stems("average mean overall expected blended weighted combined")
    if named and not named & known:
        return False
    lead = re.split(r"[;:(]\s", sheet.before(quantity))[-1]
    return _MEAN.search(lead) is not None or _MEAN.search(sheet.after(quantity, 14)) is not None


def grouped(sheet: Sheet) -> Iterator[Grouped]:
    """A list with a value for each group, and the change of the whole that was told before it."""
    for intro in sheet.reading.sentences if sheet.pairs else ():
        if not intro.lower.rstrip().endswith(":") or not _GROUPED.search(intro.lower):
            continue
        lines = tuple(_lines(sheet, intro))
        told = [pair for pair in sheet.pairs if pair.end <= intro.start and _is_of(pair, lines)]
        if len(lines) >= _COUPLE and told:
            yield Grouped(lines, told[-1])


def _lines(sheet: Sheet, intro: Sentence) -> Iterator[Quantity]:
    """The first figure of each line of the list, while they are of one kind."""
    kind: Kind | None = None
    for sentence in sheet.reading.sentences[intro.index + 1 : intro.index + 1 + _MOST_LINES]:
        inside = sheet.by_sentence.get(sentence.index, ())
        if not sentence.bullet or not inside or inside[0].kind not in _MEANT:
            return
        if kind is not None and inside[0].kind is not kind:
            return
        kind = inside[0].kind
        yield inside[0]


def _is_of(pair: Pair, lines: tuple[Quantity, ...]) -> bool:
    """Whether the whole is measured as the groups are: in one unit and by one name."""
    named = frozenset(each for line in lines for each in (*line.metric, *stems(line.noun)))
    return bool(lines) and pair.after.kind is lines[0].kind and bool(named & pair.after.metric)


def rests(sheet: Sheet) -> Iterator[Rest]:
    """As in "automated 90% of the orders, taking the work per order from 6 minutes to zero"."""
    for pair in sheet.pairs:
        if pair.after.high or not pair.before.high:
            continue
        for share in neighbours(sheet, pair.before):
            between = sheet.between(share, pair.before)
            covered = share.kind is Kind.SHARE and share.end < pair.before.start and share.high < 100  # noqa: PLR2004
            if covered and _COVERED.search(sheet.before(share)) and not _OF_THOSE.search(between):
                yield Rest(share, pair)
                break
