"""Arithmetic that the author writes out, such as "0.4 × 5 + 0.6 × 15 = 11 ms", evaluated exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.exact import exact, ratio
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import COUNT
from starling.review.numbers.show import number
from starling.review.reading import Reading

_WORDS = r"(?:[^\W\d_][\w'’/-]*\s){0,4}"
_JOIN = re.compile(
    rf"(?P<label>\s?\([^()\d]{{1,40}}\))?(?P<close>[\s)]*)(?:{_WORDS})(?P<between>[\s)(—–]*)"
    r"(?P<op>\+|×|\*|·|÷|/|−|-|=|≈|\bx\b|\bplus\b|\btimes\b|\bminus\b|\bmultiplied by\b|\bmultiplied across\b"
    r"|\bdivided by\b|\bequals\b|\bfor a total of\b|\b(?:which|that) (?:is|makes"
    r"|gives)\b|\bthat's\b)(?P<open>[\s(~≈$€£]*)(?:the |our |about |roughly )?",
)
_OPERATOR = re.compile(r"[+×*·÷/−=≈-]|x|plus|minus|equals|times|multipl|divided|total|which|that")
"""What every sign begins with or holds, tried first: the whole pattern is three times as dear."""
_SIGN = {
    "x": "×", "*": "×", "·": "×", "times": "×", "multiplied by": "×", "multiplied across": "×", "plus": "+",
    "minus": "−", "-": "−", "/": "÷", "divided by": "÷", "≈": "=", "equals": "=", "for a total of": "=",
    "which is": "=", "which makes": "=", "which gives": "=", "that is": "=", "that makes": "=",
    "that gives": "=", "that's": "=",
}  # fmt: skip
_BARE = re.compile(r"\s*\d[\d,]*(?:\.\d+)?")
_IS = re.compile(
    r"[\s)]{0,3}(?:is|are|makes|gives|=>|→|->|,? so|,? or|,? i\.e\.)\s(?:about |around |roughly "
    r"|only |a |an )?[~≈$€£]?"
)
_FAR = 60
_MOST = 40
_RESULT_AND_ONE = 2
_HUNDRED = ratio(100)
_ONE = ratio(1)
_NONE = ratio(0)


class Formula(NamedTuple):
    """Written-out arithmetic: its terms, the sign before each with its brackets, and what it equals.

    ``result`` is None where the author gives none.
    """

    terms: tuple[Quantity, ...]
    signs: tuple[str, ...]
    result: Quantity | None

    @property
    def operators(self) -> frozenset[str]:
        """The plain signs that occur."""
        return frozenset(sign.strip("()") for sign in self.signs[1:])

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All its numbers in the order of the text."""
        if self.result is None:
            return self.terms
        leads = self.result.start < self.terms[0].start
        return (self.result, *self.terms) if leads else (*self.terms, self.result)

    def shown(self) -> str:
        """The left side with the author's figures: "0.4 × 5 + 0.6 × 15"."""
        pieces = []
        for sign, term in zip(self.signs, self.terms, strict=True):
            before, _, after = sign.partition(sign.strip("()") or " ")
            plain = sign.strip("()")
            pieces.append(
                f"{before if plain else ''} {plain} {after if plain else sign}{_figure(term)}"
                if plain
                else f"{sign}{_figure(term)}"
            )
        text = "".join(pieces).strip()
        return text + ")" * (text.count("(") - text.count(")"))


def _figure(term: Quantity) -> str:
    low, high = number(term.low), number(term.high)
    return (low if low == high else f"{low}–{high}") + ("%" if term.kind is Kind.SHARE else "")


def formulas(sheet: Sheet) -> tuple[Formula, ...]:
    """Every written-out sum or product of the text, in order."""
    return sheet.reading.once(_formulas)


def _formulas(reading: Reading) -> tuple[Formula, ...]:
    sheet = reading.once(Sheet)
    if not (sheet.mentions(*_SIGNS) or _CROSS.search(sheet.lower)):
        return ()
    return tuple(formula for run in _runs(sheet) if (formula := _formula(*run)) is not None)


