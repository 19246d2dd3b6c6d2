"""D5: what changed, against the goal that was set; a result without a figure can be a good one."""

from __future__ import annotations

from starling.model.report import Evidence, QuestionType
from starling.model.story import PartKind
from starling.review.dimension import Dimension, Score, not_assessed
from starling.review.numbers.quantities.quantity import Kind
from starling.review.reading import Reading
from starling.review.reading.parts import told_in, trust
from starling.review.signals.outcomes import Outcome, outcomes
from starling.review.signals.targets import State, Target, TargetKind, targets


def _score(reading: Reading, told: tuple[Outcome, ...], aims: tuple[Target, ...]) -> int:
    concrete = [outcome for outcome in told if outcome.concrete]
    if not concrete:
        return 2 if told_in(reading, PartKind.RESULT) else 1
    answered = [aim for aim in aims if aim.state is not State.OPEN]
    known = any(outcome.baseline or outcome.observed or outcome.figures for outcome in concrete)
    if not answered or not known:
        return 3
    return 5 if _all_settled(aims) and _timed(reading) and any(o.felt for o in concrete) else 4


def _all_settled(aims: tuple[Target, ...]) -> bool:
    """Every target is one that can be checked, and is closed, or missed and owned."""
    return all(aim.state is not State.OPEN and aim.kind is not TargetKind.NAMED for aim in aims)


def _timed(reading: Reading) -> bool:
    """The result says within what time, or since when."""
    if any(q.kind is Kind.TIME and q.value() >= _DAY for o in outcomes(reading) for q in o.figures):
        return True
    return any(reading.hits(name, PartKind.RESULT) for name in ("time_anchors", "on_time_phrases"))


_CONCRETE = 3
_NOTHING = "No outcome is told."
_ENDED_WELL = "The result says that it ended well, not what changed."
_NOTHING_CHANGED = "The result does not say what changed."
_MISSED = "The result takes up the target you set, and misses it."
_NO_GOAL = "The outcome is concrete; no goal is told that it could answer."
_SAY_GOAL = "Say before it, in one sentence, what you were to reach."
_DAY = 86400


def _because(score: int, told: tuple[Outcome, ...], aims: tuple[Target, ...]) -> str:
    stated = [aim for aim in aims if aim.kind is not TargetKind.NAMED]
    if score < _CONCRETE:
        return _ENDED_WELL if told else _NOTHING if score == 1 else _NOTHING_CHANGED
    if stated:
        closed = sum(aim.state is not State.OPEN for aim in stated)
        is_missed = len(stated) == 1 and stated[0].state is State.MISSED
        said = _MISSED if is_missed else _answered(closed, len(stated))
        return f"{said[:-1]}; what changed is not told." if score == _CONCRETE and closed else said
    if score == _CONCRETE:
        return "The outcome is concrete, but the goal is not taken up again." if aims else _NO_GOAL
    return "The result takes up the goal and says what changed."


def _answered(closed: int, every: int) -> str:
    if every == 1:
        return f"The result {'answers' if closed else 'does not answer'} the target you set."
    if closed in (0, every):
        return f"The result answers {'each' if closed else 'none'} of the {every} targets you set."
    return f"The result answers {closed} of the {every} targets you set."


def _advice(reading: Reading, score: int, aims: tuple[Target, ...]) -> tuple[str, ...]:
    still = [aim for aim in aims if aim.state is State.OPEN and aim.kind is not TargetKind.NAMED]
    if still:
        named = [quote for aim in still if not (quote := reading.quote(aim.start, aim.end, 40)).isdigit()]
        said = " and ".join(f"“{quote}”" for quote in named[:2])
        return (f"Say what became of {said or 'the target'}, also if it was missed.",)
    if score < _CONCRETE or (score == _CONCRETE and any(aim.kind is not TargetKind.NAMED for aim in aims)):
        return (
            "Name who or what changed, and how you knew; a decision or a habit counts as well as a figure.",
        )
    if score == _CONCRETE:
        return ("Say how the outcome answers the goal you set.",) if aims else (_SAY_GOAL,)
    return ()


def _shown(reading: Reading, told: tuple[Outcome, ...], aims: tuple[Target, ...]) -> tuple[Evidence, ...]:
    spans = [aim.answer for aim in aims if aim.answer is not None][:2]
    spans = spans or [(o.sentence.start, o.sentence.end) for o in told if o.concrete][:2]
    return tuple(reading.evidence(start, end) for start, end in spans)


def assess(reading: Reading) -> Score:
    """Whether an outcome is told, then whether it answers the targets."""
    if not reading.spoken:
        return not_assessed("There are no words to look at yet.")
    told, aims = outcomes(reading), targets(reading)
    score = _score(reading, told, aims)
    return Score(
        score=score,
        because=_because(score, told, aims),
        confidence=trust(reading),
        evidence=_shown(reading, told, aims),
        suggestions=_advice(reading, score, aims),
    )


DIMENSION = Dimension(
    title="Result and closure",
    asks="What changed, against the goal you set?",
    anchors=(
        "No outcome.",
        "It went well.",
        "A concrete outcome; the goal is not taken up.",
        "The outcome answers the main goal, with the state before or a change one could see.",
        "Every target answered, missed ones owned, with the time it took and who felt it.",
    ),
    source="rubric, D5",
    assess=assess,
    primary_for=frozenset((QuestionType.ACHIEVEMENT, QuestionType.FAILURE)),
)
