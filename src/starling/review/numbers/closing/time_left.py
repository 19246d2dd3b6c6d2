"""The time there was before something, and the work that was done or planned in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.model.story import PartKind
from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.told.aims import Aim, AimKind

_EVENT = (
    r"(?:launch|release|deadline|demo|go-live|event|conference|audit|review|cutover|presentation|exam|"
    r"sale|holiday|season|meeting|migration|pilot|freeze|delivery|hand-?over|rollout|trial|kick-?off)"
)
_BEFORE_EVENT = re.compile(
    r"\s(?:before|until|ahead of) (?:a|an|the|our|my|their|its)\s(?!(?:[a-z-]+\s){0,2}?"
    r"(?:outage|incident|crash|failure|bug|error|change|fix|problem|issue|merge|acquisition)\b)"
    rf"|\s(?:before|until) {_EVENT}\b"
)
_LEFT_AFTER = re.compile(r"\s(?:left|remaining|to go|in (?:my|our) hands?)\b")
_LEFT_BEFORE = re.compile(
    rf"\b(?:{_EVENT}(?: was| is)?(?: due)? in|critical (?:in|within)|"
    r"(?:fail|expire|run out|overflow) (?:in|within)|"
    r"(?:i|we) (?:only )?had)\s(?:only |about |just )?$"
)
_WORK_AFTER = re.compile(
    r"\s(?:of (?:work|effort|development|coding|testing)\b|to (?:implement|build|fix|test|develop|write|ship|"
    r"deliver|complete|migrate|do)\b|total\b)"
)
_DONE_BEFORE = re.compile(
    r"\b(?:spent|monitored (?:it |them )?for|tested (?:it |them )?for|watched (?:it |them )?for|"
    r"(?:built|wrote|made|coded|tried|worked|tested)\b[^.;:\d]{0,40}\b(?:over|for|in)|"
    r"which took|it took(?: us| me)?|took)\s(?:the )?(?:only |about |just |roughly |another )?$"
)
_ESTIMATED = re.compile(
    r"\b(?:estimat\w+|would take|will take|needs?|needed|takes|plan(?:ned)? (?:was|for|of))\b[^.;:\d]{0,25}$"
)
_LATE = re.compile(r"^\W{0,2}(?:late\b|later than|behind|over (?:the |our )?(?:deadline|schedule|plan))")
_COUNTED_IN = (PartKind.SITUATION, PartKind.TASK, PartKind.ACTION, PartKind.OBSTACLE, PartKind.OTHER)
_MOMENT = 60
"""Work this many times shorter than the time left is a detail, not what filled it."""


def in_time_left(told: Told) -> Iterator[Closing]:
    """Whether the work fits into the time there was, and what of a delay it leaves unexplained."""
    times = [q for q in told.sheet.of_kind(Kind.TIME) if not q.per and q.sentence >= 0]
    left = next((q for q in times if _is_left(told, q)), None)
    if left is None:
        return
    late = next((q for q in times if q.start > left.end and _LATE.match(told.sheet.after(q))), None)
    later = [q for q in times if q.start > left.end and q.part in _COUNTED_IN and q is not late]
    planned = [q for q in later if _is_planned(told, q)]
    if late is not None and planned and planned[-1].value() < left.value():
        yield _closing(left, End.STRAYED, planned[-1], late)
        return
    if planned and planned[0].value() <= left.value():
        yield _closing(left, End.WITHIN, planned[0])
    done = [q for q in later if _DONE_BEFORE.search(told.sheet.before(q, 60))]
    spent = sum((q.value() for q in done), Fraction(0))
    if done and left.value() <= spent * _MOMENT and spent <= left.value():
        yield _closing(left, End.WITHIN, *done)


def _is_left(told: Told, quantity: Quantity) -> bool:
    """As in "two days before the launch", "with 3 weeks left", "the audit was in 10 days"."""
    if quantity.part is PartKind.RESULT or quantity.bound is Bound.RANGE:
        return False
    after = told.sheet.after(quantity, 60)
    if _BEFORE_EVENT.match(after) or _LEFT_AFTER.match(after):
        return True
    return _LEFT_BEFORE.search(told.sheet.before(quantity, 40)) is not None


def _is_planned(told: Told, quantity: Quantity) -> bool:
    before = told.sheet.before(quantity, 60)
    return _ESTIMATED.search(before) is not None or _WORK_AFTER.match(told.sheet.after(quantity)) is not None


def _closing(left: Quantity, end: End, *answers: Quantity) -> Closing:
    return Closing(
        Aim(left, AimKind.DEADLINE, named=False, planned=True, at_most=True), end, answers, apart=True
    )
