"""A figure that the story leads with and nothing in it supports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.numbers.voice import NO_BASIS, raised
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked

_COST = re.compile(r"\b(?:lost|losing|cost (?:us|the|me|them)|refund\w*|compensat\w*)\b")


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the figures that the numbers audit leaves open; open targets have a rule of their own.

    What a failure cost is what its question asks for, and no headline.
    """
    failed = Asked.FAILURE in asked(reading)
    return (mark for mark in raised(reading, NO_BASIS) if not (failed and _is_cost(reading, mark)))


def _is_cost(reading: Reading, mark: Mark) -> bool:
    start, end = clause_around(reading, mark.start, mark.end)
    return _COST.search(reading.lower, start, end) is not None


RULE = Rule(
    summary="A headline figure has no base, no period, and no word on how it was worked out.",
    why="“How did you get to that number?” is quickly asked, and a good answer earns more than the figure.",
    source="numbers-audit, R12, N14 and N15; evaluation, K01, K02, K03 and K16",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(tell(result="The new dispatch model saved the company $1.4M a year.")),
        example(tell(result="- Avoided an estimated €300,000 of losses\n- Presented it to the board")),
        example(
            tell(result="We generated 2 million dollars of extra revenue. Everyone in the team was promoted.")
        ),
        example(
            tell(action="I rewrote the help page.", result="- Cut complaints by 40%\n- Two teams copied it")
        ),
        example(
            tell(
                situation="Complaints kept rising, and 4 of 9 agents had left.",
                action="I rewrote the help page.",
                result="This led to a 25% increase in customer satisfaction.",
            )
        ),
    ),
    misses=(
        example(tell(result="It saved $40K a month, based on the invoices before and after the move.")),
        example(tell(result="GPU spend fell from $90K to $50K a month.")),
        example(tell(result="It saved $1.4M a year. Finance computed that from 20 minutes per dispatch.")),
        example(
            tell(situation="Fraud had already cost $2M, and saved nobody any work.", result="It stopped.")
        ),
        example(tell(action="I rewrote it.", result="Complaints fell from 900 to 540 a month, or by 40%.")),
        example(tell(situation="We had 900 complaints a month.", result="I cut complaints by 40%.")),
        example(tell(action="I ran an A/B test.", result="Conversion rose by 4%.")),
        example(tell(result="I cut complaints by 40%, measured over the two quarters after.")),
        example(
            tell(question="Tell me about a failure.", result="We honoured the orders and lost about €3,000.")
        ),
    ),
    check=check,
)
