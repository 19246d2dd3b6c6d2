"""Which figures tell one thing: equal ones of one measure, in one story or in two tellings of one project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from starling.review.numbers.evaluate import fits, in_step
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import AS_WRITTEN, Bound, Kind, Quantity, Role, times
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.told.periods import period
from starling.review.reading import Sentence

_COMMON = frozenset(
    stem(word)
    for word in (
        "time system team user customer new day week month hour year minute second number total average rate "
        "level later before after take need use make work result while still already initial initially "
        "current previous started start service data high low large small full different several built add "
        "added ran run via due because where there during including across among through based using would "
        "could should per each"
    ).split()
)
_PLAIN = frozenset(
    stem(word)
    for word in (
        "that this with from were have been they them their would could should about after before which when "
        "then than into over under more less most also only some such just very much many each other what "
        "while being because through between during without within across until there these those both where "
        "every"
    ).split()
)
_POINTS_BACK = re.compile(r"\b(?:that|those|these|this|the|the same|both|all|the original|the initial)\W*$")
_LIMITS = re.compile(r"\b(within|in under|in less than|every)[ -](?:about |the |~)?$")
_FEWER = re.compile(r" (?:fewer|less)\b")
_BEYOND = re.compile(r" (?:over|under)(?=$|[.,;)])")
_OF_TIME = " of the time"
_REACH = 16
_TELLING = 4
"""Letters from which on a word can tell what a sentence is about."""
_LETTERS = re.compile(r"[a-z]{4,}")
_MOST = 6
"""Earlier figures of a measure that a later one is held against."""


def stems_of(quantity: Quantity) -> frozenset[str]:
    """The stems that tell one measure from another, the noun of a count among them."""
    beside = _stems_beside(*_LETTERS.findall(quantity.text.lower()), quantity.noun, quantity.per)
    return (quantity.metric - _COMMON) | beside


@lru_cache(maxsize=1024)
def _stems_beside(*words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word and word not in units()) - _COMMON


def size(quantity: Quantity) -> tuple[object, ...]:
    """What two equal figures have in common however they are written: kind and both ends in base units."""
    base = quantity.unit.readings[0]
    low = times(quantity.low, base).as_integer_ratio()  # whose hash is cheaper than that of a fraction
    high = low if quantity.high is quantity.low else times(quantity.high, base).as_integer_ratio()
    return quantity.unit.kind, low, high


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of a kind agree in some natural reading, ranges like with like."""
    if one.kind is not other.kind:
        return False
    return any(
        fits(a, b, about=Bound.ABOUT in (one.bound, other.bound))
        for a, b in in_step(_bare(one), _bare(other))
    )


def _bare(quantity: Quantity) -> Quantity:
    return quantity if quantity.bound in AS_WRITTEN else replace(quantity, bound=Bound.EXACT)


