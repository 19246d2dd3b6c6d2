"""The figures of one text, read as the result of a telling."""

from __future__ import annotations

from starling.model.report import Brief
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading
from starling.review.rule import tell


def sheet_of(text: str) -> Sheet:
    """The figures of a text laid out."""
    return Reading(tell(result=text), Brief()).once(Sheet)


def figures(text: str) -> tuple[Quantity, ...]:
    """The figures of a text, in order."""
    return sheet_of(text).quantities
