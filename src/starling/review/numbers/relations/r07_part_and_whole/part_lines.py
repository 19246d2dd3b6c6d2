"""Parts and their whole in words: the line of arithmetic, and what to do where they do not fit."""

from __future__ import annotations

from fractions import Fraction

from starling.review.numbers.quantities.quantity import Bound, Kind
from starling.review.numbers.show import like, number, said
from starling.review.numbers.told.parts import Whole


def total(found: Whole) -> Fraction:
    """What the parts come to."""
    return sum((part.value() for part in found.parts), Fraction(0))


def line(found: Whole, *, holding: bool) -> str:
    """As in "3 days + 2 days = 5 days, written 5 days", "3 nodes of 6 nodes", "8 hours within 2 days"."""
    whole, terms = found.whole, " + ".join(map(said, found.parts))
    if found.full:
        return f"{terms} = {_sum(found)}, written {said(whole)}"
    if len(found.parts) > 1:
        return f"{terms} = {like(total(found), whole)}, of {said(whole)}"
    if not found.asks:
        return f"{terms} of {said(whole)}" if holding else f"{terms} is more than {said(whole)}"
    if not holding:
        return f"{terms} is outside {said(whole)}"
    counted = whole.kind is Kind.COUNT and whole.bound is not Bound.RANGE
    return f"{terms} {'of' if counted else 'within'} {said(whole)}"


def advice(found: Whole) -> str:
    """What to say of parts that do not fit into their whole."""
    whole = said(found.whole)
    if found.full:
        return f"Add it up again: the parts and “{whole}” do not fit."
    if len(found.parts) > 1:
        return f"Say what “{whole}” covers: its parts do not fit into it."
    return f"Say what “{whole}” covers: “{said(found.parts[0])}” does not fit into it."


def _sum(found: Whole) -> str:
    value = total(found)
    return number(value) if found.whole.kind is Kind.COUNT else like(value, found.parts[-1])
