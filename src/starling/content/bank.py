"""What interviewers ask, as it ships: questions with all that they name, and kinds of story and interview.

Each is read once. A file that does not fit together is refused with its line
and the nearest name, whoever reads it first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from starling.content import load
from starling.content.fields import Taken
from starling.content.read_lists import (
    Read,
    read_competencies,
    read_interview_types,
    read_slots,
    read_story_kinds,
)
from starling.content.read_principles import read_principles
from starling.content.read_questions import Known, read_questions, unasked
from starling.model.principle import Principle
from starling.model.problem import Problem, UsageError
from starling.model.question import BankQuestion, Competency, InterviewType, Slot, StoryKind

_Value = TypeVar("_Value")


@cache
def competencies() -> tuple[Competency, ...]:
    """The tree of competencies, in the order of the file: each below the branch it belongs to."""
    return whole(read_competencies(load.text("competencies.toml"), "competencies.toml"), "competencies.toml")


@cache
def slots() -> tuple[Slot, ...]:
    """What answers must show, in the order of the file."""
    return whole(read_slots(load.text("slots.toml"), "slots.toml"), "slots.toml")


def slots_of(slugs: Iterable[str]) -> tuple[Slot, ...]:
    """The slots of these slugs, in their order; one that is not known is left out."""
    known = {each.slug: each for each in slots()}
    return tuple(known[each] for each in slugs if each in known)


@cache
def story_kinds() -> tuple[StoryKind, ...]:
    """The kinds of story to have ready, in the order of the file."""
    return whole(read_story_kinds(load.text("story_kinds.toml"), "story_kinds.toml"), "story_kinds.toml")


@cache
def interview_types() -> tuple[InterviewType, ...]:
    """The kinds of interview, in the order in which they usually come."""
    name = "interview_types.toml"
    return whole(read_interview_types(load.text(name), name), name)


@cache
def principles() -> tuple[Principle, ...]:
    """What companies look for, by company, in the order of their files; names that were replaced included."""
    return tuple(each for name in load.names("principles") for each in _principles(name))


@cache
def _principles(name: str) -> tuple[Principle, ...]:
    where = f"principles/{name}.toml"
    return whole(read_principles(load.text(where), name, where), where)


def known() -> Known:
    """What a question may name."""
    return Known(
        competencies={each.slug: each.name for each in competencies()},
        slots=frozenset(each.slug for each in slots()),
        kinds=frozenset(each.slug for each in story_kinds()),
        principles=frozenset(each.ref for each in principles()),
    )


@cache
def questions() -> tuple[BankQuestion, ...]:
    """The questions that ship with Starling, in the order of the tree of competencies."""
    names, taken = known(), Taken()
    found: list[BankQuestion] = []
    for name in load.names("questions"):
        where = f"questions/{name}.toml"
        found += whole(read_questions(load.text(where), where, names, taken), where)
    for name in load.names("principles"):
        where = f"principles/{name}.toml"
        _refuse(unasked(load.text(where), _principles(name), found), where)
    order = {each.slug: at for at, each in enumerate(competencies())}
    return tuple(sorted(found, key=lambda each: order[each.competency]))


def whole(read: Read[_Value], where: str) -> tuple[_Value, ...]:
    """What a shipped file holds; UsageError says the first thing that does not fit in it."""
    _refuse(read.problems, where)
    return read.values


def _refuse(problems: tuple[Problem, ...], where: str) -> None:
    """Raise UsageError for the first of some problems, and say how many more there are."""
    if problems:
        first, more = problems[0], len(problems) - 1
        what = f"{first.what} And {more} more." if more else first.what
        raise UsageError(what, where=f"content/{where}:{first.line}", try_this=first.try_this)
