"""Hardly any story says what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.takeaways import says_what_was_learned

FEWEST_STORIES = 3
_ONE_IN = 4


def check_bank(readings: Sequence[Reading]) -> Iterator[tuple[int, Mark]]:
    """Mark the first story when fewer than one story in four tells a lesson."""
    told = [reading for reading in readings if reading.story.has(PartKind.RESULT)]
    learned = sum(map(says_what_was_learned, told))
    if len(told) >= FEWEST_STORIES and learned * _ONE_IN < len(told):
        have = {0: "none says", 1: "one says"}.get(learned, f"{learned} say")
        yield (
            readings.index(told[0]),
            Mark(
                0,
                0,
                f"Add to at least one story in {_ONE_IN} what you do differently now. "
                f"Of {len(told)} stories, {have} what you learned.",
            ),
        )


RULE = Rule(
    summary="Fewer than one story in four says what was learned.",
    why="Growth is asked for in nearly every loop, and a lesson cannot be made up on the spot.",
    source="rubric, D9 and section 3.3 (required for failure, conflict and growth); evaluation, K18",
    strength=Strength.ACTIONABLE,
    dimension="D9",
    hits=(
        example(*(tell(f"Story {n}", action="I rebuilt it.", result="It runs at night.") for n in range(3))),
        example(
            *(tell(f"Story {n}", action="I rebuilt it.", result="It runs at night.") for n in range(8)),
            tell("Ninth", action="I rebuilt it.", result="I learned to ask who reads the report."),
        ),
    ),
    misses=(
        example(*(tell(f"Story {n}", action="I rebuilt it.", result="It runs at night.") for n in range(2))),
        example(
            *(tell(f"Story {n}", action="I rebuilt it.", result="It runs at night.") for n in range(3)),
            tell(
                "Fourth",
                action="I rebuilt it.",
                result="It runs.",
                reflection="Ask who reads a report first.",
            ),
        ),
        example(
            *(tell(f"Story {n}", result="It runs. Since then I write the test first.") for n in range(3))
        ),
    ),
    check_bank=check_bank,
)
