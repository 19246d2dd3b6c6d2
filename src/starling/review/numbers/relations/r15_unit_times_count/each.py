"""So much for each of so many: "12 seconds per provider", "three nodes with 40 GB each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.told.neighbours import neighbours

_PER = re.compile(r"\s?(?:of [a-z]+ )?(?:per|for each|for every|/)\s?(?P<noun>[a-z]+)")
_EACH_AFTER = re.compile(
    r"\s?(?:each\b(?! (?:day|week|month|quarter|year|sprint|time))|apiece|a head|a piece)"
)
_EACH_BEFORE = re.compile(
    r"\beach(?: of (?:them|these|those|which))? (?:took|takes|taking|cost|costs|costing|had|has|held|holds|"
    r"holding|needed|needs|needing|used|uses|ran|runs|running|with|lasted|handled|handles|sent|sends"
    r"|generated|"
    r"opened|opens|at)\s"
    r"(?:about |around |roughly |up to |over |nearly |a |an |the )?[~$€£]?$"
)
_EACH_NOUN = re.compile(
    r"\b(?:each|every|one|per) (?P<noun>[a-z]+)(?: (?P<next>[a-z]+))?(?: [a-z]+){0,4}[: ]\s?[~$€£]?$"
)
_EACH_OF = re.compile(r"\beach of (?:our|the|my|these|those|their) (?:about |roughly )?~?$")
_TAKES = re.compile(
    r" (?:(?:spent|spends?|takes?|took|needs?|needed|uses?d?|gets?|got|had|has) )?"
    r"(?:about |around |roughly )?[~$€£]?"
)
_FOR_ONE = ("of ", "per", "for e", "/", "each", "apiece", "a head", "a piece")
"""How the words begin that follow an amount for one."""
_AMOUNTS = (Kind.TIME, Kind.RATE, Kind.MONEY, Kind.COUNT, Kind.DATA)
_REACH = 2


class Each(NamedTuple):
    """How much one takes, and how many there are."""

    amount: Quantity
    many: Quantity


def each(sheet: Sheet) -> Iterator[Each]:
    """Every amount for one thing with the nearest count of those things, in the order of the amounts."""
    spread = "each of " in sheet.lower
    for amount in sheet.of_kind(*_AMOUNTS):
        count = None
        for noun in _of_what(sheet, amount):
            count = count or _count(sheet, amount, noun)
        if count is None and spread:
            count = _each_of(sheet, amount)
        if count is not None:
            yield Each(amount, count)


def _each_of(sheet: Sheet, amount: Quantity) -> Quantity | None:
    """The 12 of "each of our 12 clerks spends 3 hours"."""
    place = sheet.index_of(amount)
    count = sheet.quantities[place - 1] if place else amount
    told = count.kind is Kind.COUNT and bool(count.noun) and count.sentence == amount.sentence
    if not told or _TAKES.fullmatch(sheet.between(count, amount)) is None:
        return None
    return count if _EACH_OF.search(sheet.before(count)) else None


def _of_what(sheet: Sheet, amount: Quantity) -> tuple[str, ...]:
    """The stems that what takes the amount may have; "" for "each" without a noun; none where it is not."""
    if amount.per and not _is_time(amount.per):
        return (stem(amount.per),)
    after, before = sheet.after(amount), sheet.before(amount)
    follows = after.lstrip().startswith(_FOR_ONE)
    match = _PER.match(after) if follows else None
    if match is not None and not _is_time(match["noun"]):
        return (stem(match["noun"]),)
    if (follows and _EACH_AFTER.match(after)) or ("each" in before and _EACH_BEFORE.search(before)):
        return ("",)
    led = "each " in before or "every " in before or "one " in before or "per " in before
    match = _EACH_NOUN.search(before) if led else None
    if match is None or _is_time(match["noun"]):
        return ()
    return tuple(stem(word) for word in (match["noun"], match["next"]) if word)  # "every manual check"


def _is_time(word: str) -> bool:
    unit = units().get(word)
    return unit is not None and unit.kind is Kind.TIME


def _count(sheet: Sheet, amount: Quantity, noun: str) -> Quantity | None:
    """The nearest count of the thing: before the amount first, else after it in its sentence or the next."""
    near = [
        other
        for other in neighbours(sheet, amount, _REACH if noun else 1)
        if other.unit.kind is Kind.COUNT
        and other.noun
        and other.low > 1
        and (noun or other.sentence >= amount.sentence)
    ]
    fitting = [other for other in near if not noun or stem(other.noun) == noun]
    before = [other for other in fitting if other.start < amount.start]
    if before:
        return before[-1]
    told = fitting if noun else [q for q in fitting if sheet.last_word(q) == "so"]
    return told[0] if told else None  # "30 minutes each, so 40 clerks save …"
