"""What became of every line: regions from the first line to the last, without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starling.model.notes import Region, RegionKind
from starling.model.story import Line
from starling.text.notes.marks import Mark

_WHAT = 300
"""Characters that the titles on one line of the source may take; further ones are in the stories."""


def span(found: Sequence[Mark]) -> tuple[int, int]:
    """The first and the last line of the source in which these marks say something."""
    numbers = [mark.line.number for mark in found if not mark.blank] or [mark.line.number for mark in found]
    return numbers[0], max(numbers[0], numbers[-1])


def cover(regions: Iterable[Region], lines: Sequence[Line], count: int) -> tuple[Region, ...]:
    """*regions* in order, and notes where none is; blank lines belong to what stands above them."""
    said = {line.number for line in lines if line.text.strip()}
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
    return tuple(covered)


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
