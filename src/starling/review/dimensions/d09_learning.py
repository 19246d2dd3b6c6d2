"""D9: an honest lesson, changed behaviour, and evidence that it held."""

from __future__ import annotations

import re

from starling.model.report import Confidence, Evidence, QuestionType
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.reading.parts import trust
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals.learning import Learning, learning
from starling.review.signals.told import evidence_for
from starling.text.words import words

_ASKED_BY = frozenset((QuestionType.FAILURE, QuestionType.CONFLICT))


_OF_A_THING = re.compile(
    r"\blearn\w* (?:something (?:new|quickly|fast|difficult|complex)|quickly|fast"
    r"|an? (?:new|unfamiliar|tool|technology|skill|language))\b"
)
"""A question about a thing that was learned: how it went is asked for, and no lesson."""


def _is_asked(reading: Reading) -> bool:
    """Failure and conflict ask for a lesson; so do questions about feedback and growth."""
    if reading.question_type in _ASKED_BY:
        return True
    question = (reading.story.question or "").lower()
    if _OF_A_THING.search(question) is not None:
        return False
    return any(word.lower in vocabulary("growth_words") for word in words(question))


def _score(found: Learning) -> int:
    if found.practice or (found.own_errors and found.prevention):
        held = found.evidence and (found.specific or found.own_errors)
        return 5 if held else 4
    if found.specific:
        return 5 if found.differently else 3
    if found.differently:
        return 3
    return 2 if found.slogans or found.lessons else 1


_NOT_ASKED = "No lesson is told, and this question does not ask for one."
_NO_MATTER = "This question does not ask for a lesson."
_BECAUSE = {
    1: "No lesson is told.",
    2: "The lesson would fit any story.",
    3: "The lesson is specific; nothing says what you do since.",
    4: "It says what you or the team do differently now.",
    5: "It says what changed in how you work, and that it held or what you would do differently.",
}
_ADVICE = {
    1: "Say what you do differently now, in one sentence.",
    2: "Say what you do differently now, instead of a lesson that fits any story.",
    3: "Say where the lesson showed again: a later project, a check, a habit.",
    4: "Name one later time when it made a difference, if there was one.",
}


def _shown(reading: Reading, found: Learning) -> tuple[Evidence, ...]:
    hits = (
        found.own_errors[:1]
        + (found.practice[:1] or found.prevention[:1])
        + (found.specific or found.lessons)[:1]
    )
    return evidence_for(reading, hits)


def assess(reading: Reading) -> Score:
    """Score the lesson where one is told, and its absence only where one is asked for."""
    found = learning(reading)
    score = _score(found)
    told_anyway = score > 1 and reading.question_type is not QuestionType.MOTIVATION
    if not told_anyway and not _is_asked(reading):
        return not_assessed(_NOT_ASKED if score == 1 else _NO_MATTER)
    return Score(
        score=score,
        because=_BECAUSE[score],
        confidence=trust(reading, Confidence.MEDIUM),
        evidence=_shown(reading, found),
        suggestions=(_ADVICE[score],) if score in _ADVICE else (),
    )


DIMENSION = Dimension(
    title="Reflection and learning",
    asks="What did you learn, what do you do differently, and did it hold?",
    anchors=(
        "No lesson.",
        "A slogan that fits any story.",
        "A specific lesson.",
        "A lesson and a changed practice.",
        "As 4, with evidence from later work or what you would do differently.",
    ),
    source="rubric, D9",
    assess=assess,
    primary_for=frozenset((QuestionType.FAILURE, QuestionType.CONFLICT)),
)
