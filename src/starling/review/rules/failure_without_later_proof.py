"""A failure whose lesson is not seen to hold."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked

_AFTER = (PartKind.RESULT, PartKind.REFLECTION, PartKind.TAKEAWAY)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the end of a failure story in which nothing comes after the repair."""
    told = reading.of(*_AFTER)
    if Asked.FAILURE in asked(reading) and told and not reading.hits("later_proof", *_AFTER):
        last = told[-1]
        said = reading.quote(last.start, last.end)
        yield Mark(
            last.start,
            last.end,
            f"Add what happened the next time. After “{said}” nobody can tell whether it would go better.",
        )


RULE = Rule(
    summary="A failure story ends with the repair; nothing shows that the change held.",
    why="A lesson is believed when a later case shows it at work.",
    source="rubric, D9 (anchor 5) and 6.2 failure: no later proof",
    strength=Strength.ACTIONABLE,
    dimension="D9",
    hits=(
        example(
            tell(
                question="Tell me about a time you failed.",
                action="I forgot to freeze the tokenizer and rolled the model back.",
                result="The metrics recovered. I learned to be careful.",
            )
        ),
        example(
            tell(
                "A mistake I made",
                action="I broke the export and fixed it.",
                result="The table was complete.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about a time you failed.",
                action="I forgot to freeze the tokenizer and rolled the model back.",
                result="The metrics recovered. Two months later the new check stopped the same error.",
            )
        ),
        example(
            tell("A mistake I made", action="I broke the export.", result="I now dry-run each migration.")
        ),
        example(tell("Faster exports", action="I rewrote the job.", result="The table was complete.")),
    ),
    check=check,
)
