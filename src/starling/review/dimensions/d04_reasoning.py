"""D4: the how and the why: diagnosis, options, criteria, trade-off."""

from __future__ import annotations

import re

from starling.model.report import Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.reading.clauses import step_quote
from starling.review.reading.parts import told_in, trust
from starling.review.signals.deeds import Agent
from starling.review.signals.reasons import Reasons, reasons
from starling.review.signals.steps import Step, concrete, steps
from starling.review.signals.told import evidence_for

_SOME, _ENOUGH = 2, 3
_NEED_NO_REASON = frozenset(
    "asked told showed went met called read said talked listened explained thanked started noticed found saw "
    "realised realized discovered learned learnt spent sent studied offered "
    "invited called answered replied".split()
)
"""Verbs of steps that explain themselves: nobody asks why somebody asked."""
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
        3: f"The action has {count}, and {_reasoned(why)}.",
        4: f"The action has {count}, and {_reasoned(why)}.",
        5: f"The action has {count}, another way that was weighed, and how it was judged.",
    }[score]


def _reasoned(why: Reasons) -> str:
    if why.reasons or why.trade_offs:
        return "says why"
    if why.alternatives:
        return "looks at more than one way"
    return "finds something out before it acts" if why.diagnosis is not None else "says little of why"


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
    richest = max(real, key=lambda step: _weight(reading, step)).deed
    said = step_quote(reading, richest.start, richest.end)
    if richest.agent is Agent.PASSIVE:
        return (_ANY_STEP,)
    if why.any:
        return (f"Tell the steps around “{said}” as well: the reason is there, the way is short.",)
    if richest.verb in _NEED_NO_REASON:
        return (_ANY_STEP,)
    return (f"Say why you did it this way: “{said}” stands without a reason.",)


_ANY_STEP = "Say for one of the steps why you did it that way."
_ASIDE = re.compile(r"\b(?:that|which|who) (?:i|we) (?:had |then )?\Z")
_NEAR = 16
"""Characters before a verb in which "that we" stands."""


def _weight(reading: Reading, step: Step) -> tuple[bool, bool, int]:
    """What makes a step worth a question: that it is one, was a choice, and how much it says."""
    deed = step.deed
    aside = _ASIDE.search(reading.lower, max(0, deed.start - _NEAR), deed.start) is not None
    stands = not aside and deed.agent is not Agent.PASSIVE
    return stands, deed.verb not in _NEED_NO_REASON, len(step.objects)


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
