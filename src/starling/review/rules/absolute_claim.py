"""A claim without exception, such as “never happened again”."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell

_NO_CLAIM = (PartKind.SITUATION, PartKind.TASK)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each absolute claim that is one: not in the situation, and not as what was to be reached."""
    for hit in reading.hits("absolutes"):
        if reading.kind_at(hit.start) not in _NO_CLAIM:
            said = reading.quote(hit.start, hit.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Say what you watched and for how long. “{said}” invites the one exception.",
            )


RULE = Rule(
    summary="A claim allows no exception.",
    why="One counter-example undoes it, and an interviewer looks for one. What you watched is stronger.",
    source="rubric, D7 (absolutes) and section 6.2",
    strength=Strength.ACTIONABLE,
    dimension="D7",
    hits=(
        example(tell(result="We added a contract test, and it never happened again.")),
        example(tell(result="After that we never had a complaint again.")),
    ),
    misses=(
        example(
            tell(result="The alert fired twice in the six months after, both times before users saw it.")
        ),
        example(tell(situation="I had promised that the outage would never happen again.")),
        example(tell(task="Move the printers to the new queue with zero downtime.", action="I moved two.")),
    ),
    check=check,
    cues=("absolutes",),
)
