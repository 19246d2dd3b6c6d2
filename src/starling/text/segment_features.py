"""What is noticed about each sentence of unlabelled prose: cues, tense, quantities, order, layout."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import chain, product
from typing import NamedTuple

from starling.text.phrases import Phrases
from starling.text.plain import plain
from starling.text.segment_cues import (
    BETWEEN,
    DOUBLED,
    DURATIONS,
    FAINT_TURNS,
    IRREGULAR,
    LINKS,
    OBJECTS,
    OPENERS,
    PHRASES,
    TURNS,
    UNFINISHED,
    VERBS,
)
from starling.text.units import Unit, units
from starling.text.words import Word, words

LONGEST = 60
"""More words than this in one breath are a transcript without full stops."""

AIMS = frozenset({"aim", "goal", "charge", "want", "must", "opens base"})
"""What says that something was to be done: families of cues, and a verb at the start, as in "Ship it"."""

_SHORTEST = {**dict.fromkeys(TURNS, 7), **dict.fromkeys(FAINT_TURNS, 12)}
_PLAIN = 4
_STEPS = 20
_LENGTHS = (5, 9, 14, 20, 30)
_COUNTS = (2, 4, 6, 8, 11, 15, 20)
_LISTED = (0.01, 0.4, 0.7, 0.99)
_SIGNS = {
    "percent": re.compile(r"%|\bpercent\b"),
    "currency": re.compile(r"[$€£] ?\d"),
    "arrow": re.compile(r"→|[-=]>"),
    "from-to": re.compile(r"\bfrom [^.\n\d]{0,20}\d[^.\n]{0,40}? to [^.\n\d]{0,20}\d"),
    "by-number": re.compile(r"\bby (?:\w+ ){0,2}[~$€£]?\d"),
    "times": re.compile(r"\d ?[x×]\b"),
    "bracket": re.compile(r"\("),
    "question": re.compile(r"\?"),
}


class Verb(NamedTuple):
    """What a verb does, and its form: base, past, ing or third person."""

    family: str
    form: str


class Noticed(NamedTuple):
    """A unit, the number of its words, what holds for it, and how it follows the one before."""

    unit: Unit
    length: int
    held: tuple[str, ...]
    join: str


@cache
def _phrases() -> Phrases:
    return Phrases({name: list(_alternatives(listed)) for name, listed in PHRASES.items()})


def _alternatives(listed: str) -> Iterator[str]:
    for phrase in listed.split(","):
        yield from (" ".join(choice) for choice in product(*(word.split("/") for word in phrase.split())))


@cache
def _verbs() -> dict[str, Verb]:
    """Every form of every verb. Of a form with two readings ("set"), the past is the likelier in a story."""
    forms: dict[str, Verb] = {}
    for family, bases in VERBS.items():
        for base in bases.split():
            for form, spelling in _inflect(base):
                forms[spelling] = Verb(family, form)
    return forms


def _inflect(base: str) -> Iterator[tuple[str, str]]:
    doubled = base + base[-1] if base in DOUBLED else base
    soft = base[:-1] + "i" if base.endswith("y") and base[-2] not in "aeou" else ""
    yield "base", base
    yield "third", (soft or base) + ("es" if soft or base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    yield "ing", (base if base.endswith("ee") else doubled.removesuffix("e")) + "ing"
    for past in IRREGULAR.get(base, f"{soft or doubled.removesuffix('e')}ed").split():
        yield "past", past


@cache
def _openers() -> dict[str, str]:
    return {word: name for name, listed in OPENERS.items() for word in listed.split()}


def _verb(word: str) -> Verb | None:
    known = _verbs().get(word)
    if known is None and len(word) > 4 and word.endswith("ed"):  # noqa: PLR2004 - "need", "bed" are no past
        return Verb("other", "past")
    return known


def _opening(text: str, found: Sequence[Word]) -> Iterator[str]:
    """How the unit opens: its subject, or the verb where the subject was left out."""
    first = found[0].lower
    verb = _verb(first)
    if first in _openers():
        yield f"opens {_openers()[first]}"
    elif verb is not None:
        yield f"opens {verb.form}"
        yield f"opens {verb.family} {verb.form}"
    elif first[0].isdigit():
        yield "opens number"
    elif first.endswith("ly"):
        yield "opens adverb"
    elif text[found[0].start].isupper() and len(found) > 1 and text[found[1].start].isupper():
        yield "opens name"
    else:
        yield "opens noun"


def _verb_cues(found: Sequence[Word]) -> Iterator[str]:
    """Which verbs there are, in which form, and who acts."""
    pasts, subject, before = 0, "", ""
    for word in found:
        verb = _verb(word.lower)
        if verb is not None:
            pasts += verb.form == "past"
            yield f"{verb.family} {verb.form}"
            if subject:
                yield f"{subject} {verb.form}"
                yield f"{subject} {verb.family}"
            if before == "to" and verb.form == "base":
                yield f"to {verb.family}"
            if before in ("was", "were", "been", "is", "are") and verb.form in ("past", "ing"):
                yield "passive" if verb.form == "past" else "progressive"
        if _openers().get(word.lower) in ("I", "we"):
            subject = _openers()[word.lower]
        elif word.lower not in BETWEEN and not word.lower.endswith("ly"):
            subject = ""
        before = word.lower
    yield f"past {min(pasts, 3)}"


def _quantities(text: str, found: Sequence[Word]) -> Iterator[str]:
    lowered = text.lower()
    yield from (name for name, pattern in _SIGNS.items() if pattern.search(lowered))
    digits = sum(word.lower.lstrip("$€£")[:1].isdigit() for word in found)
    yield f"numbers {min(digits, 3)}"
    if any(word.lower in DURATIONS for word in found):
        yield "duration"
    if lowered.rstrip().endswith(":"):
        yield "colon"


def _cues(text: str, found: Sequence[Word]) -> set[str]:
    """The cues of one unit; *found* are its words, with spans in *text*."""
    held = {"always", f"length {_bucket(len(found), _LENGTHS)}"}
    if not found:
        return held
    for hit in chain.from_iterable(_phrases().find(found).values()):
        held.add(hit.name)
        if hit.start < found[min(3, len(found) - 1)].start or hit.start == found[0].start:
            held.add(f"early {hit.name}")
    held.update(_opening(text, found), _verb_cues(found))
    held.update(_quantities(text[found[0].start : found[-1].end + 1], found))
    if not held & {"I", "we"}:
        held.add("nobody")
    return held


def _bucket(value: float, edges: Sequence[float]) -> int:
    return sum(value >= edge for edge in edges)


def _place(index: int, count: int, share: float) -> Iterator[str]:
    """Where the unit stands: every step passed, and its distance from both ends."""
    yield from (f"after {step}/{_STEPS}" for step in range(1, _STEPS) if share * _STEPS >= step)
    yield f"from start {min(index, 4)}"
    yield f"from end {min(count - 1 - index, 4)}"
    yield f"units {_bucket(count, _COUNTS)}"


def _joins(text: str, found: Sequence[Unit], begun: Container[int]) -> Iterator[str]:
    """How the layout joins each unit to the one before it; an item may hold several units.

    *begun* are the offsets at which a sentence begins: what else is a unit is a piece of one breath.
    """
    inside, end = False, 0
    for index, unit in enumerate(found):
        block = text.count("\n", end, unit.start) > 1  # a single line feed only wraps a paragraph
        if unit.bullet:
            join = "item after item" if inside else "list begins"
        elif block:
            join = "list ends" if inside else "new paragraph"
        else:
            join = "same line" if unit.start in begun else "same breath"
        yield join if index else "start"
        inside, end = unit.bullet or (inside and not block), unit.end


def _breaths(unit: Unit, spoken: Sequence[Word]) -> Iterator[Unit]:
    """*unit* itself, or where nobody could say it in one breath, its pieces from turn to turn."""
    start, length = unit.start, 0
    said = spoken if len(spoken) > LONGEST else ()
    for before, word, after in zip(said, said[1:], said[2:], strict=False):
        length += 1
        if length >= _shortest(word.lower, after.lower) and not _leans(before.lower, word.lower):
            yield Unit(start, before.end, unit.bullet and start == unit.start)
            start, length = word.start, 0
    yield Unit(start, unit.end, unit.bullet and start == unit.start)


def _shortest(word: str, after: str) -> float:
    """How many words a thought has at least where the next one begins with *word* and *after*."""
    return _PLAIN if word in LINKS and after in TURNS else _SHORTEST.get(word, math.inf)


def _leans(before: str, word: str) -> bool:
    """Whether a thought cannot end before *word*: more must follow *before*, if only an object."""
    inside = word in FAINT_TURNS and (before in OBJECTS or _verb(before) is not None)
    return inside or before in UNFINISHED


def _inside(unit: Unit, told: Sequence[Word], starts: Sequence[int]) -> Sequence[Word]:
    return told[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]


def notice(text: str) -> list[Noticed]:
    """The units of *text* in order, and what holds for each. Cost is linear in the length of the text."""
    masked = plain(text)
    told = words(masked)
    starts = [word.start for word in told]
    whole = units(masked, masked=True)
    found = [breath for unit in whole for breath in _breaths(unit, _inside(unit, told, starts))]
    listed = sum(unit.bullet for unit in found) / max(1, len(found))
    said, answer = 0, []
    joins = _joins(masked, found, {unit.start for unit in whole})
    for index, (unit, join) in enumerate(zip(found, joins, strict=True)):
        spoken = _inside(unit, told, starts)
        held = _cues(masked, spoken)
        if index == 0:  # a headline is known by its own words: no unit stands before it
            held.update([f"first {name}" for name in held])
        held.update(_place(index, len(found), (said + len(spoken) / 2) / max(1, len(told))))
        held.add(f"lists {_bucket(listed, _LISTED)}")
        if unit.bullet:
            held.add("item")
        answer.append((unit, len(spoken), held, join))
        said += len(spoken)
    aimless = set() if any(held & AIMS for _, _, held, _ in answer) else {"no aim"}
    return [Noticed(unit, length, tuple(sorted(held | aimless)), join) for unit, length, held, join in answer]
