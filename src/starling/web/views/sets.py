"""Sets in words, and every set at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from starling.content.loops import GENERAL
from starling.prep.cover_rows import KINDS, QUESTIONS, rows_called
from starling.usecases.coverage import Coverage, CoverSets


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set, and how many of its rows are covered how well."""

    name: str
    url: str
    size: int
    gaps: int
    thin: int
    strong: int


@dataclass(frozen=True, slots=True)
class SetsView:
    """Every set at a glance."""

    headline: str
    rows: tuple[SetRow, ...]


def sets_view(found: CoverSets) -> SetsView:
    """Every set, over how many events."""
    rows = tuple(
        SetRow(each.title, f"/coverage/{each.name}", each.size, each.gaps, each.thin, each.one + each.spare)
        for each in found.sets
    )
    return SetsView(f"What {found.events} events cover", rows)


def of_what(coverage: Coverage) -> str:
    """The set in words: "Amazon's 16 principles"."""
    held = coverage.cover_set
    return set_in_words(held.name, held.title, held.size)


def set_in_words(name: str, title: str, size: int) -> str:
    """A set in words, from its name, its title and the number of its rows."""
    owner = "the" if name in (GENERAL, KINDS, QUESTIONS) else f"{title}’s"
    return f"{owner} {size} {rows_called(name)}"
