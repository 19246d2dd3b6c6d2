"""An introduction that begins with birth, school or the top of the CV."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked

_OPENING = 2
"""Sentences in which a listener decides what the introduction is about."""


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first stage of a life in the opening of "tell me about yourself"."""
    if Asked.ABOUT_YOURSELF not in asked(reading):
        return
    for sentence in reading.sentences[:_OPENING]:
        for hit in reading.hits_in("life_story", sentence)[:1]:
            said = reading.quote(hit.start, hit.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Begin with what you do now and what leads from it to this role. "
                f"“{said}” can wait until somebody asks.",
            )
            return


RULE = Rule(
    summary="The introduction begins with a life story.",
    why="The first half minute is remembered; birth, school and job list are on the CV.",
    source="rubric, 6.2 (about yourself: CV recital) and D10",
    strength=Strength.ACTIONABLE,
    dimension="D10",
    hits=(
        example(
            tell(question="Tell me about yourself.", other="I was born in Porto. I studied physics there.")
        ),
        example(
            tell(
                question="Tell me about yourself", situation="My name is Ana. I graduated in 2016 from Porto."
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about yourself.",
                other="I keep a fraud model honest at a bank. Before that I built its labels.",
            )
        ),
        example(
            tell(question="Tell me about a mistake.", situation="I graduated in 2016 and joined a bank.")
        ),
    ),
    check=check,
    cues=("life_story",),
)
