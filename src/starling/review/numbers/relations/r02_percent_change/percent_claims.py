"""R2, what is said of a change in percent or points with its two values."""

from __future__ import annotations

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import number, said
from starling.review.numbers.told.changes import Way
from starling.review.numbers.told.levels import Level
from starling.review.numbers.told.linking import Link
from starling.review.numbers.told.scores import in_percent
from starling.review.numbers.told.sums import change_line, in_order

_ALL = ratio(100)


def valued_claim(link: Link, verdict: Verdict, subtype: str) -> Claim:
    """What is said of a change with its two values."""
    pair, stated = link.pair, link.change.quantity
    shown = in_percent(pair) if subtype or stated.kind is Kind.POINTS else pair
    return Claim(
        relation="R2",
        verdict=verdict,
        quantities=in_order(pair.before, pair.after, stated),
        arithmetic=lambda: f"{change_line(shown)}, written {said(stated)}",
        advice=lambda: _advice(link, verdict, subtype),
        subtype=subtype,
        escapable=verdict is Verdict.CONTRADICTION and link.reworded,
    )


def of_other_base(link: Link) -> Claim:
    """A change that its value and the one told at first do not give: asked, since its base is not named."""
    pair, stated = link.pair, link.change.quantity
    return Claim(
        relation="R2",
        verdict=Verdict.AMBIGUOUS,
        quantities=in_order(pair.before, pair.after, stated),
        arithmetic=lambda: f"{change_line(pair)}, written {said(stated)}",
        advice=lambda: (
            f"Say what “{said(stated)}” is of: “{said(pair.before)}” at first and “{said(pair.after)}” "
            f"now do not give it."
        ),
        subtype="base",
    )


def _advice(link: Link, verdict: Verdict, subtype: str) -> str:
    stated, pair = said(link.change.quantity), link.pair
    if verdict is Verdict.CONSISTENT:
        return ""
    if subtype == "points vs percent":
        return (
            f"Say whether “{stated}” is percent or percentage points: only the other reading fits "
            f"“{said(pair.before)}” and “{said(pair.after)}”."
        )
    if subtype == "by or to":
        return f"Say what “{stated}” is relative to: it fits as a total, not as a change."
    if link.reworded:
        return (
            f"Say what “{stated}” is of, or recompute it: “{said(pair.before)}” and “{said(pair.after)}” "
            f"do not give it."
        )
    return f"Recompute “{stated}” from “{said(pair.before)}” and “{said(pair.after)}”: the three do not fit."


def level_claim(level: Level) -> Claim:
    """A percent of a rate whose level is told: points may be impossible, or the two readings differ."""
    stated, start = level.change.quantity, level.level
    sign = -1 if level.change.way in (Way.DOWN, Way.WORSE) else 1
    points = start.value() + sign * stated.value()
    relative = start.value() * (1 + sign * stated.value() / 100)
    shown = ("−", "+")[sign > 0]
    line = (
        f"{number(start.value())} {shown} {number(stated.value())} = {number(points)}%; "
        f"{number(start.value())} × {number(1 + sign * stated.value() / 100)} = {number(relative)}%"
    )
    one_way = not 0 <= points <= _ALL or not 0 <= relative <= _ALL
    advice = f"Say whether “{said(stated)}” is percent of the “{said(start)}” or percentage points."
    return Claim(
        relation="R2",
        verdict=Verdict.CONSISTENT if one_way else Verdict.AMBIGUOUS,
        quantities=in_order(start, stated),
        arithmetic=line,
        advice=advice,
        subtype="wording" if one_way else "points vs percent",
    )
