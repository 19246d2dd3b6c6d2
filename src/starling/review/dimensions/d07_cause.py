"""D7: what was done explains what changed, and the claim keeps its measure."""

from __future__ import annotations

from starling.model.report import Confidence, Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.reading import Reading
from starling.review.reading.parts import told_in, trust
from starling.review.signals.measures import measures_in
from starling.review.signals.mechanism import Mechanism, mechanism
from starling.review.signals.outcomes import outcomes
from starling.review.signals.told import evidence_for
from starling.text.phrases import Hit


def _score(found: Mechanism) -> int:
    if found.unexplained and not found.tests:
        return 2
    if found.tests or found.links or found.made:
        return 5 if found.shared else 4
    if found.causes and found.related:
        return 4
    return 3 if found.related else 1


_STATED = 4
_BECAUSE = {
    1: "What changed has no visible link to what you did.",
    2: "A large effect is claimed, and nothing says how it came about.",
    3: "The effect is plausible; how it came about is left to the listener.",
    4: "It says how the effect came about.",
    5: "It says how the effect came about, and grants other causes or other people their share.",
}


_TESTED = "It says how the effect was tested or compared."
_FOUND = "It says what lay behind the trouble before it says what you changed."


def _because(score: int, found: Mechanism) -> str:
    if score == _STATED and (found.tests or not (found.links or found.made)):
        return _TESTED if found.tests else _FOUND
    return _BECAUSE[score]


def _shown(reading: Reading, found: Mechanism) -> tuple[Evidence, ...]:
    if found.unexplained and not found.tests:
        return tuple(reading.evidence(o.sentence.start, o.sentence.end) for o in found.unexplained[:2])
    hits = sorted(found.tests, key=lambda hit: not _has_figure(reading, hit))[:1] + list(
        (found.links or found.made)[:1]
    )
    return evidence_for(reading, (hits or list(found.causes[:1])) + list(found.shared[:1]))


def _has_figure(reading: Reading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.start)
    return sentence is not None and bool(measures_in(reading, sentence))


def _advice(reading: Reading, score: int, found: Mechanism) -> tuple[str, ...]:
    if found.unexplained:
        sentence = found.unexplained[0].sentence
        said = reading.quote(sentence.start, sentence.end)
        return (f"Say which step brought about “{said}”, and how you know.",)
    if score < _STATED:
        return ("Say in half a sentence how your action led to the result.",)
    return ()


def assess(reading: Reading) -> Score:
    """Look for a test or a mechanism between action and result; ask, never accuse."""
    if not told_in(reading, PartKind.ACTION) or not any(o.concrete for o in outcomes(reading)):
        return not_assessed("It takes an action and an outcome to see how one led to the other.")
    found = mechanism(reading)
    score = _score(found)
    return Score(
        score=score,
        because=_because(score, found),
        confidence=trust(reading, Confidence.MEDIUM),
        evidence=_shown(reading, found),
        suggestions=_advice(reading, score, found),
    )


DIMENSION = Dimension(
    title="Causal link and honest attribution",
    asks="How did what you did bring about what changed?",
    anchors=(
        "The result has nothing to do with the action.",
        "A large effect without a mechanism.",
        "Plausible, but not said.",
        "A mechanism or a test is told.",
        "As 4, and other causes or the own share are granted.",
    ),
    source="rubric, D7",
    assess=assess,
    primary_for=frozenset((QuestionType.ACHIEVEMENT, QuestionType.LEADERSHIP)),
)
