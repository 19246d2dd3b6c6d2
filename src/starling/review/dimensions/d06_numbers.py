"""D6: the figures agree with one another, as the numbers audit reads them."""

from __future__ import annotations

from starling.model.report import Confidence, Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.numbers.audit import Ledger, audit
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.voice import has_two_readings
from starling.review.reading import Reading

_SOUND = 4
_SHOWN = 2
_OPEN_TARGET = "R9"
"""What a target became is asked in D5; it says nothing against a figure."""


def assess(reading: Reading) -> Score:
    """The anchors counted on the ledger; nothing is said where no two figures can be checked."""
    ledger = audit(reading)
    doubts = _doubts(ledger)
    if not doubts and not ledger.of(Verdict.CONSISTENT):
        return not_assessed("No two figures here can be checked against each other.")
    score = _score(ledger, doubts)
    return Score(
        score=score,
        because=_because(score, doubts, ledger),
        confidence=_confidence(doubts, ledger),
        evidence=tuple(_evidence(reading, claim) for claim in (doubts or ledger.claims)[:_SHOWN]),
        suggestions=tuple(claim.advice for claim in doubts if claim.advice)[:_SHOWN],
    )


def _doubts(ledger: Ledger) -> tuple[Claim, ...]:
    """All that speaks against the figures, the gravest first."""
    return tuple(
        claim
        for claim in ledger.claims
        if claim.verdict in (Verdict.CONTRADICTION, Verdict.AMBIGUOUS)
        or (claim.verdict is Verdict.UNVERIFIABLE and claim.relation != _OPEN_TARGET)
    )


def _score(ledger: Ledger, doubts: tuple[Claim, ...]) -> int:
    conflicts = [claim for claim in doubts if claim.verdict is Verdict.CONTRADICTION]
    hard = sum(not claim.escapable for claim in conflicts)
    if hard > 1:
        return 1
    if hard or len(conflicts) > 1:
        return 2
    if doubts:
        return 3
    return 5 if _all_named(ledger) else _SOUND


def _all_named(ledger: Ledger) -> bool:
    """Every change in the result stands beside the values it comes from, and every count names its thing."""
    told = [quantity for quantity in ledger.quantities if quantity.part is PartKind.RESULT]
    tied = {quantity.start for claim in ledger.claims for quantity in claim.quantities}
    bases = any(quantity.role is Role.BEFORE for quantity in told)
    return bases and all(_is_named(quantity, tied) for quantity in told)


def _is_named(quantity: Quantity, tied: set[int]) -> bool:
    if quantity.role is Role.CHANGE:
        return quantity.start in tied
    return quantity.kind is not Kind.COUNT or quantity.noun != "" or quantity.start in tied


def _because(score: int, doubts: tuple[Claim, ...], ledger: Ledger) -> str:
    if score >= _SOUND:
        named = ", and say what they are measured from" if score > _SOUND else ""
        checked = len(ledger.of(Verdict.CONSISTENT))
        figures = "The figures" if checked > 1 else "The two figures"
        return f"{figures} that can be checked agree{named}."
    first = doubts[0]
    if first.verdict is Verdict.CONTRADICTION:
        return f"These do not fit: {first.arithmetic}."
    if first.verdict is Verdict.AMBIGUOUS:
        heard = "A figure can be heard in two ways" if has_two_readings(first) else "A listener would ask"
        return f"{heard}: {first.arithmetic}."
    return "A figure stands without what it was measured from."


def _confidence(doubts: tuple[Claim, ...], ledger: Ledger) -> Confidence:
    """High where arithmetic decides, medium where the scope or the wording could."""
    if doubts:
        hard = doubts[0].verdict is Verdict.CONTRADICTION and not doubts[0].escapable
        return Confidence.HIGH if hard else Confidence.MEDIUM
    return Confidence.HIGH if any(claim.stated for claim in ledger.claims) else Confidence.MEDIUM


def _evidence(reading: Reading, claim: Claim) -> Evidence:
    first, last = claim.quantities[0], claim.quantities[-1]
    together = first.sentence == last.sentence
    return reading.evidence(first.start, last.end if together else first.end)


DIMENSION = Dimension(
    title="Numerical integrity",
    asks="Do your figures agree with one another, and say what they mean?",
    anchors=(
        "Two figures or more that cannot both hold.",
        "Two figures that cannot both hold, or several that hardly do.",
        "A doubt, or a headline figure that nothing supports.",
        "All figures that can be checked agree.",
        "As 4, with baselines, units and populations named.",
    ),
    source="rubric, D6",
    assess=assess,
    primary_for=frozenset((QuestionType.ACHIEVEMENT,)),
)
