"""A label stands there with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import CORE, PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell

_ASKS = {
    PartKind.SITUATION: "Say where it was and why it mattered",
    PartKind.TASK: "Say what you were to reach, and by when",
    PartKind.ACTION: "Say what you did, step by step",
    PartKind.RESULT: "Say what changed, for whom, and how you knew",
}


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each of the four parts that has a label and no word."""
    for section in reading.sections:
        kind = section.part.kind
        if kind in CORE and reading.word_count(kind) == 0:
            label = section.part.label or kind.value.title()
            yield Mark(section.start, section.end, f"{_ASKS[kind]}. Nothing stands under “{label}” yet.")


RULE = Rule(
    summary="A part has a label and no words.",
    why="An empty part is one you will have to make up while somebody waits.",
    source="rubric, D1",
    strength=Strength.ESSENTIAL,
    dimension="D1",
    hits=(
        example(tell(situation="Alerts fired all night.", action="I grouped them by cause.", result="")),
        example(tell(situation="Alerts fired all night.", task="-", action="I grouped them by cause.")),
    ),
    misses=(
        example(tell(situation="Alerts fired all night.", action="I grouped them by cause.")),
        example(tell(task="Cut alerts.", action="I grouped them by cause.", result="Two a week.", other="")),
    ),
    check=check,
)
