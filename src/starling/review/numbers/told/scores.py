"""Scores between 0 and 1, of which one speaks in points: "recall from 0.72 to 0.81 (+9 points)"."""

from __future__ import annotations

from dataclasses import replace

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.units import PERCENT

_HUNDRED, _ONE = ratio(100), ratio(1)


def of_one(pair: Pair) -> bool:
    """Whether both values are bare numbers from 0 to 1, and not both 1."""
    return pair.before.low != pair.after.low and all(
        each.kind is Kind.COUNT and not each.noun and not each.per and 0 < each.low <= each.high <= _ONE
        for each in pair[:2]
    )


def in_percent(pair: Pair, unit: Unit = PERCENT) -> Pair:
    """Scores between 0 and 1 as percentages, or a hundredfold in another *unit*; other pairs as they are."""
    if not of_one(pair):
        return pair
    return pair._replace(before=_hundredfold(pair.before, unit), after=_hundredfold(pair.after, unit))


def _hundredfold(score: Quantity, unit: Unit) -> Quantity:
    low, high, slack = (each * _HUNDRED for each in (score.low, score.high, score.slack))
    return replace(score, low=low, high=high, slack=slack, unit=unit)
