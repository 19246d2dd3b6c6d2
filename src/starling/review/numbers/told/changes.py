"""Stated changes: the "30%" of "reduced by 30%", the "8×" of "an 8× speedup", and which way they point."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.pairs import ARROW
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading


class Way(StrEnum):
    """Which way a change goes, by the word that states it."""

    DOWN = "change_down"
    UP = "change_up"
    BETTER = "change_better"
    WORSE = "change_worse"
    FASTER = "change_faster"
    SLOWER = "change_slower"
    UNSAID = ""


class Cue(NamedTuple):
    """A word that states a change, and where it stands."""

    start: int
    end: int
    way: Way


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that states a change; *start* to *end* takes in its word, *about* the stems of what changed.

    ``cued`` is the place of the word, or of the quantity where it has none ("(9x)").
    """

    quantity: Quantity
    way: Way
    start: int
    end: int
    about: frozenset[str] = frozenset()


CHANGING = (Kind.SHARE, Kind.POINTS, Kind.RATIO)
"""The kinds in which a change is stated."""

_HEDGE = (
    r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|over|more than|"
    r"less than|up to|at least|some|"
    r"an?|the|an average of|an average|an estimated|an additional|another|a further|"
    r"as much as|a factor of|a total of|"
    r"well over|just over|just under|under|close to)"
)
_TAIL = rf"(?:\s+{_HEDGE}){{0,3}}\s*[~≈<>+]?\s*$"
_NEAR = re.compile(rf"^(?:(?:\s+in(?:\s+[a-z-]+){{1,3}})?\s+(?:by|of|was|is))?{_TAIL}")
_BY = re.compile(rf"\bby{_TAIL}")
_OTHER_DEED = re.compile(
    r"\b(?:exceed\w*|beat|beating|outperform\w*|missed|under budget|over budget|compared|due|than)\b"
)
_WISHED = re.compile(
    r"\b(?:expect\w*|hop(?:ed|ing)|plan(?:ned|s)?|aim\w*|target\w*|goal|promis\w*|"
    r"instead of|not the|not a|rather than|"
    r"wanted|could|would|should|might|potential\w*)\b[^.;,]{0,30}$"
)
""" A change that was hoped for is none of the pair that came about."""
_REPEATED = (" twice", " again", " each ", " every ")
_DENIED = (" not ", "n't ", "n’t ", " never ")
_SIGN = re.compile(r"(?:^|[\s(:→>,])(?:([-−–+])|([↑↓▲▼]) ?)$")
_RISES = "+↑▲"
_ARROW = re.compile(rf" ?(?:{ARROW})")
_STOP = (
    "of|in|to|and|or|with|for|by|from|on|at|that|which|who|while|but|as|was|were|is|are|had|has|have|after|before|"
    "than|when|because|due|within|across|per|we|i|they|it|so|only|out|if|where|since|this|these|those|without|despite|"
    "although|though|unless|until|between|against|instead|not|no|letting"
)
_GAP = re.compile(rf"[\s*_)-]*(?:(?!(?:{_STOP})\b)[a-z][\w'/-]*[\s-]+){{0,3}}$")
_OBJECT = re.compile(rf"[\s*_)]*(?:(?:in|of|on|for|to)\s+)?((?:(?!(?:{_STOP})\b)[a-z][\w'/-]*[ ,]?){{1,4}})")
_CLAUSE = re.compile(r"[.;:,()]\s|\s(?:and|but|while)\s")
_NO_CHANGE = re.compile(r"[ -](?:off|out|box|down menu)\b")
_PARTICLE_OF = re.compile(
    r"\b(?:set|break|broke|build|built|back|backed|pick|picked|make|made|scale|sign|come|came) $"
)
_WORD = re.compile(r"[a-z][a-z'’]+")
_COMMON = frozenset(
    "the a an our its their his her my your overall total average mean team this that "
    "these those and or with of in "
    "on for to by from over under about roughly nearly almost approximately more than "
    "less at least up down we it them "
    "times rate rates number amount level performance value per relative absolute "
    "is was are were be been being has have had".split()
)
_VERB = re.compile(r"halv|doubl|tripl|trebl|quadrupl|in half|by half")
_INFLECTED = re.compile(r"(?:ed|ing|cut|grew|shrank|fell|rose|sped up)$")
_OBJECT_ONLY = re.compile(rf"^((?:\s+(?!(?:{_STOP})\b)[a-z][\w'/-]*){{1,3}}){_TAIL}")
_TOLD_LOOSELY = ratio(1, 10)
"""How far a multiple told as a verb ("halved") may be off, as a share of itself."""


def changes(sheet: Sheet) -> tuple[Change, ...]:
    """Every stated change of a reading, in the order of the text."""
    return sheet.reading.once(_sorted)[0]


def wished(sheet: Sheet) -> tuple[Change, ...]:
    """Every change that did not come about by these words: "the goal was 30% less", "did not halve"."""
    return sheet.reading.once(_sorted)[1]


def cues(sheet: Sheet) -> tuple[Cue, ...]:
    """Every word that states a change, in the order of the text; the longest of those that overlap."""
    return sheet.reading.once(_cues)


def cues_within(sheet: Sheet, start: int, end: int) -> tuple[Cue, ...]:
    """The words of change that lie within a span."""
    found = cues(sheet)
    first = bisect_left(found, (start,))
    last = bisect_left(found, (end,))
    return tuple(cue for cue in found[first:last] if cue.end <= end)


