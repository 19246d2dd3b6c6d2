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
_A_VIEW = 3
"""Words that must follow "was worried" for the worry to be told."""


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
    3: "Nobody is blamed.",
    4: "The other side's view is told fairly.",
    5: "The other side's view is told fairly, and people work better together since.",
}


_A_MERIT = "What is told as a fault sounds like a merit."
_ONE_VIEW = "Nobody is blamed, and the other side's view is not told."


def _because(reading: Reading, score: int) -> str:
    """What the score says; a view that is missing is spoken of only where a conflict is asked for."""
    if score == _NEUTRAL and _humblebrags(reading):
        return _A_MERIT
    asked = reading.question_type is QuestionType.CONFLICT
    return _ONE_VIEW if score == _NEUTRAL and asked else _BECAUSE[score]


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
    told = (hit for words, hit in said if not words.endswith((" the", "needed")))
    return tuple(hit for hit in told if _has_content(reading, hit))


def _has_content(reading: Reading, hit: Hit) -> bool:
    """Whether it is said what they thought: "they were sceptical" tells of doubts, not which."""
    if not reading.lower.startswith(("was ", "were "), hit.start):
        return True
    sentence = reading.sentence_at(hit.start)
    end = sentence.end if sentence is not None else hit.end
    stop = reading.text.find(",", hit.end, end)
    return len(reading.words_in(hit.end, end if stop < 0 else stop)) >= _A_VIEW


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
    if score == _NEUTRAL and found.other_view and reading.question_type is QuestionType.CONFLICT:
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
        because=_because(reading, score),
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
