"""R3, pairs that take one another back: from 2 to 5, and later from 5 to 2."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs

_Ends = tuple[int, int, int, int]


def undone(sheet: Sheet) -> Iterator[Claim]:
    """A pair that takes back an earlier one: from 2 to 5, and later from 5 to 2."""
    seen: dict[tuple[_Ends, _Ends], Pair] = {}
    pairs = told_pairs(sheet)
    for pair in pairs if len(pairs) > 1 else ():
        ends = _ends(pair.before), _ends(pair.after)
        opposite = seen.get(ends[::-1])
        if opposite is not None and opposite.after.kind is pair.before.kind:
            yield _undo(opposite, pair)
        seen[ends] = pair


def _ends(quantity: Quantity) -> _Ends:
    """Both ends of a quantity as whole numbers, which are quicker to look up than fractions."""
    return (*quantity.low.as_integer_ratio(), *quantity.high.as_integer_ratio())


def _undo(first: Pair, pair: Pair) -> Claim:
    line = f"{said(first.before)} → {said(first.after)} → {said(pair.after)}: all of it came back"
    return Claim(
        relation="R3",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(*first[:2], *pair[:2]),
        arithmetic=line,
        advice=f"Say that it is back at “{said(pair.after)}”, where it was before.",
        subtype="no claim",
        stated=False,
    )
