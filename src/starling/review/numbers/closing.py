"""What became of each aim of a telling: the figure or the words of the result that answer it."""

from __future__ import annotations

from starling.review.numbers.aims import Aim, AimKind, aims
from starling.review.numbers.closing_time import budget, deadline, extension
from starling.review.numbers.closing_value import beside, value
from starling.review.numbers.ended import Closing, Told
from starling.review.numbers.sheet import Sheet
from starling.review.reading import Reading


def closings(sheet: Sheet) -> tuple[Closing, ...]:
    """Every aim with its end, in the order of the text; aims that cannot be judged are left out."""
    return sheet.reading.once(_closings)


def _closings(reading: Reading) -> tuple[Closing, ...]:
    told = Told(reading)
    return tuple(closing for aim in aims(told.sheet) if (closing := _closed(told, aim)) is not None)


_BY_KIND = {AimKind.DEADLINE: deadline, AimKind.BUDGET: budget, AimKind.EXTENSION: extension}


def _closed(told: Told, aim: Aim) -> Closing | None:
    close = _BY_KIND.get(aim.kind)
    if aim.quantity.sentence in told.indices:
        return beside(told, aim) if close is None else None
    return value(told, aim) if close is None else close(told, aim)
