"""Figures that fit in one reading and not in another, or only if they cover different things."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.numbers.voice import UNCLEAR, raised
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark every ambiguity of the numbers audit, and what only a difference of scope would explain."""
    return raised(reading, UNCLEAR)


RULE = Rule(
    summary="A listener would ask about these figures: they fit in one reading only, or miss their target.",
    why="The listener picks a reading, and may pick the other one; a word on unit, base or scope decides it.",
    source="numbers-audit, section 5 (ambiguous, and scope-escapable contradictions); rubric, D6",
    strength=Strength.ACTIONABLE,
    dimension="D6",
    hits=(
        example(tell(result="Accuracy improved from 80% to 92%, a 12% improvement.")),
        example(tell(result="The new features improved precision by over 30%.")),
    ),
    misses=(
        example(tell(result="Accuracy improved from 80% to 92%, by 12 percentage points.")),
        example(tell(result="Precision rose from 60% to 78%, which is 30% more in relative terms.")),
    ),
    check=check,
)
