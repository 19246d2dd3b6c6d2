"""R2, what is said of a change in percent or points with its two values."""

from __future__ import annotations

from starling.review.numbers.linking import Link
from starling.review.numbers.pairs import Pair
from starling.review.numbers.quantity import Kind
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.scores import in_percent
from starling.review.numbers.show import said
from starling.review.numbers.sums import in_order, percent_line, points_line


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


def change_line(pair: Pair) -> str:
    """The change in percent, for a rate with the points before it."""
    in_percent = percent_line(pair)
    return f"{points_line(pair)}; {in_percent}" if pair.after.kind is Kind.SHARE else in_percent


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
