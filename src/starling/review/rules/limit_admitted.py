"""A claim with its limit: what was not the speaker's doing, or is not known."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first limit that the result or reflection admits."""
    for hit in reading.hits("limits_admitted", PartKind.RESULT, PartKind.REFLECTION)[:1]:
        sentence = reading.sentence_at(hit.start)
        if sentence is not None:
            said = reading.quote(sentence.start, sentence.end)
            yield Mark(
                hit.start,
                hit.end,
                f"Keep “{said}” beside the result. A stated limit makes the claim believable.",
            )


RULE = Rule(
    summary="The result says what else was at work, or what is not known.",
    why="An interviewer who hears the limit from you has no need to look for it.",
    source="rubric, D7 (anchor 5: other causes or own share acknowledged)",
    strength=Strength.CELEBRATORY,
    dimension="D7",
    hits=(
        example(tell(result="Tickets fell by a third, partly because the form was simpler that month.")),
        example(tell(result="Churn fell; we could not separate it from the price change.")),
        example(tell(result="Trips halved, but two months were dry, so I'd not put all of it down to us.")),
    ),
    misses=(
        example(tell(result="Tickets fell by a third.")),
        example(tell(situation="Tickets rose, partly because of the new form.", result="They fell again.")),
    ),
    check=check,
    cues=("limits_admitted",),
)
