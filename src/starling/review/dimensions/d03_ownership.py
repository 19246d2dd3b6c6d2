"""D3: a listener can tell what the speaker decided and did; "I" is never counted."""

from __future__ import annotations

from starling.model.report import Confidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading, Sentence
from starling.review.signals.agents import Agency, agency
from starling.review.signals.deeds import Agent, Deed
from starling.review.signals.parts import told_in, trust

_FEW, _MOST = 0.4, 0.7


def _score(reading: Reading, found: Agency) -> int:
    if not found.personal and all(deed.agent in (Agent.OTHER, Agent.PASSIVE) for deed in found.deeds):
        return 1
    if found.share < _FEW:
        return 2
    if found.share <= _MOST or not found.role_stated:
        return 3
    return 5 if _credits_others(reading, found) else 4


def _credits_others(reading: Reading, found: Agency) -> bool:
    """Others' parts are told apart from one's own."""
    theirs = any(deed.agent is Agent.OTHER for deed in found.deeds)
    ours = any(deed.agent is Agent.WE for deed in found.deeds)
    credited = reading.hits("credit_markers", PartKind.ACTION, PartKind.RESULT)
    return theirs or (ours and found.role_stated) or bool(credited)


def _sentences(shown: tuple[Deed, ...]) -> list[Sentence]:
    return list(dict.fromkeys(deed.sentence for deed in shown))


def _because(found: Agency) -> str:
    known = len(found.deeds) - len(found.unclear)
    return f"A listener can tell who did {known} of the {len(found.deeds)} things in the action."


def assess(reading: Reading) -> Score:
    """The share of deeds in the Action whose doer a listener can tell."""
    found = agency(reading)
    if not found.deeds:
        if not told_in(reading, PartKind.ACTION):
            return not_assessed("There is no action yet in which to look for your part.")
        return Score(score=1, because="The action names no step and nobody who did it.", suggestions=(_SAY,))
    asked = tuple(
        f"In “{reading.quote(d.start, d.end)}”, say which part was yours." for d in found.unclear[:2]
    )
    confidence = Confidence.MEDIUM if found.dropped_only else trust(reading)
    return Score(
        score=_score(reading, found),
        because=_because(found),
        confidence=confidence,
        evidence=tuple(
            reading.evidence(s.start, s.end) for s in _sentences(found.unclear or found.deeds)[:2]
        ),
        suggestions=asked,
    )


_SAY = "Say what you did in the first person, one step at a time."

DIMENSION = Dimension(
    title="Ownership",
    asks="Can a listener tell what you decided and did?",
    anchors=(
        "Nobody does anything.",
        "Who did it is clear for less than two in five actions.",
        "Who did it is clear for about half of the actions.",
        "Who did it is clear for most, and your own part is said.",
        "As 4, and what others did is told apart.",
    ),
    source="rubric, D3 and 1.5 (agent recoverability instead of counting pronouns)",
    assess=assess,
    primary_for=frozenset((QuestionType.LEADERSHIP,)),
)
