"""R16, a baseline that moves: the value a change starts from in the result, and the one told at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.model.story import PartKind
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.changes import changes
from starling.review.numbers.told.same import equal, one_rate, stems_of
from starling.review.numbers.told.sums import in_order

_MANY = 40
_BEFORE = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)


def moved_baselines(sheet: Sheet, repeated: set[int]) -> Iterator[Claim]:
    """The value a change starts from in the result, against the value the situation gave."""
    before = sheet.of(*_BEFORE)
    told = {q.low for q in before}
    moved = [
        pair
        for pair in sheet.pairs
        if pair.before.part is PartKind.RESULT
        and pair.before.start not in repeated
        and pair.before.low not in told
    ]
    if not (told and moved):
        return
    paired = {each.start for pair in sheet.pairs for each in (pair.before, pair.after)}
    paired |= {change.quantity.start for change in changes(sheet)}
    alike: dict[tuple[Kind, str], list[Quantity]] = {}
    for each in before:
        by = sheet.lower.endswith(" by ", 0, each.start)  # a step, and no level
        if each.sentence >= 0 and each.start not in paired and not by:
            alike.setdefault((each.unit.kind, each.noun), []).append(each)
            if each.noun and each.per:  # "2,000 orders a week", and later "from 3,000 a week"
                alike.setdefault((each.unit.kind, ""), []).append(each)
    for pair in moved:
        yield from _drift(pair, alike.get((pair.before.unit.kind, pair.before.noun), [])[:_MANY])


def _drift(pair: Pair, near: Sequence[Quantity]) -> Iterator[Claim]:
    before = pair.before
    like = [each for each in near if _one_measure(each, before)]
    if len(like) != 1 or any(equal(q, before) or equal(q, pair.after) for q in like):
        return
    first = like[0]
    if first.bound is not Bound.EXACT or before.bound is not Bound.EXACT or first.per != pair.after.per:
        return
    yield asked(first, before, "baseline", f"{said(first)} at first, {said(before)} in the result")


def _one_measure(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are told of one measure in the same words: one set of stems holds the other."""
    if not one_rate(first, second):
        return False
    one, other = stems_of(first), stems_of(second)
    return bool(one and other) and len(one & other) >= min(len(one), len(other), 3)


def asked(first: Quantity, second: Quantity, subtype: str, arithmetic: str) -> Claim:
    """The question to two figures of one thing."""
    return Claim(
        relation="R16",
        verdict=Verdict.AMBIGUOUS,
        quantities=in_order(first, second),
        arithmetic=arithmetic,
        advice=f"Use one figure, “{said(first)}” or “{said(second)}”, or say what each of them covers.",
        subtype=subtype,
    )