def quantities_within(sheet: Sheet, start: int, end: int) -> tuple[Quantity, ...]:
    """The quantities that begin within a span."""
    return sheet.quantities[sheet.index_at(start) : sheet.index_at(end)]


def stems(text: str) -> frozenset[str]:
    """The stems of the words in a lower-case text that can tell two measures apart."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word not in _COMMON)


def _cues(reading: Reading) -> tuple[Cue, ...]:
    found = [Cue(hit.start, hit.end, way) for way in Way if way.value for hit in reading.hits(way.value)]
    found.sort(key=lambda cue: (cue.start, -cue.end))
    kept: list[Cue] = []
    for cue in found:
        if kept and cue.start < kept[-1].end:
            continue
        if _NO_CHANGE.match(reading.lower, cue.end) or _particle(reading.lower, cue):
            continue
        kept.append(cue)
    return tuple(kept)


def _particle(lower: str, cue: Cue) -> bool:
    """Whether "up" or "down" belongs to a verb ("set up") or says that something runs ("up for 48 hours")."""
    if lower[cue.start : cue.end] not in ("up", "down"):
        return False
    runs = lower.startswith((" for ", " and running"), cue.end)
    return runs or _PARTICLE_OF.search(lower[max(0, cue.start - 8) : cue.start]) is not None


def _sorted(reading: Reading) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes that came about, and those that were hoped for or did not."""
    sheet = reading.once(Sheet)
    came: list[Change] = []
    hoped: list[Change] = []
    for quantity in sheet.of_kind(*CHANGING):
        change = _stated(sheet, quantity)
        if change is not None:
            denied = sheet.lower.endswith(_DENIED, 0, change.start)
            (hoped if denied or _WISHED.search(sheet.before(quantity, 60)) else came).append(change)
    return tuple(came), tuple(hoped)


def _stated(sheet: Sheet, quantity: Quantity) -> Change | None:
    sentence = sheet.sentence(quantity)
    goes_on = quantity.role is Role.BEFORE and _ARROW.match(sheet.lower, quantity.end)
    if sentence is None or goes_on:
        return None  # "churn fell 5% → 4%"
    return (
        _multiplied(sheet, quantity)
        or _after(sheet, quantity, sentence.end)
        or _before(sheet, quantity, sentence.start)
        or _signed(sheet, quantity)
    )


def _multiplied(sheet: Sheet, quantity: Quantity) -> Change | None:
    """A multiple that is its own verb: "halved", "doubled the throughput"."""
    verb = quantity.unit.kind is Kind.RATIO and _VERB.match(quantity.text.lower()) is not None
    if not verb or sheet.lower.startswith(_REPEATED, quantity.end):
        return None
    down = quantity.low < 1
    times = 1 / quantity.low if down and quantity.low else quantity.low
    told = replace(quantity, low=times, high=times, slack=times * _TOLD_LOOSELY, bound=Bound.ABOUT)
    named = _OBJECT.match(sheet.lower, quantity.end)
    about = frozenset() if named is None else stems(named[1])
    return Change(told, Way.DOWN if down else Way.UP, quantity.start, quantity.end, about)


def _after(sheet: Sheet, quantity: Quantity, edge: int) -> Change | None:
    """A change whose word follows: "30% reduction", "20% label cost reduction", "8x faster"."""
    for cue in cues_within(sheet, quantity.end, min(edge, quantity.end + 60)):
        gap = sheet.lower[quantity.end : cue.start]
        if _GAP.match(gap) is None:
            return None
        named = _OBJECT.match(sheet.lower, cue.end, edge)
        about = stems(gap) | (frozenset() if named is None else stems(named[1]))
        return Change(quantity, cue.way, quantity.start, cue.end, about)
    return None


def _before(sheet: Sheet, quantity: Quantity, edge: int) -> Change | None:
    """A change whose word leads: "fell 35%", "reduced the queue by 20%", "an improvement of 12%"."""
    led = cues_within(sheet, max(edge, quantity.start - 110), quantity.start)
    if led and sheet.lower.startswith(" than", led[-1].end) and sheet.lower.endswith("by ", 0, led[-1].start):
        led = led[:-1]  # "cut by more than half"
    if not led:
        return None
    cue = led[-1]
    tail = sheet.lower[cue.end : quantity.start]
    if tail.lstrip().startswith("than"):
        return None
    if _NEAR.match(tail):
        subject = sheet.lower[max(edge, cue.start - 40) : cue.start]
        clause = _CLAUSE.split(subject)[-1]
        return Change(quantity, cue.way, cue.start, quantity.end, stems(clause))
    bare = _OBJECT_ONLY.match(tail)
    if bare is not None and _INFLECTED.search(sheet.lower[cue.start : cue.end]):
        return Change(quantity, cue.way, cue.start, quantity.end, stems(bare[1]))
    moved = _BY.search(tail)
    between = "" if moved is None else tail[: moved.start()]
    if moved is not None and _OTHER_DEED.search(between) is None and not re.search(r"[.;]\s", between):
        return Change(quantity, cue.way, cue.start, quantity.end, stems(between))
    return None


def _signed(sheet: Sheet, quantity: Quantity) -> Change | None:
    sign = _SIGN.search(sheet.before(quantity, 3))
    if sign is None or quantity.bound is Bound.RANGE:
        return None
    if sign[2] and quantity.role in (Role.BEFORE, Role.AFTER):
        return None  # "↑ 2.0% → 2.3%"
    way = Way.UP if (sign[1] or sign[2]) in _RISES else Way.DOWN
    return Change(quantity, way, quantity.start - 1, quantity.end)
