"""The quantities of a text: its numbers with unit, bound, rate, role, and what they count."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from starling.content import load
from starling.review.numbers.quantities.bound import bound_of, is_change
from starling.review.numbers.quantities.digits import Written
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.measure import per_after, unit_after
from starling.review.numbers.quantities.noun import noun_after
from starling.review.numbers.quantities.places import Places
from starling.review.numbers.quantities.quantity import Bound, Kind, Role, Unit
from starling.review.numbers.quantities.units import COUNT, MONEY, SCALES
from starling.review.numbers.quantities.written import numbers

_SCALE = re.compile(
    r"(?:[kmb]|mm|[ -]?(?:million|billion|trillion|thousand|hundred|lakhs?|crores?|mn|bn|mio))(?!\w)"
)
_MONEY_BEFORE = re.compile(
    r"(?:(?:\b(?:us|ca|au|nz|hk|mx|r|a|c|s)(?=\$))?[$€£₹¥] ?"
    r"|\b(?:usd|eur|gbp|inr|rs\.?|cad|aud|sgd|chf|pln|sek|nok|dkk|brl|jpy|cny) ?)$"
)
_FORMULA = re.compile(r"\$(?:[^$\n\\]{0,20}\\(?!\$)[^$\n]{0,40}|[\d.,]{1,12})\$(?!\w)")
"""A dollar sign that opens mathematics: "$0.72 \\to 0.81$", "$0.81$"."""
_SIGNS = frozenset("$€£₹¥")
_CODES_END = frozenset("sd ur bp nr rs s. ad ud gd hf ln ek ok kk rl py ny".split())
"""The last two letters of the currencies; few other words end so, and the pattern is dear."""
_LONGEST_SIGN = 5
_NONE = ratio(0)
_LEAD = 40
_EXACT_COUNT = 1000
"""Below this a count of things is exact; above, its last digit may be rounded."""
_RATED = re.compile(r"/(?:5|10|100)\b(?![.,:/]?\d)")
"""The scale of a rating, part of the number: "from 3.6/5 to 4.2/5"."""
_RATED_TO = re.compile(r"/(?:5|10) (?:to|→|->) \d+/")
_TURNS = (" to ", "→ ", "-> ")
_JOINT = re.compile(r" ?(?:-|–|—|‑|to|or|and) ?[~$€£₹]?", re.IGNORECASE)
_LONGEST_JOINT = 6
_RANGE_LEAD = 16
_BETWEEN = re.compile(r"\bbetween [~$€£₹]?$")
_FROM = re.compile(r"\bfrom (?:\w+ )?[~$€£₹]?$")
_SMALLER = {"hour": "minute", "minute": "second"}
_SIXTY = ratio(60)
_AND = re.compile(r",? ?(?:and )?")
_PARTS = ("or", "—")
"""What joins two figures that have their units each, and makes no range of them: "to 5% — 25% up"."""
_APART = re.compile(r"\bbetween $", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:down |up )?(?:to|→|->) ?[~<>$€£₹]?\d")


class Found(NamedTuple):
    """What a number says by itself: a quantity but for its place in the story."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    slack: Fraction
    bound: Bound
    unit: Unit
    noun: str
    per: str
    role: Role
    scale: int


def found_in(text: str, lower: str, places: Places) -> list[Found]:
    """The quantities of *text* in order; linear in its length, silent on what is no quantity.

    *lower* is the text in lower case, *places* are those of its words.
    """
    found: list[Found] = []
    for number in numbers(text, lower, places):
        if not found or number.start >= found[-1].end:
            _add(found, text, _found(text, lower, number))
    return found


def _found(text: str, lower: str, number: Written) -> Found:
    money = _money_before(lower, number.start)
    start = number.start if money is None else number.start - len(money.group())
    factor, end = _scale(text, lower, number, is_money=money is not None)
    end = _end_of_rating(lower, number, end)
    plus = text[end : end + 1] == "+"
    unit, end, noun = unit_after(lower, number, end + plus, is_money=money is not None)
    value = number.value if factor == 1 else number.value * factor
    slack = _slack(number, value, factor, counts=unit.kind is Kind.COUNT)
    before = lower[max(0, start - _LEAD) : start].rpartition("\n")[2]
    role = Role.CHANGE if is_change(lower, before, end, unit, number) else Role.PLAIN
    per, end = per_after(lower, end, before)
    bound, end = bound_of(lower, before, end, unit, plus=plus)
    noun = "" if noun in load.vocabulary("change_nouns") else noun
    return Found(start, end, value, value, slack, bound, unit, noun, per, role, factor)


