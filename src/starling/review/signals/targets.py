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
from starling.review.numbers.closing import closings
from starling.review.numbers.closing.ended import Closing, End
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.aims import Aim, AimKind, goal_sentences
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import about, subjects
from starling.review.signals import signal

_DATED = re.compile(
    r"\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:in|by|since|after) (?:week|month|sprint) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\b(?:by|on|in) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:early |mid |late )?(?:january|february|march|april|june"
    r"|july|august|september|october|november|december|may \d|\d{1,2} may)\b"
    r"|\b(?:days?|weeks?|months?) (?:before|early|ahead of|after) "
)


_HAD = re.compile(
    r"\b(?:had|have|left|began|begins|started|starts|opened|opens) (?:in |only |about |around ){0,2}\Z"
)
_OF_IT = re.compile(r"\b(?:it|that|this|them) (?:(?:back |down |up )?(?:to|under|below|above|over) )?\Z")
_NEAR = 24
"""Characters before a figure in which "we had about" or "get it under" stands."""
_DECIDE = re.compile(r"\b(?:to (?:decide|know|find out|answer|say|understand|learn)|whether)\b")
_BEFORE = re.compile(r"\b(?:before|until|in time for|ahead of)\b")


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


_STATES = {
    End.OPEN: State.OPEN,
    End.MISSED: State.MISSED,
    End.UNMET: State.MISSED,
    End.SILENT: State.MISSED,
}


@signal
def targets(reading: Reading) -> tuple[Target, ...]:
    """Every target that the task or the goal sentence states, in order, with its state."""
    goal = goal_sentences(reading)
    inside = {sentence.index for sentence in goal}
    ended = closings(reading.once(Sheet))
    aimed = [
        closing for closing in ended if closing.aim.quantity.sentence in inside and closing.aim.quantity.high
    ]
    aimed = aimed or [closing for closing in ended if closing.end is End.MISSED and _is_owned(closing)]
    if not aimed:
        return tuple(_named(reading, goal))
    found = [_target(reading, closing) for closing in aimed]
    kept = tuple(target for target in found if not (_is_open_deadline(target) and _is_kept(reading, target)))
    return kept or tuple(_named(reading, goal))


def _is_owned(closing: Closing) -> bool:
    """Whether the result itself names the target: "86% now, still short of 90"."""
    return closing.aim.named and closing.aim.quantity.part is PartKind.RESULT


def _is_open_deadline(target: Target) -> bool:
    return target.kind is TargetKind.DEADLINE and target.state is State.OPEN


def _is_kept(reading: Reading, target: Target) -> bool:
    """Whether the result may well keep a deadline: it names a day, or what was to come after it."""
    return _is_dated(reading) or _names_the_event(reading, target) or _is_to_decide(reading, target)


def _is_to_decide(reading: Reading, target: Target) -> bool:
    """Whether something was to be decided or known by then, which what was done next shows."""
    goal = reading.sentence_at(target.start)
    return goal is not None and _DECIDE.search(goal.lower) is not None


def _names_the_event(reading: Reading, target: Target) -> bool:
    """Whether the result tells of what a time was left for: "we had ten weeks before the fair"."""
    goal = reading.sentence_at(target.start)
    before = _BEFORE.search(goal.lower) if goal is not None else None
    had = _HAD.search(reading.lower, max(0, target.start - _NEAR), target.start)
    if goal is None or before is None or had is None:
        return False
    event = subjects(word for word in goal.words if word.start >= goal.start + before.end())
    return not event.isdisjoint(about(reading, *told_in(reading, PartKind.RESULT)))


def _is_dated(reading: Reading) -> bool:
    """Whether the result names a day or week of its own, which may well keep the deadline."""
    return any(_DATED.search(sentence.lower) is not None for sentence in told_in(reading, PartKind.RESULT))


def _target(reading: Reading, closing: Closing) -> Target:
    kind = TargetKind.DEADLINE if closing.aim.kind is AimKind.DEADLINE else TargetKind.VALUE
    figure = closing.aim.quantity
    state = _STATES.get(closing.end, State.CLOSED)
    again = _told_again(reading, closing.aim) if state is State.OPEN and kind is TargetKind.VALUE else ()
    answers = closing.answers or again
    answer = (answers[0].start, answers[0].end) if answers else None
    return Target(kind, figure.start, figure.end, State.CLOSED if again else state, answer)


def _told_again(reading: Reading, aim: Aim) -> tuple[Quantity, ...]:
    """Where the result says the very figure of an aim: "within two points", then "by two points at most".

    Of an aim for "it", one of the same unit that meets it will do, or a bare decimal, as people say it:
    "get it under 0.5", then "it went down to 0.45".
    """
    wanted = aim.quantity
    told = [figure for figure in reading.once(Sheet).quantities if figure.part is PartKind.RESULT]
    again = tuple(each for each in told if _same(each) == _same(wanted))
    called_it = _OF_IT.search(reading.lower, max(0, wanted.start - _NEAR), wanted.start) is not None
    if again or not called_it:
        return again
    return tuple(each for each in told if _is_like(each, wanted) and _meets(each, aim))


def _same(figure: Quantity) -> tuple[object, ...]:
    return figure.unit, figure.low, figure.high, figure.noun


def _is_like(figure: Quantity, wanted: Quantity) -> bool:
    """Whether two figures may be of one thing though neither names it: two times, or two bare decimals."""
    if _is_bare(wanted):
        return _is_bare(figure)
    return wanted.kind is Kind.TIME and figure.unit == wanted.unit


def _meets(figure: Quantity, aim: Aim) -> bool:
    """Whether a figure lies on the good side of an aim; a bare one may where the telling names no side."""
    if aim.at_most is None:
        return _is_bare(aim.quantity)
    return figure.high <= aim.quantity.high if aim.at_most else figure.low >= aim.quantity.low


def _is_bare(figure: Quantity) -> bool:
    """Whether a figure is a decimal without unit or thing."""
    return figure.kind is Kind.COUNT and not figure.noun and figure.low.denominator > 1


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
