"""What a product of the text amounts to, and the figure that it explains."""

from __future__ import annotations

import re
from fractions import Fraction

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, like, said
from starling.review.numbers.told.formulas import Formula, evaluated, holds
from starling.review.numbers.told.neighbours import is_story, neighbours
from starling.review.numbers.told.sums import in_order

_LOOSE = ratio(3, 4)
"""The least part of a limit that a product must reach to be what explains it."""


def result_of(sheet: Sheet, formula: Formula) -> Quantity | None:
    """What a product without "=" explains: the figure before its brackets, or one beside it that fits."""
    first, last = formula.terms[0], formula.terms[-1]
    kinds = {term.kind for term in formula.terms} - {Kind.COUNT, Kind.RATIO, Kind.SHARE}
    kind = kinds.pop() if len(kinds) == 1 else Kind.COUNT
    near = [other for other in neighbours(sheet, first) if other.kind is kind and other not in formula.terms]
    before = [other for other in near if other.end <= first.start]
    if before and re.fullmatch(r"[^().;:,]{0,30}\(\s?", sheet.between(before[-1], first)):
        return before[-1]
    if is_story(sheet):
        near += [other for other in sheet.quantities if other.kind is kind and other.start > last.end]
    exact = (other for other in near if other.bound not in (Bound.BELOW, Bound.AT_MOST))
    return next((other for other in exact if holds(formula, other, stated=False)), None)


def loose(formula: Formula, result: Quantity) -> bool:
    """Whether a limit is far from the product told to explain it: "within 30 seconds (3 × 5 seconds)"."""
    limits = result.bound in (Bound.BELOW, Bound.AT_MOST)
    return limits and value_of(formula, result) < result.low * _LOOSE


def value_of(formula: Formula, result: Quantity) -> Fraction:
    """The product as the author would write it, in the unit of the result."""
    based = _in_base_units(formula, result)
    value = evaluated(formula, result, based=based) or ratio(0)
    return value / result.unit.readings[0] if based else value


def shown(formula: Formula, result: Quantity) -> str:
    """The left side; with its units where these take part: "10k qps × 20 ms"."""
    if formula.operators != {"×"} or not _in_base_units(formula, result):
        return formula.shown()
    return " × ".join(map(said, formula.terms))


def worked(formula: Formula, result: Quantity) -> str:
    """As in "= 66.5", or "= 10 minutes" where units take part."""
    value = value_of(formula, result)
    if formula.operators != {"×"} or not _in_base_units(formula, result):
        return equals(value)
    return f"{equals(value)[0]} {like(value * result.unit.readings[0], result)}"


def _in_base_units(formula: Formula, result: Quantity) -> bool:
    timed = any(term.kind is result.kind and term.unit != result.unit for term in formula.terms)
    return timed or _cancels(formula, result)


def _cancels(formula: Formula, result: Quantity) -> bool:
    """Whether a rate is multiplied by a time that it is not told per: 10k a second for 20 ms."""
    kinds = {term.kind for term in formula.terms}
    return {Kind.RATE, Kind.TIME} <= kinds and result.kind is Kind.COUNT and formula.operators == {"×"}


def product_claim(
    quantities: tuple[Quantity, ...],
    worked: tuple[bool, str],
    advice: str,
    subtype: str = "",
    *,
    escapable: bool = False,
) -> Claim:
    """The claim of R15 on quantities, from whether they fit and the line of arithmetic that shows it."""
    holding, arithmetic = worked
    return Claim(
        relation="R15",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=in_order(*quantities),
        arithmetic=arithmetic,
        advice="" if holding else advice,
        subtype=subtype,
        escapable=escapable and not holding,
    )
