"""A part holds a few words only."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.measures import measures_in
from starling.review.signals.outcomes import outcomes
from starling.review.signals.shares import parts_are_sure, shares

FEWEST_WORDS = 8
LEAST_SHARE = 0.08
ENOUGH_WORDS = 12
"""So many words are no thin result, however long the rest of the story is."""


def _thin_action(reading: Reading) -> bool:
    """Whether the action of a short telling is a few words; in a long one its share says it better."""
    return shares(reading) is None and 0 < reading.word_count(PartKind.ACTION) < FEWEST_WORDS


def _thin_result(reading: Reading) -> bool:
    """Whether the result is a few words without a figure, or a small share of a long telling."""
    told, count = shares(reading), reading.word_count(PartKind.RESULT)
    measured = any(measures_in(reading, sentence) for sentence in reading.of(PartKind.RESULT))
    verdict = any(outcome.vague for outcome in outcomes(reading))  # result_without_outcome says it better
    few = 0 < count < FEWEST_WORDS and not measured and not verdict
    return few or (told is not None and told.share(PartKind.RESULT) < LEAST_SHARE and count < ENOUGH_WORDS)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark an action or a result that is over before it is heard."""
    if not parts_are_sure(reading):
        return
    if reading.of(PartKind.ACTION) and _thin_action(reading):
        yield _mark(reading, PartKind.ACTION, "Say how you did it")
    if reading.of(PartKind.RESULT) and _thin_result(reading):
        yield _mark(reading, PartKind.RESULT, "Say what changed, for whom, and how you knew")


def _mark(reading: Reading, kind: PartKind, asks: str) -> Mark:
    of_kind, told = reading.of(kind), shares(reading)
    start, end, count = of_kind[0].start, of_kind[-1].end, reading.word_count(kind)
    of_all = "" if told is None else f", {told.share(PartKind.RESULT):.0%} of the telling"
    said = f"“{reading.quote(start, end)}” is all of the {kind.value}"
    return Mark(start, end, f"{asks}. {said}: {count} word{'s' if count != 1 else ''}{of_all}.")


RULE = Rule(
    summary="The action or the result is a few words.",
    why="These two carry the story; a part that is over in two seconds is not heard.",
    source="rubric, D1 (very thin: under 8 words or 8 percent)",
    strength=Strength.ACTIONABLE,
    dimension="D1",
    hits=(
        example(
            tell(situation="The loss diverged after a week.", action="Fixed the loss.", result="It trains.")
        ),
        example(
            tell(
                situation="Every Friday the warehouse model ran out of memory, and somebody restarted it. "
                * 3,
                action="I traced the memory to one join, wrote a streaming version and compared both. " * 6,
                result="It has not run out of memory this year.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="The loss diverged.",
                action="I clipped the gradients and lowered the rate in steps.",
                result="It trains for a month without a restart now.",
            )
        ),
        example(
            tell(
                task="Halve it.",
                action="I moved every job to spot nodes at night.",
                result="The bill fell 52%.",
            )
        ),
    ),
    check=check,
)
