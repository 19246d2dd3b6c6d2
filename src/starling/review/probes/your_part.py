"""Which piece of what "we" did was the speaker's."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.reading.vocabulary import vocabulary
from starling.review.rule import example, tell
from starling.review.signals.agents import agency
from starling.review.signals.deeds import Agent, Deed
from starling.text.words import Word

_REACH = 6
"""How many words before its verb a "we" may stand."""
_OWN = (Agent.SPEAKER, Agent.DROPPED)
_HIDING = frozenset(("was", "were"))
_FOUND = frozenset(("had", "hadn't"))
"""Words of what was found, not done: "in six cases the page had been read and two lines were merged"."""
_DOERS = frozenset("i we he she they i'd i'm we'd".split())


def _ask_we(reading: Reading, deed: Deed, before: list[Word]) -> Asked:
    subjects = [word.start for word in before[-_REACH:] if word.lower.startswith("we")]
    start = subjects[-1] if subjects else deed.start
    return about(reading, start, deed.end, "Which piece of that was yours, and who decided?")


def _hides_its_doer(deed: Deed, before: list[Word]) -> bool:
    """Whether a passive tells a past deed, and nobody in its sentence could have done it."""
    if len(before) < 2 or before[-1].lower not in _HIDING:  # noqa: PLR2004 - a subject and "was"
        return False
    words = (word.lower for word in deed.sentence.words)
    return not any(lower in _DOERS or lower in _FOUND or lower in vocabulary("people") for lower in words)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask about each deed whose doer a listener cannot tell; about all, where the speaker does nothing."""
    told = agency(reading)
    has_own = any(deed.agent in _OWN for deed in told.deeds)
    for deed in told.unclear if has_own else told.deeds:
        before = [word for word in deed.sentence.words if word.start < deed.start]
        if deed.agent is Agent.WE:
            yield _ask_we(reading, deed, before)
        elif _hides_its_doer(deed, before):
            start = max(clause_around(reading, deed.start, deed.start)[0], before[0].start)
            yield about(reading, start, deed.end, "Who did that, and what was your part in it?")


PROBE = Probe(
    summary="Which piece was yours, and who decided?",
    source="rubric, 6.1 (your part) and D3",
    hits=(
        example(tell(action="We rebuilt the ranking service. We moved the features to a store.")),
        example(tell(action="The index was sharded by country. A canary was deployed in May.")),
    ),
    misses=(
        example(tell(action="- Rebuilt the ranking service\n- Moved the features to a store")),
        example(
            tell(
                situation="We served two million users.", action="I sharded the index; the team reviewed it."
            )
        ),
        example(tell(action="The secret is rotated at start. The proposal was written by the vendor.")),
    ),
    ask=ask,
)
