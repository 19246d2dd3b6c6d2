"""The result says nothing about a target that was set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.targets import State, Target, TargetKind, targets

_AIM = re.compile(
    r"(?:[<>≤≥]|\b(?:to|by|under|below|above|at least|at most|less than|more than|within|reach|hit"
    r"|achieve|achieving|exceed|target of|goal of))\s?(?:about |around |at least |over |under |only )?\Z"
)
_CARRIES = re.compile(r"\b(?:handle|support|serve|scale|sustain)\b")
_LOAD = re.compile(r"\b(?:users?|requests?|documents?|queries|events|rps|qps|tps)\b")
_REACH = 30
"""How many characters before a figure may hold the word that makes it an aim."""


def _is_aim(reading: Reading, target: Target) -> bool:
    """Whether a figure of the goal is to be reached, and does not only describe what is there."""
    if reading.text[target.start : target.end].isdigit():
        return False  # a bare figure makes no quote
    if target.kind is TargetKind.DEADLINE:
        return True
    sentence = reading.sentence_at(target.start)
    if target.kind is TargetKind.NAMED or sentence is None:
        return False
    load = _LOAD.search(reading.lower, target.start, target.end) and _CARRIES.search(sentence.lower)
    before = reading.lower[max(0, target.start - _REACH) : target.start]
    return load is not None or _AIM.search(before) is not None


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first open target in figures, and name the others with it."""
    left = [t for t in targets(reading) if t.state is State.OPEN and _is_aim(reading, t)]
    if left and reading.of(PartKind.RESULT):
        named = ", ".join(f"“{reading.quote(target.start, target.end, 40)}”" for target in left[:3])
        many = "these targets" if len(left) > 1 else "this target"
        message = (
            f"Say in the result what became of {many}: {named}. A miss told openly is better than silence."
        )
        yield Mark(left[0].start, left[0].end, message)


RULE = Rule(
    summary="A target of the task is not taken up in the result.",
    why="The interviewer wrote the target down, and now waits for it.",
    source="rubric, D5 (each target matched: closed, open or missed); evaluation, K04 and K09",
    strength=Strength.ACTIONABLE,
    dimension="D5",
    hits=(
        example(
            tell(
                task="Serve 300 concurrent users at a recall of 80%.",
                action="I rebuilt the index.",
                result="Recall reached 83%.",
            )
        ),
        example(
            tell(
                task="I had to halve the error rate within 6 weeks.",
                action="I rebuilt the index.",
                result="The error rate went from 8% to 3%.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                task="Bring recall to 80% within 6 weeks.",
                action="I rebuilt the index.",
                result="After 5 weeks recall was at 83%.",
            )
        ),
        example(
            tell(
                task="Bring recall to 80%.",
                action="I rebuilt the index.",
                result="We missed the target: recall ended at 77%.",
            )
        ),
        example(tell(task="Bring the index back.", action="I rebuilt it.", result="Search works again.")),
    ),
    check=check,
)
