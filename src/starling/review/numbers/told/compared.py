"""Before and after in two columns or rows of a table, or in two lines: "Before: 90 ms", "After: 30 ms"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import Change, quantities_within, stems
from starling.review.reading import Reading

_BEFORE = frozenset("before old was baseline previous previously original originally initial".split())
_AFTER = frozenset("after new now current currently today result final".split())
_CONTROLS = frozenset("control baseline".split())
_TREATED = frozenset("treatment variant treated candidate".split())
_TREATED_WORDS = _TREATED | {"test"}
_ARM = re.compile(
    rf"\b(?:(?P<control>{'|'.join(sorted(_CONTROLS))})|{'|'.join(sorted(_TREATED))})"
    r"(?: (?!and |vs )[a-z]+){0,3} $"
)
"""Which arm of an experiment a figure is told of: "control converted at 3%", "treatment 4%"."""
_ARM_BEHIND = re.compile(
    rf" (?:in|for|with|under) (?:the )?(?:(?P<control>{'|'.join(sorted(_CONTROLS))})|test"
    rf"|{'|'.join(sorted(_TREATED))})\b"
)
_ARM_REACH = 32
_ROW = re.compile(r"^[^\n|]*\|[^\n]*$", re.MULTILINE)
_CELL = re.compile(r"[^|]+")
_NAME = re.compile(r"[\s*_]*([a-z]+)")
_LINE = re.compile(r"^[ \t>*_•·–-]*(before|after)\b[^:\n]{0,30}:[^\n]+", re.MULTILINE)
_BEGUN = re.compile(r"before\b[^:\n]{0,30}:")
"""What every first of two such lines holds; looking for it takes a tenth of the time."""
_KIND_OF = re.compile(
    r"\b(?:(?P<TIME>faster|quicker|shorter)|(?P<DATA>smaller|lighter)|(?P<MONEY>cheaper))\b"
)
_FIRST_WORD = re.compile(r" (?:an? |of |per )?([a-z]+)")
_BELOW, _WORD_REACH = 240, 16
_MOST = 12
_FAR = 3
"""Characters between two lines that belong together: a line break, an empty line, no more."""


class _Cell(NamedTuple):
    """The span of a cell, and the first word in it or ""."""

    start: int
    end: int
    name: str


def compared(sheet: Sheet) -> tuple[Pair, ...]:
    """The pairs that stand in two cells or two lines that are named before and after."""
    return sheet.reading.once(_compared)


def _compared(reading: Reading) -> tuple[Pair, ...]:
    return tuple(_found(reading.once(Sheet)))


def _found(sheet: Sheet) -> Iterator[Pair]:
    if "|" in sheet.lower:
        yield from _in_tables(sheet)
    yield from sheet.reading.once(_in_lines)
    if not (sheet.places.known.isdisjoint(_CONTROLS) or sheet.places.known.isdisjoint(_TREATED_WORDS)):
        yield from _in_arms(sheet)


def _in_tables(sheet: Sheet) -> Iterator[Pair]:
    """Row by row where the head names two columns, else column by column of two rows with such names."""
    columns: tuple[int, int] | None = None
    above: list[_Cell] = []
    end = -_FAR
    for match in _ROW.finditer(sheet.lower):
        row = _cells(sheet.lower, match)
        if match.start() - end > 1:
            columns, above = None, []
        end, named = match.end(), _named(row)
        if named is not None:
            columns = named
        elif columns is not None and max(columns) < len(row):
            yield from _pair(_only(sheet, row[columns[0]]), _only(sheet, row[columns[1]]))
        elif above and row and above[0].name in _BEFORE and row[0].name in _AFTER:
            for before, after in zip(above[1:], row[1:], strict=False):
                yield from _pair(_only(sheet, before), _only(sheet, after))
        above = row


def _cells(lower: str, row: re.Match[str]) -> list[_Cell]:
    cells = [cell.span() for cell in _CELL.finditer(lower, *row.span()) if cell.group().strip()]
    names = [_NAME.match(lower, *span) for span in cells]
    return [_Cell(*span, "" if name is None else name[1]) for span, name in zip(cells, names, strict=True)]


def _named(row: list[_Cell]) -> tuple[int, int] | None:
    """Which columns a head calls before and after."""
    before = [place for place, cell in enumerate(row) if cell.name in _BEFORE]
    after = [place for place, cell in enumerate(row) if cell.name in _AFTER]
    return (before[0], after[0]) if len(before) == len(after) == 1 else None


def _only(sheet: Sheet, cell: _Cell) -> Quantity | None:
    """The one quantity of a cell."""
    found = quantities_within(sheet, cell.start, cell.end)
    return found[0] if len(found) == 1 else None


def _pair(before: Quantity | None, after: Quantity | None) -> Iterator[Pair]:
    if before is not None and after is not None and _alike(before, after):
        yield Pair(before, after, min(before.start, after.start), max(before.end, after.end))


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.kind is other.kind:
        return one.kind is not Kind.COUNT or not (one.noun and other.noun) or one.noun == other.noun
    return any(each.kind is Kind.COUNT and not each.noun for each in (one, other))


def _in_arms(sheet: Sheet) -> Iterator[Pair]:
    """As in "control 4.0%, treatment 4.4%": the two arms of one experiment."""
    for first, second in pairwise(sheet.quantities):
        if first.sentence != second.sentence or second.start - first.end > _ARM_REACH:
            continue
        arms = _arms(sheet, first, second)
        if arms == (True, False):
            yield from _pair(first, second)
        elif arms == (False, True):
            yield from _pair(second, first)


def _arms(sheet: Sheet, first: Quantity, second: Quantity) -> tuple[bool | None, ...]:
    """Whether each of two figures is of the control; both are led by their arm, or both have it behind."""
    pair = first, second
    led = [_ARM.search(sheet.before(each, _ARM_REACH)) for each in pair]
    found = led if all(led) else [_ARM_BEHIND.match(sheet.after(each, _ARM_REACH)) for each in pair]
    return tuple(None if arm is None else arm["control"] is not None for arm in found)


def _in_lines(reading: Reading) -> tuple[Pair, ...]:
    """The one quantity of a kind, and of a thing, in a line of each name."""
    sheet = reading.once(Sheet)
    if not {"before", "after"} <= sheet.places.known or _BEGUN.search(sheet.lower) is None:
        return ()
    found: list[Pair] = []
    for first, second in pairwise(_LINE.finditer(sheet.lower)):
        if (first[1], second[1]) == ("before", "after") and second.start() - first.end() <= _FAR:
            told, later = _by_thing(sheet, first), _by_thing(sheet, second)
            for thing in told.keys() & later.keys():
                before, after = told[thing], later[thing]
                if len(before) == len(after) == 1:
                    found.append(Pair(before[0], after[0], after[0].start, after[0].end))
    return tuple(sorted(found, key=lambda pair: pair.start))


def _by_thing(sheet: Sheet, line: re.Match[str]) -> dict[tuple[Kind, str], list[Quantity]]:
    found: dict[tuple[Kind, str], list[Quantity]] = {}
    for quantity in quantities_within(sheet, *line.span()):
        found.setdefault((quantity.kind, quantity.noun), []).append(quantity)
    return found


def above(sheet: Sheet, change: Change) -> Pair | None:
    """The one pair of two lines that a later change is of, by what it names or by its word right below."""
    pairs = sheet.reading.once(_in_lines)
    told = pairs[: bisect_left(pairs, change.start, key=lambda pair: pair.end)][-_MOST:] if pairs else ()
    if not told:
        return None
    word = _KIND_OF.search(sheet.lower, change.start, change.end + _WORD_REACH)
    kind = None if word is None else Kind[str(word.lastgroup)]
    right_above = [pair for pair in told if pair.after.kind is kind and _is_right_above(sheet, pair, change)]
    named = [pair for pair in told if _thing(sheet, pair) & change.about]
    found = named or right_above
    return found[0] if len(found) == 1 else None


def _is_right_above(sheet: Sheet, pair: Pair, change: Change) -> bool:
    between = sheet.lower[pair.end : change.start]
    return len(between) <= _BELOW and "\n\n" not in between


def _thing(sheet: Sheet, pair: Pair) -> frozenset[str]:
    """The stem of the thing that both values are of: the "payload" of "500 bytes payload"."""
    before, after = (_FIRST_WORD.match(sheet.after(each, 24)) for each in pair[:2])
    return frozenset() if before is None or after is None else stems(before[1]) & stems(after[1])
