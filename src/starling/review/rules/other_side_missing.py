"""A conflict in which only one side has a view."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.people import other_views


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a conflict story in which nobody but the speaker wants, fears or says anything."""
    if Asked.CONFLICT in asked(reading) and reading.story.has(PartKind.ACTION) and not other_views(reading):
        yield Mark(
            0,
            0,
            "Say what the other side wanted and why it made sense to them. The story tells one view so far.",
        )


RULE = Rule(
    summary="A conflict is told with one view.",
    why="The question is asked to hear whether you can see from the other side.",
    source="rubric, D10 (conflict: two positions) and 6.2",
    strength=Strength.ESSENTIAL,
    dimension="D10",
    hits=(
        example(
            tell(
                question="Tell me about a time you received pushback.",
                situation="Sales never understood why a model needs data.",
                action="I presented the plan again.",
            )
        ),
        example(
            tell(
                question="Tell me about a conflict with a coworker.",
                situation="We had a conflict over the deadline of the ranking launch.",
                action="I wrote a plan and sent it round.",
                result="We shipped in May.",
            )
        ),
        example(
            tell(
                question="Tell me about a conflict with a stakeholder.",
                situation="The head of sales disagreed with my dates.",
                action="I explained the plan until he accepted it.",
            )
        ),
        example(
            tell(
                "Disagreement about the feature store",
                action="I listened to all perspectives and built a prototype.",
                result="It was adopted.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about a conflict with a coworker.",
                situation="The platform lead wanted one shared cluster; I wanted our own.",
                action="I measured both.",
            )
        ),
        example(
            tell("Disagreement about the feature store", action="I asked them why, then built a prototype.")
        ),
        example(
            tell(question="Tell me about a project you led.", action="I wrote a plan and sent it round.")
        ),
        example(tell("Merge conflict detection", action="I wrote a hook that runs before each push.")),
    ),
    check=check,
)
