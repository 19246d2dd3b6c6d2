"""A failure story in which nothing was the speaker's mistake."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked
from starling.review.signals.people import may_own_error

_LONGEST = 70
"""Characters of a question or title that a message quotes."""


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a story for a failure question that has no error of the speaker's, or a virtue in its place."""
    if Asked.FAILURE not in asked(reading) or not reading.story.has(PartKind.ACTION):
        return
    virtues = reading.hits("humblebrags")
    if virtues or not may_own_error(reading):
        named = shorten(reading.story.question or reading.story.title, _LONGEST, placeholder="…").rstrip(
            ".?!"
        )
        start, end = (virtues[0].start, virtues[0].end) if virtues else (0, 0)
        yield Mark(
            start,
            end,
            "Name what you did, or left undone, that made it go wrong. "
            f"“{named}” makes a listener expect your mistake, and none is told yet.",
        )


RULE = Rule(
    summary="A failure story names no error of the speaker's.",
    why="The question asks what you got wrong; a story about circumstances is heard as avoiding it.",
    source="rubric, D10 (failure: own error) and 6.2; evaluation, K23",
    strength=Strength.ESSENTIAL,
    dimension="D10",
    hits=(
        example(
            tell(
                question="Tell me about a failure.",
                situation="I ran the export. The vendor changed the date format and did not tell me.",
                action="I wrote a converter over night.",
            )
        ),
        example(
            tell(
                question="Tell me about a time you failed.",
                situation="The interfaces between the services were unclear and work was done twice.",
                action="I wrote down the formats and set up a weekly call.",
                result="There was less rework.",
            )
        ),
        example(
            tell(
                "My biggest mistake",
                situation="The launch was late because the vendor delivered late.",
                action="I worked too hard to make up for it.",
                result="We shipped.",
            )
        ),
        example(
            tell(
                question="Tell me about a mistake.",
                action="The network team had moved a switch without telling anybody. I found it.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                question="Tell me about a failure.",
                situation="I changed the date format of the export and did not tell the partner team.",
                action="I wrote a converter over night.",
            )
        ),
        example(
            tell(
                question="Tell me about a time you failed.",
                situation="I shipped a ranker without checking the weekend traffic.",
                action="I rolled it back and added the check.",
                result="Two later releases were stopped by it.",
            )
        ),
        example(
            tell("A mistake", action="- Forgot the time zone in the join\n- Backfilled the table that night")
        ),
        example(
            tell("Disk failure in the cluster", action="I replaced the node.", result="No job was lost.")
        ),
        example(
            tell("Handling production failures", action="I added a canary.", result="The pager was quiet.")
        ),
    ),
    check=check,
)
