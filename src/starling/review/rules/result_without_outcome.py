"""A result that says it went well, and not what changed."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.learning import learning
from starling.review.signals.outcomes import Outcome, outcomes

LONGEST_VERDICT = 14
"""A longer sentence has usually said what happened on its way to the verdict."""


def _tells_a_change(outcome: Outcome) -> bool:
    """Whether a sentence of the result says more than that it went well."""
    return bool(outcome.figures) or outcome.observed or (outcome.claimed and not outcome.vague)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first empty verdict in a result where no sentence tells a change."""
    told = outcomes(reading)
    vague = next((outcome for outcome in told if outcome.vague), None)
    if vague is None or any(map(_tells_a_change, told)) or learning(reading).specific:
        return
    if all(len(sentence.words) <= LONGEST_VERDICT for sentence in told_in(reading, PartKind.RESULT)):
        said = reading.quote(vague.sentence.start, vague.sentence.end)
        yield Mark(
            vague.sentence.start,
            vague.sentence.end,
            f"Say what changed, for whom, and how you knew. “{said}” is a verdict, not an outcome.",
        )


RULE = Rule(
    summary="The result says that it went well, not what changed.",
    why="A verdict about one's own work carries no information; one observable change does.",
    source="rubric, D5 (anchor 2: “it went well”)",
    strength=Strength.ACTIONABLE,
    dimension="D5",
    hits=(
        example(
            tell(action="I rewrote the sampler.", result="The project was a success and everyone was happy.")
        ),
        example(tell(action="I ran the demo.", result="It went well. We got great feedback.")),
        example(
            tell(
                action="I moved the reports to one tool.",
                result="We streamlined operations and delivered significant value to the business.",
            )
        ),
    ),
    misses=(
        example(
            tell(action="I ran the demo.", result="It went well: two teams adopted the template that week.")
        ),
        example(
            tell(action="I ran the demo.", result="The demo was successful and the customer signed in May.")
        ),
        example(
            tell(action="I rewrote the sampler.", result="Sampling takes nine minutes now instead of forty.")
        ),
    ),
    check=check,
    cues=("vague_outcomes",),
)
