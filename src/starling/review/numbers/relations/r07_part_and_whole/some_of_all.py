"""Some of all that there are, told far apart: "all 12 services … the top 5 services", "two more analysts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.parts import Whole, is_plain

_ALL = re.compile(
    r"\b(?:all|across|entire|every one of|each of|total(?:l?ing)?(?: of)?|team of|group of|our"
    r"|all of)\s(?:the |our |all )?$"
)
_WHOLLY = re.compile(
    r"\b(?:all|entire|total(?:l?ing)?(?: of)?|team of|every one of)\s(?:the |our |of the |of our )?$"
)
_MORE = re.compile(r"\b(?:add(?:ed|ing)?|new|another|extra|additional|hired|hiring|more)\s(?:a |the )?$")
_HIRED = re.compile(
    r"\b(?:hired|recruited|added|brought in|onboarded)\s(?:another |a further |an additional )?$"
)
_GROUP_OF = re.compile(
    r"\b(?:team|group|squad|crew|cluster|fleet|panel|department)\s"
    r"(?:of|consist(?:ed|ing|s) of|had|has|with)\s"
    r"(?:only |about )?$|\b(?:all|our|the)\s$"
)
_ELSEWHERE = re.compile(
    r"[^.;:]{0,20}\b(?:across|compan\w+|organi[sz]ation\w*|elsewhere|outside|other|departments?|worldwide)\b"
)
_OF_THINGS = re.compile(r"^ of (?:our|the|my|their) (?:[a-z-]+ ){0,2}?(?P<things>[a-z]+s)\b")
_ALL_ENDS = frozenset("all across entire of total totaling totalling our the".split())
"""How the words end that say it is all."""
_SOME = re.compile(
    r"\b(?:top|only|just|first|junior|senior|remaining|other|of (?:the|them|those|which))\s(?:the )?$"
)
_COUPLE = 2


def some_of_all(sheet: Sheet) -> Iterator[Whole]:
    """As in "all 12 services … the top 5 services": fewer of the same things told later."""
    wholes: dict[str, Quantity] = {}
    for quantity in sheet.of_kind(Kind.COUNT):
        noun = quantity.noun or _noun_of(sheet, quantity)
        if not noun or not is_plain(quantity):
            continue
        whole = wholes.get(stem(noun))
        if whole is not None and whole.low != quantity.low:
            before = sheet.before(quantity)
            found = Whole((quantity,), whole, full=False, sure=False, asks=not _SOME.search(before))
            told = found.holds() or (_is_wholly(sheet, whole) and not _ELSEWHERE.match(sheet.after(quantity)))
            if told and not (_is_all(sheet, quantity) or _MORE.search(before)):
                yield found
        elif quantity.low > _COUPLE and _is_all(sheet, quantity):
            wholes[stem(noun)] = quantity


def _is_all(sheet: Sheet, quantity: Quantity) -> bool:
    return sheet.last_word(quantity) in _ALL_ENDS and _ALL.search(sheet.before(quantity)) is not None


def _noun_of(sheet: Sheet, quantity: Quantity) -> str:
    """The things of "all 50 of our active users"."""
    match = _OF_THINGS.match(sheet.after(quantity))
    return "" if match is None else match["things"]


def _is_wholly(sheet: Sheet, whole: Quantity) -> bool:
    """Whether a word says that it is all there is: "all 12 services", "a team of 6"."""
    return _WHOLLY.search(sheet.before(whole)) is not None


def added(sheet: Sheet) -> Iterator[Whole]:
    """As in "a team of 4 analysts", and later "hired two new analysts": what it grew to, as an offer."""
    if not sheet.mentions("hired", "recruited", "added", "brought in", "onboarded"):
        return
    wholes: dict[str, Quantity] = {}
    for quantity in sheet.of_kind(Kind.COUNT):
        if not quantity.noun or not is_plain(quantity):
            continue
        before, thing = sheet.before(quantity), stem(quantity.noun)
        whole = wholes.get(thing)
        if whole is not None and _HIRED.search(before) and quantity.sentence != whole.sentence:
            yield Whole((whole, quantity), whole, full=True, sure=False)
        elif _GROUP_OF.search(before):
            wholes[thing] = quantity
