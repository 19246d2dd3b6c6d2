"""R1, a fold change: "8x faster" beside the two values it is told of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from starling.model.story import PartKind
from starling.review.numbers.evaluate import fold, rest
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.changes import Change, Way
from starling.review.numbers.told.levels import Multiple, beside, loose, multiples
from starling.review.numbers.told.linking import OF_TIME, Link, links
from starling.review.numbers.told.offers import offered
from starling.review.numbers.told.since import since
from starling.review.numbers.told.sums import (
    Compute,
    change_fits,
    fold_line,
    in_order,
    is_computed,
    rounded,
    values,
)
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.rule import example, tell

_TEN, _ALL, _NEAR = 10, 100, 24
_ROUND = Fraction(1, 10)
"""How far a round multiple ("10x") may be off before it no longer fits at all."""


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each stated multiple with its pair, and an offer for each pair without one."""
    yield from _valued(sheet)
    settled = {link.change.quantity.start for link in (*links(sheet), *since(sheet)) if link.close}
    for multiple in multiples(sheet):
        yield _of_base(multiple)
        settled.add(multiple.stated.start)
    for change in loose(sheet):
        stated = change.quantity
        if stated.kind is Kind.RATIO and stated.start not in settled and stated.part is PartKind.RESULT:
            yield from _loose(sheet, change)
    for pair in offered(sheet, "R1"):
        yield _offer(pair)


def _loose(sheet: Sheet, change: Change) -> Iterator[Claim]:
    """A multiple without its pair: of two amounts or shares beside it where these give it, else open."""
    pair = beside(sheet, change)
    shares = _shares_before(sheet, change) if pair is None else None
    if shares is not None and change_fits(change.quantity, shares, _rest):
        yield _claim(Link(shares, change, close=True), Verdict.CONSISTENT, "")
    elif pair is None:
        yield _open(change.quantity)
    elif change_fits(change.quantity, pair, fold):
        yield _claim(Link(pair, change, close=True), Verdict.CONSISTENT, "")


def _shares_before(sheet: Sheet, change: Change) -> Pair | None:
    """The shares right before a multiple, which may be of what they leave: "to 99.95%, 10x less downtime"."""
    pairs = told_pairs(sheet)
    place = bisect_left(pairs, change.start, key=lambda pair: pair.start)
    for pair in pairs[max(0, place - 1) : place]:
        shares = pair.before.kind is pair.after.kind is Kind.SHARE and pair.after.high < _ALL
        if shares and pair.before.high < _ALL and 0 < change.start - pair.end <= _NEAR:
            return pair
    return None


def _valued(sheet: Sheet) -> Iterator[Claim]:
    """The multiples with values, told beside them or at first; of values that stand apart only what fits."""
    for link in links(sheet):
        if link.change.quantity.kind is Kind.RATIO:
            verdict, subtype = _judged(link)
            if link.close or verdict is Verdict.CONSISTENT:
                yield _claim(link, verdict, subtype)
    for link in since(sheet):
        sure = link.close or _judged(link)[0] is Verdict.CONSISTENT
        if link.change.quantity.kind is Kind.RATIO and sure:
            yield _since(link)


def _judged(link: Link) -> tuple[Verdict, str]:
    stated, compute = link.change.quantity, _reading(link.change, link.pair)
    if change_fits(stated, link.pair, compute) or (link.of_rest and change_fits(stated, link.pair, _rest)):
        return Verdict.CONSISTENT, ""
    counted = stated.text[:1].isdecimal()  # "doubled" has one meaning, "2 times faster" has two
    if counted and is_computed(exactly(stated.value() + 1), stated, link.pair, compute):
        return Verdict.CONSISTENT, "convention"
    before, after = values(link.pair)
    if stated.low >= _TEN and stated.low % _TEN == 0 and before and after:
        ratio = max(before, after) / min(before, after)
        if _points_right(link) and abs(ratio - stated.low) <= stated.low * _ROUND:
            return Verdict.AMBIGUOUS, "rounded"
    if _is_interval(link) and change_fits(stated, link.pair, fold):
        return Verdict.CONSISTENT, "interval"
    return Verdict.CONTRADICTION, ""


def _is_interval(link: Link) -> bool:
    """Whether a time may be one between events, so that more of it is fewer of them: "6x fewer alarms"."""
    return link.pair.after.kind is Kind.TIME and bool(link.change.about) and not link.change.about & OF_TIME


def _reading(change: Change, pair: Pair) -> Compute:
    """How to compute the multiple a word asks for; without a direction, the larger over the smaller."""
    goes_down = _goes_down(change, pair)
    return fold if goes_down is None else _down if goes_down else _up


def _goes_down(change: Change, pair: Pair) -> bool | None:
    if change.way in (Way.DOWN, Way.UP):
        return change.way is Way.DOWN
    if change.way in (Way.FASTER, Way.SLOWER) and pair.after.kind is Kind.TIME:
        return change.way is Way.FASTER
    return None


def _points_right(link: Link) -> bool:
    before, after = values(link.pair)
    goes_down = _goes_down(link.change, link.pair)
    return goes_down is None or goes_down == (after < before)


def _down(before: Interval, after: Interval) -> Interval:
    return before / after


def _rest(before: Interval, after: Interval) -> Interval:
    """How many times less is left of one hundred: 10 from 98% to 99.8%."""
    return rest(before) / rest(after)


def _up(before: Interval, after: Interval) -> Interval:
    return after / before


