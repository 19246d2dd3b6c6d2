"""How an aim ended that its answer misses: said so, claimed as met all the same, or passed over."""

from __future__ import annotations

from starling.review.numbers.closing.ended import End, Told
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.told.aims import Aim

CLAIMS_MET = ("closing_phrases", "schedule_claims", "target_claims")
"""The lists of what says that a target was met."""
_AS_FORETOLD = "as_planned_phrases"


def short_end(told: Told, aim: Aim, answer: Quantity) -> End | None:
    """How an aim that *answer* misses ended; None for an estimate nobody promised."""
    near = told.around(answer)
    if told.phrase("missed_phrases", sentences=near):
        return End.MISSED
    claim = told.phrase(*CLAIMS_MET, sentences=near[:1])
    if claim is not None and not _claims_another(told, claim, answer):
        return End.UNMET
    if told.phrase("shortfall_admitted", sentences=near) or told.phrase("missed_phrases"):
        return End.MISSED
    if told.phrase(_AS_FORETOLD, sentences=near[:1]):
        return End.UNMET
    return None if aim.planned else End.SILENT


def _claims_another(told: Told, claim: Quantity, answer: Quantity) -> bool:
    """Whether words that a target was met stand nearer to the figure that met another one."""
    near = abs(claim.start - answer.start)
    figures = told.sheet.by_sentence[answer.sentence]
    return any(q.start in told.used and abs(q.start - claim.start) < near for q in figures if q is not answer)
