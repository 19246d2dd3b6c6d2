"""A conflict that goes to somebody above before the two have talked."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.parts import told_in
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked


def check(reading: Reading) -> Iterator[Mark]:
    """Mark an escalation in the first sentence of the action, where no duty called for it."""
    told = told_in(reading, PartKind.ACTION)
    if Asked.CONFLICT not in asked(reading) or not told or reading.hits("duties"):
        return
    hits = reading.hits_in("escalations", told[0])
    if hits:
        start, end = hits[0].start, hits[0].end
        yield Mark(
            start,
            end,
            f"Begin with what you tried with them yourself. “{reading.quote(start, end)}” comes first here.",
        )


RULE = Rule(
    summary="The first step in a conflict is to take it to somebody above.",
    why="Escalation can be right; as a first step it makes people ask whether you had talked before.",
    source="rubric, 6.2 (conflict: instant escalation) and D11, cautions",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(
            tell(
                question="Tell me about a conflict with a coworker.",
                situation="He wanted to skip the offline evaluation.",
                action="I went to my manager and explained the problem. She decided for us.",
            )
        ),
        example(
            tell(
                "Conflict over the roadmap",
                situation="They wanted it first.",
                action="- Escalated it to the director",
            ),
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about a conflict with a coworker.",
                situation="He wanted to skip the offline evaluation.",
                action="I asked him what worried him about the date. Then we went to our manager together.",
            )
        ),
        example(
            tell(
                question="Tell me about a disagreement.",
                situation="He wanted to train on data without consent, a privacy breach.",
                action="I escalated it to the legal team.",
            )
        ),
        example(
            tell(
                question="Tell me about a conflict.",
                situation="She preferred the old model.",
                action="Rather than escalate, I asked her for ten examples.",
            )
        ),
        example(tell("Failing disks", action="I escalated to the vendor.")),
    ),
    check=check,
    cues=("escalations",),
)
