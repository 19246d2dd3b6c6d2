"""Rank where an argument was wanted."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first place in the action where a title, an order or the last word does the work."""
    for hit in reading.hits("authority_means", PartKind.ACTION)[:1]:
        said = reading.quote(hit.start, hit.end)
        yield Mark(
            hit.start,
            hit.end,
            f"Say what convinced them. “{said}” shows your rank where your influence was asked for.",
        )


RULE = Rule(
    summary="Rank does the work where influence was wanted.",
    why="Leadership questions look for what moved people; a title moves them only while you hold it.",
    source="rubric, 6.2 (leadership: title instead of influence)",
    strength=Strength.ACTIONABLE,
    dimension="D8",
    hits=(
        example(tell(action="They disagreed about the schema. As the lead I decided for Avro.")),
        example(tell(action="As the team lead I decided to drop the old portal, and the matter was closed.")),
        example(tell(action="I instructed the team to use the new pipeline from Monday.")),
        example(tell(action="I mandated code review for all notebooks.")),
    ),
    misses=(
        example(
            tell(action="As the lead I asked each of them for the cost of both schemas, and we chose Avro.")
        ),
        example(tell(action="I ordered two GPUs and told the team when they would arrive.")),
        example(tell(action="I told the team on the day I knew, before the mail went out.")),
        example(tell(situation="The director overruled us, and I had to explain it.")),
    ),
    check=check,
    cues=("authority_means",),
)
