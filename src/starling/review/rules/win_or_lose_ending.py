"""A disagreement that ends with a winner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell

_OPEN = re.compile(
    r"\b(?:if|whether|when|think|thought|until|once"
    r"|(?:think|thought|sure|believed?|hoped?|certain|check) that)\s+\Z"
)
_NEAR = 20
"""Characters before the words in which "whether" or "sure that" stands."""
_AFTER = re.compile(r"\A\s*(?:\(|/|or\b|to\b|about\b|that\b|in\b(?! front))")


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first words, outside the background, that name a winner or a loser."""
    for hit in reading.hits("won_the_argument"):
        if reading.kind_at(hit.start) in (PartKind.SITUATION, PartKind.TASK):
            continue
        before, after = (
            reading.lower[max(0, hit.start - _NEAR) : hit.start],
            reading.lower[hit.end : hit.end + 10],
        )
        if not _OPEN.search(before) and not _AFTER.match(after):
            said = quote_around(reading, hit.start, hit.end)
            yield Mark(
                hit.start,
                hit.end,
                f"End with what you decided together and how you work since. “{said}” leaves a loser.",
            )
            return


RULE = Rule(
    summary="The disagreement ends with a winner and a loser.",
    why="The question is about the working relationship; who was right is the smaller half.",
    source="rubric, 6.2 (conflict: win/lose ending)",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(tell(result="The platform lead had to back down in front of everyone, and we shipped.")),
        example(
            tell(result="In the end the test showed that the data was on my side and he had to admit it.")
        ),
        example(tell(result="The numbers came in and I was right.")),
        example(tell(result="The pilot ended in March, and they finally saw that I was right.")),
        example(tell(result="The director forced them to take my schema.")),
        example(tell(result="After two weeks the other team backed down.")),
        example(tell(result="She had to accept that I was correct, and the banner was dropped.")),
    ),
    misses=(
        example(tell(action="I ran the test to see whether I was right.")),
        example(tell(action="I was not sure that I was right, so I asked for her logs.")),
        example(tell(reflection="I was right about the risk and he about the date, so we split the launch.")),
        example(tell(result="We chose his design for the reads and mine for the writes.")),
        example(tell(situation="The first estimate said that they were wrong by a factor of two.")),
    ),
    check=check,
    cues=("won_the_argument",),
)
