"""R9, what is said of an aim and its end: the arithmetic in one line, and the advice."""

from __future__ import annotations

from fractions import Fraction

from starling.review.numbers.closing.ended import Closing, End
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.show import like, number, said
from starling.review.numbers.told.aims import AimKind
from starling.review.numbers.told.sums import fold_line, in_one_unit, percent_line

_PAIR = 2
_AS_SAID = (Kind.COUNT, Kind.MONEY, Kind.RATE)
"""Kinds that are shown as they are written where the units agree: "1M documents", "260 TPS"."""
_MISSES = (End.MISSED, End.SILENT)
_ADVICE = {
    End.OPEN: "Say in the result what became of {aim}.",
    End.SILENT: "Say that you missed {aim}, and why.",
    End.LONGER: "Say whether {aim} was calendar time from the same start as {told}, or own the difference.",
    End.PART: "Say which share {told} covers, because {aim} was set for all.",
    End.RENAMED: "Say how {told} answers {aim}: the two are told of different measures.",
    End.STRAYED: "Say what took the rest of {aim}: {told} leave the delay unexplained.",
    End.TORN: "Say when {aim} began to count: {told} do not fit one start.",
    End.PARTLY: "Say what {aim} leaves out: with {told} it is not all.",
    End.SHORT: "Say what {aim} meant: {told} is less than that.",
    End.STRETCHED: "Say how near {told} came to {aim}: the words sound nearer.",
    End.OTHER_SIZE: "Say whether {aim} and {told} are the same whole, and what became of the others.",
    End.UNMET: "Say how {told} {fit} {aim}, or that the target was missed: these do not fit.",
}


def arithmetic(closing: Closing) -> str:
    """The aim and what answers it, compared where both are figures."""
    aim, answers = closing.aim.quantity, closing.answers
    figures = [q for q in answers if _is_figure(q)]
    if closing.end is End.OPEN:
        return f"“{said(aim)}” is set, no figure answers it"
    if not answers:
        return f"{said(aim)} of what was aimed at"
    if closing.aim.kind is AimKind.FACTOR:
        return f"{fold_line(Pair(answers[0], answers[1], 0, 0))}, “{said(aim)}” was set"
    if closing.aim.kind is AimKind.CHANGE and len(figures) == _PAIR and closing.end is not End.RENAMED:
        return f"{percent_line(Pair(figures[0], figures[1], 0, 0))}, “{said(aim)}” was set"
    if len(figures) != 1 or figures[0].kind is not aim.kind or closing.apart:
        told = ", ".join(f"“{said(q)}”" for q in answers)
        was_set = closing.aim.named or closing.aim.kind is not AimKind.VALUE
        return f"“{said(aim)}” was set, told: {told}" if was_set else f"“{said(aim)}”, told later: {told}"
    return _compared(closing.end, figures[0], aim)


def _compared(end: End, reached: Quantity, aim: Quantity) -> str:
    """The figure beside its target: "8 hours < 12 hours, met", "missed: 9% is above the 8% aimed at"."""
    alike = reached.unit == aim.unit and aim.kind in _AS_SAID
    one, wanted = (said(reached), said(aim)) if alike else in_one_unit(Pair(reached, aim, 0, 0))
    value, goal = reached.value(), aim.value()
    if end in _MISSES and value != goal:
        return f"missed: {one} is {'above' if value > goal else 'below'} the {wanted} aimed at"
    sign = "=" if value == goal else "<" if value < goal else ">"
    tail = {End.MET: ", met", End.UNMET: f", {_apart(abs(value - goal), aim)} apart"}.get(end, "")
    return f"{one} {sign} {wanted}{tail}"


def _apart(gap: Fraction, aim: Quantity) -> str:
    return f"{number(gap)} point{'' if gap == 1 else 's'}" if aim.kind is Kind.SHARE else like(gap, aim)


def _is_figure(quantity: Quantity) -> bool:
    return not (quantity.bound is Bound.RANGE and quantity.high == 0)


def advice(closing: Closing) -> str:
    """What to say of an aim, or "" where it was met or owned."""
    if closing.end is End.LONGER and closing.apart:
        return f"Say why it was “{said(closing.answers[0])}”, when “{said(closing.aim.quantity)}” was set."
    told = " and ".join(dict.fromkeys(f"“{said(quantity)}”" for quantity in closing.answers))
    fit = "fit" if len(closing.answers) > 1 else "fits"
    return _ADVICE.get(closing.end, "").format(aim=f"“{said(closing.aim.quantity)}”", told=told, fit=fit)
