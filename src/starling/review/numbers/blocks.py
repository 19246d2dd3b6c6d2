"""The blocks of a plan: "Hour 0-2 … Hour 2-8", "Days 1-3 … Days 4-7", "0-18 months … 18-36 months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.quantity import Bound, Quantity
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.units import units

_UNITS = "minute|hour|day|week|month|quarter|year"
_BLOCK = re.compile(
    rf"(?:^|(?<=[\s(*:,]))(?:(?P<unit>{_UNITS})s? (?P<first>\d{{1,4}})(?:\s?[-–—]\s?(?P<last>\d{{1,4}}))?"
    rf"|(?P<low>\d{{1,4}})\s?[-–—]\s?(?P<high>\d{{1,4}}) (?P<plural>{_UNITS})s?"
    rf"|(?P<from>\d{{1,4}})\+ (?P<open>{_UNITS})s?)(?=[\s:,.;)—–-]|$)"
)
_FEWEST = 3


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
    for block in _blocks(sheet):
        if run and (block.unit != run[-1].unit or block.low < run[-1].low or block.part is not run[-1].part):
            yield from _plan(run)
            run = []
        run.append(block)
    yield from _plan(run)


def _blocks(sheet: Sheet) -> Iterator[Quantity]:
    for match in _BLOCK.finditer(sheet.lower):
        line = sheet.lower.rfind("\n", 0, match.start()) + 1
        lead = sheet.lower[max(line, match.start() - 30) : match.start()]
        sentence = sheet.reading.sentence_at(match.start())
        kind = sheet.reading.kind_at(match.start())
        if sentence is None or kind is None or not _heads(lead):
            continue
        low = Fraction(match["first"] or match["low"] or match["from"])
        high = Fraction(match["last"] or match["high"] or match["first"] or match["from"])
        if high >= low:
            unit = units()[match["unit"] or match["plural"] or match["open"]]
            text = sheet.text[match.start() : match.end()]
            yield Quantity(
                match.start(),
                match.end(),
                text,
                low,
                high,
                Fraction(0),
                Bound.RANGE,
                unit,
                part=kind,
                sentence=sentence.index,
            )


def _heads(lead: str) -> bool:
    """Whether only a list mark, a heading's words and a bracket stand before the block in its line."""
    return lead.rstrip().endswith("(") or not re.search(r"[a-z]", lead)


def _plan(run: list[Quantity]) -> Iterator[Plan]:
    if len(run) < _FEWEST:
        return
    steps = [second.low - first.high for first, second in pairwise(run)]
    common = Fraction(0) if steps.count(Fraction(0)) > steps.count(Fraction(1)) else Fraction(1)
    breaks = tuple(n + 1 for n, step in enumerate(steps) if step != common)
    yield Plan(run[0].unit.name, tuple(run), breaks)
