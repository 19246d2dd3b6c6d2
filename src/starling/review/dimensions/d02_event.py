"""D2: one particular past event, with detail that could be checked."""

from __future__ import annotations

from starling.model.report import Confidence, Evidence, QuestionType
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import trust
from starling.review.signals.event import Event, Referents, event, referents
from starling.review.signals.lengths import lengths

_SPECIFIC, _RECOGNISABLE = 7, 14
"""Distinct referents of a specific and of a recognisable event."""
_DENSITY = 5.0
"""Referents per hundred words of a specific event; more adds nothing (rubric, D2: capped)."""
_KINDS, _MOST_KINDS = 3, 4
_NAMES = 5
"""Names alone that make an event specific."""
_CHECKABLE = 4


def _no_event(reading: Reading, told: Event) -> Score:
    general = bool(told.general or told.past)
    shown = told.general or told.opinions
    advice = "Pick one time it happened, and tell that one in the past tense."
    return Score(
        score=2 if general else 1,
        because=_IN_GENERAL if general else _OPINION,
        confidence=Confidence.MEDIUM,
        evidence=_quoted(reading, shown),
        suggestions=(advice,),
    )


_IN_GENERAL = "It tells what you do in general, not what happened once."
_OPINION = "It is an opinion or a description of yourself; no event is told."


def _quoted(reading: Reading, sentences: tuple[Sentence, ...]) -> tuple[Evidence, ...]:
    return tuple(reading.evidence(s.start, s.end) for s in sentences[:2])


def _detail(reading: Reading, found: Referents) -> int:
    words = lengths(reading).total
    dense = found.count * 100 >= _DENSITY * words
    if found.count >= _RECOGNISABLE and found.kinds >= _MOST_KINDS and found.times and dense:
        return 5
    varied = found.kinds >= _KINDS or len(found.names) >= _NAMES
    return 4 if found.count >= _SPECIFIC and varied and dense else 3


_BECAUSE = {
    3: "One event, told in general terms: few names, figures or dates.",
    4: "One event with checkable detail: systems, data, people or figures are named.",
    5: "So much is named, with its time, that a colleague could recognise it.",
}


_OF_ONESELF = {
    2: "It could be said by anybody: no name, figure or date in it could be checked.",
    3: "Told in general terms: few names, figures or dates.",
    4: "It holds detail that could be checked: systems, data, people or figures are named.",
    5: "So much is named, with its time, that nobody else could say it.",
}
_FEWEST, _ENOUGH = 2, 3
"""Names, figures and things of the work below which anybody could say it, and above which nobody else."""


def _without_event(reading: Reading, found: Referents) -> Score:
    """The detail alone, without the names in the question: one about your motives asks for no event."""
    question = (reading.story.question or "").lower()
    named = sum(name not in question for name in found.names)
    named += found.figures + len(found.artefacts) + len(found.times)
    score = 2 if named < _FEWEST else 3 if named < _ENOUGH else max(4, _detail(reading, found))
    advice = ("Name one thing that you did, used or read, and where.",)
    return Score(
        score=score,
        because=_OF_ONESELF[score],
        confidence=trust(reading, Confidence.MEDIUM),
        evidence=_quoted(reading, reading.spoken) if score < _CHECKABLE else (),
        suggestions=advice if score < _CHECKABLE else (),
    )


def assess(reading: Reading) -> Score:
    """First whether it is one event, then how much in it can be checked."""
    told, found = event(reading), referents(reading)
    if not reading.spoken:
        return not_assessed("There are no words to look at yet.")
    if reading.question_type is QuestionType.MOTIVATION:
        return _without_event(reading, found)
    if not told.happened:
        return _no_event(reading, told)
    score = _detail(reading, found)
    advice = ("Name the system, the data and the month, as far as you may; a rounded figure is fine.",)
    return Score(
        score=score,
        because=_BECAUSE[score],
        confidence=trust(reading, Confidence.MEDIUM),
        evidence=_quoted(reading, told.past),
        suggestions=advice if score < _CHECKABLE else (),
    )


DIMENSION = Dimension(
    title="One real event, specific",
    asks="Is this one thing that happened, with detail that could be checked?",
    anchors=(
        "An opinion or a description of oneself.",
        "What one does in general.",
        "A real event in general terms.",
        "A specific event: systems, data, people, figures.",
        "So specific that a colleague would recognise it.",
    ),
    source="rubric, D2; Bangerter 2014 (stories, not self-descriptions)",
    assess=assess,
    primary_for=frozenset((QuestionType.MOTIVATION,)),
)
