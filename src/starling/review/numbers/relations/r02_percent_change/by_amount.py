"""R2, a change told as an amount: "from $90K to $60K a month, saving $30K", "31.5 to 33.0 (+1.5)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import COUNT
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import like, said
from starling.review.numbers.told.scores import in_percent
from starling.review.numbers.told.sums import in_one_unit, in_order, steps
from starling.review.numbers.told.told_pairs import aligned, told_pairs

_KINDS = (Kind.TIME, Kind.MONEY, Kind.DATA, Kind.COUNT, Kind.RATE)
_SIGNED = re.compile(r"^[ `*_]{0,3}\([`*_ ]{0,3}(?P<sign>[+−–-])\s?[~$€£]?$")
_LED = re.compile(
    r"^(?:,|;| –| —| \()? ?(?:and |so |that's |which |thus |thereby )*(?:we )?"
    r"(?:sav(?:ing|es|ed)|freeing|freed(?: up)?|cutting|gaining|losing|adding"
    r"|a (?:saving|drop|gain|rise|cut|reduction|increase|difference|improvement) of"
    r"|up by|down by|(?<=\()(?:up|down)) (?:us )?(?:about |around |roughly |nearly )?~?$"
)
_JOINED = re.compile(
    r"^(?:,|;| –| —| \() ?(?:and |so |or |that's |that is |which is |i\.e\.,? |about |around |roughly "
    r"|nearly |a full )*~?$"
)
_MORE_OR_LESS = re.compile(
    r"^ (?:\S+ )?(?:less|fewer|more|lower|higher|faster|quicker|shorter|saved|freed|gained)\b(?! than)"
    r"(?=$|[).,;:!]| and\b)"
)
_ENDS = re.compile(r"^(?:$|[).,;:!]|\s?(?:less|fewer|saved|freed|faster|lower|more)\b| and\b)")


def by_amount(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each pair and the amount right behind it that says by how much it changed."""
    for pair in told_pairs(sheet):
        last = max(pair.before, pair.after, key=lambda quantity: quantity.start)
        place = sheet.index_of(last) + 1
        amount = sheet.quantities[place] if place < len(sheet.quantities) else last
        joined = amount.sentence == last.sentence and last is not amount and _alike(pair, amount)
        if joined and _is_told(sheet, sheet.between(last, amount), amount):
            told = aligned(pair)
            whole = in_percent(told, COUNT) if amount.value() >= 1 else told  # "0.72 → 0.81 (+9)"
            yield from _judged(sheet, whole, amount)


def _alike(pair: Pair, amount: Quantity) -> bool:
    """Whether an amount can be the difference of the two: of their kind, and of the same things."""
    kind = pair.after.kind
    if amount.kind is not kind or kind not in _KINDS or Bound.RANGE in (pair.before.bound, pair.after.bound):
        return False
    nouns = {amount.noun, pair.after.noun, pair.before.noun} - {""}
    return len(nouns) <= 1


def _is_told(sheet: Sheet, between: str, amount: Quantity) -> bool:
    if _SIGNED.match(between) or _LED.match(between):
        return True
    return _JOINED.match(between) is not None and _MORE_OR_LESS.search(_behind(sheet, amount)) is not None


def _behind(sheet: Sheet, amount: Quantity) -> str:
    """The last word of the amount and what follows it: "8 fewer" is one figure."""
    return f" {amount.text.lower().rpartition(' ')[2]}{sheet.after(amount, 24)}"


def _judged(sheet: Sheet, pair: Pair, amount: Quantity) -> Iterator[Claim]:
    """Consistent where the difference is the amount; where it is not, only for amounts per the same time."""
    holding = any(
        fits(told, _difference(one, other), about(amount, *pair[:2]))
        for told, (one, other) in _readings(pair, amount)
    )
    sure = amount.per == pair.after.per and _ENDS.match(sheet.after(amount, 12)) is not None
    if not holding and not sure:
        return
    gap = abs(pair.before.value() - pair.after.value())
    stated = said(amount)
    yield Claim(
        relation="R2",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=in_order(pair.before, pair.after, amount),
        arithmetic=lambda: f"{_line(pair)} = {like(gap, amount)}, written {stated}",
        advice=lambda: (
            ""
            if holding
            else f"Work “{stated}” out again: it is not what lies between “{said(pair.before)}” and "
            f"“{said(pair.after)}”."
        ),
        escapable=not holding,
    )


def _line(pair: Pair) -> str:
    """The larger value less the smaller."""
    before, after = in_one_unit(pair)
    return f"{before} − {after}" if pair.before.value() >= pair.after.value() else f"{after} − {before}"


def _readings(pair: Pair, amount: Quantity) -> Iterator[tuple[Interval, tuple[Interval, Interval]]]:
    """The amount and the two values in each natural reading, all per the same time."""
    for (told, _), values in zip(steps(amount, pair.after), steps(pair.before, pair.after), strict=False):
        yield told, values


def _difference(one: Interval, other: Interval) -> Interval:
    down = one - other
    return down if down.hi is None or down.hi > 0 else other - one
