"""What a bank of stories covers: rows that are asked for, columns that are events, and how well each fits.

Several tellings of one event are one column. What the author states about any
of them (``fits`` in a story's front matter) holds for the event and comes
before all that is computed; else the telling that fits best speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from starling.matching.cover import Supply
from starling.matching.fit import Cell, Fit

SPARE = 2
"""Strong stories from which one may be told to the first interviewer who asks, and another is left."""


class Group(StrEnum):
    """How well a row is covered, the worst first."""

    GAP = "gap"
    THIN = "thin"
    ONE = "one story"
    SPARE = "strong with a spare"


@dataclass(frozen=True, slots=True)
class Held:
    """How well an event fits a row: by which telling (its place), and whether the author states it."""

    fit: Fit
    score: float
    telling: int
    stated: bool = False

    @property
    def counts(self) -> bool:
        """Whether the event answers it at all; an angle that is not told does not count."""
        return self.fit in (Fit.STRONG, Fit.PARTLY)


@dataclass(frozen=True)
class Grid:
    """``events`` are places of stories; ``rows`` have one entry for each event."""

    events: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[Held, ...], ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """How well each row is covered."""
        return tuple(group_of([each.fit for each in row]) for row in self.rows)

    @property
    def carries(self) -> tuple[int, ...]:
        """How many rows each event answers, strongly or partly."""
        return tuple(sum(row[at].counts for row in self.rows) for at in range(len(self.events)))

    @property
    def supply(self) -> Supply:
        """The rows that each event is strong or partly at, to choose events from."""
        return Supply(len(self.rows), self._at(Fit.STRONG), self._at(Fit.PARTLY))

    def telling(self, at: int, rows: Iterable[int]) -> int:
        """The telling of the event *at* that answers most of some rows; of several the first."""
        told = [self.rows[row][at].telling for row in rows]
        return max(self.events[at], key=lambda each: (told.count(each), -each))

    def _at(self, fit: Fit) -> tuple[frozenset[int], ...]:
        return tuple(
            frozenset(number for number, row in enumerate(self.rows) if row[at].fit is fit)
            for at in range(len(self.events))
        )


def grid(
    cells: Sequence[Sequence[Cell]],
    columns: Sequence[int],
    events: Sequence[tuple[int, ...]],
    stated: Mapping[tuple[int, int], Fit],
) -> Grid:
    """The grid of some demands: *cells* by story, *columns* the places of the demands in them.

    *stated* is what authors say of (story, row), rows counted as in *columns*.
    """
    whole = [[own[place] for place in columns] for own in cells]
    rows = tuple(tuple(_held(event, row, whole, stated) for event in events) for row in range(len(columns)))
    return Grid(tuple(events), rows)


def groups_of(
    rows: int,
    ranks: Sequence[bytes],
    events: Sequence[tuple[int, ...]],
    stated: Mapping[tuple[int, int], Fit],
) -> tuple[Group, ...]:
    """How well each of some *rows* is covered, as their grid would say; *ranks* by story."""
    best = [_best(event, ranks) for event in events]
    at = {place: number for number, event in enumerate(events) for place in event}
    said: dict[tuple[int, int], int] = {}
    for (place, row), fit in stated.items():
        said[at[place], row] = min(fit.rank, said.get((at[place], row), fit.rank))
    for (event, row), rank in said.items():
        best[event][row] = rank
    return tuple(map(_group, zip(*best, strict=True))) if best else (Group.GAP,) * rows


def _best(event: tuple[int, ...], ranks: Sequence[bytes]) -> bytearray:
    """The best rank in each row among the tellings of an event."""
    own = [ranks[place] for place in event]
    return bytearray(own[0] if len(own) == 1 else map(min, *own))


def _held(
    event: Sequence[int], row: int, cells: Sequence[Sequence[Cell]], stated: Mapping[tuple[int, int], Fit]
) -> Held:
    said = [(stated[place, row], place) for place in event if (place, row) in stated] if stated else []
    if said:
        fit, place = min(said, key=lambda each: (each[0].rank, each[1]))
        return Held(fit, cells[place][row].score, place, stated=True)
    best = event[0]
    if len(event) == 1:
        only = cells[best][row]
        return Held(only.fit, only.score, best)
    for place in event[1:]:
        one, other = cells[best][row], cells[place][row]
        if (other.fit.rank, -other.score) < (one.fit.rank, -one.score):
            best = place
    return Held(cells[best][row].fit, cells[best][row].score, best)


def group_of(fits: Sequence[Fit]) -> Group:
    """How well a row is covered by what fits it."""
    return _group([each.rank for each in fits])


def _group(ranks: Sequence[int]) -> Group:
    strong = ranks.count(Fit.STRONG.rank)
    if strong:
        return Group.SPARE if strong >= SPARE else Group.ONE
    return Group.THIN if Fit.PARTLY.rank in ranks else Group.GAP