def _end_of_rating(lower: str, number: Written, end: int) -> int:
    """Where "3.6/5" ends: a number on a scale, if it has decimals or stands where a value changes."""
    rated = _RATED.match(lower, end) if lower.startswith("/", end) else None
    if rated is None:
        return end
    changes = lower.endswith(_TURNS, 0, number.start) or _RATED_TO.match(lower, end) is not None
    return rated.end() if changes or number.value.denominator > 1 else end


def _money_before(lower: str, start: int) -> re.Match[str] | None:
    """The sign or the three letters of a currency right before a number."""
    lead = lower[max(0, start - _LONGEST_SIGN) : start]
    told = lead.rstrip()
    if told[-1:] not in _SIGNS:
        return _MONEY_BEFORE.search(lead) if told[-2:] in _CODES_END else None
    return None if _FORMULA.match(lower, start - 1) else _MONEY_BEFORE.search(lead)


def _scale(text: str, lower: str, number: Written, *, is_money: bool) -> tuple[int, int]:
    """The factor behind a number, and where it ends; "5m" alone is no scale, "$5m" and "5m rows" are."""
    match = _SCALE.match(lower, number.end) if number.unit is None else None
    if match is None or (
        text[number.end : match.end()] == "m" and not is_money and not noun_after(lower, match.end())[0]
    ):
        return 1, number.end
    return SCALES[match.group().strip(" -")], match.end()


def _slack(number: Written, value: Fraction, factor: int, *, counts: bool) -> Fraction:
    """Half a unit of the last digit; nothing for a small count of things, which is exact."""
    if counts and value.denominator == 1 and value < _EXACT_COUNT:
        return _NONE
    if counts or number.slack:
        return number.slack if factor == 1 else number.slack * factor
    return ratio(factor, 2)


def _add(found: list[Found], text: str, quantity: Found) -> None:
    """Append *quantity*, or make one range of it and the number before it."""
    first = found[-1] if found else None
    if first is not None and _is_range(text, first, quantity):
        found[-1] = _range(first, quantity)
    elif first is not None and first.unit.name in _SMALLER and _goes_on(text, first, quantity):
        found[-1] = _together(first, quantity)
    else:
        found.append(quantity)


def _goes_on(text: str, first: Found, second: Found) -> bool:
    """Whether a time goes on in the next smaller unit: "3 hours 40 minutes", "1h 5m"."""
    if _SMALLER.get(first.unit.name) != second.unit.name or second.start - first.end > _LONGEST_JOINT:
        return False
    plain = first.bound is second.bound is Bound.EXACT and not first.per and first.low.denominator == 1
    lead = text[max(0, first.start - _RANGE_LEAD) : first.start]
    fits = plain and second.low < _SIXTY and _AND.fullmatch(text, first.end, second.start) is not None
    return fits and _APART.search(lead) is None and not text.startswith(" respectively", second.end)


def _together(first: Found, second: Found) -> Found:
    """One time in the smaller unit: 220 minutes."""
    low = first.low * _SIXTY + second.low
    return second._replace(start=first.start, low=low, high=low, role=first.role)


def _range(first: Found, second: Found) -> Found:
    """One quantity from low to high; the first end takes unit and scale of the second where it has none."""
    takes_scale = first.scale == 1 and first.low < _EXACT_COUNT and first.low * second.scale < second.high
    scale = second.scale if takes_scale else 1
    return second._replace(
        start=first.start,
        low=first.low * scale,
        unit=second.unit if first.unit == COUNT else first.unit,
        slack=max(first.slack * scale, second.slack),
        bound=Bound.RANGE,
        role=Role.CHANGE if Role.CHANGE in (first.role, second.role) else second.role,
    )


def _is_range(text: str, first: Found, second: Found) -> bool:
    between = text[first.end : max(first.end, second.start)]
    if len(between) > _LONGEST_JOINT or _JOINT.fullmatch(between) is None or first.bound is Bound.RANGE:
        return False
    bare = first.unit == COUNT and not first.noun
    alike = bare or first.unit == second.unit or (first.unit == MONEY and second.unit == COUNT)
    rises = first.low < second.high or second.scale > 1
    return alike and rises and _is_joined(text, first, second, between.strip(" ~$€£₹").lower(), bare=bare)


def _is_joined(text: str, first: Found, second: Found, word: str, *, bare: bool) -> bool:
    """Whether the joint makes a range: "3-5 weeks" and "3 to 5 weeks", not "from 3 to 5 weeks"."""
    lead = text[max(0, first.start - _RANGE_LEAD) : first.start].lower()
    if word == "and":
        return bare and _BETWEEN.search(lead) is not None
    if word == "to":
        return bare and (_FROM.search(lead) is None or _GOES_ON.match(text, second.end) is not None)
    return bare or word not in _PARTS
