"""An action by “we”, and nothing near it says which part was the speaker's."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.vocabulary import is_past
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.agents import agency
from starling.review.signals.deeds import Agent, Deed


def _key(unclear: tuple[Deed, ...]) -> Deed | None:
    """The deed to ask about: the one that is told with the most words."""
    told = [deed for deed in unclear if deed.agent is Agent.WE and is_past(deed.verb)]
    return max(told, key=lambda deed: deed.end - deed.start, default=None)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the weightiest deed of “we” in an action where the speaker appears, but not near it."""
    who = agency(reading)
    deed = _key(who.unclear) if who.personal else None
    if deed is not None:
        said = reading.quote(deed.sentence.start, deed.sentence.end).rstrip(".")
        yield Mark(deed.start, deed.end, f"Say which part of “{said}” was yours, and who decided it.")


RULE = Rule(
    summary="A key action is done by “we”, and your own part in it is not told.",
    why="The interviewer rates one person and will ask; “we” for goals, context and results is fine.",
    source="rubric, D3 (agent recoverability) and section 1.5",
    strength=Strength.ACTIONABLE,
    dimension="D3",
    hits=(
        example(
            tell(
                action="I read the incident reports first. They named three causes. Two were in the queue. "
                "The third "
                "was in the client. Then we rewrote the retry logic of the queue with idempotent keys."
            )
        ),
        example(
            tell(
                action="I took the first call. It lasted an hour. The client was calm. The logs were long. "
                "We migrated the feature tables to the new cluster in one night. It held."
            )
        ),
    ),
    misses=(
        example(tell(action="We rewrote the retry logic: I designed the keys, and Ana wrote the migration.")),
        example(
            tell(
                action="I read the bids. They came from two mills. Both were late. Ines feared the dust "
                "of the older one. We agreed on the newer mill for a trial of a month."
            )
        ),
        example(tell(action="- Rewrote the retry logic\n- Added idempotent keys\n- Migrated the tables")),
        example(tell(action="I rewrote the retry logic.", result="We migrated all tables in one night.")),
        example(
            tell(
                action="I went through the log with him. His worry was that if we staggered the sale, people "
                "would leave."
            )
        ),
    ),
    check=check,
)
