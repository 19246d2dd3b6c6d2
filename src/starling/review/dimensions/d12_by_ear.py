"""D12: a listener can follow it once; grammar, accent and vocabulary are not looked at."""

from __future__ import annotations

from starling.model.report import Confidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.signals.ear import Obstacle, obstacles

_SEVERAL, _MANY = 2, 4


def _score(reading: Reading, found: tuple[Obstacle, ...]) -> int:
    if len(found) >= _MANY:
        return 1
    if found:
        return 2 if len(found) >= _SEVERAL else 3
    return 5 if reading.of(PartKind.HEADLINE) else 4


def _because(found: tuple[Obstacle, ...]) -> str:
    if not found:
        return "A listener can follow it at first hearing."
    return f"A listener may lose the thread: {', and '.join(obstacle.what for obstacle in found[:2])}."


def assess(reading: Reading) -> Score:
    """Count the kinds of obstacles; notes may be terser than speech, so the confidence is not high."""
    if not reading.spoken:
        return not_assessed("There are no words to look at yet.")
    found = obstacles(reading)
    return Score(
        score=_score(reading, found),
        because=_because(found),
        confidence=Confidence.MEDIUM,
        evidence=tuple(reading.evidence(o.start, o.end) for o in found if o.start < o.end)[:2],
        suggestions=tuple(obstacle.advice for obstacle in found[:2]),
    )


DIMENSION = Dimension(
    title="Ease of following by ear",
    asks="Can someone who hears it once follow it?",
    anchors=(
        "It cannot be followed.",
        "Several things in the way.",
        "One thing in the way.",
        "Easy to follow.",
        "Easy, with a headline that stays.",
    ),
    source="rubric, D12",
    assess=assess,
    primary_for=frozenset((QuestionType.MOTIVATION,)),
)
