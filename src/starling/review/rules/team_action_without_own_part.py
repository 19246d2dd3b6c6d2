"""Everything is done by “we” or by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.agents import agency
from starling.review.signals.deeds import Agent


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first deed of an action in which the speaker never appears."""
    who = agency(reading)
    ours = [deed for deed in who.deeds if deed.agent in (Agent.WE, Agent.PASSIVE)]
    if ours and not who.personal:
        first = ours[0].sentence
        said = reading.quote(first.start, first.end)
        yield Mark(
            first.start,
            first.end,
            f"Name two steps that were yours: from “{said}” on, nothing says what you did.",
        )


RULE = Rule(
    summary="The action never says what you did yourself.",
    why="“We” is honest about the team and silent about the candidate, who is the one being rated.",
    source="rubric, D3 (no personal agent anywhere)",
    strength=Strength.ESSENTIAL,
    dimension="D3",
    hits=(
        example(
            tell(action="We moved the features to one store. We wrote tests, and the old jobs were deleted.")
        ),
        example(tell(action="The team profiled the service. A cache was added in front of the model.")),
    ),
    misses=(
        example(tell(action="We moved the features to one store; I wrote the migration and its tests.")),
        example(tell(action="- Moved the features to one store\n- Wrote the migration tests")),
        example(tell(action="As the tech lead I planned it. We moved the features to one store.")),
        example(tell(task="My part was the migration.", action="We moved the features to one store.")),
    ),
    check=check,
)
