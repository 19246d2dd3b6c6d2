"""Changes whose two values stand apart: a level told earlier, or a base named beside the change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import Change, changes, stems
from starling.review.numbers.told.linking import OF_TIME, links, of_kind
from starling.review.reading import Reading

_BASE = re.compile(
    r"^[ \w-]{0,24}\b(?:above|over|below|under|beyond|than) (?:the |our |its |what (?:was|we) )?"
    r"(?:target|goal|plan(?:ned)?|expect\w*|estimate\w*|forecast|requirement|required|"
    r"baseline|usual|normal)\b"
)
_AIMED = re.compile(
    r"\b(?:expect\w*|target\w*|goal|aim\w*|plan\w*|estimat\w*|forecast\w*|requir\w*|"
    r"needed?|need to|must|usual\w*|normal\w*|baseline)\b"
)
_BESIDE = re.compile(r"^[\s,;(–—:-]{1,4}(?:with |a |about |or |which is |that is )*$")
_MULTIPLE = re.compile(
    r"^ (?:the |our |its |their )?(expected|normal|usual|typical|planned|projected|current|average|regular)\b"
)
_HANDLED = re.compile(
    r"\b(?:handled?|process(?:ed)?|serv(?:ed?|ing)|support(?:ed)?|sustain(?:ed)?|held|"
    r"take|took|reached|only|broke at|failed at)\b"
)
_BREAK = re.compile(r"[,;.()]|\b(?:and|but|of|for|in)\b")
_MOST = 4
_ALL, _TWO = 100, 2
_NEAR = 12
_MEASURED = (Kind.TIME, Kind.DATA, Kind.MONEY, Kind.RATE)


_RANKED = ("top ", "bottom ", "best ", "worst ", "first ", "last ")
"""How the words end before a share that is a cut and no level: "the top 20%"."""


class Level(NamedTuple):
    """A change in percent of a rate, and the percentage that the rate was at."""

    level: Quantity
    change: Change


class Multiple(NamedTuple):
    """A multiple of a named base, the base, and the value that is said to be so many times as large."""

    stated: Quantity
    base: Quantity
    reached: Quantity


def loose(sheet: Sheet) -> tuple[Change, ...]:
    """The changes that no pair stands close to, in the order of the text."""
    return sheet.reading.once(_loose)


def _loose(reading: Reading) -> tuple[Change, ...]:
    sheet = reading.once(Sheet)
    close = {link.change.quantity.start for link in links(sheet) if link.close}
    return tuple(change for change in changes(sheet) if change.quantity.start not in close)


def levels(sheet: Sheet) -> Iterator[Level]:
    """Each loose change in percent with the last percentage told of the same measure before it."""
    stated = {change.quantity.start for change in changes(sheet)}
    told: dict[str, Quantity] = {}
    shares = [q for q in sheet.of_kind(Kind.SHARE) if q.start not in stated and 0 < q.low < _ALL]
    told_until = iter([share for share in shares if share.role is not Role.CHANGE])
    coming = next(told_until, None)
    for change in loose(sheet):
        while coming is not None and coming.start < change.quantity.start:
            told.update(dict.fromkeys(_named(sheet, coming), coming))
            coming = next(told_until, None)
        if change.quantity.kind is Kind.SHARE:
            found = [told[each] for each in change.about if each in told]
            if found:
                yield Level(max(found, key=lambda quantity: quantity.start), change)


def _named(sheet: Sheet, quantity: Quantity) -> frozenset[str]:
    """The stems of the rate itself: the noun after it, or the words right before it ("recall was 60%")."""
    lead = _BREAK.split(sheet.before(quantity, 30))[-1]
    if lead.endswith(_RANKED):
        return frozenset()
    return (stems(quantity.noun) | stems(lead)) - OF_TIME


def over_base(sheet: Sheet) -> Iterator[tuple[Pair, Change]]:
    """As in "900 users, 50% above the target" with the 600 users that were aimed at."""
    for change in loose(sheet):
        number = sheet.index_of(change.quantity)
        if (
            number == 0
            or change.quantity.kind is Kind.POINTS
            or not _BASE.match(sheet.after(change.quantity, 60))
        ):
            continue
        reached = _as_reached(sheet.quantities[number - 1])
        if not reached.noun or _BESIDE.match(sheet.between(reached, change.quantity)) is None:
            continue
        bases = sheet.reading.once(_bases)
        for base in reversed([q for q in bases.get(reached.noun, []) if q.start < reached.start][-_MOST:]):
            if base.kind is reached.kind:
                yield Pair(base, reached, base.start, reached.end), change
                break


def _as_reached(quantity: Quantity) -> Quantity:
    """The most that was reached, as the value it is: "tested up to 800 users"."""
    return replace(quantity, bound=Bound.EXACT) if quantity.bound is Bound.AT_MOST else quantity


def _bases(reading: Reading) -> dict[str, list[Quantity]]:
    sheet = reading.once(Sheet)
    found: dict[str, list[Quantity]] = {}
    for quantity in sheet.quantities:
        if quantity.noun and _AIMED.search(sheet.before(quantity, 40) + " " + sheet.after(quantity, 20)):
            found.setdefault(quantity.noun, []).append(quantity)
    return found


def multiples(sheet: Sheet) -> Iterator[Multiple]:
    """As in "at 4x the usual load" with the load that was expected and the one that was handled."""
    for stated in sheet.of_kind(Kind.RATIO):
        named = _MULTIPLE.match(sheet.after(stated, 40))
        if named is None:
            continue
        number = sheet.index_of(stated)
        beside = [
            q
            for q in sheet.quantities[max(0, number - _MOST) : number + _MOST + 1]
            if q.kind is Kind.COUNT and q.low > 0
        ]
        bases = [q for q in beside if named[1][:6] in sheet.before(q, 30)]
        reached = [q for q in beside if _HANDLED.search(sheet.before(q, 30)) and q not in bases]
        near = [q for q in (*bases, *reached) if abs(q.sentence - stated.sentence) <= 1]
        if (
            len(bases) == 1
            and len(reached) == 1
            and len(near) == len((*bases, *reached))
            and _alike(bases[0], reached[0])
        ):
            yield Multiple(stated, bases[0], reached[0])


def _alike(first: Quantity, second: Quantity) -> bool:
    return first.noun == second.noun or not first.noun or not second.noun


def apart(sheet: Sheet) -> Iterator[tuple[Pair, Change]]:
    """Loose changes with any two earlier or neighbouring values of the same measure; good only to confirm."""
    told = [(change, change.about | stems(change.quantity.noun)) for change in loose(sheet)]
    by_stem: dict[str, list[Quantity]] = {}
    for quantity in sheet.of_kind(*_MEASURED) if any(about for _, about in told) else ():
        for each in quantity.metric | stems(quantity.noun):
            by_stem.setdefault(each, []).append(quantity)
    for change, about in told:
        found = {q.start: q for each in about for q in by_stem.get(each, [])[:_MOST]}
        values = [found[start] for start in sorted(found)][:_MOST]
        for number, before in enumerate(values):
            for after in values[number + 1 :]:
                if (
                    before.kind is after.kind
                    and before.value() != after.value()
                    and of_kind(change, after.kind)
                ):
                    yield Pair(before, after, before.start, after.end), change


def beside(sheet: Sheet, change: Change) -> Pair | None:
    """The only two amounts told before a change in its sentence: "4 GPUs took 10 h, 8 took 5 h"."""
    sentence, place = change.quantity.sentence, sheet.index_at(change.start)
    near = [q for q in sheet.quantities[max(0, place - _NEAR) : place] if q.sentence == sentence >= 0]
    told = [q for q in near if q.kind in _MEASURED and q.role is Role.PLAIN]
    if len(told) != _TWO or told[0].kind is not told[1].kind or told[0].value() == told[1].value():
        return None
    fit_for = Bound.RANGE not in (told[0].bound, told[1].bound) and told[0].per == told[1].per
    return (
        Pair(told[0], told[1], told[0].start, told[1].end)
        if fit_for and told[0].low and told[1].low
        else None
    )
