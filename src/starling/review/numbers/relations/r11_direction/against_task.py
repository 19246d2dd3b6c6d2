"""Pairs that go the other way than the task asks: "lower the share of late parcels (3%)", and it rose."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import Cue, Way, cues_within
from starling.review.numbers.told.told_pairs import aligned, told_pairs

_NO_LEVELS = (Role.TARGET, Role.CHANGE)


def against_task(sheet: Sheet) -> Iterator[tuple[Pair, Cue]]:
    """The pairs of the result that start from a figure of the task, with the word they go against."""
    set_out = [q for q in sheet.quantities if q.part is PartKind.TASK and q.role not in _NO_LEVELS]
    asked_of = {(q.unit.kind, q.value()): q for q in set_out}
    for pair in told_pairs(sheet) if asked_of else ():
        told = aligned(pair)
        start = asked_of.get((told.before.unit.kind, told.before.value()))
        sentence = None if start is None else sheet.sentence(start)
        if start is None or sentence is None or pair.after.part is not PartKind.RESULT:
            continue
        if pair.after.metric and not pair.after.metric & start.metric:
            continue
        led = [
            cue for cue in cues_within(sheet, sentence.start, start.start) if cue.way in (Way.UP, Way.DOWN)
        ]
        wrong = Way.DOWN if told.after.value() > told.before.value() else Way.UP
        if {cue.way for cue in led} == {wrong} and told.after.value() != told.before.value():
            yield pair, led[0]
