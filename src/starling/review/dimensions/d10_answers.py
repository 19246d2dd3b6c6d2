"""D10: the story shows what the question asks for."""

from __future__ import annotations

from starling.model.report import Confidence, Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.question_type import is_of_traits
from starling.review.reading import Reading
from starling.review.reading.parts import trust
from starling.review.signals.slots import filled

_NAMES = {
    QuestionType.ACHIEVEMENT: "an achievement",
    QuestionType.FAILURE: "a failure",
    QuestionType.CONFLICT: "a conflict",
    QuestionType.AMBIGUITY: "ambiguity",
    QuestionType.LEADERSHIP: "leadership",
    QuestionType.MOTIVATION: "you and your motives",
}

_OF_TRAITS = "A weakness or a strength has no set parts to listen for."
_UNKNOWN = "Starling does not know this kind of question yet."
_NOT_ASKED = "It is not known what this story should answer; give it a question."


def _at_the_decision(reading: Reading) -> bool:
    """A choice told together with its reason, where the story turns."""
    choices = (reading.sentence_at(hit.start) for hit in reading.hits("decision_verbs", PartKind.ACTION))
    return any(s is not None and reading.hits_in("reason_markers", s) for s in choices)


def assess(reading: Reading) -> Score:
    """Count the slots that the telling fills; the essential one decides about the topic."""
    kind, asked = reading.question_type, reading.story.question is not None
    if kind is None:
        return not_assessed(_UNKNOWN if asked else _NOT_ASKED)
    if kind is QuestionType.MOTIVATION and is_of_traits(reading.story.question or reading.story.title):
        return not_assessed(_OF_TRAITS)
    slots = filled(reading, kind)
    missing = [slot for slot, span in slots if span is None]
    found = [(slot, span) for slot, span in slots if span is not None]
    if any(slot.essential for slot in missing):
        score = 2 if found else 1
    elif missing:
        score = 3 if len(found) >= len(missing) else 2
    else:
        score = 5 if _at_the_decision(reading) else 4
    return Score(
        score=score,
        because=_because(kind, [slot.name for slot in missing]),
        confidence=trust(reading, Confidence.MEDIUM),
        evidence=_shown(reading, [span for _, span in found]),
        suggestions=tuple(f"Say {slot.ask}." for slot in missing[:2]),
    )


def _shown(reading: Reading, spans: list[tuple[int, int]]) -> tuple[Evidence, ...]:
    """The sentences that fill the slots, each once; words alone say little to a reader."""
    told = dict.fromkeys(reading.sentence_at(start) for start, _ in spans)
    return tuple(reading.evidence(s.start, s.end) for s in told if s is not None)[:3]


def _because(kind: QuestionType, missing: list[str]) -> str:
    if not missing:
        return f"It tells all that a question about {_NAMES[kind]} wants to hear."
    *most, last = missing
    unheard = f"{', '.join(most)} or {last}" if most else last
    return f"For a question about {_NAMES[kind]}, a listener does not hear {unheard}."


DIMENSION = Dimension(
    title="Answers the question",
    asks="Does the story show what the question asks for?",
    anchors=(
        "Another topic.",
        "Touches the topic; what it turns on is missing.",
        "Part of what the question wants is told.",
        "All that the question wants is told.",
        "As 4, and it shows where you decided.",
    ),
    source="rubric, D10 and 3.3",
    assess=assess,
    primary_for=frozenset(
        (QuestionType.FAILURE, QuestionType.CONFLICT, QuestionType.AMBIGUITY, QuestionType.MOTIVATION)
    ),
)
