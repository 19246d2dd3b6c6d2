"""Somebody else's part is told as theirs."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around, quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.agents import agency

_JOINED = (", and ", ", but ", "; ")
"""Where somebody else's part has a clause of its own: "I asked, and she found it"."""


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first credit to somebody else in a telling that makes the speaker's own part clear as well."""
    given = reading.hits("credit_given", PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)
    if given and agency(reading).personal:
        start, end = given[0].start, given[0].end
        joined = reading.lower[:start].endswith(_JOINED)
        said = (
            reading.quote(start, clause_around(reading, start, end)[1])
            if joined
            else quote_around(reading, start, end)
        )
        message = f"Keep “{said}”. It tells another's part from yours, which makes yours believable."
        yield Mark(start, end, message)


RULE = Rule(
    summary="Somebody else's part is credited, and yours stays clear.",
    why="A candidate who can say who did what is believed about their own part.",
    source="rubric, D3 (anchor 5: others' contributions separated honestly)",
    strength=Strength.CELEBRATORY,
    dimension="D3",
    hits=(
        example(tell(action="I wrote the sampler with help from an analyst who knew the tables.")),
        example(
            tell(action="I designed the schema. My colleague wrote the backfill and found two gaps in it.")
        ),
    ),
    misses=(
        example(tell(action="I worked with the data team on the schema.")),
        example(tell(action="I wrote the sampler and the backfill.")),
        example(tell(situation="My colleague wrote the first version.", action="I rewrote it.")),
        example(tell(action="I drew the plan.", result="Her manager credited the drawing sessions.")),
    ),
    check=check,
    cues=("credit_given",),
)
