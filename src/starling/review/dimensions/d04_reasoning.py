"""D4: the how and the why: diagnosis, options, criteria, trade-off."""

from __future__ import annotations

from starling.model.report import Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.signals.clauses import step_quote
from starling.review.signals.parts import told_in, trust
from starling.review.signals.reasons import Reasons, reasons
from starling.review.signals.steps import Step, concrete, steps
from starling.review.signals.told import evidence_for

_SOME, _ENOUGH = 2, 3
_REASONED = 4


def _score(all_steps: tuple[Step, ...], real: tuple[Step, ...], why: Reasons) -> int:
    if not all_steps:
        return 1
    if len(real) < _SOME:
        return 2 if not why.any or len(real) == 0 else 3
    if len(real) < _ENOUGH or not why.any:
        return 3
    return 5 if why.weighed else 4


def _because(score: int, real: tuple[Step, ...], why: Reasons) -> str:
    count = f"{len(real)} steps" if len(real) != 1 else "one step"
    return {
        1: "The action names no step.",
        2: "The action has one step." if real else "The action names your part in the work, not the steps.",
        3: f"The action has {count}, " + ("and says why." if why.any else "and says little of why."),
        4: f"The action has {count}, and says why.",
        5: f"The action has {count}, another way that was weighed, and how it was judged.",
    }[score]


def _shown(reading: Reading, why: Reasons) -> tuple[Evidence, ...]:
    hits = (why.weighed[:1] or why.alternatives[:1]) + why.trade_offs[:1] + why.reasons[:1]
    if why.diagnosis is not None and not hits:
        hits = (why.diagnosis,)
    return evidence_for(reading, hits)


def _advice(reading: Reading, score: int, real: tuple[Step, ...], why: Reasons) -> tuple[str, ...]:
    if score >= _REASONED:
        return () if why.weighed else ("Name one option you turned down, and how you judged it.",)
    if not real:
        return ("Say what you did, step by step, each with a verb and its object.",)
    richest = max(real, key=lambda step: len(step.objects)).deed
    said = step_quote(reading, richest.start, richest.end)
    if why.any:
        return (f"Tell the steps around “{said}” as well: the reason is there, the way is short.",)
    return (f"Say why you did it this way: “{said}” stands without a reason.",)


def assess(reading: Reading) -> Score:
    """Count distinct steps, then look for the reasoning that hangs on them; a list of tools is no depth."""
    if not told_in(reading, PartKind.ACTION):
        return not_assessed("There is no action yet to look into.")
    all_steps, real, why = steps(reading), concrete(reading), reasons(reading)
    score = _score(all_steps, real, why)
    return Score(
        score=score,
        because=_because(score, real, why),
        confidence=trust(reading),
        evidence=_shown(reading, why),
        suggestions=_advice(reading, score, real, why),
    )


DIMENSION = Dimension(
    title="Action depth and reasoning",
    asks="How did you do it, and why that way?",
    anchors=(
        "Nothing is done.",
        "Labels only: worked on, helped with.",
        "Concrete steps without a reason.",
        "Three steps or more, with a reason or another way considered.",
        "As 4, with an option turned down or a price paid, and how it was judged.",
    ),
    source="rubric, D4",
    assess=assess,
    primary_for=frozenset((QuestionType.ACHIEVEMENT, QuestionType.CONFLICT, QuestionType.AMBIGUITY)),
)
