"""The blocks of a plan: "Hour 0-2 … Hour 2-8", "Days 1-3 … Days 4-7", "0-18 months … 18-36 months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.reading import Reading

_UNITS = "minute|hour|day|week|month|quarter|year"
_BLOCK = re.compile(
    rf"(?:^|(?<=[\s(*:,]))(?:(?P<unit>{_UNITS})s? (?P<first>\d{{1,4}})(?:\s?[-–—]\s?(?P<last>\d{{1,4}}))?"
    rf"|(?P<low>\d{{1,4}})\s?[-–—]\s?(?P<high>\d{{1,4}}) (?P<plural>{_UNITS})s?"
    rf"|(?P<from>\d{{1,4}})\+ (?P<open>{_UNITS})s?)(?=[\s:,.;)—–-]|$)"
)
_FEWEST = 3
_WORDS_FOR_TIME = frozenset(form for unit in _UNITS.split("|") for form in (unit, f"{unit}s"))


class Plan(NamedTuple):
    """Blocks in one unit, in the order of the text, and where one does not join the one before it."""

    unit: str
    blocks: tuple[Quantity, ...]
    breaks: tuple[int, ...]

    @property
    def last(self) -> Fraction:
        """Where the plan ends."""
        return self.blocks[-1].high


def plans(sheet: Sheet) -> Iterator[Plan]:
    """Every run of three blocks or more that rise in one unit."""
    run: list[Quantity] = []
    for block in blocks(sheet):
        if run and (block.unit != run[-1].unit or block.low < run[-1].low or block.part is not run[-1].part):
            yield from _plan(run)
            run = []
        run.append(block)
    yield from _plan(run)


def blocks(sheet: Sheet) -> tuple[Quantity, ...]:
    """The spans of a plan, each at the head of its line or bracket, in the order of the text."""
    return sheet.reading.once(_blocks)


def _blocks(reading: Reading) -> tuple[Quantity, ...]:
    return tuple(_found(reading.once(Sheet)))


def _found(sheet: Sheet) -> Iterator[Quantity]:
    for match in _marks(sheet):
        sentence = sheet.reading.sentence_at(match.start())
        kind = sheet.reading.kind_at(match.start())
        if sentence is None or kind is None or not _stands_alone(sheet.lower, match):
            continue
        low = ratio(int(match["first"] or match["low"] or match["from"]))
        high = ratio(int(match["last"] or match["high"] or match["first"] or match["from"]))
        if high >= low:
            unit = units()[match["unit"] or match["plural"] or match["open"]]
            start, end = match.span()
            yield Quantity(
                start, end, sheet.text[start:end], low, high, ratio(0), Bound.RANGE, unit,
                part=kind, sentence=sentence.index,
            )  # fmt: skip


def _stands_alone(lower: str, block: re.Match[str]) -> bool:
    """Whether a block heads its line or bracket, or opens a sentence with a colon behind it."""
    line = lower.rfind("\n", 0, block.start()) + 1
    lead = lower[max(line, block.start() - 30) : block.start()]
    return _heads(lead) or (lower.startswith(":", block.end()) and _opens(lead))


def _marks(sheet: Sheet) -> Iterator[re.Match[str]]:
    """What may be a block: tried at the words for time, and at the numbers before them, alone."""
    words = sheet.reading.words
    places = sheet.places.of(_WORDS_FOR_TIME)
    end = 0
    for index in places if len(places) >= _FEWEST else ():
        for word in words[max(0, index - 2) : index + 1]:
            numbered = word.lower[0].isdecimal() or sheet.lower[word.end + 1 : word.end + 2].isdecimal()
            match = _BLOCK.match(sheet.lower, word.start) if numbered and word.start >= end else None
            if match is not None:
                end = match.end()
                yield match


def _heads(lead: str) -> bool:
    """Whether only a list mark, a heading's words and a bracket stand before the block in its line."""
    return lead.rstrip().endswith("(") or not re.search(r"[a-z]", lead)


def _opens(lead: str) -> bool:
    """Whether a sentence ends right before the block: "… by hand. Days 3-5: a prototype"."""
    return lead.rstrip().endswith((".", "!", "?", ";"))


def _plan(run: list[Quantity]) -> Iterator[Plan]:
    if len(run) < _FEWEST:
        return
    steps = [second.low - first.high for first, second in pairwise(run)]
    common = 0 if steps.count(ratio(0)) > steps.count(ratio(1)) else 1
    breaks = tuple(n + 1 for n, step in enumerate(steps) if step != common)
    yield Plan(run[0].unit.name, tuple(run), breaks)
