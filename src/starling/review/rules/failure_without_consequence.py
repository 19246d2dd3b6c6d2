"""A failure that cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a failure story in which nothing is late, lost, broken or redone."""
    if (
        Asked.FAILURE in asked(reading)
        and reading.story.has(PartKind.ACTION)
        and not reading.hits("consequence_markers")
    ):
        yield Mark(
            0, 0, "Say what the failure cost, and whom. So far nothing in the story was late, lost or broken."
        )


RULE = Rule(
    summary="A failure story tells of no consequence.",
    why="A failure that cost nobody anything sounds chosen for safety.",
    source="rubric, D10 (failure: consequence) and 6.2",
    strength=Strength.ACTIONABLE,
    dimension="D10",
    hits=(
        example(
            tell(
                question="Tell me about a time you failed.",
                situation="I assumed that the labels were clean.",
                action="I looked at them again and relabelled a sample.",
                result="The model was better.",
            )
        ),
        example(
            tell("My mistake", action="I forgot to invite the analyst.", result="We talked the next day.")
        ),
        example(
            tell(
                question="Tell me about a mistake.",
                action="By mistake I took out the stock check.",
                result="I put it back.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about a time you failed.",
                situation="I assumed that the labels were clean, and the launch slipped by two weeks.",
                action="I relabelled a sample.",
            )
        ),
        example(
            tell("My mistake", action="I pushed a bad config.", result="Search was down for nine minutes.")
        ),
        example(tell("Choosing a vector store", action="I compared three.", result="We took the second.")),
        example(
            tell(
                question="Tell me about a mistake.",
                action="I took out a check.",
                result="Each customer got a coupon.",
            )
        ),
        example(
            tell(
                question="Tell me about a time you failed.",
                action="I planned it alone.",
                result="We moved in April instead of March.",
            )
        ),
    ),
    check=check,
)
