"""D11: others are treated fairly; leftover template text is reported by rules and is not scored."""

from __future__ import annotations

from starling.model.report import Confidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.signals.conduct import Conduct, conduct
from starling.review.signals.positions import disagreement
from starling.review.signals.told import evidence_for, told_hits
from starling.text.phrases import Hit

_HOSTILE, _NEUTRAL = 2, 3


def _score(reading: Reading, found: Conduct) -> int:
    humble, better = _humblebrags(reading), _better(reading)
    contempt = [
        hit for hit in found.contempt if not any(hit.start < b.end and b.start < hit.end for b in found.blame)
    ]
    if len(contempt) >= _HOSTILE or (contempt and found.blame):
        return 1
    if found.contempt or (found.blame and not found.own_part):
        return 2
    if not _other_view(reading, found) or humble:
        return _NEUTRAL
    return 5 if better else 4


_BECAUSE = {
    1: "A listener hears contempt for the people in this story.",
    2: "A listener hears blame, and no part of your own.",
    3: "Others are neither blamed nor heard.",
    4: "The other side's view is told fairly.",
    5: "The other side's view is told fairly, and people work better together since.",
}


def _humblebrags(reading: Reading) -> tuple[Hit, ...]:
    return tuple(reading.hits("humblebrags"))


def _other_view(reading: Reading, found: Conduct) -> tuple[Hit, ...]:
    """Where, in a disagreement, the other side's view is told.

    "To understand the system" is nobody's, and "she decided" tells no view behind it.
    """
    if reading.question_type is not QuestionType.CONFLICT and not disagreement(reading):
        return ()
    views = (hit for hit in found.other_view if hit.name != "decision_verbs")
    said = [(reading.lower[hit.start : hit.end], hit) for hit in views]
    return tuple(hit for words, hit in said if not words.endswith((" the", "needed")))


def _better(reading: Reading) -> tuple[Hit, ...]:
    """What was better between people at the end."""
    return tuple(told_hits(reading, "relationship_markers", PartKind.RESULT, PartKind.REFLECTION))


def _telling(reading: Reading, found: Conduct, score: int) -> tuple[Hit, ...]:
    if score < _NEUTRAL:
        return (found.contempt + found.blame)[:2]
    if score == _NEUTRAL:
        return _humblebrags(reading)[:1]
    return _other_view(reading, found)[:1] + _better(reading)[:1]


def _advice(reading: Reading, found: Conduct, score: int) -> tuple[str, ...]:
    hits = _telling(reading, found, score)
    if score < _NEUTRAL:
        said = reading.quote(hits[0].start, hits[0].end)
        return (f"Say what happened instead of “{said}”, and what your own part in it was.",)
    if _humblebrags(reading):
        return ("Name something that cost you or others, and what you do about it.",)
    if score == _NEUTRAL and reading.question_type is QuestionType.CONFLICT:
        return ("Say what the other side wanted, and what they were right about.",)
    return ()


def assess(reading: Reading) -> Score:
    """Look for contempt and blame, then for the other side's view."""
    if not reading.spoken:
        return not_assessed("There are no words to look at yet.")
    found = conduct(reading)
    score = _score(reading, found)
    return Score(
        score=score,
        because=_BECAUSE[score],
        confidence=Confidence.MEDIUM,
        evidence=evidence_for(reading, _telling(reading, found, score)),
        suggestions=_advice(reading, found, score),
    )


DIMENSION = Dimension(
    title="Conduct",
    asks="Are the other people in the story treated fairly?",
    anchors=(
        "Hostile.",
        "Blames, with no part of one's own.",
        "Neutral.",
        "The other view is told fairly.",
        "As 4, and the relation or the process became better.",
    ),
    source="rubric, D11 and 6.2",
    assess=assess,
    primary_for=frozenset((QuestionType.FAILURE, QuestionType.CONFLICT, QuestionType.LEADERSHIP)),
)
