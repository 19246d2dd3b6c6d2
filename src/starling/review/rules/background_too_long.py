"""More than half of the story is background."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.shares import MOST_BACKGROUND, background, shares


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the background when it has more than half of the words."""
    told = shares(reading)
    if told is None or background(told) <= MOST_BACKGROUND:
        return
    before = reading.of(PartKind.SITUATION, PartKind.TASK)
    parts = f"{background(told):.0%} of the words, what you did {told.share(PartKind.ACTION):.0%}"
    message = f"Keep two or three sentences of background: it has {parts}. By convention a third is enough."
    yield Mark(before[0].start, before[-1].end, message)


RULE = Rule(
    summary="Background takes more than half of the words.",
    why="The minutes go to what others could tell as well; the convention is a third at most.",
    source="rubric, section 1.4 (consensus band: situation and task up to 35 percent) and D1",
    strength=Strength.ACTIONABLE,
    dimension="D1",
    hits=(
        example(
            tell(
                situation="The feature store had grown for six years, and each team had added its own layer. "
                * 4,
                task="I had to find out which features nobody read any more.",
                action="I logged every read for a month and deleted what had none.",
                result="A third of the features are gone, and nobody has asked for one.",
            )
        ),
        example(
            tell(
                situation="Support answered the same forty questions. " * 12,
                action="I wrote a small retrieval service for them.",
                result="Half of the tickets are answered by it.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="Support answered the same questions again.", action="I wrote a bot.", result="Yes."
            )
        ),
        example(
            tell(
                situation="The feature store had grown for six years, and each team had added its own layer. "
                * 2,
                action="I logged every read for a month and deleted what had none, one team at a time. " * 4,
                result="A third of the features are gone, and nobody has asked for one.",
            )
        ),
    ),
    check=check,
)
