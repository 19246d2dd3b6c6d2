"""D3: a listener can tell what the speaker decided and did; "I" is never counted."""

from __future__ import annotations

from starling.model.report import Confidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading, Sentence
from starling.review.reading.clauses import quote_around
from starling.review.reading.parts import told_in, trust
from starling.review.signals.agents import Agency, agency
from starling.review.signals.deeds import Agent, Deed

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
    """Others' parts are told apart from one's own, and nothing is left without a doer."""
    theirs = any(deed.agent is Agent.OTHER for deed in found.deeds)
    credited = reading.hits("credit_markers", PartKind.ACTION, PartKind.RESULT)
    return not found.unclear and (theirs or bool(credited))


def _sentences(shown: tuple[Deed, ...]) -> list[Sentence]:
    return list(dict.fromkeys(deed.sentence for deed in shown))


def _because(found: Agency) -> str:
    every, unclear = len(found.deeds), len(found.unclear)
    if every == 1:
        return f"The action names one step, and {'not who' if unclear else 'who'} took it."
    if not unclear:
        return f"A listener can tell who did each of the {every} things in the action."
    known = every - unclear
    if not known:
        return f"A listener cannot tell who did any of the {every} things in the action."
    return f"A listener can tell who did {known} of the {every} things in the action."


def _ask(reading: Reading, deed: Deed) -> str:
    said = quote_around(reading, deed.start, deed.start + len(deed.verb))
    if deed.agent is Agent.PASSIVE:
        return f"In “{said}”, say who did it and which part was yours."
    return f"In “{said}”, say which part was yours."


def assess(reading: Reading) -> Score:
    """The share of deeds in the Action whose doer a listener can tell."""
    found = agency(reading)
    if not found.deeds:
        if not told_in(reading, PartKind.ACTION):
            return not_assessed("There is no action yet in which to look for your part.")
        return Score(score=1, because="The action names no step and nobody who did it.", suggestions=(_SAY,))
    one_a_sentence = {deed.sentence.index: deed for deed in reversed(found.unclear)}
    asked = tuple(_ask(reading, one_a_sentence[index]) for index in sorted(one_a_sentence)[:2])
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
