"""The quantities of a text: its numbers with unit, bound, rate, role, and what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from starling.content import load
from starling.review.numbers.bound import bound_of, is_change
from starling.review.numbers.measure import per_after, unit_after
from starling.review.numbers.noun import noun_after
from starling.review.numbers.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.units import COUNT, MONEY, SCALES
from starling.review.numbers.written import Written, numbers
from starling.text.words import Word, words

_SCALE = re.compile(
    r"(?:[kmb]|mm|[ -]?(?:million|billion|trillion|thousand|hundred|lakhs?|crores?|mn|bn|mio))(?!\w)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:[$€£₹¥] ?|\b(?:usd|eur|gbp|inr|rs\.?|cad|aud|sgd|chf) ?)$", re.IGNORECASE)
_LONGEST_SIGN = 5
_LEAD = 40
_EXACT_COUNT = 1000
"""Below this a count of things is exact; above, its last digit may be rounded."""
_JOINT = re.compile(r" ?(?:-|–|—|‑|to|or|and) ?[~$€£₹]?", re.IGNORECASE)
_LONGEST_JOINT = 6
_RANGE_LEAD = 16
_BETWEEN = re.compile(r"\bbetween [~$€£₹]?$")
_FROM = re.compile(r"\bfrom (?:\w+ )?[~$€£₹]?$")
_GOES_ON = re.compile(r" (?:down |up )?(?:to|→|->) ?[~<>$€£₹]?\d")


def extract(text: str, said: Sequence[Word] | None = None) -> list[Quantity]:
    """The quantities of *text* in order; linear in its length, silent on what is no quantity.

    *said* are its words, where they are known already.
    """
    found: list[Quantity] = []
    for number in numbers(text, words(text) if said is None else said):
        if not found or number.start >= found[-1].end:
            _add(found, text, _quantity(text, number))
    return found


def _quantity(text: str, number: Written) -> Quantity:
    money = _MONEY_BEFORE.search(text[max(0, number.start - _LONGEST_SIGN) : number.start])
    start = number.start if money is None else number.start - len(money.group())
    factor, end = _scale(text, number, is_money=money is not None)
    plus = text[end : end + 1] == "+"
    unit, end, noun = unit_after(text, number, end + plus, is_money=money is not None)
    value = number.value if factor == 1 else number.value * factor
    slack = _slack(number, value, factor, counts=unit.kind is Kind.COUNT)
    before = text[max(0, start - _LEAD) : start].rpartition("\n")[2]
    role = Role.CHANGE if is_change(text, before, end, unit, number) else Role.PLAIN
    per, end = per_after(text, end, before)
    bound, end = bound_of(text, before, end, unit, plus=plus)
    noun = "" if noun in load.vocabulary("change_nouns") else noun
    return Quantity(
        start, end, text[start:end], value, value, slack, bound, unit, noun, per, role=role, scale=factor
    )


def _scale(text: str, number: Written, *, is_money: bool) -> tuple[int, int]:
    """The factor behind a number, and where it ends; "5m" alone is no scale, "$5m" and "5m rows" are."""
    match = _SCALE.match(text, number.end) if number.unit is None else None
    if match is None or (match.group() == "m" and not is_money and not noun_after(text, match.end())[0]):
        return 1, number.end
    return SCALES[match.group().strip(" -").lower()], match.end()


def _slack(number: Written, value: Fraction, factor: int, *, counts: bool) -> Fraction:
    """Half a unit of the last digit; nothing for a small count of things, which is exact."""
    if counts and value.denominator == 1 and value < _EXACT_COUNT:
        return Fraction(0)
    if counts or number.slack:
        return number.slack if factor == 1 else number.slack * factor
    return Fraction(factor, 2)


def _add(found: list[Quantity], text: str, quantity: Quantity) -> None:
    """Append *quantity*, or make one range of it and the number before it."""
    first = found[-1] if found else None
    if first is not None and _is_range(text, first, quantity):
        found[-1] = _range(text, first, quantity)
    else:
        found.append(quantity)


def _range(text: str, first: Quantity, second: Quantity) -> Quantity:
    """One quantity from low to high; the first end takes unit and scale of the second where it has none."""
    takes_scale = first.scale == 1 and first.low < _EXACT_COUNT and first.low * second.scale < second.high
    scale = second.scale if takes_scale else 1
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        low=first.low * scale,
        unit=second.unit if first.unit == COUNT else first.unit,
        slack=max(first.slack * scale, second.slack),
        bound=Bound.RANGE,
        role=Role.CHANGE if Role.CHANGE in (first.role, second.role) else second.role,
    )


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    between = text[first.end : max(first.end, second.start)]
    if len(between) > _LONGEST_JOINT or _JOINT.fullmatch(between) is None or first.bound is Bound.RANGE:
        return False
    bare = first.unit == COUNT and not first.noun
    alike = bare or first.unit == second.unit or (first.unit == MONEY and second.unit == COUNT)
    rises = first.low < second.high or second.scale > 1
    return alike and rises and _is_joined(text, first, second, between.strip(" ~$€£₹").lower(), bare=bare)


def _is_joined(text: str, first: Quantity, second: Quantity, word: str, *, bare: bool) -> bool:
    """Whether the joint makes a range: "3-5 weeks" and "3 to 5 weeks", not "from 3 to 5 weeks"."""
    lead = text[max(0, first.start - _RANGE_LEAD) : first.start].lower()
    if word == "and":
        return bare and _BETWEEN.search(lead) is not None
    if word == "to":
        return bare and (_FROM.search(lead) is None or _GOES_ON.match(text, second.end) is not None)
    return word != "or" or bare
