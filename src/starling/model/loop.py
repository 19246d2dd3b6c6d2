"""How a company is taken to interview: what a simulated loop is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from starling.model.report import Confidence, QuestionType


@dataclass(frozen=True, kw_only=True)
class LoopPlan:
    """Interviewers, and questions each, of a loop; and how often which principle and type of question comes.

    ``slug`` is the name of a set of principles. ``topics`` (slugs of its
    principles) and ``types`` are weights against 1, which holds where nothing
    is said; 0 leaves out. ``assumption`` says in words what nobody published.
    """

    slug: str
    rounds: int
    questions: int
    assumption: str
    source: str
    checked: date | None
    confidence: Confidence
    topics: Mapping[str, float] = field(default_factory=dict)
    types: Mapping[QuestionType, float] = field(default_factory=dict)
