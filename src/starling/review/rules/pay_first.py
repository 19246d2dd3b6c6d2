"""Pay or comfort as the first reason to join."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked


def check(reading: Reading) -> Iterator[Mark]:
    """Mark pay or comfort in the first sentence of an answer to "why us"."""
    if Asked.WHY_US not in asked(reading) or not reading.sentences:
        return
    for hit in reading.hits_in("pay", reading.sentences[0])[:1]:
        said = reading.quote(hit.start, hit.end)
        yield Mark(
            hit.start, hit.end, f"Begin with the work, and keep “{said}” for the talk about the offer."
        )


RULE = Rule(
    summary="Pay or comfort comes first.",
    why="It is a fair reason, and as the first one it says that any employer would do.",
    source="rubric, 6.2 (why us: pay first)",
    strength=Strength.ACTIONABLE,
    dimension="D10",
    hits=(
        example(
            tell(
                question="Why do you want to join us?",
                other="The salary is above what I have, and I like search.",
            )
        ),
        example(tell(question="Why this company?", other="Remote work and the benefits.")),
    ),
    misses=(
        example(
            tell(
                question="Why do you want to join us?",
                other="Your ranking team owns its models from the log to the page. The salary is fair, too.",
            )
        ),
        example(tell(question="Tell me about a launch.", situation="The salary model was late.")),
    ),
    check=check,
    cues=("pay",),
)
