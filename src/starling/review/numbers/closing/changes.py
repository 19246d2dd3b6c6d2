"""What became of a change that was aimed at: worked out from the before and after of the result."""

from __future__ import annotations

from fractions import Fraction

from starling.review.numbers.closing.ended import Closing, End, Told, about
from starling.review.numbers.closing.missed import short_end
from starling.review.numbers.evaluate import percent_change, reduction
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.told.aims import Aim, AimKind
from starling.review.numbers.told.sums import change_fits


def worked_out(told: Told, aim: Aim) -> Closing | None:
    """A change that was aimed at, worked out from the before and after of the result."""
    if aim.kind is not AimKind.CHANGE:
        return None
    wanted = about(aim.quantity)
    for pair in told.pairs:
        same = bool(about(pair.after) & wanted) and pair.before.value()
        moved = _moved(pair, aim.quantity.kind) if same else None
        if moved is None:
            continue
        answers = (pair.before, pair.after)
        if _is_enough(aim, pair, moved):
            return Closing(aim, End.MET, answers)
        end = short_end(told, aim, pair.after)
        return None if end is None else Closing(aim, end, answers, loose=True)
    return None


def _is_enough(aim: Aim, pair: Pair, moved: Fraction) -> bool:
    """Whether so much was aimed at, or where it is a price to pay, no less."""
    if aim.at_most:
        return moved <= aim.quantity.low
    in_percent = aim.quantity.kind is Kind.SHARE
    return moved >= aim.quantity.low or (in_percent and change_fits(aim.quantity, pair, _size))


def _moved(pair: Pair, kind: Kind) -> Fraction | None:
    """By how many percent, or points, a pair moved; None where it cannot be told so."""
    gap = abs(pair.after.value() - pair.before.value())
    if kind is Kind.POINTS:
        return gap if pair.after.kind is pair.before.kind is Kind.SHARE else None
    return gap / pair.before.value() * 100


def _size(before: Interval, after: Interval) -> Interval:
    down = before.lo is not None and after.lo is not None and after.lo < before.lo
    return reduction(before, after) if down else percent_change(before, after)
