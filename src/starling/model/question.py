"""What an interviewer may ask, what a full answer must show, and the tree of competencies it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starling.model.report import Level, QuestionType

_LEVELS = tuple(Level)
"""From the lowest to the highest."""

_HOUR = 60


@dataclass(frozen=True, kw_only=True)
class Competency:
    """A branch or a leaf of the competency tree; ``parent`` is the slug above it, or None at the root."""

    slug: str
    name: str
    gist: str
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Slot:
    """Something that happened, which a full answer must show: "the mistake was yours", "who disagreed".

    ``cues`` are phrases by which a telling shows it.
    """

    slug: str
    name: str
    gist: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """That a question was asked: by whom, and on which day where that is known."""

    company: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class BankQuestion:
    """A question of the bank: shipped with Starling, or the user's own.

    ``also`` are other common wordings. ``shows`` are slugs of slots, ``probes``
    are principles as ``company/slug``, ``kinds`` are slugs of story kinds.
    ``level`` is the level from which it is asked, None at every level. Of the
    user's own, ``competency`` is "" and ``checked`` None where they say none.
    """

    slug: str
    text: str
    competency: str
    type: QuestionType
    shows: tuple[str, ...]
    traps: tuple[str, ...]
    follow_ups: tuple[str, ...]
    source: str
    checked: date | None
    also: tuple[str, ...] = ()
    level: Level | None = None
    probes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    own: bool = False

    def is_asked_at(self, level: Level | None) -> bool:
        """Whether it is asked at a level; where none is said, every question may be."""
        return self.level is None or level is None or _LEVELS.index(self.level) <= _LEVELS.index(level)


@dataclass(frozen=True, kw_only=True)
class StoryKind:
    """A kind of story to have ready: what tells it, and what a good answer has.

    ``must`` marks a must-have (hero, failure, conflict). ``groups`` are the lists
    it belongs to: ``ml``, the eight kinds for ML work, and ``big-five``, what is
    asked most. ``traps`` and ``has`` are what spoils it and what makes it good.
    """

    slug: str
    name: str
    gist: str
    source: str
    must: bool = False
    groups: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    has: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InterviewType:
    """A kind of interview: how long it takes, in minutes, and what it looks at."""

    slug: str
    name: str
    minutes: tuple[int, int]
    focus: str
    source: str

    @property
    def length(self) -> str:
        """How long it takes, for a reader: in hours where it takes two or more."""
        low, high = self.minutes
        return f"{low} to {high} min" if low < 2 * _HOUR else f"{low // _HOUR} to {high // _HOUR} h"
