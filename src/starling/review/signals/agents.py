"""Whether a listener can tell who did each thing in the Action (rubric, D3: agent recoverability)."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, Deed, actions
from starling.review.signals.people import other_views

_NEAR = 2
"""How many sentences away the speaker's own part may be stated (rubric, D3: within ±2 units)."""
_CLAUSE = 6
"""Words before a verb in which the word stands that makes its clause a subordinate one."""
_SUBORDINATE = frozenset(
    "that which whenever when if where because while who until once after before as".split()
)
_OWN = (Agent.SPEAKER, Agent.DROPPED)
_SETTLED = frozenset(("agreed", "decided", "settled", "compromised"))


@dataclass(frozen=True, slots=True)
class Agency:
    """The deeds of the Action, those whose doer a listener cannot tell, and whether the speaker appears."""

    deeds: tuple[Deed, ...]
    unclear: tuple[Deed, ...]
    personal: bool
    role_stated: bool
    dropped_only: bool

    @property
    def share(self) -> float:
        """The share of deeds, 0 to 1, whose doer a listener can tell."""
        return 1 - len(self.unclear) / len(self.deeds) if self.deeds else 0.0


@signal
def agency(reading: Reading) -> Agency:
    """Who did what in the Action, as far as a listener can tell."""
    done = actions(reading)
    own = [deed for deed in done if deed.agent in _OWN]
    told = {s.index for s in told_in(reading, PartKind.ACTION)}
    roles = {
        s.index
        for hit in reading.hits("role_statements")
        if (s := reading.sentence_at(hit.start)) is not None
    }
    stated = (roles & told) | {
        deed.sentence.index for deed in own if deed.verb not in vocabulary("outcome_verbs")
    }
    before = (None, *done)
    unclear = tuple(
        deed
        for last, deed in zip(before, done, strict=False)
        if _is_unclear(deed, last, stated) and not _is_settlement(reading, deed)
    )
    return Agency(
        deeds=done,
        unclear=unclear,
        personal=bool(own) or bool(roles),
        role_stated=bool(stated),
        dropped_only=all(deed.agent is Agent.DROPPED for deed in own),
    )


def _is_unclear(deed: Deed, last: Deed | None, stated: set[int]) -> bool:
    """Whether it is a "we" far from any own part, or a passive that goes on with nothing of the speaker's."""
    if deed.agent is Agent.PASSIVE:
        follows_own = last is not None and last.sentence is deed.sentence and last.agent in _OWN
        return not (follows_own or _is_subordinate(deed))
    return deed.agent is Agent.WE and not _near(deed.sentence, stated)


def _is_settlement(reading: Reading, deed: Deed) -> bool:
    """Whether two sides settle it together: there "we decided" is the answer, and hides nobody."""
    return deed.agent is Agent.WE and deed.verb in _SETTLED and bool(other_views(reading))


def _is_subordinate(deed: Deed) -> bool:
    """Whether a passive only describes something: "a view that was updated whenever ..."."""
    before = [word.lower for word in deed.sentence.words if word.start < deed.start]
    return not _SUBORDINATE.isdisjoint(before[-_CLAUSE:])


def _near(sentence: Sentence, stated: set[int]) -> bool:
    return any(sentence.index + step in stated for step in range(-_NEAR, _NEAR + 1))
