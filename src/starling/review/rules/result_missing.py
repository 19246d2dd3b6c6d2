"""The story has no Result."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.shares import parts_are_sure


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when no part is, or holds, the result."""
    told = reading.story.has(PartKind.ACTION) and parts_are_sure(reading)
    if told and not reading.story.has(PartKind.RESULT):
        message = "Say how it ended: what changed, for whom, and how you knew. There is no Result yet."
        yield Mark(0, 0, message)


RULE = Rule(
    summary="The story has no Result.",
    why="Without an outcome a listener cannot tell whether the action worked.",
    source="rubric, D1 and D5",
    strength=Strength.ESSENTIAL,
    dimension="D1",
    hits=(example(tell(situation="The nightly job kept failing.", action="I added a retry and an alert.")),),
    misses=(
        example(tell(action="I added a retry.", result="The job has not paged anyone since March.")),
        example(tell(situation="The nightly job kept failing.")),
    ),
    check=check,
)
