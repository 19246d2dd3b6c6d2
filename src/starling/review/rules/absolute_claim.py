"""A claim without exception, such as “never happened again”."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark each absolute claim outside the situation."""
    for hit in reading.hits("absolutes"):
        if reading.kind_at(hit.start) is not PartKind.SITUATION:
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
    ),
    check=check,
    cues=("absolutes",),
)
