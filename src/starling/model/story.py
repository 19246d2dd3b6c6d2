"""A story as its author told it: its parts, its facts, and where each word stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


class PartKind(StrEnum):
    """What a part of a story is for, whatever word the author put over it."""

    HEADLINE = "headline"
    SITUATION = "situation"
    TASK = "task"
    OBSTACLE = "obstacle"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"
    TAKEAWAY = "takeaway"
    FOLLOW_UP = "follow-up"
    OTHER = "other"


CORE = (PartKind.SITUATION, PartKind.TASK, PartKind.ACTION, PartKind.RESULT)
"""The four parts of STAR, in the order a listener expects them."""

SPOKEN = (
    PartKind.HEADLINE,
    PartKind.SITUATION,
    PartKind.TASK,
    PartKind.OBSTACLE,
    PartKind.ACTION,
    PartKind.RESULT,
    PartKind.REFLECTION,
)
"""The parts that a candidate says aloud; the others are notes about the story."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in the user's file, as an editor counts: both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line of the user's file, and where it begins there."""

    text: str
    number: int
    column: int = 1


@dataclass(frozen=True)
class Part:
    """One part of a story; its text is the author's own, quote and list marks of the container removed.

    ``also`` names the other parts that the author merged into this one: the
    Context of a CAR story is a situation that is also a task.
    """

    kind: PartKind
    lines: tuple[Line, ...]
    label: str = ""
    also: tuple[PartKind, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words of the part, its lines joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line.text) + 1 for line in self.lines), initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """Where the character at *offset* of ``text`` stands in the user's file."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        line = self.lines[index]
        return Place(line.number, line.column + min(offset - self._starts[index], len(line.text)))


@dataclass(frozen=True, slots=True)
class StatedFit:
    """What the author says of a story and of something that is asked, over what matching finds.

    ``row`` is ``company/principle``, ``kinds/kind`` or the slug of a question;
    ``fit`` is "strong", "partly" or "none"; ``because`` is the sentence that shows it.
    """

    row: str
    fit: str
    because: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """One telling of one event.

    A part that the author left out is absent from ``parts``; a part with a
    label and nothing under it is there, with empty text. ``confidence`` is
    None where the author labelled the parts, and the decoder's confidence
    (0 to 1) where Starling told the parts of unlabelled prose apart.
    """

    title: str
    parts: tuple[Part, ...] = ()
    slug: str = ""
    question: str | None = None
    project: str | None = None
    tags: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    fits: tuple[StatedFit, ...] = ()
    told: tuple[str, ...] = ()
    source: str = ""
    line: int = 1
    confidence: float | None = None
    notes: tuple[Line, ...] = field(default=())

    def part(self, kind: PartKind) -> Part | None:
        """The first part of this kind, or None where the author has none."""
        return next((part for part in self.parts if part.kind is kind), None)

    def has(self, kind: PartKind) -> bool:
        """Whether some part is, or also holds, this kind."""
        return any(part.kind is kind or kind in part.also for part in self.parts)
