"""How what was done brought about what changed."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import example, tell
from starling.review.signals.mechanism import mechanism
from starling.review.signals.outcomes import Outcome, outcomes
from starling.review.signals.steps import concrete
from starling.text.phrases import Hit

_ARTICLES = frozenset(("the", "an", "our", "its", "this"))
_SEVERAL = 2
"""Steps from which a listener cannot tell which one did it."""


def _untied(reading: Reading) -> tuple[Outcome, ...]:
    """Effects that nothing done explains; where no test or link is told at all, every effect."""
    ties = mechanism(reading)
    return ties.unexplained if ties.tests or ties.links else outcomes(reading)


def _describes(reading: Reading, hit: Hit) -> bool:
    """Whether a movement stands as an adjective: "the improved process"."""
    before = reading.words_in(max(0, hit.start - 5), hit.start)
    return bool(before) and before[-1].lower in _ARTICLES


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each measure that moved by a figure and is not tied to a step."""
    several = len(concrete(reading)) >= _SEVERAL
    question = (
        "Which of your steps did most of that, and how do you know?"
        if several
        else "How did your work bring that about?"
    )
    for outcome in _untied(reading):
        moved = [
            hit for hit in reading.hits_in("movements", outcome.sentence) if not _describes(reading, hit)
        ]
        if moved and outcome.figures:
            start, end = clause_around(reading, moved[0].start, moved[0].end)
            yield about(reading, start, end, question)


PROBE = Probe(
    summary="How did that action change that figure?",
    source="rubric, 6.1 (mechanism) and D7; evaluation, K20",
    hits=(
        example(
            tell(
                action="I wrote a glossary for the reviewers and set up a weekly call.",
                result="Precision improved from 60% to 85%.",
            )
        ),
        example(
            tell(
                action="I cached the joins. I sharded the table.",
                result="We reduced p95 from 900 ms to 300 ms.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                action="I cached the joins, measured, and then sharded the table.",
                result="We reduced p95 from 900 ms to 300 ms, 500 of it because of the cached hot keys.",
            )
        ),
        example(tell(action="I wrote a glossary.", result="The reviewers use it each week.")),
        example(
            tell(action="I planned the cut-over.", result="We launched 2 weeks late, with all 14 reports.")
        ),
    ),
    ask=ask,
)
