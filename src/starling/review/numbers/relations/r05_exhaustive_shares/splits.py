"""R5, splits in their short form: "a 70/15/15 split", "split the rows 80/10/10 by customer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Bound, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import COUNT
from starling.review.numbers.relation import Claim, Verdict

_SLASHES = re.compile(r"(?<![\w./-])\d{1,2}(?: ?/ ?\d{1,2}){1,3}(?![\w/-]|\.\d)")
_LED = re.compile(r"\b(?:split|splitting|divid\w+|weights?|weighted)\b[^.;:\d]{0,60}$")
_FOLLOWED = re.compile(
    r"\s(?:(?:train\w*|data|time|random|stratified|traffic)[/ -]){0,2}(?:split|weights?)\b"
)
_WHOLE, _FAR_OFF = 100, 40
"""Numbers whose sum is further from one hundred are no percentages."""
_PAIR = 2
_MONTHS, _DAYS = 12, 31
_NONE = ratio(0)


def written_splits(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each split in slashes: its numbers are all of it, and come to one hundred."""
    if "/" not in sheet.lower or not sheet.mentions("split", "weight", "divid"):
        return
    for match in _SLASHES.finditer(sheet.lower):
        sentence = sheet.reading.sentence_at(match.start())
        if sentence is None:
            continue
        led = _LED.search(sheet.lower, max(sentence.start, match.start() - 80), match.start()) is not None
        if led or _FOLLOWED.match(sheet.lower, match.end(), sentence.end):
            yield from _judged(sheet, match.start(), match.end())


def _judged(sheet: Sheet, start: int, end: int) -> Iterator[Claim]:
    parts = [int(part) for part in sheet.lower[start:end].split("/")]
    gap = abs(sum(parts) - _WHOLE)
    if gap > _FAR_OFF or (gap and (len(parts) == _PAIR or _may_be_date(parts))):
        return  # "a 4/3 split", "we split the team on 31/12/24"
    split = _as_written(sheet, start, end)
    yield Claim(
        relation="R5",
        verdict=Verdict.CONTRADICTION if gap else Verdict.CONSISTENT,
        quantities=(split,),
        arithmetic=f"{' + '.join(map(str, parts))} = {sum(parts)}%",
        advice=f"Add “{split.text}” up again: a split makes up the whole." if gap else "",
    )


def _may_be_date(parts: list[int]) -> bool:
    """Whether the first two can be a day and a month, in either order: "31/12/24"."""
    return min(parts[:2]) <= _MONTHS and max(parts[:2]) <= _DAYS


def _as_written(sheet: Sheet, start: int, end: int) -> Quantity:
    """The split as something to quote; its numbers are no quantities of their own."""
    sentence = sheet.reading.sentence_at(start)
    return Quantity(
        start, end, sheet.text[start:end], _NONE, _NONE, _NONE, Bound.RANGE, COUNT,
        part=sheet.reading.kind_at(start) or PartKind.OTHER,
        sentence=-1 if sentence is None else sentence.index,
    )  # fmt: skip
