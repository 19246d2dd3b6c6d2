"""Nothing in the story says what was to be reached."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.event import event
from starling.review.signals.goals import goal_starts
from starling.review.signals.learning import own_errors
from starling.review.signals.shares import parts_are_sure


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it has an action, no Task, and no goal phrase before the outcome.

    A story of one's own error needs none: what went wrong is its point. What one
    does in general has none: it is the time it happened that is missing.
    """
    if not reading.story.has(PartKind.ACTION) or not parts_are_sure(reading) or event(reading).never:
        return
    if goal_starts(reading) is None and not (Asked.FAILURE in asked(reading) and own_errors(reading)):
        yield Mark(
            0, 0, "Say in one sentence what you were to reach, and by when. Nothing here states the goal yet."
        )


RULE = Rule(
    summary="The story states no goal.",
    why="Without a goal nobody can tell whether the result was enough, or whether the work was yours to do.",
    source="rubric, D1 (one goal sentence)",
    strength=Strength.ACTIONABLE,
    dimension="D1",
    hits=(
        example(
            tell(situation="The index was a day old.", action="I built a stream.", result="It is fresh.")
        ),
        example(tell(action="I rewrote the sampler in Rust.", result="Sampling takes a minute.")),
    ),
    misses=(
        example(
            tell(situation="The index was a day old, and we had to get below an hour.", action="I built one.")
        ),
        example(
            tell(situation="The index was a day old.", task="Below an hour.", action="I built a stream.")
        ),
        example(tell(situation="The index was a day old.", result="It is fresh.")),
        example(tell(action="I usually look at the logs first. Then I would ask the team.")),
        example(
            tell(
                question="Tell me about a mistake you made.",
                situation="I hadn't thought of the notebooks when I dropped an old table.",
                action="I called the engineer on call and wrote to finance.",
            )
        ),
    ),
    check=check,
)
