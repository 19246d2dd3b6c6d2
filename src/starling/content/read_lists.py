"""Competencies, slots, story kinds and interview types: text -> values, and what does not fit in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from starling.content.fields import Fields, Taken
from starling.model.problem import Problem
from starling.model.question import Competency, InterviewType, Slot, StoryKind
from starling.text.toml_page import TomlPage

Value = TypeVar("Value")

GROUPS = ("ml", "big-five")


class Read(NamedTuple, Generic[Value]):
    """What a text holds, and what does not fit in it."""

    values: tuple[Value, ...]
    problems: tuple[Problem, ...]


def read_competencies(text: str, where: str) -> Read[Competency]:
    """The tree of competencies; a parent is another one, and nobody is above themselves."""
    page = TomlPage(text)
    read = _each(page, "competency", where, _competency)
    known: dict[str, str | None] = {}
    for each in read.values:
        known.setdefault(each.slug, each.parent)
    problems = [*read.problems]
    for each, entry in zip(read.values, page.entries("competency"), strict=True):
        fields = Fields(entry)
        if each.parent is not None and each.parent not in known:
            fields.unknown(each.parent, "parent", known, "competency")
        ring = _ring(each.slug, known)
        if ring and each.slug == min(ring):
            way = " → ".join((*ring, ring[0]))
            fields.problem(f"The tree runs in a circle: {way}.", "parent", "Put one of them elsewhere.")
        problems += fields.problems
    return Read(read.values, in_order(problems))


def _competency(fields: Fields, slug: str) -> Competency:
    fields.only(("slug", "name", "gist", "parent"))
    parent = fields.text("parent", needed=False) or None
    return Competency(slug=slug, name=fields.text("name"), gist=fields.text("gist"), parent=parent)


def _ring(slug: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """The circle in which a competency stands, from itself on, or ()."""
    way: list[str] = [slug]
    above = parents.get(slug)
    while above is not None and above not in way:
        way.append(above)
        above = parents.get(above)
    return tuple(way) if above == slug else ()


def read_slots(text: str, where: str) -> Read[Slot]:
    """What answers must show."""
    return _each(TomlPage(text), "slot", where, _slot)


def _slot(fields: Fields, slug: str) -> Slot:
    fields.only(("slug", "name", "gist", "cues"))
    return Slot(slug=slug, name=fields.text("name"), gist=fields.text("gist"), cues=fields.texts("cues"))


def read_story_kinds(text: str, where: str) -> Read[StoryKind]:
    """The kinds of story to have ready."""
    return _each(TomlPage(text), "kind", where, _kind)


def _kind(fields: Fields, slug: str) -> StoryKind:
    fields.only(("slug", "name", "gist", "source", "must", "groups", "traps", "has"))
    return StoryKind(
        slug=slug,
        name=fields.text("name"),
        gist=fields.text("gist"),
        source=fields.text("source"),
        must=fields.value("must") is True,
        groups=fields.refs("groups", GROUPS, "group"),
        traps=fields.texts("traps", needed=True),
        has=fields.texts("has", needed=True),
    )


def read_interview_types(text: str, where: str) -> Read[InterviewType]:
    """The kinds of interview."""
    return _each(TomlPage(text), "type", where, _interview)


def _interview(fields: Fields, slug: str) -> InterviewType:
    fields.only(("slug", "name", "minutes", "focus", "source"))
    return InterviewType(
        slug=slug,
        name=fields.text("name"),
        minutes=_minutes(fields),
        focus=fields.text("focus"),
        source=fields.text("source"),
    )


def _minutes(fields: Fields) -> tuple[int, int]:
    match fields.value("minutes"):
        case [int(low), int(high)] if 0 < low <= high:
            return low, high
    fields.problem("minutes is not a range.", "minutes", "Write minutes = [30, 45].")
    return 0, 0


def _each(page: TomlPage, table: str, where: str, read: Callable[[Fields, str], Value]) -> Read[Value]:
    """Every table of a name as a value; the file says where they are from and when that was looked up."""
    problems = list(file_problems(page, table))
    values: list[Value] = []
    taken: Taken = {}
    for entry in page.entries(table):
        fields = Fields(entry, ("source", "checked"))
        values.append(read(fields, fields.slug(taken, where)))
        problems += fields.problems
    return Read(tuple(values), in_order(problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of their lines."""
    return tuple(sorted(problems, key=lambda each: each.line))


def file_problems(
    page: TomlPage, table: str, needed: Sequence[str] = ("source", "checked")
) -> Collection[Problem]:
    """What is wrong with a file as a whole: no TOML, no entries, no source, no day."""
    if page.broken is not None:
        return (page.broken,)
    missing = [key for key in needed if key not in page.values]
    problems = [
        Problem(f"The file has no {key}.", 1, f"Write  {key} = …  above the first entry.") for key in missing
    ]
    if not page.entries(table):
        problems.append(Problem(f"The file has no [[{table}]].", 1, f"Begin each entry with [[{table}]]."))
    return problems
