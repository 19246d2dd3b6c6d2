"""Whether a stated change in percent or points fits its two values, in which of its readings."""

from __future__ import annotations

from starling.review.numbers.evaluate import percent_change, reduction
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.relation import Verdict
from starling.review.numbers.told.changes import Change, Way
from starling.review.numbers.told.linking import Link
from starling.review.numbers.told.scores import in_percent
from starling.review.numbers.told.sums import Compute, change_fits

_HUNDRED = ratio(100)


def judged(link: Link) -> tuple[Verdict, str]:
    """The verdict on a change with its two values, and what kind it is of where the two readings differ."""
    stated, pair = link.change.quantity, link.pair
    relative = any(change_fits(stated, pair, compute) for compute in _relative(link.change, pair))
    of_errors = _may_be_errors(link) and change_fits(stated, pair, _errors)
    whole = in_percent(pair)
    points = whole.after.kind is Kind.SHARE and _points_fit(link._replace(pair=whole))
    if stated.kind is Kind.POINTS:
        return _of_fit(points, relative)
    if not (relative or points or of_errors) and _told_as_total(link):
        return Verdict.AMBIGUOUS, "by or to"
    return _of_fit(relative or (of_errors and not points), points)


def _of_fit(as_written: bool, otherwise: bool) -> tuple[Verdict, str]:  # noqa: FBT001
    if as_written:
        return Verdict.CONSISTENT, ""
    return (Verdict.AMBIGUOUS, "points vs percent") if otherwise else (Verdict.CONTRADICTION, "")


def _relative(change: Change, pair: Pair) -> tuple[Compute, ...]:
    """The natural computations of a relative change with this word."""
    if change.way is Way.DOWN:
        return (reduction,)
    if change.way is Way.UP:
        return (percent_change,)
    if pair.after.kind is Kind.SHARE:
        return reduction, percent_change
    return reduction, percent_change, _speed


def _may_be_errors(link: Link) -> bool:
    """Whether a percent may be one of what is missing to one hundred: of a share that got better."""
    better = link.change.way not in (Way.UP, Way.DOWN) and link.pair.after.kind is Kind.SHARE
    return better or link.of_rest


def _speed(before: Interval, after: Interval) -> Interval:
    """By how many percent the speed rose when the time fell: 300 from 8 minutes to 2."""
    return percent_change(after, before)


def _errors(before: Interval, after: Interval) -> Interval:
    """By how many percent what is missing to one hundred fell: 80 from 90% to 98%."""
    return reduction(exactly(_HUNDRED) - before, exactly(_HUNDRED) - after)


def _points_fit(link: Link) -> bool:
    way = link.change.way
    falls = way is Way.DOWN
    either = way not in (Way.DOWN, Way.UP)
    down = change_fits(link.change.quantity, link.pair, lambda before, after: before - after)
    up = change_fits(link.change.quantity, link.pair, lambda before, after: after - before)
    return (down or up) if either else down if falls else up


def _told_as_total(link: Link) -> bool:
    """As in "300% more" for three times as much: meant "to 300%"."""
    if link.change.way is Way.DOWN or link.change.quantity.low <= _HUNDRED:
        return False
    return change_fits(
        link.change.quantity, link.pair, lambda before, after: (after / before).scaled(_HUNDRED)
    )
