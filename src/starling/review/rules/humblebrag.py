"""A virtue told as a weakness."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first virtue in an answer about a weakness."""
    if Asked.WEAKNESS not in asked(reading):
        return
    for hit in reading.hits("humblebrags")[:1]:
        said = reading.quote(hit.start, hit.end)
        yield Mark(
            hit.start,
            hit.end,
            f"Name a weakness that has cost you something, and what you do about it. "
            f"“{said}” is heard as praise of yourself.",
        )


RULE = Rule(
    summary="A virtue is told as a weakness.",
    why="Most people do it, raters see through it, and they prefer an honest answer.",
    source="rubric, 6.2 (weakness: humblebrag; Sezer, Gino and Norton)",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(
            tell(
                question="What is your greatest weakness?",
                situation="I am a perfectionist and polish too long.",
            )
        ),
        example(
            tell(
                question="What is a weakness of yours?",
                action="I care too much about the quality of the data.",
            )
        ),
        example(
            tell(
                question="What is your greatest weakness?",
                situation="I care so much about my work that I stay late.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="What is your greatest weakness?",
                situation="I start coding before I have asked who will use it; it cost us a sprint.",
            )
        ),
        example(tell(question="Tell me about a launch.", situation="The designer was a perfectionist.")),
    ),
    check=check,
    cues=("humblebrags",),
)
