"""Where a figure comes from that the others do not give."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.voice import question
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import example, tell


def ask(reading: Reading) -> Iterator[Asked]:
    """Do the sum aloud, as an interviewer would, where figures disagree or leave a question."""
    ledger = audit(reading)
    for claim in (*ledger.of(Verdict.CONTRADICTION), *ledger.of(Verdict.AMBIGUOUS)):
        start, end = _said(reading, claim)
        yield about(reading, start, end, f"{_aloud(claim.arithmetic)}. {question(claim)}")


def _aloud(arithmetic: str) -> str:
    """A sum as somebody says it who has done it in their head; a comparison as it is."""
    said = arithmetic.replace(", written ", ", and you said ")
    return f"I make it {said}" if "=" in said or "≈" in said else said[:1].upper() + said[1:]


def _said(reading: Reading, claim: Claim) -> tuple[int, int]:
    """The words with the figures, or those with the last of them where they stand in several sentences."""
    first, last = claim.quantities[0], claim.quantities[-1]
    return clause_around(reading, (first if first.sentence == last.sentence else last).start, last.end)


PROBE = Probe(
    summary="You said A here and B there: how do they go together?",
    source="rubric, 6.1 (number check)",
    hits=(
        example(tell(result="Training dropped from 12 hours to 3 hours (10x speedup).")),
        example(tell(result="Review time fell from 10 days to 4 days, a 30% improvement.")),
    ),
    misses=(
        example(tell(result="Training dropped from 12 hours to 3 hours (4x speedup).")),
        example(tell(result="Review time fell from 10 days to 4 days, a 60% improvement.")),
        example(tell(result="We support 3 regions and 12 languages.")),
    ),
    ask=ask,
)
