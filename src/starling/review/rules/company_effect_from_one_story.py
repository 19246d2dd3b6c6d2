"""An effect on the whole organisation, credited to one person's actions."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import quote_around
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell


def _around(told: list[Sentence], index: int) -> list[Sentence]:
    """A sentence and its neighbours in the result."""
    return told[max(0, index - 1) : index + 2]


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first company-wide effect in the result with no share, test or other cause beside it."""
    told = [] if reading.hits("controlled_tests") else told_in(reading, PartKind.RESULT)
    for index, sentence in enumerate(told):
        effects = reading.hits_in("company_effects", sentence)
        shared = any(reading.hits_in("shared_credit", near) for near in _around(told, index))
        if effects and not shared:
            start, end = effects[0].start, effects[0].end
            said = quote_around(reading, start, end)
            share = f"Say which share of “{said}” was yours and what else was at work"
            yield Mark(start, end, f"{share}. An effect that large has more than one cause.")
            return


RULE = Rule(
    summary="A company-wide effect is credited to one story.",
    why="Revenue, funding and attrition have many causes; a stated share is believed, a full claim is "
    "tested.",
    source="rubric, D7 (organisation-level effects from one-person actions); evaluation, K11 and K17",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(
            tell(action="I reviewed her code each week.", result="Attrition fell from 20% to 8% that year.")
        ),
        example(tell(action="I rebuilt the demo.", result="The company raised its Series B a month later.")),
        example(tell(action="I tuned the ranker.", result="Annual revenue rose by 15%.")),
        example(tell(action="I rewrote the engine.", result="I saved the account.")),
    ),
    misses=(
        example(
            tell(action="I reviewed her code.", result="It was one of the reasons why attrition fell to 8%.")
        ),
        example(
            tell(action="I tuned the ranker.", result="In the A/B test, annual revenue per user rose by 2%.")
        ),
        example(
            tell(situation="Attrition had reached 20%.", action="I asked why.", result="Two people stayed.")
        ),
    ),
    check=check,
    cues=("company_effects",),
)
