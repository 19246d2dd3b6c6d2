"""What became of every line: regions from the first line to the last, without gap or overlap."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from starling.model.notes import Region, RegionKind
from starling.model.story import Line
from starling.text.notes.facts import Facts
from starling.text.notes.marks import Mark, says_nothing
from starling.text.notes.questions import is_question

_HEADING = re.compile(r"[ \t]*#{1,6}(?=[ \t])")
_WHAT = 300
"""Characters that the titles on one line of the source may take; further ones are in the stories."""


def span(found: Sequence[Mark]) -> tuple[int, int]:
    """The first and the last line of the source in which these marks say something."""
    numbers = [mark.line.number for mark in found if not mark.blank] or [mark.line.number for mark in found]
    return min(numbers), max(numbers)


def begins(found: Sequence[Mark], facts: Facts, label: int, *, told: bool) -> int:
    """The mark at which a story or template begins whose first label is *label*: below questions not its own.

    A template has no question of its own: it begins at its label, or at a title right above.
    """
    zone = range(facts.first, label)
    if told:
        listed = [
            at for at in zone if at not in facts.used and found[at].bullet and is_question(found[at].text)
        ]
        rest = range(listed[-1] + 1, label) if listed else zone
        return next((at for at in rest if not says_nothing(found[at].text)), label)
    above = next((at for at in reversed(zone) if not found[at].blank), label)
    heads = above < label and (found[above].level or found[above].bold) and not is_question(found[above].text)
    return above if heads else label


def cover(regions: Iterable[Region], lines: Sequence[Line], count: int) -> tuple[Region, ...]:
    """*regions* in order, and notes where none is.

    Blank lines and rules belong to what stands above them, and headings with nothing under them to
    what follows.
    """
    said = {line.number for line in lines if not says_nothing(line.text)}
    heads = {line.number for line in lines if _HEADING.match(line.text)}
    covered: list[Region] = []
    following = 1
    for region in sorted(regions, key=lambda region: (region.first, -region.last)):
        first, last = max(region.first, following), min(region.last, count)
        if last < first:
            _same_line(covered, region)
            continue
        _fill(covered, following, first - 1, said)
        first = covered[-1].last + 1 if covered else 1
        covered.append(Region(region.kind, first, last, region.what))
        following = last + 1
    _fill(covered, following, count, said)
    return tuple(_joined(covered, said - heads))


def _joined(covered: Iterable[Region], said: Container[int]) -> Iterator[Region]:
    """Regions with notes that say nothing but headings taken into the region below."""
    held: Region | None = None
    for region in covered:
        first = region.first if held is None else held.first
        whole = Region(region.kind, first, region.last, region.what)
        empty = all(number not in said for number in range(first, region.last + 1))
        held = whole if region.kind is RegionKind.NOTES and empty else None
        if held is None:
            yield whole
    if held is not None:
        yield held


def _fill(covered: list[Region], first: int, last: int, said: set[int]) -> None:
    """Take the lines *first* to *last*: as notes where they say something, else into the region above."""
    if first > last:
        return
    while covered and first <= last and first not in said:
        above = covered[-1]
        covered[-1] = Region(above.kind, above.first, first, above.what)
        first += 1
    if first <= last and (any(number in said for number in range(first, last + 1)) or not covered):
        covered.append(Region(RegionKind.NOTES, first, last))


def _same_line(covered: list[Region], region: Region) -> None:
    """Name a region that stands on a line which another has taken."""
    above = covered[-1] if covered else region
    if above is not region and region.what and region.kind is above.kind and len(above.what) < _WHAT:
        what = f"{above.what}; {region.what}" if above.what else region.what
        covered[-1] = Region(above.kind, above.first, above.last, what)
