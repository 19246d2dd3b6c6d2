"""Praise of a company that fits any other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.asked import Asked, asked

_SPECIFIC = re.compile(
    r"\d|\b(?:your (?:\w+ )?(?:paper|blog|talk|post|product|api|library|model|docs|release|work on)"
    r"|i (?:read|used|use|tried|contributed|built|spoke|talked|met)|paper|blog|open[- ]source)\b"
)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first general praise in an answer to "why us" that names nothing specific."""
    praise = reading.hits("generic_praise")
    if Asked.WHY_US in asked(reading) and praise and not _SPECIFIC.search(reading.lower):
        start, end = praise[0].start, praise[0].end
        yield Mark(
            start,
            end,
            "Name one thing of theirs you have used or read, and how it meets your work. "
            f"“{quote_around(reading, start, end)}” fits every company.",
        )


RULE = Rule(
    summary="The praise would fit any company.",
    why="Why us is answered by a fact about them and a link to you; praise alone could be sent to everyone.",
    source="rubric, 6.2 (why us: generic praise) and D10",
    strength=Strength.ACTIONABLE,
    dimension="D10",
    hits=(
        example(
            tell(
                question="Why do you want to work here?",
                other="You are a market leader with a great culture.",
            )
        ),
        example(tell(question="Why us?", situation="It is a great company where I can learn and grow.")),
    ),
    misses=(
        example(
            tell(
                question="Why do you want to work here?",
                other="A market leader, yes, but I came for your paper on late interaction.",
            )
        ),
        example(tell(question="Tell me about a launch.", situation="We were a market leader in ticketing.")),
    ),
    check=check,
    cues=("generic_praise",),
)
