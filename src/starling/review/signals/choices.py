"""Choices made in the Action: one way among several."""

from __future__ import annotations

from starling.review.reading import Reading
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, Deed, actions
from starling.review.signals.vocabulary import subjects

_SAYS_SOMETHING = 2
"""How many words of subject matter a choice names at least."""


@signal
def choices(reading: Reading) -> tuple[Deed, ...]:
    """What the speaker or "we" chose, in order."""
    chosen = {hit.start for hit in reading.hits("choice_verbs")}
    return tuple(deed for deed in actions(reading) if deed.start in chosen and _is_choice(reading, deed))


def _is_choice(reading: Reading, deed: Deed) -> bool:
    named = subjects(reading.words_in(deed.start, deed.end)[1:])
    return deed.agent is not Agent.OTHER and len(named) >= _SAYS_SOMETHING
