"""Figures as a reader sees them in one line of arithmetic: as few digits as are honest."""

from __future__ import annotations

import re
from fractions import Fraction

from starling.review.numbers.quantities.exact import exact
from starling.review.numbers.quantities.quantity import Kind, Quantity

_FIGURES = 3
"""Significant digits of a value that has no short exact form."""
_EXACT_DECIMALS = 3
_HUGE = 10**15
_TINY = -15
"""Where the first digit of a value stands at the least that is written out."""
_BASE = 10
_SIGN = re.compile(r"(?:[A-Za-z]{1,2}(?=\$))?[$€£₹¥]")
_SIGNS = {
    "percent": "%", "permille": "‰", "percentage point": " points", "basis point": " bps", "times": "×",
    "nanosecond": " ns", "microsecond": " µs", "millisecond": " ms", "second": " s", "minute": " min",
    "byte": " bytes", "kilobyte": " KB", "megabyte": " MB", "gigabyte": " GB", "terabyte": " TB",
    "petabyte": " PB", "per second": " a second", "per minute": " a minute",
}  # fmt: skip


def number(value: Fraction | int) -> str:
    """A value in digits: exact where that takes three decimals or fewer, else to three figures."""
    shown: Fraction = exact(value)
    if abs(shown) >= _HUGE:
        return _huge(shown)
    if _is_short(shown):
        return _grouped(shown, _EXACT_DECIMALS)
    place = _magnitude(shown)
    if place < _TINY:
        return f"{'−' if shown < 0 else ''}about 10^{place}"
    return _grouped(shown, max(0, _FIGURES - 1 - place))


def equals(value: Fraction | int) -> str:
    """The value with its sign: "= 66.5", or "≈ 88.9" where digits were left out."""
    return f"{'=' if _is_short(exact(value)) else '≈'} {number(value)}"


def _is_short(value: Fraction) -> bool:
    """Whether three decimals write *value* without rounding."""
    return 10**_EXACT_DECIMALS % value.denominator == 0 and abs(value) < _HUGE


def said(quantity: Quantity) -> str:
    """The quantity in the user's own words, on one line."""
    return " ".join(quantity.text.split())


def digits(quantity: Quantity) -> str:
    """The written number alone, or both ends of a range: "60" of "60%", "4–6" of "4-6 weeks"."""
    low, high = number(quantity.low), number(quantity.high)
    return low if low == high else f"{low}–{high}"


def like(value: Fraction, quantity: Quantity, reading: int = 0) -> str:
    """A value in base units, written in the unit of *quantity*: 28800 as "8 hours" beside "72 hours"."""
    unit = quantity.unit
    size = unit.readings[min(reading, len(unit.readings) - 1)]
    shown = number(value / size)
    if unit.kind is Kind.MONEY:
        return f"{_currency(quantity)}{shown}"
    if unit.kind is Kind.COUNT:
        return f"{shown} {quantity.noun}".rstrip()
    return shown + _SIGNS.get(unit.name, f" {unit.name}{'' if shown == '1' else 's'}")


def _currency(quantity: Quantity) -> str:
    """The sign before an amount of money, or nothing where it is written as a word."""
    sign = _SIGN.match(quantity.text.lstrip())
    return "" if sign is None else sign.group()


def _grouped(value: Fraction, decimals: int) -> str:
    scaled = _nearest(abs(value.numerator) * 10**decimals, value.denominator)
    whole, rest = divmod(scaled, 10**decimals)
    tail = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    sign = "−" if value < 0 and scaled else ""
    return f"{sign}{whole:,}{'.' if tail else ''}{tail}"


def _nearest(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction, the even one of two as ``round`` has it."""
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2))


def _magnitude(value: Fraction) -> int:
    """The place of the first digit: 0 for 1 to 9.99, 1 for 10 to 99.9, -2 for 0.01 to 0.0999."""
    size, place = abs(value), 0
    while size >= _BASE:
        size, place = size / _BASE, place + 1
    while 0 < size < 1:
        size, place = size * _BASE, place - 1
    return place


def _huge(value: Fraction) -> str:
    """A value too long to write out, by its power of ten; no digit string is made, however long it is."""
    power = (abs(value.numerator) // value.denominator).bit_length() * 30103 // 100000
    return f"{'−' if value < 0 else ''}about 10^{power}"
