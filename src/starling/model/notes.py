"""What a page of notes holds: stories, questions, check-lists, and what became of every line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from starling.model.problem import Problem
from starling.model.story import Story


class RegionKind(StrEnum):
    """What a run of lines in the user's notes turned out to be."""

    STORY = "story"
    ANSWER = "answer"
    QUESTIONS = "questions"
    CHECKLIST = "check-list"
    PRINCIPLES = "principles"
    NOTE_TO_SELF = "note to self"
    PLAN = "plan"
    LINKS = "links"
    TEMPLATE = "template"
    METHOD = "method"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines *first* to *last* (from 1, both included) and what they became."""

    kind: RegionKind
    first: int
    last: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question an interviewer may ask; prompts are the author's hints under it."""

    text: str
    line: int
    category: str | None = None
    company: str | None = None
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One box of a check-list and whether it is ticked."""

    text: str
    line: int
    done: bool
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class PrincipleMention:
    """A company principle that the notes name."""

    name: str
    line: int
    company: str | None = None


@dataclass(frozen=True, slots=True)
class NoteToSelf:
    """What the author wrote to themselves, such as what went wrong last time."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of a plan or overview table: its cells under their headings."""

    cells: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the notes and the words it stands under."""

    text: str
    url: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Notes:
    """Everything one source holds. The regions cover its lines without gap or overlap.

    ``answers`` are unlabelled prose under a question ("Good answer: ..."): an
    answer can be reviewed, but becomes a story only when its author says so.
    """

    source: str
    lines: int = 0
    regions: tuple[Region, ...] = ()
    stories: tuple[Story, ...] = ()
    answers: tuple[Story, ...] = ()
    questions: tuple[Question, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    principles: tuple[PrincipleMention, ...] = ()
    notes_to_self: tuple[NoteToSelf, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