def _claim(link: Link, verdict: Verdict, subtype: str) -> Claim:
    pair, stated = link.pair, link.change.quantity
    return Claim(
        relation="R1",
        verdict=verdict,
        quantities=in_order(pair.before, pair.after, stated),
        arithmetic=lambda: f"{_line(link)}, written {said(stated)}",
        advice=lambda: _advice(link, verdict),
        subtype=subtype,
        escapable=verdict is Verdict.CONTRADICTION and link.reworded,
    )


def _line(link: Link) -> str:
    """The larger value over the smaller, or what is missing to one hundred where that gives the multiple."""
    pair, stated = link.pair, link.change.quantity
    shares = pair.before.kind is pair.after.kind is Kind.SHARE
    if not shares or change_fits(stated, pair, _reading(link.change, pair)):
        return fold_line(pair)
    if max(pair.before.value(), pair.after.value()) >= _ALL or not change_fits(stated, pair, _rest):
        return fold_line(pair)
    times = (_ALL - pair.before.value()) / (_ALL - pair.after.value())
    return f"(100 − {number(pair.before.value())}) / (100 − {number(pair.after.value())}) {equals(times)}×"


def _since(link: Link) -> Claim:
    """A multiple beside the value it led to: asked about where the value told at first does not give it."""
    verdict, subtype = _judged(link)
    if verdict is Verdict.CONTRADICTION and change_fits(link.change.quantity, link.pair, fold):
        verdict = Verdict.CONSISTENT
    claim = _claim(link, verdict, subtype)
    if verdict is not Verdict.CONTRADICTION:
        return claim
    before, stated = said(link.pair.before), said(link.change.quantity)
    advice = f"Say what “{stated}” is measured from: “{before}”, told at first, does not give it."
    return replace(claim, verdict=Verdict.AMBIGUOUS, advice=advice, subtype="base", escapable=False)


def _advice(link: Link, verdict: Verdict) -> str:
    pair = link.pair
    if verdict is Verdict.CONSISTENT:
        return ""
    if verdict is Verdict.AMBIGUOUS:
        return (
            f"Say “about {said(link.change.quantity)}”, or the two values, “{said(pair.before)}” "
            f"and “{said(pair.after)}”, alone."
        )
    return (
        f"Recompute “{said(link.change.quantity)}” from “{said(pair.before)}” and “{said(pair.after)}”: "
        "the three do not fit."
    )


def _of_base(multiple: Multiple) -> Claim:
    """As in "holds 4x the usual load" beside the expected and the reached load."""
    stated, base, reached = multiple
    pair = Pair(base, reached, base.start, reached.end)
    fit = change_fits(stated, pair, _up)
    return Claim(
        relation="R1",
        verdict=Verdict.CONSISTENT if fit else Verdict.CONTRADICTION,
        quantities=in_order(stated, base, reached),
        arithmetic=lambda: (
            f"{said(reached)} / {said(base)} {equals(reached.value() / base.value())}×, written "
            f"{said(stated)}"
        ),
        advice=lambda: (
            ""
            if fit
            else (
                f"Check which of “{said(base)}” and “{said(reached)}” is “{said(stated)}” the other: "
                f"the three do not fit."
            )
        ),
        subtype="base",
    )


def _open(stated: Quantity) -> Claim:
    return Claim(
        relation="R1",
        verdict=Verdict.UNVERIFIABLE,
        quantities=(stated,),
        arithmetic="no value before or after",
        advice=lambda: f"Give the two values behind “{said(stated)}”, and say how they were measured.",
        subtype="no baseline",
    )


def _offer(pair: Pair) -> Claim:
    return Claim(
        relation="R1",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(pair.before, pair.after),
        arithmetic=lambda: fold_line(pair),
        advice=lambda: _offered(pair),
        subtype="no claim",
        stated=False,
    )


def _offered(pair: Pair) -> str:
    """As in "“6 hours” from “3 days” is 12× or about 91.7% less: say either."""
    before, after = values(pair)
    if not before or not after:
        return ""
    times = rounded(max(before, after) / min(before, after))
    percent = rounded(abs(after - before) / before * 100)
    way = "less" if after < before else "more"
    return f"“{said(pair.after)}” from “{said(pair.before)}” is {times}× or {percent}% {way}: say either."


RELATION = Relation(
    code="R1",
    summary="A stated multiple fits the two values it is told of.",
    why="An interviewer divides the two values while you speak, and asks when the multiple is another one.",
    source="numbers-audit, R1",
    hits=(
        (
            example(tell(result="Nightly scoring went from 6 hours to 45 minutes, an 8x speedup.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="We cut cold starts from 30 s to 10 s, three times faster.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="Feature backfill time fell from 2 days to 4 hours.")), Verdict.CONSISTENT),
        (example(tell(result="The cache doubled, from 5 GB to 14 GB.")), Verdict.CONTRADICTION),
        (
            example(tell(result="Throughput grew 4x, from 250 to 1,000 requests per second.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="- 20x faster: feature lookups went from 90 ms to 30 ms")),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(result="Training dropped from 12 hours to 3 hours (10x speedup).")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="The index shrank from 120 GB to 11 GB (10x smaller).")), Verdict.CONSISTENT),
        (
            example(tell(result="The batch went from 108 minutes to 10 minutes, a 10x speedup.")),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(action="I kept three replicas and paired with the team 2x per week.")),
        example(tell(result="The service now takes 3x the traffic it was built for.")),
        example(tell(action="Moved the client from v1 to v2 over HTTP/2 and tested on 4x A100.")),
        example(tell(result="Recall rose from 71% to 88% after relabelling.")),
    ),
    find=find,
)
