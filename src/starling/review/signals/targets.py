"""The targets a telling sets itself, and what its result says of each (rubric, D5).

A target is a figure with its unit in the goal, a deadline, or, where the goal
holds no figure, the thing it names. Figures are matched by the numbers audit
(R9), so that rules and dimensions say of them what the ledger says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from starling.model.story import PartKind
from starling.review.numbers.aims import AimKind, goal_sentences
from starling.review.numbers.closing import closings
from starling.review.numbers.ended import Closing, End
from starling.review.numbers.sheet import Sheet
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.review.signals.parts import told_in
from starling.review.signals.vocabulary import about

_DATED = re.compile(
    r"\b(?:in|by|since|after) (?:week|month|sprint) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\b(?:by|on|in) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:early |mid |late )?(?:january|february|march|april|june"
    r"|july|august|september|october|november|december|may \d|\d{1,2} may)\b"
    r"|\b(?:days?|weeks?|months?) (?:before|early|ahead of|after) "
)


class State(StrEnum):
    """What became of a target."""

    CLOSED = "closed"
    OPEN = "open"
    MISSED = "missed"


class TargetKind(StrEnum):
    """What a target asks for."""

    VALUE = "value"
    DEADLINE = "deadline"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as the half-open span *start* to *end*, and the span of the result that answers it, if any."""

    kind: TargetKind
    start: int
    end: int
    state: State
    answer: tuple[int, int] | None = None


_STATES = {End.OPEN: State.OPEN, End.MISSED: State.MISSED}


@signal
def targets(reading: Reading) -> tuple[Target, ...]:
    """Every target that the task or the goal sentence states, in order, with its state."""
    goal = goal_sentences(reading)
    inside = {sentence.index for sentence in goal}
    ended = closings(reading.once(Sheet))
    aimed = [
        closing for closing in ended if closing.aim.quantity.sentence in inside and closing.aim.quantity.high
    ]
    if not aimed:
        return tuple(_named(reading, goal))
    found = map(_target, aimed)
    return tuple(target for target in found if not (_is_open_deadline(target) and _is_dated(reading)))


def _is_open_deadline(target: Target) -> bool:
    return target.kind is TargetKind.DEADLINE and target.state is State.OPEN


def _is_dated(reading: Reading) -> bool:
    """Whether the result names a day or week of its own, which may well keep the deadline."""
    return any(_DATED.search(sentence.lower) is not None for sentence in told_in(reading, PartKind.RESULT))


def _target(closing: Closing) -> Target:
    kind = TargetKind.DEADLINE if closing.aim.kind is AimKind.DEADLINE else TargetKind.VALUE
    figure = closing.aim.quantity
    answer = (closing.answers[0].start, closing.answers[0].end) if closing.answers else None
    return Target(kind, figure.start, figure.end, _STATES.get(closing.end, State.CLOSED), answer)


def _named(reading: Reading, goal: Iterable[Sentence]) -> Iterator[Target]:
    """The goal as one target without a figure: closed where the result speaks of it or of its problem."""
    result = told_in(reading, PartKind.RESULT)
    aims = [s for s in goal if about(reading, s)]
    if not aims:
        return
    problem = [*aims, *told_in(reading, PartKind.SITUATION)]
    wanted = about(reading, *problem)
    answers = [s for s in result if not wanted.isdisjoint(about(reading, s))]
    start, end = aims[0].start, aims[0].end
    if answers:
        yield Target(TargetKind.NAMED, start, end, State.CLOSED, (answers[0].start, answers[0].end))
    else:
        yield Target(TargetKind.NAMED, start, end, State.OPEN)
