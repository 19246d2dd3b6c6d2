"""A sentence too long to follow by ear."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.ear import long_sentences


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the longest sentence past the limit, and say how many more are."""
    long = long_sentences(reading)
    if long:
        words, worst = max(long, key=lambda each: each.words)
        said = reading.quote(worst.start, worst.end)
        more = f", and {len(long) - 1} more like it" if len(long) > 1 else ""
        yield Mark(worst.start, worst.end, f"Break “{said}” up: it is {words} words in one breath{more}.")


RULE = Rule(
    summary="A sentence is longer than 45 words.",
    why="A listener cannot read back; a sentence of twenty seconds is forgotten before it ends.",
    source="rubric, D12 (longest sentence)",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(
            tell(
                action="I compared the embeddings of the old model with those of the new one on the same "
                "queries because we had seen that the neighbours of rare products had changed and I wanted "
                "to know whether the change came from the training data or from the smaller dimension that "
                "we had chosen in spring."
            )
        ),
        example(
            tell(
                situation="When I joined the search team in autumn after the reorganisation the index was "
                "rebuilt by hand every Friday by an engineer who had already moved to payments and who had "
                "promised to keep doing it until somebody found the time to learn how the five scripts that "
                "he had inherited himself fit together."
            )
        ),
    ),
    misses=(
        example(
            tell(
                action="I split the work into steps: read the logs of both services for the week before the "
                "release; write down every query that had timed out; group them by the index they used; ask "
                "the owner of each index for the plan; and replay the worst ten on a copy of the database."
            )
        ),
        example(tell(action="I read the logs. " * 20)),
        example(tell(action="i read the logs of the night. then i read them again. " * 6)),
    ),
    check=check,
)
