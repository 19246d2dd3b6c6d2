"""An own error, said plainly."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.learning import own_errors


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first sentence of a failure story in which the speaker names an error of their own."""
    if Asked.FAILURE not in asked(reading):
        return
    for hit in own_errors(reading):
        sentence = reading.sentence_at(hit.start)
        if sentence is not None and sentence.kind in SPOKEN:
            said = quote_around(reading, hit.start, hit.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Keep “{said}” as it stands. You name your own error, and that is what the question asks.",
            )
            return


RULE = Rule(
    summary="The speaker names an error of their own.",
    why="It is rarer than it should be, and it makes the rest of the story believable.",
    source="rubric, D9 and D10 (failure: own error)",
    strength=Strength.CELEBRATORY,
    dimension="D9",
    hits=(
        example(
            tell(question="Tell me about a time you failed.", situation="I forgot to freeze the vocabulary.")
        ),
        example(
            tell(
                question="Tell me about a time you failed.",
                action="This is a time I failed. I never checked the village roads.",
            )
        ),
        example(tell("My biggest mistake", action="I should have asked for the base rate first.")),
    ),
    misses=(
        example(
            tell(question="Tell me about a time you failed.", situation="The vendor forgot to send the file.")
        ),
        example(
            tell(question="Tell me about a launch.", situation="I forgot the date, which nobody noticed.")
        ),
        example(
            tell(
                question="Tell me about a time you failed.",
                situation="So this is a time I failed, and the buses were late.",
            )
        ),
    ),
    check=check,
    cues=("own_errors",),
)
