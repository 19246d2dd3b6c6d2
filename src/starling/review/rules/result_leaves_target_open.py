"""The result says nothing about a target that was set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.targets import State, Target, TargetKind, targets

_AIM = re.compile(
    r"(?:[<>≤≥]|\b(?:to|by|under|below|above|at least|at most|less than|more than|within|reach|hit"
    r"|achieve|achieving|exceed|target of|goal of))\s?(?:about |around |at least |over |under |only )?\Z"
)
_CARRIES = re.compile(r"\b(?:handle|support|serve|scale|sustain)\b")
_LOAD = re.compile(r"\b(?:users?|requests?|documents?|queries|events|rps|qps|tps)\b")
_AT_A_RATE = re.compile(r"\bat (?:about |around |up to )?\Z")
_PER_SECOND = ("per second", "a second", "/s")
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
    before = reading.lower[max(0, target.start - _REACH) : target.start]
    return _AIM.search(before) is not None or _is_load(reading, target, sentence, before)


def _is_load(reading: Reading, target: Target, sentence: Sentence, before: str) -> bool:
    """Whether a figure is a load to be carried: "serve 300 users", "at 2,000 payments per second"."""
    if _LOAD.search(reading.lower, target.start, target.end) and _CARRIES.search(sentence.lower):
        return True
    return (
        reading.lower[target.start : target.end].endswith(_PER_SECOND)
        and _AT_A_RATE.search(before) is not None
    )


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
                situation="Late parcels had gone up from 0.4 to 0.9 percent.",
                task="My job was to get it under 0.5 before the fair.",
                action="I moved the cut to noon.",
                result="In the end it went down to 0.8.",
            )
        ),
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
        example(
            tell(
                task="Scoring had to stay under 100 ms at 2,000 payments per second.",
                action="I cached the merchants.",
                result="Scoring takes 62 ms.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="Late parcels had gone up from 0.4 to 0.9 percent.",
                task="My job was to get it under 0.5 before the fair.",
                action="I moved the cut to noon.",
                result="In the end it went down to 0.45.",
            )
        ),
        example(
            tell(
                task="I was to close the gap before the trade fair in Bergen, and we had about ten weeks.",
                action="I filmed the belt.",
                result="At the fair it ran for three days.",
            )
        ),
        example(
            tell(
                task="I wanted our marks to agree to within two points.",
                action="I laid ten reports side by side.",
                result="In May our marks for one report differed by two points at most.",
            )
        ),
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
