"""A before told earlier: the one value of the situation that a result takes up ("dropped to 8 hours")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starling.model.story import PartKind
from starling.review.numbers.quantities.pairs import HEDGE, Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role

_REACHED = re.compile(
    r"\b(?:(?:drop|f[ae]ll|reduc|cut|went|down|improv|increas|rose|gr[eo]w|rais|brought|shr[aiu]nk|came|lower)\w*"
    r"(?: [^\d.;,]{0,40})? to|now (?:takes?|runs? in|at|finish(?:es)? in|completes? in))"
    rf" {HEDGE}{{0,2}}[~<>]?$"
)
_LEAD = 72
_EARLIER = (PartKind.SITUATION, PartKind.OBSTACLE)
_MEASURED = (Kind.TIME, Kind.SHARE, Kind.MONEY, Kind.DATA)


def recalled(lower: str, quantities: Sequence[Quantity], taken: set[int]) -> Iterator[Pair]:
    """The pairs across parts, where one earlier value alone has the kind and a word of the measure in common.

    *taken* are the starts of quantities that are members of a pair already. A
    pair spans its later value, where it is told.
    """
    later = [
        q for q in quantities if q.part is PartKind.RESULT and _is_free(q, taken) and _is_reached(lower, q)
    ]
    earlier: dict[tuple[Kind, str, str], list[Quantity]] = {}
    for quantity in quantities if later else ():
        if quantity.part in _EARLIER and _is_free(quantity, taken):
            for stem in quantity.metric:
                earlier.setdefault((quantity.kind, quantity.per, stem), []).append(quantity)
    for quantity in later:
        before = _only(quantity, earlier)
        if before is not None:
            yield Pair(before, quantity, quantity.start, quantity.end)


def _is_free(quantity: Quantity, taken: set[int]) -> bool:
    return quantity.unit.kind in _MEASURED and quantity.role is Role.PLAIN and quantity.start not in taken


def _is_reached(lower: str, quantity: Quantity) -> bool:
    """Whether the words before say that a value came to be what it is."""
    return _REACHED.search(lower[max(0, quantity.start - _LEAD) : quantity.start]) is not None


def _only(quantity: Quantity, earlier: dict[tuple[Kind, str, str], list[Quantity]]) -> Quantity | None:
    """The one earlier value that shares a stem with *quantity*, or None where several do."""
    known = [earlier.get((quantity.kind, quantity.per, stem), []) for stem in quantity.metric]
    found = {each.start: each for several in known for each in several[:2]}
    return next(iter(found.values())) if len(found) == 1 else None