_SIGNS = (*"+×*·÷=≈−", " x ", " times ", " plus ", "multiplied")
_CROSS = re.compile(r"\d\s?x\s?\d")


def _runs(sheet: Sheet) -> Iterator[tuple[list[Quantity], list[str]]]:
    """Neighbouring quantities with the sign between each two."""
    terms: list[Quantity] = []
    signs: list[str] = []
    for quantity in _tokens(sheet):
        sign = _sign(sheet, terms[-1], quantity) if terms else None
        if sign is None and len(terms) > 1 and _IS.fullmatch(sheet.lower, terms[-1].end, quantity.start):
            sign = "="
        if sign is None or len(terms) > _MOST:
            if len(terms) > 1:
                yield terms, signs
            terms, signs = [quantity], [""]
        else:
            if len(terms) == 1 and _is_bracketed(sheet, terms[0]):
                signs = ["("]
            terms.append(quantity)
            signs.append(sign)
    if len(terms) > 1:
        yield terms, signs


def _tokens(sheet: Sheet) -> Iterator[Quantity]:
    """The quantities, and the bare numbers that cling to a sign as in "0.4x5"."""
    for quantity, following in zip_longest(sheet.quantities, sheet.quantities[1:]):
        yield quantity
        crossed = quantity.unit.kind is Kind.RATIO and _ends_in_sign(quantity)
        bare = _BARE.match(sheet.lower, quantity.end) if crossed else None
        if bare is not None and (following is None or following.start > bare.end()):
            value = exact(Fraction(bare.group().strip().replace(",", "")))
            start = bare.end() - len(bare.group().strip())
            text = sheet.text[start : bare.end()]
            yield replace(
                quantity, start=start, end=bare.end(), text=text, low=value, high=value, unit=COUNT, noun=""
            )


def _ends_in_sign(quantity: Quantity) -> bool:
    return quantity.text[-1:] in ("x", "×", "X") and quantity.kind is Kind.RATIO


def _is_bracketed(sheet: Sheet, quantity: Quantity) -> bool:
    return "(" in sheet.lower[max(0, quantity.start - 2) : quantity.start].strip()[-1:]


def _sign(sheet: Sheet, first: Quantity, second: Quantity) -> str | None:
    """The sign between two quantities with the brackets around it, or None where there is none."""
    if first.sentence != second.sentence or second.start - first.end > _FAR:
        return None
    between = sheet.lower[first.end : second.start]
    if _ends_in_sign(first) and not between.strip(" ("):
        return "×" + "(" * between.count("(")
    match = _JOIN.fullmatch(between) if _OPERATOR.search(between) else None
    if match is None or (
        match["op"] in "-/" and between[match.start("op") - 1 : match.end("op") + 1] != f" {match['op']} "
    ):
        return None
    lead = between[: match.start("op")].removeprefix(match["label"] or "")
    closing = lead.count(")") - lead.count("(")
    return ")" * max(0, closing) + _SIGN.get(match["op"], match["op"]) + "(" * match["open"].count("(")


def _formula(terms: list[Quantity], signs: list[str]) -> Formula | None:
    equal = next((n for n, sign in enumerate(signs) if sign.strip("()") == "="), len(terms))
    if equal == 1 and _is_plain(signs[2:]) and len(terms) > _RESULT_AND_ONE:  # "120 = 80 + 40"
        return Formula(tuple(terms[1:]), (signs[1].partition("=")[2], *signs[2:]), terms[0])
    left, result = terms[:equal], terms[equal] if equal < len(terms) else None
    if len(left) <= 1 or (result is None and not _is_plain(signs)):
        return None
    return Formula(tuple(left), tuple(signs[:equal]), result)


def _is_plain(signs: Sequence[str]) -> bool:
    """Without a result only a product or a sum is surely arithmetic; a dash or slash may be punctuation."""
    return all(sign.strip("()") in ("", "+", "×") for sign in signs)


def holds(formula: Formula, result: Quantity, *, stated: bool = True) -> bool:
    """Whether *result* fits in some reading: figures as written, or all in base units.

    Where it is not *stated* to be the result, bounds ("up to", "8+") do not help it.
    """
    hedged = about(*formula.terms, result)
    return any(
        fits(
            _as_read(result, based=based, end=end),
            _open(formula, value) if stated else exactly(value),
            hedged,
        )
        for based, end in _readings((*formula.terms, result))
        if (value := evaluated(formula, result, based=based, end=end)) is not None
    )


