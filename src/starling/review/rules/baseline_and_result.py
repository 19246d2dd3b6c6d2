"""A result with both ends: before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starling.model.report import Strength
from starling.review.numbers.audit import audit
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.relation import Verdict
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.gains import unexplained_gain
from starling.review.signals.measures import same_measure
from starling.review.signals.outcomes import Outcome, outcomes

_ARROW = re.compile(r"→|->|=>|\b(?:vs|versus|down from|up from|instead of|compared (?:to|with)|before|was)\b")
_TO = re.compile(r"\bto\b")
_STARTED = re.compile(
    r"\b(?:from|went|drop\w*|f[ae]ll|rose|gr[eo]w\w*|improv\w+|reduc\w+|cut|increas\w+|decreas\w+|took)\b"
)
_RANGE = re.compile(r"[-–]\d[\d.,]*\s?(?:%|[a-z]+)?")
_JOINS = re.compile(r",|\band\b")
_NEAR = 30
"""How many characters may stand between the two ends, or before the first."""


def _is_change(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are the two ends of one change, and not a range such as 3 to 5 days."""
    between = reading.lower[one.end : other.start]
    before = reading.lower[max(0, one.start - _NEAR) : one.start]
    if len(between) > _NEAR or _JOINS.search(between) is not None or "scal" in before:
        return False
    if not same_measure(one, other) or one.value() == other.value():
        return False
    return bool(_ARROW.search(between)) or (bool(_TO.search(between)) and bool(_STARTED.search(before)))


def _both_ends(reading: Reading, outcome: Outcome) -> tuple[int, int] | None:
    """The span of the clause that tells a change from its one end to the other."""
    for one, other in pairwise(outcome.figures):
        if _is_change(reading, one, other):
            return clause_around(reading, one.start, other.end)[0], _closed(reading.text, outcome, other.end)
    return None


def _closed(text: str, outcome: Outcome, end: int) -> int:
    """The end of a span, behind the bracket that opens before it, or the range that its last figure opens."""
    start, stop = outcome.sentence.start, outcome.sentence.end
    if text.rfind("(", start, end) > text.rfind(")", start, end) and ")" in text[end:stop]:
        return text.index(")", end) + 1
    rest = _RANGE.match(text, end)
    return end if rest is None else rest.end()


def _is_doubtful(reading: Reading, outcome: Outcome) -> bool:
    """Whether the sentence is one to ask about: a gain unexplained, figures at odds, a wide effect."""
    gain = unexplained_gain(reading)
    asked = gain is not None and gain.sentence.index == outcome.sentence.index
    return asked or _disagrees(reading, outcome) or bool(reading.hits_in("company_effects", outcome.sentence))


def _disagrees(reading: Reading, outcome: Outcome) -> bool:
    contradictions = audit(reading).of(Verdict.CONTRADICTION)
    told = (quantity.sentence for claim in contradictions for quantity in claim.quantities)
    return outcome.sentence.index in told


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first outcome that tells the state before and the state after."""
    for outcome in outcomes(reading):
        span = _both_ends(reading, outcome)
        if span is not None and not _is_doubtful(reading, outcome):
            message = (
                f"Keep “{reading.quote(*span)}”. It gives both ends, so a listener can judge the change."
            )
            yield Mark(*span, message)
            return


RULE = Rule(
    summary="A result tells the state before and the state after.",
    why="Half of a change cannot be judged; with both ends nobody needs to ask “compared to what?”.",
    source="rubric, D5 (baseline and after)",
    strength=Strength.CELEBRATORY,
    dimension="D5",
    hits=(
        example(tell(result="An epoch went from 40 minutes to 9 minutes.")),
        example(tell(result="- Duplicate alerts: 31% → 4%\n- The team reads them again")),
        example(tell(result="Wasted trips fell from about nine a month to three.")),
    ),
    misses=(
        example(tell(result="An epoch is 77% faster.")),
        example(tell(result="A retrain now takes 3 to 5 days of one engineer.")),
        example(tell(result="Recall is 91%, and 40 teams use it.")),
        example(tell(result="Recall rose by 25%, from 60% to 90%.")),
        example(tell(situation="An epoch went from 9 minutes to 40 minutes.", result="It is fast again.")),
    ),
    check=check,
)
