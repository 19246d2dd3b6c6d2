"""Choices made in the Action: one way among several."""

from __future__ import annotations

from starling.review.reading import Reading
from starling.review.reading.vocabulary import subjects
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, Deed, actions
from starling.review.signals.steps import concrete

_CHOOSERS = (Agent.SPEAKER, Agent.DROPPED, Agent.WE)
_IS = frozenset(("was", "wasn't", "is", "isn't", "were", "weren't"))
_SAYS_SOMETHING = 2
"""How many words of subject matter a choice names at least."""
_AT_LENGTH = 3
"""The same for a step that is asked about though it was no choice."""
_SUBSTANTIAL = frozenset(
    "built build created create designed design developed develop implemented implement introduced "
    "established "
    "conducted analyzed analysed mapped refactored rewrote migrated deployed proposed organized organised "
    "launched automated configured integrated profiled audited wrote drafted prototyped trained tuned "
    "restructured initiated optimized optimised consolidated standardized standardised".split()
)
"""Verbs of making, changing and examining."""


@signal
def choices(reading: Reading) -> tuple[Deed, ...]:
    """What the speaker or "we" chose, in order."""
    chosen = {hit.start for hit in reading.hits("choice_verbs")}
    return tuple(deed for deed in actions(reading) if deed.start in chosen and _is_choice(deed))


def _is_choice(deed: Deed) -> bool:
    return (
        deed.agent in _CHOOSERS and not _is_aside(deed) and len(subjects(deed.words[1:])) >= _SAYS_SOMETHING
    )


def _is_aside(deed: Deed) -> bool:
    """Whether a deed only names a thing: "the first thing I built was an answer"."""
    return len(deed.words) > 1 and deed.words[1].lower in _IS


@signal
def substantial_steps(reading: Reading) -> tuple[Deed, ...]:
    """Steps that made, changed or examined something, and say what at some length, in order."""
    made = (step for step in concrete(reading) if step.deed.verb in _SUBSTANTIAL)
    chosen = (s for s in made if s.deed.agent in _CHOOSERS and not _is_aside(s.deed))
    return tuple(s.deed for s in chosen if len(s.objects) >= _AT_LENGTH)
