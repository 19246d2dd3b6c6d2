"""What a review says: findings, assessments, follow-up questions, and what was not looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from starling.model.story import Place, Story


class Strength(StrEnum):
    """How much a finding matters to the person who reads it."""

    ESSENTIAL = "essential"
    ACTIONABLE = "actionable"
    INFORMATIVE = "informative"
    CELEBRATORY = "celebratory"


class Level(StrEnum):
    """The level of the job that the candidate interviews for."""

    JUNIOR = "junior"
    SENIOR = "senior"
    STAFF = "staff"


class QuestionType(StrEnum):
    """What kind of event a question asks for (rubric, section 3.3)."""

    ACHIEVEMENT = "achievement"
    FAILURE = "failure"
    CONFLICT = "conflict"
    AMBIGUITY = "ambiguity"
    LEADERSHIP = "leadership"
    MOTIVATION = "motivation"


class Confidence(StrEnum):
    """How far an assessment can be trusted."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What the telling is for: who is asking, and how long it may take.

    Times are minutes, pace is words a minute. ``question_type`` None means
    that it is taken from the story's own question.
    """

    level: Level | None = None
    question_type: QuestionType | None = None
    minutes: tuple[float, float] = (2.0, 3.0)
    pace: int = 140


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to see in a story: where, by which rule, in the user's own words.

    ``code`` is the reply code of a relation between numbers (``NUM-R2-contradiction``), else "".
    """

    start: Place
    end: Place
    rule: str
    message: str
    strength: Strength
    quote: str = ""
    story: str = ""
    accepted: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the story that an assessment rests on."""

    quote: str
    start: Place


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """One of the twelve dimensions: a score from 1 to 5, or None and why it was not assessed."""

    dimension: str
    title: str
    score: int | None
    confidence: Confidence
    because: str
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[str, ...] = ()
    primary: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that an interviewer may ask next, and the words that provoke it."""

    question: str
    family: str
    quote: str
    start: Place


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that did not look, and why."""

    rule: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """The review of one story; ``part_seconds`` tells for each of its parts how long it takes to say."""

    story: Story
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...]
    follow_ups: tuple[FollowUp, ...]
    seconds: float
    words: int
    ran: tuple[str, ...]
    english: bool = True
    not_run: tuple[NotRun, ...] = ()
    part_seconds: tuple[float, ...] = ()
