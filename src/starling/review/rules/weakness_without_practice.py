"""A weakness about which nothing is done."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked


def check(reading: Reading) -> Iterator[Mark]:
    """Mark an answer about a weakness that has no practice against it; a virtue has a rule of its own."""
    done = any(reading.hits(name) for name in ("improving", "later_practice", "humblebrags"))
    if Asked.WEAKNESS in asked(reading) and reading.sentences and not done:
        first = reading.sentences[0]
        said = reading.quote(first.start, first.end)
        yield Mark(
            first.start,
            first.end,
            f"Add what you do about it, and since when. “{said}” sounds as if nothing could be done.",
        )


RULE = Rule(
    summary="A weakness is named, and nothing is done about it.",
    why="The question tests whether you work on yourself; the practice is the answer.",
    source="rubric, 6.2 (weakness: no action)",
    strength=Strength.ACTIONABLE,
    dimension="D9",
    hits=(
        example(
            tell(
                question="What is your greatest weakness?",
                situation="I talk too fast in front of executives.",
            )
        ),
        example(tell(question="What are your weaknesses?", other="Estimates. Mine are mostly too low.")),
        example(
            tell(
                question="What is your biggest area for improvement?",
                situation="I find it hard to give feedback, and my colleagues have noticed.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="What is your greatest weakness?",
                situation="I talk too fast before executives. I write one sentence a slide and use a timer.",
            )
        ),
        example(tell(question="What did you build?", situation="I talk too fast in front of executives.")),
        example(tell(question="What is your greatest weakness?", situation="I'm a perfectionist, they say.")),
    ),
    check=check,
)
