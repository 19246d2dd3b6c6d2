"""What the other side wanted, and what they were right about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about, clauses_of
from starling.review.reading import Reading
from starling.review.rule import example, tell
from starling.review.signals.asked import Asked as Kind
from starling.review.signals.asked import asked
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.people import opens_sentence, other_views, verdicts
from starling.text.phrases import Hit

_BEFORE_THE_END = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE, PartKind.ACTION)
_AWAY = re.compile(
    r"\b(?:avoid\w*|creat\w+|caus\w+|without|more|resolv\w+|prevent\w*) (?:any |the |a |this )?\Z"
)
_VIEW = re.compile(
    r"\b(?:their|his|her) (?:concern|argument|view|perspective|reason|position|worr|point|idea)"
)
_GRANTED = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\bwho )\b(?:was|were) (?:also |partly |both )?right\b"
    r"|\bhad a (?:fair |good |valid )?point\b|\b(?:this|that|which|it) was true\b"
    r"|\bchanged? my (?:mind|opinion|view)\b"
)
"""Where it is told that the other side was right, so that nobody needs to ask what about."""
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
    """Ask what was right in a view that is told; where none is, what the other side wanted."""
    views = [hit for hit in other_views(reading) if hit.name == "stance_verbs" or _is_theirs(reading, hit)]
    told = [hit for hit in views if reading.kind_at(hit.start) in _BEFORE_THE_END]
    clashes = reading.hits("disagreement_markers", *_BEFORE_THE_END)
    question = "What were they right about?"
    if told and _GRANTED.search(reading.lower) is not None:
        return
    if not told:
        question = "What did they want, and what were they right about?"
    provoking = told or [clash for clash in clashes if not _is_kept_away(reading, clash)] or verdicts(reading)
    for start, end in clauses_of(reading, provoking):
        yield about(reading, start, end, question)


def _is_theirs(reading: Reading, hit: Hit) -> bool:
    return _VIEW.search(reading.lower[hit.start : hit.end]) is not None


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
        example(
            tell(
                question="Tell me about a conflict.",
                situation="He wanted one table, since reports need one place, and that was true.",
            )
        ),
    ),
    ask=ask,
)
