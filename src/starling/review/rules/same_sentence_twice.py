"""The same sentence stands twice in one story."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.ear import repeated


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each spoken sentence that repeats an earlier one word for word."""
    for sentence in repeated(reading):
        quote = reading.quote(sentence.start, sentence.end)
        yield Mark(sentence.start, sentence.end, f"Say “{quote}” once. It stands here a second time.")


RULE = Rule(
    summary="A sentence is repeated word for word.",
    why="A repeated sentence is usually left over from copying, and a listener hears a loop.",
    source="rubric, D12 (repeated phrases)",
    strength=Strength.ACTIONABLE,
    dimension="D12",
    hits=(
        example(
            tell(
                situation="Our batch scorer missed its window twice a week.",
                result="Our batch scorer missed its window twice a week. It now ends at four.",
            )
        ),
        example(
            tell(
                action="- Checked the feature store for late rows\n- Checked the feature store for late rows."
            )
        ),
    ),
    misses=(
        example(tell(action="I read the logs. I read the logs. I read the logs of the other service.")),
        example(
            tell(action="I checked the store for late rows.", follow_up="I checked the store for late rows.")
        ),
    ),
    check=check,
)
