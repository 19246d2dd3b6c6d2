"""The action is a small part of the story."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.shares import MOST_BACKGROUND, background, shares

LEAST_SHARE = 0.40


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the action when it has too few of the words; above half background, that is the thing to say."""
    told = shares(reading)
    if told is None or told.share(PartKind.ACTION) >= LEAST_SHARE or background(told) > MOST_BACKGROUND:
        return
    action = reading.of(PartKind.ACTION)
    parts = f"{told.share(PartKind.ACTION):.0%} of the words, the background {background(told):.0%}"
    message = (
        f"Tell more of what you did and why: it has {parts}. By convention about half belongs to the action."
    )
    yield Mark(action[0].start, action[-1].end, message)


RULE = Rule(
    summary="The action has less than two fifths of the words.",
    why="The action is what the interviewer rates. The share itself is custom, not science: advice asks for "
    "45 to 65 percent, and only what is clearly below is marked.",
    source="rubric, section 1.4 (consensus band) and D1; evaluation, K21",
    strength=Strength.INFORMATIVE,
    dimension="D1",
    hits=(
        example(
            tell(
                situation="Two teams trained the same model on different data, and each reported its own "
                "figures. " * 2,
                task="I had to find one evaluation set that both of them would trust.",
                action="I asked both for their hardest cases and mixed them into one set of examples.",
                result="Both teams now report on it every week, and the director reads one number. " * 2,
            )
        ),
        example(
            tell(
                situation="The alerts were ignored. " * 9,
                action="I grouped them by cause, and wrote one page about each cause with its owner.",
                result="The team reads them now, and the on-call engineer sleeps through most nights. " * 3,
            )
        ),
    ),
    misses=(
        example(
            tell(situation="Alerts were ignored.", action="I grouped them.", result="They are read now.")
        ),
        example(
            tell(
                situation="The alerts were ignored. " * 9,
                action="I grouped them by cause, and wrote one page about each cause with its owner. " * 4,
                result="The team reads them now, and the on-call engineer sleeps through most nights. " * 2,
            )
        ),
    ),
    check=check,
)