def _readings(quantities: Sequence[Quantity]) -> Iterator[tuple[bool, str]]:
    ranged = any(quantity.bound is Bound.RANGE for quantity in quantities)
    for based in (False, True):
        for end in ("middle", "low", "high") if ranged else ("middle",):
            yield based, end


def _point(quantity: Quantity, end: str) -> Fraction:
    return {"low": quantity.low, "high": quantity.high}.get(end, (quantity.low + quantity.high) / 2)


def _as_read(quantity: Quantity, *, based: bool, end: str) -> Interval:
    size = quantity.unit.readings[0] if based else _ONE
    if quantity.bound is Bound.RANGE:
        point = _point(quantity, end) * size
        return Interval(point, point)
    interval = quantity.interval()
    return interval.scaled(size / quantity.unit.readings[0])


def _open(formula: Formula, value: Fraction) -> Interval:
    """The computed value; open above where a term is a lower bound ("8+ hours")."""
    at_least = any(term.bound in (Bound.AT_LEAST, Bound.ABOVE) for term in formula.terms)
    at_most = any(term.bound in (Bound.AT_MOST, Bound.BELOW) for term in formula.terms)
    return Interval(_NONE if at_most else value, None if at_least else value)


def evaluated(
    formula: Formula, result: Quantity | None, *, based: bool = False, end: str = "middle"
) -> Fraction | None:
    """The value of the left side, or None where it divides by zero or its brackets do not close."""
    shares = sum(term.kind is Kind.SHARE for term in formula.terms)
    in_percent = result is not None and result.kind is Kind.SHARE
    scaled = "×" in formula.operators and not (shares and in_percent and shares == 1)
    tokens: list[str | Fraction] = []
    counted = _counted(formula, result) if based else ()
    for sign, term in zip(formula.signs, formula.terms, strict=True):
        tokens.extend(sign)
        value = _point(term, end) * (term.unit.readings[0] if based and term not in counted else 1)
        tokens.append(value / _HUNDRED if term.kind is Kind.SHARE and scaled else value)
    depth = sum({"(": 1, ")": -1}.get(str(token), 0) for token in tokens)
    tokens.extend(")" * max(0, depth))
    if depth < 0:
        tokens = [token for token in tokens if token not in ("(", ")")]
    try:
        return _sum(tokens)
    except (ZeroDivisionError, IndexError):
        return None


def _counted(formula: Formula, result: Quantity | None) -> tuple[Quantity, ...]:
    """The times of a product that only count: the days of "20 min × 15 people × 5 days = 25 h"."""
    times = [term for term in formula.terms if term.kind is Kind.TIME]
    if formula.operators != {"×"} or len(times) <= 1 or result is None or result.kind is not Kind.TIME:
        return ()
    shortest = min(times, key=lambda term: term.unit.readings[0])
    return tuple(term for term in times if term is not shortest)


_ADD: dict[str, Callable[[Fraction, Fraction], Fraction]] = {"+": lambda a, b: a + b, "−": lambda a, b: a - b}
_MULTIPLY: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
}


def _sum(tokens: list[str | Fraction]) -> Fraction:
    value = _product(tokens)
    while tokens and tokens[0] in _ADD:
        value = _ADD[str(tokens.pop(0))](value, _product(tokens))
    return value


def _product(tokens: list[str | Fraction]) -> Fraction:
    value = _factor(tokens)
    while tokens and tokens[0] in _MULTIPLY:
        value = _MULTIPLY[str(tokens.pop(0))](value, _factor(tokens))
    return value


def _factor(tokens: list[str | Fraction]) -> Fraction:
    token = tokens.pop(0)
    if isinstance(token, Fraction):
        return token
    if token != "(":  # noqa: S105 - a bracket
        raise IndexError
    value = _sum(tokens)
    if tokens and tokens[0] == ")":
        tokens.pop(0)
    return value
