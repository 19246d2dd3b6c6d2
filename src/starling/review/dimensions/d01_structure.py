"""D1: the telling has a context, a goal, actions and a result, in an order that can be followed."""

from __future__ import annotations

from starling.model.story import CORE, PartKind
from starling.review.dimension import Dimension, Score
from starling.review.reading import Reading
from starling.review.reading.parts import told_in, trust
from starling.review.signals.event import event
from starling.review.signals.lengths import Lengths, lengths
from starling.review.signals.shares import background, shares

_THIN_SHARE, _THIN_WORDS = 0.08, 8
_MOST_BACKGROUND, _LEAST_ACTION, _LEAST_RESULT = 0.35, 0.45, 0.10
_MANY = 3
"""Flaws from which on a complete telling counts as half told."""
_SLACK = 0.02
"""Two points of slack: the band is a convention (rubric, 1.4), and a word more or less is not a fault."""


_HABIT = "It tells what you do in general, so there is no beginning and no end to follow."
_TELL_ONE = "Tell one time that it happened, from its start to what came of it."


def _present(reading: Reading) -> list[PartKind]:
    """The core parts a listener hears; an obstacle or a goal sentence stands in for the task."""
    found = [kind for kind in CORE if told_in(reading, kind)]
    stands_in = reading.of(PartKind.OBSTACLE) or reading.hits(
        "goal_phrases", PartKind.SITUATION, PartKind.HEADLINE
    )
    if PartKind.TASK not in found and stands_in:
        found.insert(min(1, len(found)), PartKind.TASK)
    return found


def _flaws(reading: Reading) -> list[str]:
    """What keeps a complete telling from the band, worst first."""
    if any(part.also for part in reading.story.parts):
        return []
    thin = [
        f"the {kind.value} is thin" for kind in CORE if told_in(reading, kind) and _is_thin(reading, kind)
    ]
    told = shares(reading)
    return thin if told is None else [*thin, *_out_of_band(told)]


def _out_of_band(told: Lengths) -> list[str]:
    """The shares outside the customary band, as flaws."""
    flaws: list[str] = []
    if told.share(PartKind.ACTION) < _LEAST_ACTION - _SLACK:
        flaws.append(f"the action is thin ({told.share(PartKind.ACTION):.0%} of the words)")
    elif background(told) > _MOST_BACKGROUND + _SLACK:
        flaws.append(f"the background takes {background(told):.0%} of the words")
    if told.share(PartKind.RESULT) < _LEAST_RESULT - _SLACK:
        flaws.append(f"the result is thin ({told.share(PartKind.RESULT):.0%} of the words)")
    return flaws


def _is_thin(reading: Reading, kind: PartKind) -> bool:
    """Under eight words, or under eight per cent and short; a goal of one sentence is never thin."""
    told = lengths(reading)
    if kind is PartKind.TASK:
        return told.words[kind] < _THIN_WORDS // 2
    return told.words[kind] < _THIN_WORDS or (
        told.share(kind) < _THIN_SHARE and told.words[kind] < 2 * _THIN_WORDS
    )


def _is_out_of_order(reading: Reading) -> bool:
    """Whether the telling ends in action, its result told before: a headline first is no such case."""
    kinds = [section.part.kind for section in reading.sections if section.part.kind in CORE]
    return PartKind.RESULT in kinds[1:] and kinds[-1] is PartKind.ACTION


def _closes_well(reading: Reading) -> bool:
    """A headline in front, or a lesson of its own at the end."""
    headline = reading.of(PartKind.HEADLINE)
    return bool(headline) or bool(reading.of(PartKind.REFLECTION))


def _complete(reading: Reading) -> Score:
    flaws = _flaws(reading)
    if _is_out_of_order(reading):
        flaws.insert(0, "the result comes before the action")
    if flaws:
        return Score(
            score=3 if len(flaws) < _MANY else 2,
            because=f"All parts are there, but {flaws[0]}.",
            confidence=trust(reading),
            suggestions=(_advice(flaws[0]),),
        )
    because = f"All parts are there, in order{_in_proportion(reading)}."
    return Score(score=5 if _closes_well(reading) else 4, because=because, confidence=trust(reading))


def _in_proportion(reading: Reading) -> str:
    """That the shares are as usual, where they can be judged (rubric, 1.4); never of a few sentences."""
    if shares(reading) is not None:
        return f" and in proportion ({_proportions(reading)})"
    merged = any(part.also for part in reading.story.parts)
    return f" ({_proportions(reading)})" if merged else ""


def _proportions(reading: Reading) -> str:
    """The share of each part under its name; a part that holds two is named after both."""
    told = lengths(reading)
    also = {part.kind: part.also for part in reading.story.parts}
    kinds = [kind for kind in CORE if told.words[kind]]
    names = (" and ".join(each.value for each in (kind, *also.get(kind, ()))) for kind in kinds)
    return ", ".join(f"{name} {told.share(kind):.0%}" for name, kind in zip(names, kinds, strict=True))


def _advice(flaw: str) -> str:
    if "background" in flaw:
        return "Move the goal to sentence two, and leave out what the story can do without."
    if "before" in flaw:
        return "End on the result, so that the last thing heard is what changed."
    if "action" in flaw:
        return "Say more of what you did; by convention, listeners expect about half of the answer there."
    return f"Add a sentence or two to {flaw.partition(' is ')[0]}."


def assess(reading: Reading) -> Score:
    """Count the parts of an event, then weigh them; a habit has none."""
    told = event(reading)
    if told.general and not told.happened:
        return Score(score=1, because=_HABIT, confidence=trust(reading), suggestions=(_TELL_ONE,))
    present = _present(reading)
    missing = [kind.value for kind in CORE if kind not in present]
    if not missing:
        return _complete(reading)
    nearly = len(missing) == 1 and PartKind.ACTION in present and PartKind.RESULT in present
    return Score(
        score=3 if nearly else 2 if present else 1,
        because=f"A listener does not hear the {' or the '.join(missing)}.",
        confidence=trust(reading),
        suggestions=(f"Add the {missing[0]}, in a sentence of your own.",),
    )


DIMENSION = Dimension(
    title="Structure and proportion",
    asks="Are context, goal, action and result there, in an order one can follow?",
    anchors=(
        "No event can be made out.",
        "Half of the parts or fewer.",
        "Nearly all parts; one is missing, thin or buried.",
        "All parts, in order and in proportion.",
        "As 4, with a headline in front or a clean close.",
    ),
    source="rubric, D1; the shares are convention (rubric, 1.4)",
    assess=assess,
)
