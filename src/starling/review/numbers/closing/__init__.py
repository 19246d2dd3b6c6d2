"""What became of each aim of a telling: the figure or the words of the result that answer it."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.numbers.closing.counts import counts
from starling.review.numbers.closing.days import days
from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.closing.factors import factor
from starling.review.numbers.closing.plans import in_plans
from starling.review.numbers.closing.shares import of_them
from starling.review.numbers.closing.short import is_short, shortfalls
from starling.review.numbers.closing.time_left import in_time_left
from starling.review.numbers.closing.times import budget, deadline, extension
from starling.review.numbers.closing.values import beside, value
from starling.review.numbers.closing.words import in_words
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.aims import Aim, AimKind, aims
from starling.review.numbers.told.neighbours import is_story
from starling.review.reading import Reading


def closings(sheet: Sheet) -> tuple[Closing, ...]:
    """Every aim with its end, in the order of the text; aims that cannot be judged are left out."""
    return sheet.reading.once(_closings)


def _closings(reading: Reading) -> tuple[Closing, ...]:
    sheet = reading.once(Sheet)
    wanted = aims(sheet)
    if not wanted and not is_short(sheet):
        return ()
    told = reading.once(Told)
    found = [closing for aim in wanted if (closing := _closed(told, aim)) is not None]
    missed = list(shortfalls(told)) if is_short(sheet) else []
    if not missed:
        return tuple(found)
    kept = [closing for closing in found if not _is_passed_over(closing)]
    return tuple(sorted([*kept, *missed], key=lambda closing: closing.aim.quantity.start))


def _is_passed_over(closing: Closing) -> bool:
    """Whether nothing is told of a time there was, which is no question where a miss is owned."""
    return closing.end is End.OPEN and closing.aim.kind is AimKind.DEADLINE and not closing.aim.named


_BY_KIND = {
    AimKind.DEADLINE: deadline,
    AimKind.BUDGET: budget,
    AimKind.EXTENSION: extension,
    AimKind.FACTOR: factor,
}


def _closed(told: Told, aim: Aim) -> Closing | None:
    close = _BY_KIND.get(aim.kind)
    if aim.quantity.sentence in told.indices:
        return beside(told, aim) if close is None else None
    return of_them(told, aim) or value(told, aim) if close is None else close(told, aim)


def asides(sheet: Sheet) -> Iterator[Closing]:
    """What else was held out and is taken up: counts, promises in words, plans, days, and time that was left.

    These are no targets of the task, so that none of them can stay open.
    """
    if not is_story(sheet):
        return
    told = sheet.reading.once(Told)
    for way in (counts, in_words, in_plans, days, in_time_left):
        yield from way(told)