def one_rate(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one rate: the same "per", or one told without it."""
    if one.per == other.per or not one.per or not other.per:
        return True
    return period(one) is None and period(other) is None


def one_thing(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether two equal figures of one telling are of the same thing, by its words or by a pointing one."""
    if not one_rate(first, second) or not _told_alike(sheet, first, second):
        return False
    return _is_gap(sheet, first) == _is_gap(sheet, second) and not _parted(sheet, first, second)


def _told_alike(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    if first.unit.kind is Kind.COUNT and first.bound is not Bound.RANGE:
        return _one_counted(first, second)
    if first.bound is Bound.RANGE or stems_of(first) & stems_of(second):
        return True
    if len(_around(sheet, first) & _around(sheet, second)) > 1:
        return True
    return _is_baseline(sheet, first, second) or _is_pointed_at(sheet, first, second)


def _is_gap(sheet: Sheet, quantity: Quantity) -> bool:
    """Whether a count or a level is told as a distance, and is no value: "20 fewer pages", "4% over"."""
    fewer = quantity.unit.kind is Kind.COUNT and _FEWER.search(quantity.text) is not None
    return fewer or _BEYOND.match(sheet.after(quantity, _REACH)) is not None


def _parted(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether one share is of the time and one of something else: "30% of the time", "30% of the price"."""
    if first.kind is not Kind.SHARE:
        return False
    told = sheet.after(first, _REACH), sheet.after(second, _REACH)
    timed = [each.startswith(_OF_TIME) for each in told]
    return timed[0] != timed[1] and all(each.startswith(" of ") for each in told)


def _is_pointed_at(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether words before the second name the first: "within", "every" of both, or "those 2 weeks"."""
    lead = sheet.before(second, 24)
    within = _LIMITS.search(lead)
    if within is not None:
        earlier = _LIMITS.search(sheet.before(first, 24))
        if earlier is not None and earlier[1] == within[1]:
            return True
    return _POINTS_BACK.search(lead) is not None and second.sentence > first.sentence


def _is_baseline(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    """Whether the value that a later change starts from was told before: "met it 90% of the time"."""
    later = (
        second.role is Role.BEFORE
        and first.role in (Role.PLAIN, Role.TARGET)
        and second.part is not first.part
    )
    return later and bool(stems_of(second) & _around(sheet, first))


def _around(sheet: Sheet, quantity: Quantity) -> frozenset[str]:
    """The stems of the whole sentence of a figure."""
    sentence = sheet.sentence(quantity)
    return frozenset() if sentence is None else _subjects(sentence)


def _subjects(sentence: Sentence) -> frozenset[str]:
    return (
        frozenset(stem(word.lower) for word in sentence.words if len(word.lower) >= _TELLING)
        - _COMMON
        - _PLAIN
    )


def _one_counted(first: Quantity, second: Quantity) -> bool:
    one, other = first.noun, second.noun
    if one and other and (one.endswith(other) or other.endswith(one)):
        return True
    nouns = {stem(one), stem(other)}
    if one and len(nouns) == 1:
        return True
    shared = stems_of(first) & stems_of(second)
    if len(shared) <= 1 or not (nouns & shared or not (one or other)):
        return False
    return nouns <= shared or not (one and other) or bool(_words(first) & _words(second))


def _words(quantity: Quantity) -> frozenset[str]:
    """The words of a counted figure behind its number."""
    return frozenset(map(stem, _LETTERS.findall(quantity.text.lower().partition(" ")[2])))


def told_again(sheet: Sheet) -> Iterator[tuple[Quantity, ...]]:
    """The figures of one size that tell one thing in two sentences or more, in the order of the text."""
    units = {pair.before.start: pair.after for pair in sheet.pairs if pair.before.kind is Kind.COUNT}
    by_size: dict[tuple[object, ...], list[Quantity]] = {}
    for each in sheet.quantities:
        if each.sentence >= 0 and each.high:
            quantity = _with_unit(each, units.get(each.start))
            by_size.setdefault(size(quantity), []).append(quantity)
    for figures in by_size.values():
        if figures[0].sentence != figures[-1].sentence:
            yield from _groups(sheet, figures)


def _with_unit(quantity: Quantity, partner: Quantity | None) -> Quantity:
    """A bare number with the unit of what it became: the 15 of "from 15 to 6 days"."""
    if partner is None or quantity.noun:
        return quantity
    if partner.unit is quantity.unit and not (partner.noun or partner.per):
        return quantity
    return replace(quantity, unit=partner.unit, per=quantity.per or partner.per, noun=partner.noun)


def _groups(sheet: Sheet, figures: Iterable[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    groups: list[list[Quantity]] = []
    for quantity in figures:
        for group in groups[-_MOST:]:
            if quantity.sentence != group[-1].sentence and any(
                one_thing(sheet, q, quantity) for q in group[-_MOST:]
            ):
                group.append(quantity)
                break
        else:
            groups.append([quantity])
    yield from (tuple(group) for group in groups if len(group) > 1)


def by_stem(quantities: Iterable[Quantity]) -> dict[str, list[Quantity]]:
    """The quantities that each stem of a measure is told with, in the order given."""
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        for each in stems_of(quantity):
            found.setdefault(each, []).append(quantity)
    return found


def apart(one: Quantity, other: Quantity) -> Fraction:
    """By how much the middle of the larger figure exceeds that of the smaller, as a share of the larger."""
    low, high = sorted((one.value(), other.value()))
    return Fraction(0) if not high else (high - low) / high
