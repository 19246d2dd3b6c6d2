"""What a dimension of the rubric is.

A dimension is one file in ``review/dimensions/`` that binds one ``DIMENSION``.
It reads the story once more, with the signals of ``review/signals/``, and says
1 to 5 with its evidence, or why it was not assessed. There is no total.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starling.model.report import Confidence, Evidence, QuestionType
from starling.review.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Score:
    """What a dimension found: 1 to 5, or None with the reason in ``because``.

    ``because`` is one sentence in the reader's language. At most two
    ``suggestions``, recommendation first.
    """

    score: int | None
    because: str
    confidence: Confidence = Confidence.MEDIUM
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[str, ...] = ()


Assess = Callable[[Reading], Score]


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """One of the twelve: what it asks, its five anchors from 1 to 5, its source, and how it is assessed.

    ``primary_for`` are the question types that show it first (rubric, 3.3).
    """

    title: str
    asks: str
    anchors: tuple[str, str, str, str, str]
    source: str
    assess: Assess
    primary_for: frozenset[QuestionType] = frozenset()
    name: str = ""


def not_assessed(because: str) -> Score:
    """The honest answer when the text cannot show the dimension."""
    return Score(score=None, because=because, confidence=Confidence.HIGH)
