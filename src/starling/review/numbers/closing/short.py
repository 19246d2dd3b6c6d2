"""Targets that the result alone names, because it missed them: "coverage is 86% now, still short of 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from starling.review.numbers.closing.ended import REACH, Closing, End, Told
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.aim_sides import side
from starling.review.numbers.told.aims import Aim, AimKind

_WORDS = frozenset(("short", "shy"))
_REACH = 24
_SHORT = re.compile(r"\b(?:short|shy) of (?:the |our |my |its )?$")
_DISTANCE = re.compile(r"^ (?:short|shy) of\b")
"""What follows a distance: "86% now, 4 points short of 90"."""


def is_short(sheet: Sheet) -> bool:
    """Whether any figure of the text can be told as one that was not reached."""
    return not sheet.places.known.isdisjoint(_WORDS)


def shortfalls(told: Told) -> Iterator[Closing]:
    """A missed target for each figure of the result that another one, told right before it, is short of."""
    for goal in told.sheet.led_by(_WORDS, _REACH):
        if goal.sentence in told.indices and _SHORT.search(told.sheet.before(goal, _REACH)):
            reached = _reached(told, goal)
            open_yet = reached is not None and reached.start not in told.used
            if reached is not None and open_yet and not _is_good(told.sheet, goal, reached):
                yield Closing(_aim(goal, reached), End.MISSED, told.take(reached))


def _is_good(sheet: Sheet, *figures: Quantity) -> bool:
    """Whether less is better, so that to be short of it is no miss: "$86k, short of the $90k budget"."""
    return any(side(sheet, each, sheet.before(each, REACH)) for each in figures)


def _reached(told: Told, goal: Quantity) -> Quantity | None:
    """The figure that is short of *goal*: the last one before it that is no distance."""
    sheet = told.sheet
    place = sheet.index_of(goal)
    led = [q for q in sheet.quantities[max(0, place - 2) : place] if q.sentence == goal.sentence]
    if led and _DISTANCE.match(sheet.after(led[-1], _REACH)):
        led.pop()
    return led[-1] if led and _is_less(led[-1], goal) else None


def _is_less(reached: Quantity, goal: Quantity) -> bool:
    bare = goal.kind is Kind.COUNT and not (goal.noun or goal.per)
    alike = bare or (reached.kind is goal.kind and goal.noun in ("", reached.noun))
    return alike and (reached.low < goal.low if bare else reached.value() < goal.value())


def _aim(goal: Quantity, reached: Quantity) -> Aim:
    """A bare goal takes the unit of what fell short of it."""
    whole = goal if goal.kind is reached.kind else replace(goal, unit=reached.unit, per=reached.per)
    return Aim(whole, AimKind.VALUE, named=True, at_most=False)
