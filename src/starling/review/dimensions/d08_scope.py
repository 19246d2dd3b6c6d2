"""D8: how far the story reaches, against the level the candidate interviews for."""

from __future__ import annotations

from starling.model.report import Confidence, Evidence, Level, QuestionType
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals.deeds import Agent, deeds
from starling.review.signals.event import event, referents
from starling.review.signals.scope import Scope, scope
from starling.review.signals.told import evidence_for

_ORDER = (Level.JUNIOR, Level.SENIOR, Level.STAFF)
_EXPECTED = {
    Level.JUNIOR: "own work, agreed with a few people in the team",
    Level.SENIOR: "work that moved a team and its partners",
    Level.STAFF: "work that moved two teams or more",
}
_EDGE, _AT_LEVEL = 3, 4
_SURE = 5
"""Signs of a reach from which on its estimate is more than a guess."""
_THE_FIELD = frozenset(("ai", "ml"))
_NO_EVENT = "It tells what you do in general, so there is no reach to see."
_CLAIM_ONLY = "A wide reach is claimed; no team, person or figure is named that would show it."
_NAME_THEM = "Name one team or person that did something differently because of it."
_INVISIBLE = "How far it reaches is not visible: nobody but you appears in it."
_AT_THE_EDGE = "It reads as senior at the lower edge: others appear in it, and how you moved them does not."
_ASK = {
    Level.JUNIOR: "Say which part of the team's work depended on yours.",
    Level.SENIOR: "Say whom you had to align, and what the team does differently now.",
    Level.STAFF: "Say who else adopted it and how you brought them there; reach across teams is not visible.",
}


def _score(found: Scope, target: Level) -> int:
    below = _ORDER.index(target) - _ORDER.index(found.band)
    if below > 0:
        return 3 - below
    if below < 0 or (target is not Level.STAFF and found.organisation and found.influence):
        return 5 if found.influence or found.found else 4
    if target is Level.STAFF:
        return 5 if found.found else 4
    return 4 if found.influence or found.found or target is Level.JUNIOR else 3


def _visible(reading: Reading, found: Scope) -> bool:
    """Whether anybody else appears: as a sign of reach, by a role, or as somebody who does something."""
    signs = found.near or found.team or found.organisation or found.influence
    return (
        bool(signs)
        or bool(reading.hits("people"))
        or any(deed.agent is Agent.OTHER for deed in deeds(reading))
    )


def _confidence(found: Scope) -> Confidence:
    """Several signs of one reach make an estimate worth more; few words never do."""
    signs = {
        Level.JUNIOR: len(found.near) if not found.team else 0,
        Level.SENIOR: len(found.team) + len(found.influence),
        Level.STAFF: len(found.organisation) + len(found.influence),
    }
    return Confidence.MEDIUM if signs[found.band] >= _SURE else Confidence.LOW


def _is_general(reading: Reading) -> bool:
    """Whether it tells what one does in general, so that there is no reach to see."""
    told = event(reading)
    return bool(told.general or told.opinions) and not told.happened


def _is_only_claimed(reading: Reading, found: Scope) -> bool:
    """Whether a reach beyond the team is named, and nothing with it that could be checked."""
    named = referents(reading)
    names = named.names - vocabulary("known_acronyms") - _THE_FIELD
    return len(found.organisation) > 1 and not (names or named.figures or named.times)


def _claimed(reading: Reading, found: Scope, target: Level | None) -> Score:
    return Score(
        score=None if target is None else 4 if target is Level.JUNIOR else 2,
        because=_CLAIM_ONLY,
        confidence=Confidence.LOW,
        evidence=evidence_for(reading, found.organisation[:2]),
        suggestions=(_NAME_THEM,),
    )


def _shown(reading: Reading, found: Scope) -> tuple[Evidence, ...]:
    hits = (found.organisation[:2] or found.team[:1] or found.near[:1]) + found.influence[:1]
    return evidence_for(reading, hits)


def assess(reading: Reading) -> Score:
    """Estimate the band; score it only against a level that the user chose."""
    if _is_general(reading):
        return not_assessed(_NO_EVENT)
    found, target = scope(reading), reading.brief.level
    if _is_only_claimed(reading, found):
        return _claimed(reading, found, target)
    reach = (
        f"It reads as {found.band.value}: {_EXPECTED[found.band]}."
        if _visible(reading, found)
        else _INVISIBLE
    )
    shown = _shown(reading, found)
    confidence = _confidence(found)
    if target is None:
        because = f"{reach} Choose a level to have it scored."
        return Score(score=None, because=because, confidence=confidence, evidence=shown)
    score = _score(found, target)
    reach = _AT_THE_EDGE if score == _EDGE else reach
    advice = (_ASK[target],) if score < _AT_LEVEL else ()
    return Score(score=score, because=reach, confidence=confidence, evidence=shown, suggestions=advice)


DIMENSION = Dimension(
    title="Scope and level fit",
    asks="Do breadth, ambiguity and influence fit the level you interview for?",
    anchors=(
        "Two levels below.",
        "One level below.",
        "At the lower edge of the level.",
        "At the level.",
        "At the level, with effect beyond the own remit.",
    ),
    source="rubric, D8 and 1.7 (expectations by level)",
    assess=assess,
    primary_for=frozenset((QuestionType.AMBIGUITY, QuestionType.LEADERSHIP)),
)
