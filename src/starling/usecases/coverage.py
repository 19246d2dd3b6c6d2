"""What a person's stories cover: a company's principles, the questions of the bank, or the kinds of story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from starling.content import bank as shipped
from starling.matching.coverage import Grid, Group, Held, grid, groups_of
from starling.matching.demand import Demand
from starling.matching.fit import Fit, Match
from starling.model.problem import Looked
from starling.model.question import Slot
from starling.model.report import Confidence
from starling.ports import Workspace
from starling.prep.cover_rows import KINDS, QUESTIONS, Row, find_set, rows_of, set_names, set_title
from starling.prep.material import Material, cells, read_material
from starling.prep.memo import Remembered
from starling.prep.question_bank import QuestionBank

HINTS = 24
"""Rows for which the nearest story is explained; looking for its sentences takes most of the time."""

_OTHERS = "matching-kinds"
"""Where the cells of the rows are kept that are no questions and no principles."""

Kind = Literal["principles", "questions", "kinds"]


@dataclass(frozen=True, kw_only=True)
class CoverSet:
    """A set of rows, and how many of them are covered how well."""

    name: str
    title: str
    kind: Kind
    size: int
    gaps: int = 0
    thin: int = 0
    one: int = 0
    spare: int = 0


@dataclass(frozen=True, kw_only=True)
class CoverSets(Looked):
    """Every set at a glance, over how many events."""

    sets: tuple[CoverSet, ...]
    stories: int
    events: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """An event: the story that stands for it, its other tellings, and how many rows it answers."""

    story: str
    title: str
    where: str
    tellings: tuple[str, ...]
    carries: int


@dataclass(frozen=True, kw_only=True)
class Near:
    """The story that is nearest to a row which none answers well, with what shows that and what it lacks."""

    title: str
    match: Match
    missing: tuple[Slot, ...]


@dataclass(frozen=True, kw_only=True)
class CoverRow:
    """Something that is asked for: ``gist`` is what it means, ``under`` the competency of a question.

    ``cells`` has one entry for each column. ``asks`` are the slugs of the
    questions that ask for it. ``said`` counts takes: 0, while none are kept.
    """

    slug: str
    name: str
    gist: str
    under: str
    group: Group
    cells: tuple[Held, ...]
    asks: tuple[str, ...]
    near: Near | None = None
    said: int = 0


@dataclass(frozen=True, kw_only=True)
class Coverage(Looked):
    """The rows of one set by how well they are covered, the worst first; columns by how much they carry.

    ``slugs`` are all stories by their place, for ``Held.telling``. ``sure`` is
    how sure the set is; None where nobody has to be.
    """

    cover_set: CoverSet
    rows: tuple[CoverRow, ...]
    columns: tuple[Column, ...]
    slugs: tuple[str, ...]
    sure: Confidence | None = None

    def of(self, group: Group) -> tuple[CoverRow, ...]:
        """The rows of one group."""
        return tuple(each for each in self.rows if each.group is group)


_COVERED = Remembered[Coverage](4)
"""The sets that are looked at; that of all questions takes some 10 MB with 200 stories."""


def coverage_sets(work: Workspace) -> CoverSets:
    """Every set, with how many of its rows are covered how well."""
    material = read_material(work)
    standing = _standing(work, material)
    return CoverSets(
        sets=tuple(
            _set(material.whole, name, [standing[each.demand.slug] for each in rows_of(material, name)])
            for name in set_names(material.whole)
        ),
        stories=len(material.stories),
        events=len(material.groups),
        unread=material.unread,
    )


def cover(work: Workspace, set_name: str, hints: int = HINTS) -> Coverage:
    """What the stories cover of a set; UsageError names the nearest one.

    The nearest story is explained for *hints* rows that none answers well.
    """
    material = read_material(work)
    name = find_set(material.whole, set_name)
    key = (material.kept, material.whole, material.meaning.name, name, hints)
    covered = _COVERED.get(key, lambda: _cover(work, material, name, hints))
    return replace(covered, unread=material.unread)


def _cover(work: Workspace, material: Material, name: str, hints: int) -> Coverage:
    rows = rows_of(material, name)
    held = grid_of(work, material, rows)
    carries = held.carries
    order = sorted(range(len(carries)), key=lambda at: (-carries[at], held.events[at][0]))
    groups = held.groups
    worst = sorted(range(len(rows)), key=lambda at: list(Group).index(groups[at]))
    explained = [at for at in worst if groups[at] in (Group.GAP, Group.THIN)][:hints]
    return Coverage(
        cover_set=_set(material.whole, name, groups),
        rows=tuple(
            _cover_row(
                rows[at],
                groups[at],
                tuple(held.rows[at][event] for event in order),
                _near(material, rows[at].demand, held.rows[at]) if at in explained else None,
            )
            for at in worst
        ),
        columns=tuple(_column(material, held, at) for at in order),
        slugs=tuple(each.slug for each in material.stories),
        sure=_least_sure(rows),
    )


def _cover_row(row: Row, group: Group, cells: tuple[Held, ...], near: Near | None) -> CoverRow:
    return CoverRow(
        slug=row.demand.slug,
        name=row.name,
        gist=row.gist,
        under=row.under,
        asks=row.asks,
        group=group,
        cells=cells,
        near=near,
    )


def _least_sure(rows: Iterable[Row]) -> Confidence | None:
    return min(
        (each.sure for each in rows if each.sure is not None), key=list(Confidence).index, default=None
    )


# --- Cells -----------------------------------------------------------------


def grid_of(work: Workspace, material: Material, rows: Sequence[Row]) -> Grid:
    """How well every event fits every row, with what the author states over it."""
    asked = [each.demand.slug for each in rows]
    places = {each.slug: at for at, each in enumerate(material.demands)}
    stated = _stated(material, asked)
    if all(each in places for each in asked):
        return grid(cells(work, material), [places[each] for each in asked], material.groups, stated)
    table = cells(work, material, [each.demand for each in rows], _OTHERS)
    return grid(table, range(len(rows)), material.groups, stated)


def _standing(work: Workspace, material: Material) -> dict[str, Group]:
    """How well everything that can be asked for is covered, by its slug."""
    kinds = [each.demand for each in rows_of(material, KINDS)]
    found: dict[str, Group] = {}
    for demands, table in (
        (material.demands, cells(work, material)),
        (kinds, cells(work, material, kinds, _OTHERS)),
    ):
        asked = [each.slug for each in demands]
        ranks, stated = [row.ranks() for row in table], _stated(material, asked)
        found |= zip(asked, groups_of(len(asked), ranks, material.groups, stated), strict=True)
    return found


def _stated(material: Material, asked: Sequence[str]) -> dict[tuple[int, int], Fit]:
    at = {slug: number for number, slug in enumerate(asked)}
    return {
        (place, at[said.row]): Fit(said.fit)
        for place, story in enumerate(material.stories)
        for said in story.fits
        if said.row in at
    }


def _near(material: Material, demand: Demand, held: Sequence[Held]) -> Near | None:
    """The event that fits best where none fits well, explained; None where nothing fits at all."""
    best = min(held, key=lambda each: (each.fit.rank, -each.score), default=None)
    if best is None or best.fit is Fit.NONE:
        return None
    story = material.stories[best.telling]
    match = replace(material.explain(demand, best.telling), fit=best.fit)
    return Near(title=story.title, match=match, missing=shipped.slots_of(match.missing))


def _column(material: Material, held: Grid, at: int) -> Column:
    """The event *at*, by the telling that answers most of the rows that it answers."""
    answered = [number for number, row in enumerate(held.rows) if row[at].counts]
    place = held.telling(at, answered)
    return Column(
        story=material.stories[place].slug,
        title=material.stories[place].title,
        where=material.kept[place].where,
        tellings=tuple(material.stories[other].slug for other in held.events[at] if other != place),
        carries=len(answered),
    )


# --- Counting --------------------------------------------------------------


def _set(whole: QuestionBank, name: str, groups: Sequence[Group]) -> CoverSet:
    kind: Kind = "kinds" if name == KINDS else "questions" if name == QUESTIONS else "principles"
    return CoverSet(
        name=name,
        title=set_title(whole, name),
        kind=kind,
        size=len(groups),
        gaps=groups.count(Group.GAP),
        thin=groups.count(Group.THIN),
        one=groups.count(Group.ONE),
        spare=groups.count(Group.SPARE),
    )
