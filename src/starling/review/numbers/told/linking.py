"""Which stated change belongs to which before and after: the nearest in the same breath, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import (
    Change,
    Way,
    changes,
    cues_within,
    quantities_within,
    stems,
)
from starling.review.numbers.told.distances import is_distance
from starling.review.numbers.told.right_behind import BARE, SMALL, WORDS, right_behind, small
from starling.review.numbers.told.scores import of_one
from starling.review.numbers.told.told_pairs import aligned, told_pairs
from starling.review.reading import Reading


class Link(NamedTuple):
    """A pair and the change stated of it; not *close* where only the named measure joins them.

    ``reworded`` says that the change sums the pair up in other words ("waste",
    "bread thrown away"), so that it may be of something else.
    """

    pair: Pair
    change: Change
    close: bool
    reworded: bool = False

    @property
    def of_rest(self) -> bool:
        """Whether the change may be one of what a share leaves: "uptime …, which is 10x less downtime"."""
        before, after = self.pair.before, self.pair.after
        return (
            self.reworded and before.kind is after.kind is Kind.SHARE and max(before.high, after.high) < _ALL
        )


_REACH = 110
_LONGEST_PAIR = 150
_ALL = 100
_HEAD = 60
_MOST = 4
OF_TIME = stems("time times latency latencies duration delay delays runtime turnaround lag wait mttr uptime")
"""The stems of measures told in units of time."""
_OPENS = re.compile(r"[(:,\[]|\s[–—-]{1,2}\s")
_CLAUSE = re.compile(r"[.;:,]\s|\s(?:and|but|while|which)\s")
_PLACE = re.compile(r"^[\s*_)]*(?:in|of|on|for|to)\s[^,;:.()]{1,60}$")
_OBJECT = re.compile(
    r"^ (?:(?!and |while |with )[a-z-]+ ){1,5}from (?:about |around |over |nearly |almost )?$"
)
_THAN_ANOTHER = re.compile(
    r" than (?!(?:(?:the|our|its|it|what|they|we|at|in|i) ){0,2}(?:before|old|older|previous\w*|prior"
    r"|earlier|original\w*|initial\w*|first|baseline|last|was|were|used|had|did|start|beginning|control"
    r"|current|existing|legacy|manual|half|ever)\b)[a-z]"
)
"""What holds a change against something else than the value before: "3x faster than the vendor"."""
_ENDED = re.compile(r"[.;!?]\s|^[\s*_]*\)(?:,| and\b)")
"""What parts a change from the pair behind it: "to 1.3 s (3x faster), 9 s → 8 s"."""
_REASON = re.compile(r"^ (?:because|as|since|after|when|once|by|thanks to|with) [^.;:,()\d]{1,60}(?=,)")
_OF_THING = re.compile(
    r"^ (?:of|in|on|for) (?:the |our |all )?[a-z-]+"
    r"(?:(?=, (?:an?|nearly|almost|about|or) )|(?: [a-z-]+){0,2}(?= \())"
)
"""What a pair is of, before a change: "from 8% to 16% of clicks, a doubling", "to 1 s on phones (3x)"."""
_APPOSED = re.compile(
    r"^[\s*_)\"'”’]*[,;:(–—-]{0,3}\s*"
    r"(?:(?:that|which|this) (?:is|was|means|meant|makes|made)|that's|i\. ?e\.|meaning|in other words|"
    r"(?<=[,(–—] )or),?\s"
    r"(?:(?:a|an|about|around|roughly|nearly|almost|over|more than|some|now|still|so|only) ){0,3}[~≈]?$"
)
"""What stands between a pair and a change that says the same again: "from 12% to 9%, that is 25% less"."""


def links(sheet: Sheet) -> tuple[Link, ...]:
    """Every change with the pair it is stated of, in the order of the changes."""
    return sheet.reading.once(_links)


def _links(reading: Reading) -> tuple[Link, ...]:
    sheet = reading.once(Sheet)
    ordered = told_pairs(sheet)
    found: list[Link] = []
    for change in changes(sheet):
        again = _again(sheet, found[-1], change) if found else None
        found.extend(_of(sheet, change, ordered) if again is None else (again,))
    found.extend(_without_words(sheet, {link.change.quantity.start for link in found if link.close}))
    return tuple(found)


def _without_words(sheet: Sheet, taken: set[int]) -> Iterator[Link]:
    """The changes that stand right behind their pair and have no word of change: "30 min → 10 min (3x)"."""
    settled = taken | {change.quantity.start for change in changes(sheet)}
    for pair, figure in right_behind(sheet):
        if figure.start not in settled:
            yield Link(aligned(pair), Change(figure, Way.UNSAID, figure.start, figure.end), close=True)


def _again(sheet: Sheet, last: Link, change: Change) -> Link | None:
    """The pair of the change right before, told again in another unit: "4x less (−75%)"."""
    pair, told = last.pair, last.change
    behind = last.close and pair.end <= told.start and told.end <= change.start and not change.about
    if not behind or BARE.match(sheet.lower[told.end : change.start]) is None:
        return None
    return Link(pair, change, close=True) if _suits(change, pair) else None


def _of(sheet: Sheet, change: Change, ordered: Sequence[Pair]) -> Iterator[Link]:
    index = change.quantity.sentence
    first = bisect_left(ordered, change.start - _REACH - _LONGEST_PAIR, key=_start)
    around = ordered[first : bisect_left(ordered, change.end + _REACH, key=_start)]
    near = [pair for pair in around if pair.after.sentence == index and _suits(change, pair)]
    joined = [pair for pair in near if _joined(sheet, change, pair)]
    if joined and is_distance(sheet, change.quantity):
        return
    if joined:
        pair = min(joined, key=lambda pair: _distance(change, pair))
        close = _THAN_ANOTHER.match(sheet.lower, change.end) is None
        yield Link(aligned(pair), change, close=close, reworded=_reworded(sheet, change, pair))
        return
    for pair in [pair for pair in around if _ends_before(pair, index) and _suits(change, pair)][-1:]:
        if pair.before.part is change.quantity.part and _sums_up(sheet, change):
            yield Link(aligned(pair), change, close=True, reworded=_reworded(sheet, change, pair))
            return
    for pair in _named(sheet, change):
        if pair.before.sentence != index and _suits(change, pair) and of_kind(change, pair.after.kind):
            yield Link(aligned(pair), change, close=False)


def _ends_before(pair: Pair, index: int) -> bool:
    """Whether a pair stands in the sentence before, or in two rows of a table right before."""
    first, last = sorted((pair.before.sentence, pair.after.sentence))
    return last == index - 1 and last - first <= 1


def of_kind(change: Change, kind: Kind) -> bool:
    """Whether what changed can be measured in such a unit: "database load" is not told in seconds."""
    faster = change.way in (Way.FASTER, Way.SLOWER)
    return kind is not Kind.TIME or faster or bool(change.about & OF_TIME)


def _named(sheet: Sheet, change: Change) -> list[Pair]:
    """The first pairs elsewhere that share a word of their measure with the change."""
    by_stem = sheet.reading.once(_pairs_by_stem) if change.about else {}
    found = {pair for each in change.about for pair in by_stem.get(each, ())[:_MOST]}
    return sorted(found, key=lambda pair: pair.start)


def _pairs_by_stem(reading: Reading) -> dict[str, list[Pair]]:
    sheet = reading.once(Sheet)
    found: dict[str, list[Pair]] = {}
    for pair in told_pairs(sheet):
        for each in _about(sheet, pair):
            found.setdefault(each, []).append(pair)
    return found


def _start(pair: Pair) -> int:
    return pair.start


def _suits(change: Change, pair: Pair) -> bool:
    """Whether the change can be one of such a pair, and is not a member of it."""
    if change.quantity in (pair.before, pair.after):
        return False
    if change.quantity.kind is Kind.POINTS:
        return pair.after.kind is Kind.SHARE or of_one(pair)
    if change.way in (Way.FASTER, Way.SLOWER) and pair.after.kind in (Kind.MONEY, Kind.DATA):
        return False
    forward = pair.before.start < pair.after.start and not pair.after.per
    return pair.after.kind is not Kind.POINTS or (forward and pair.before.kind is Kind.POINTS)


def _distance(change: Change, pair: Pair) -> int:
    return min(abs(change.start - pair.end), abs(pair.start - change.end))


def _joined(sheet: Sheet, change: Change, pair: Pair) -> bool:
    if change.quantity.start < pair.start:
        between = sheet.lower[change.end : pair.start]
        return len(between) < _REACH and _leads_in(sheet, change, pair, between)
    start = max(change.start, pair.end)
    between = sheet.lower[pair.end : start]
    return len(between) < _REACH and _sums_up_here(sheet, change, pair, between)


def _leads_in(sheet: Sheet, change: Change, pair: Pair, between: str) -> bool:
    """As in "a 30% cut in pages (from", "by 40%, from", "6x faster: scoring went from"."""
    if _ENDED.search(between) or quantities_within(sheet, change.end, pair.start):
        return False
    if _OPENS.search(between) is None:
        is_verb = change.quantity.text[:1].isalpha() and _OBJECT.match(between) is not None
        return is_verb or small(between) or _PLACE.match(between) is not None
    head, colon, _ = between.partition(":")
    if small(_after_opening(between)):
        return bool(colon) or " and " not in between
    led = colon and len(head) < _HEAD and not cues_within(sheet, change.end, change.end + len(head))
    return bool(led) and (change.way in (Way.FASTER, Way.SLOWER) or _same_measure(sheet, change, pair))


def _after_opening(between: str) -> str:
    """What follows the last bracket, colon, comma or dash."""
    return _OPENS.split(between)[-1]


def _sums_up_here(sheet: Sheet, change: Change, pair: Pair, between: str) -> bool:
    """As in "…to 7 hours, a 30% cut", "…to 90 ms, reducing latency by 40%"."""
    if _APPOSED.match(between) or _APPOSED.match(_REASON.sub("", between)):
        return True
    if re.search(r"[.;!?]\s", between):
        return False
    words = [word for word in WORDS.findall(_OF_THING.sub("", between)) if word not in SMALL]
    about = _about(sheet, pair)
    if any(not (stems(word) <= about) for word in words):
        return False
    return not change.about or bool(change.about & about) or not (change.about - stems(between))


def _reworded(sheet: Sheet, change: Change, pair: Pair) -> bool:
    """Whether a change behind its pair names another thing than the pair does."""
    return change.start >= pair.end and bool(change.about) and not change.about & _about(sheet, pair)


def _sums_up(sheet: Sheet, change: Change) -> bool:
    """As in "That is a 30% reduction." right after the sentence of the pair."""
    sentence = sheet.sentence(change.quantity)
    if sentence is None:
        return False
    lead = sheet.lower[sentence.start : change.start]
    opens = re.match(r"\W*(?:that|that's|this|which|overall|so|=|a|an)\b", lead)
    return opens is not None and len(lead) < _HEAD and small(lead)


def _same_measure(sheet: Sheet, change: Change, pair: Pair) -> bool:
    named = change.about or stems(sheet.lower[change.quantity.end : change.end + 40].partition(":")[0])
    return bool(named & _about(sheet, pair))


def _about(sheet: Sheet, pair: Pair) -> frozenset[str]:
    """The stems that name what a pair measures: the words right before it and the nouns inside."""
    lead = sheet.before(min(pair.before, pair.after, key=lambda q: q.start), 70)
    clause = _CLAUSE.split(lead)[-1]
    return stems(clause) | stems(pair.before.noun) | stems(pair.after.noun) | stems(pair.after.per)
