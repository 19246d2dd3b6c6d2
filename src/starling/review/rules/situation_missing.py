"""The story has no Situation."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.shares import parts_are_sure

_CONTEXT = (PartKind.SITUATION, PartKind.OBSTACLE, PartKind.HEADLINE)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it starts with the goal or the action."""
    story = reading.story
    told = any(story.has(kind) for kind in _CONTEXT)
    if story.has(PartKind.ACTION) and not told and parts_are_sure(reading):
        yield Mark(
            0,
            0,
            "Open with one sentence of context: where it was and why it mattered. There is no Situation yet.",
        )


RULE = Rule(
    summary="The story has no Situation.",
    why="A listener who was not there cannot judge an action without knowing what was at stake.",
    source="rubric, D1",
    strength=Strength.ACTIONABLE,
    dimension="D1",
    hits=(
        example(
            tell(
                task="Halve the training cost.", action="I moved the jobs to spot nodes.", result="It halved."
            )
        ),
        example(tell(action="I rewrote the loader.", result="An epoch takes 9 minutes instead of 40.")),
    ),
    misses=(
        example(tell(situation="Training cost had doubled.", action="I moved the jobs to spot nodes.")),
        example(tell(headline="How I halved our training bill.", action="I moved the jobs to spot nodes.")),
    ),
    check=check,
)
