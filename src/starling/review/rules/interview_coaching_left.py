"""A note to the speaker inside the words that are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell

_DIRECTION = re.compile(
    r"[(\[](?:(?:short |long |brief )?pause|beat|smile|breathe?|slow down|eye contact|laugh|nod)"
    r"(?: (?:here|now))?[)\]!]"
    r"|[(\[](?:with confidence|(?:say|mention|emphasi[sz]e|stress|highlight) [a-z' -]{2,40}!?)[)\]]"
)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark stage directions in brackets and advice about the telling, in the spoken parts."""
    lower = reading.lower
    bracket = "(" in lower or "[" in lower
    spans = {match.span() for match in _DIRECTION.finditer(lower)} if bracket else set()
    spans |= {(hit.start, hit.end) for hit in reading.hits("coach_notes")}
    told = -1
    for start, end in sorted(spans):
        sentence = reading.sentence_at(start)
        if sentence is not None and sentence.kind in SPOKEN and sentence.index != told:
            told = sentence.index
            said = quote_around(reading, start, end)
            yield Mark(start, end, f"Move “{said}” to your notes. In the answer it will be read aloud.")


RULE = Rule(
    summary="A note about how to tell it stands inside the answer.",
    why="Under pressure people say what stands there, stage directions included.",
    source="rubric, D11 (residue)",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(tell(result="Latency fell to 90 ms (pause) and the page stayed under its budget.")),
        example(tell(action="I moved the join into the warehouse. Don't forget to mention the cost here.")),
        example(tell(result="The pilot went live in June. Mention metrics here.")),
        example(tell(action="If asked about the cache, explain the eviction policy.")),
        example(tell(action="I compared the bookings with the log (emphasize data-driven approach).")),
        example(tell(situation="The map showed seats that were sold. (smile here)")),
    ),
    misses=(
        example(tell(action="We decided to pause the rollout here and look at the two bad segments.")),
        example(tell(follow_up="If asked about the cache, explain the eviction policy.")),
        example(tell(action="I emphasized the cost of each false alarm in the review.")),
        example(tell(action="I made sure to mention the limits of the data in the first slide.")),
    ),
    check=check,
)
