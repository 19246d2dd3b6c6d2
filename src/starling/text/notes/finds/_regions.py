"""What became of every line that nobody took: contiguous regions with a short name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from starling.model.notes import Region, RegionKind
from starling.text.notes.finds._headings import title
from starling.text.notes.finds._page import Row


@dataclass(frozen=True, slots=True)
class Claim:
    """The lines, by index, that one find takes under a name each, and the lines of what it found."""

    kind: RegionKind
    lines: Mapping[int, str]
    found: Sequence[int] = ()


_Key = tuple[RegionKind, str]
_NOTES: _Key = (RegionKind.NOTES, "")
_MOST_NAMES = 2
_MOST_WORDS = 6


def regions(rows: Sequence[Row], claims: Sequence[Claim]) -> tuple[Region, ...]:
    """The regions of the free lines that say something; of two *claims* to a line, the earlier one wins."""
    keys = _with_headings(rows, [_key(row, index, claims) for index, row in enumerate(rows)])
    lines: dict[int, tuple[_Key, int]] = {}
    for index, (row, key) in enumerate(zip(rows, keys, strict=True)):
        before = lines.get(row.number)
        if key is not None and (before is None or before[0] == _NOTES != key):
            lines[row.number] = (key, index)
    taken = {row.number for row in rows if row.taken}
    found: list[Region] = []
    for (key, _), run in groupby(sorted(lines.items()), key=_Runs(taken)):
        numbers = list(run)
        first, last = numbers[0][0], numbers[-1][0]
        within = [rows[index] for _, (_, index) in numbers]
        found.append(Region(key[0], first, last, _name(key, within, claims, first, last)))
    return tuple(found)


class _Runs:
    """Tells neighbouring lines apart: by what they became, and by whether taken lines stand between them."""

    def __init__(self, taken: set[int]) -> None:
        self._taken = sorted(taken)
        self._passed = 0

    def __call__(self, line: tuple[int, tuple[_Key, int]]) -> tuple[_Key, int]:
        """The run that a line belongs to; lines come in their order."""
        while self._passed < len(self._taken) and self._taken[self._passed] < line[0]:
            self._passed += 1
        return line[1][0], self._passed


def _key(row: Row, index: int, claims: Sequence[Claim]) -> _Key | None:
    """What a line became; None for a taken line, a blank one and a rule."""
    if row.taken:
        return None
    claim = next((claim for claim in claims if index in claim.lines), None)
    if claim is not None:
        return claim.kind, "" if claim.kind is RegionKind.NOTE_TO_SELF else claim.lines[index]
    return _NOTES if row.mark.fenced or not (row.mark.blank or row.mark.rule) else None


def _with_headings(rows: Sequence[Row], keys: list[_Key | None]) -> list[_Key | None]:
    """*keys* with each heading, and each principle over its questions, given to what follows it."""
    following: _Key = _NOTES
    below: tuple[int, ...] = ()
    for index in range(len(rows) - 1, -1, -1):
        key = keys[index]
        over = key is not None and key[0] is RegionKind.PRINCIPLES and following[0] is RegionKind.QUESTIONS
        if rows[index].taken:
            following = _NOTES
        elif (rows[index].heading and key == _NOTES) or (over and index in below):
            keys[index] = following
        elif key is not None:
            following, below = key, rows[index].under
    return keys


def _name(key: _Key, rows: Sequence[Row], claims: Sequence[Claim], first: int, last: int) -> str:
    kind, what = key
    if kind is RegionKind.NOTES:
        return _subject(rows)
    if kind is RegionKind.NOTE_TO_SELF:
        return _opening(rows)
    found = next(claim.found for claim in claims if claim.kind is kind)
    count = bisect_right(found, last) - bisect_left(found, first)
    return f"{what} ({count})" if what and count else what or str(count)


def _subject(rows: Sequence[Row]) -> str:
    """What notes are about: their headings, or their first words."""
    names = [title(row) for row in rows if row.heading and row.text]
    if not names:
        return _opening(rows)
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _opening(rows: Sequence[Row]) -> str:
    words = next((row.text or row.mark.line.text for row in rows if row.text or row.mark.fenced), "").split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
