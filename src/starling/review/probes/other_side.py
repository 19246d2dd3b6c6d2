"""What the other side wanted, and what they were right about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import SPOKEN, PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.asked import Asked as Kind
from starling.review.signals.asked import asked
from starling.review.signals.clauses import clause_around
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.people import opens_sentence, other_views
from starling.text.phrases import Hit

_AWAY = re.compile(
    r"\b(?:avoid\w*|creat\w+|caus\w+|without|more|resolv\w+|prevent\w*) (?:any |the |a |this )?\Z"
)
_BEFORE = 30
_WISHES = frozenset(("wanted", "wanted to", "preferred", "insisted", "questioned"))
_MINE = re.compile(r"\b(?:i|we) \Z")


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask at each disagreement of a conflict story, and wherever somebody was persuaded."""
    if Kind.CONFLICT in asked(reading):
        yield from _disagreements(reading)
    persuaded = {hit.start for hit in reading.hits("persuasion", PartKind.ACTION)}
    for deed in actions(reading):
        if deed.start in persuaded and deed.agent is not Agent.OTHER:
            yield about(
                reading, deed.start, deed.end, "What was their strongest objection, and what moved them?"
            )


def _disagreements(reading: Reading) -> Iterator[Asked]:
    """Ask what the other side wanted; where that is told, what was right in it."""
    question = "What were they right about?"
    if not other_views(reading):
        question = "What did they want, and what were they right about?"
    for hit in reading.hits("disagreement_markers", *SPOKEN):
        if not _is_kept_away(reading, hit):
            start, end = clause_around(reading, hit.start, hit.end)
            yield about(reading, start, end, question)


def _is_kept_away(reading: Reading, hit: Hit) -> bool:
    """Whether a disagreement is the speaker's own wish, only feared ("without more conflict"), or a name."""
    is_name = reading.text[hit.start].isupper() and not opens_sentence(reading, hit.start)
    before = reading.lower[max(0, hit.start - _BEFORE) : hit.start]
    is_own = reading.lower[hit.start : hit.end] in _WISHES and _MINE.search(before)
    return is_name or bool(is_own) or _AWAY.search(before) is not None


PROBE = Probe(
    summary="What did they want, and what were they right about?",
    source="rubric, 6.1 (other side) and D11",
    hits=(
        example(
            tell(question="Tell me about a conflict.", situation="We disagreed about the schema for weeks.")
        ),
        example(
            tell("A disagreement on dates", situation="The PM insisted on May.", action="I showed the plan.")
        ),
        example(tell(action="I persuaded the analytics team to share their labels with us.")),
    ),
    misses=(
        example(tell(question="Tell me about a launch.", situation="Two metrics disagreed for weeks.")),
        example(
            tell(question="Tell me about a conflict.", situation="The build was red.", action="I fixed it.")
        ),
    ),
    ask=ask,
)
