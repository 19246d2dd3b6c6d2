"""The story has no Action."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.shares import parts_are_sure


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it has an outcome or a goal, but no part that says what was done."""
    story = reading.story
    told = story.has(PartKind.RESULT) or (story.has(PartKind.SITUATION) and story.has(PartKind.TASK))
    if told and not story.has(PartKind.ACTION) and parts_are_sure(reading):
        yield Mark(0, 0, "Say what you did, step by step, and why. There is no Action yet.")


RULE = Rule(
    summary="The story has no Action.",
    why="What you did is what the interviewer rates; without it a good result could be anyone's.",
    source="rubric, D1 and D4",
    strength=Strength.ESSENTIAL,
    dimension="D1",
    hits=(
        example(
            tell(situation="Our labels were three weeks late.", result="Labels now arrive within a day.")
        ),
        example(
            tell(situation="The ranking model had gone stale.", task="I had to bring it back in a week.")
        ),
    ),
    misses=(
        example(tell(action="I wrote a labelling guide.", result="Labels now arrive within a day.")),
        example(tell(situation="The ranking model had gone stale, and nobody had noticed for a month.")),
    ),
    check=check,
)
