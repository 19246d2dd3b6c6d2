"""A number in digits with what is written to it: "2½", "3e-4", "50 k", ".72", "(x4)", "4.1±0.2"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.quantity import Unit
from starling.review.numbers.quantities.units import PERCENT, TIMES

HALF = ratio(1, 2)
QUARTER = ratio(1, 4)
NO_SLACK = ratio(0)
_PARTLY = re.compile(r"[½¼¾]| (?:1/2|1/4|3/4)(?=[ -][a-z])")
JOINTS = frozenset(
    (
        "½ ", "¼ ", "¾ ", "½-", "¼-", "¾-", "½h", "½x", " n", "-n", "± ", " ±", "+/", " +",
        " k", " K", " M", " B", *(f"{sign}{digit}" for sign in "e±" for digit in range(10)), "e-", "e−", "e+",
        *(f"/{digit}" for digit in (2, 3, 4, 5, 8)), "×1", "x1", "*1", "·1", " ×", " x", " *", " ·",
        *(f"{space}{digit}" for space in " '\u00a0\u202f\u2009" for digit in range(10)),
    )
)  # fmt: skip
"""How what is written to the digits of a number begins, by two letters: the patterns are dear."""
_NINES = re.compile(r"[ -]nines\b")
_MOST_NINES = 9
"""As in "three nines", which is 99.9%."""
SMALL = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
POWER = re.compile(
    r"e([-−+]?\d{1,2})(?![\w-])| ?[×x*·] ?10(?:\^\{?([-−]?\d{1,2})\}?|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\d)"
    r"|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\w)"
)
"""The power of ten of "3e-4", "3×10^-4", and "10⁻⁴"."""
_TEN, _GROUP = 10, 3
_GROUPS = re.compile(r"(?:['\u00a0\u202f\u2009]\d{3}(?!\d)){1,5}|(?: \d{3}(?!\d)){0,3}? 000(?!\d)")
"""Thousands set apart by an apostrophe or a space: "1'200'000", "10 000"."""
_ERROR_BAR = re.compile(r" ?(?:±|\+/-) ?\d+(?:\.\d+)?")
_APART = re.compile(r" (?:[kKM]|B(?= [a-z]+s\b))(?=[ ,;.)]|$)")
"""A scale set apart: "50 k rows", "1.2 M rows", "7 B parameters"; no "5 m" and no "plan 2 B"."""
_SCALED = {"k": ratio(10**3), "K": ratio(10**3), "M": ratio(10**6), "B": ratio(10**9)}
_SLASHED = re.compile(r"(1(?=/[23458])|2(?=/3)|3(?=/4))/(\d)(?= (?:of|the|our|its)\b)")
"""As in "1/3 of the size"."""
LEADS = frozenset("x×.")
_POINT = re.compile(r"(?<![\w.)\]%]\.)(?<=\.)\d{1,4}(?!\d|\.\d|[a-z](?<![kmsx]))")
"""The 72 of ".72"; no version, and no ending of a file."""
_MULTIPLE = re.compile(r"(?<=\([x×])\d{1,4}(?:\.\d{1,2})?(?=\))")
"""The 4 of "(x4)"."""
PART_OF_ONE = {
    "½": HALF, "1/2": HALF, "¼": QUARTER, "1/4": QUARTER, "¾": HALF + QUARTER, "3/4": HALF + QUARTER,
}  # fmt: skip
LOOSE_SHARE = ratio(5, 2)
"""Half the step between shares that have a name of their own: "a third" may be 31 to 35 percent."""


class Written(NamedTuple):
    """A number as it stands: its span, its value, and half a unit of its last digit.

    ``unit`` is set where the word itself has one: a share for "a third", a
    ratio for "halved" (1/2) and "doubled" (2).
    """

    start: int
    end: int
    value: Fraction
    slack: Fraction
    in_words: bool = True
    unit: Unit | None = None


def led_in(lower: str, start: int, digits: str) -> Written | None:
    """A number with a sign before its digits: ".72", "(x4)"."""
    end = start + len(digits)
    if lower[start - 1] != ".":
        multiple = _MULTIPLE.match(lower, start)
        return multiple and Written(start - 1, end, *in_digits(digits), in_words=False, unit=TIMES)
    point = _POINT.match(lower, start) if digits.isdecimal() else None
    return point and Written(start - 1, end, *in_digits(f"0.{digits}"), in_words=False)


def joined(text: str, start: int, digits: str) -> Written | None:
    """A number with what is written to its digits: "2½", "3e-4", "50 k", "3 nines"; "4.1±0.2" is 4.1."""
    (value, slack), end = in_digits(digits), start + len(digits)
    if (bar := _ERROR_BAR.match(text, end)) is not None:
        return Written(start, bar.end(), value, slack, in_words=False)
    if _NINES.match(text, end) and 1 < value < _MOST_NINES:
        return _nines(start, end, int(value))
    if (part := _PARTLY.match(text, end)) is not None and digits.isdecimal():
        return Written(start, part.end(), value + PART_OF_ONE[part.group().strip()], NO_SLACK, in_words=False)
    if (slashed := _SLASHED.match(text, start)) is not None:
        share = ratio(100 * int(slashed[1]), int(slashed[2]))
        return Written(start, slashed.end(), share, LOOSE_SHARE, in_words=False, unit=PERCENT)
    if (grouped := _GROUPS.match(text, end)) is not None and digits.isdecimal() and len(digits) <= _GROUP:
        whole = int(digits + "".join(filter(str.isdecimal, grouped[0])))
        return Written(start, grouped.end(), ratio(whole), HALF, in_words=False)
    return _scaled(text, Written(start, end, value, slack, in_words=False))


def _scaled(text: str, number: Written) -> Written | None:
    """A number with the scale behind it: "50 k", "3e-4", "1.3×10⁹"; 10⁹ alone is a scale, too."""
    start, end, value, slack, *_ = number
    power = POWER.match(text, end)
    scale = power or _APART.match(text, end)
    if scale is None:
        return None
    factor: Fraction
    if power is None:
        factor = _SCALED[scale[0].strip()]
    else:
        factor = ratio(10) ** int(next(filter(None, power.groups())).translate(_PLAIN))
    alone = scale[0][0] in SMALL  # "10⁹", the power of a ten that is written
    if alone and value != _TEN:
        return None
    return Written(start, scale.end(), factor if alone else value * factor, slack * factor, in_words=False)


def in_digits(digits: str) -> tuple[Fraction, Fraction]:
    """The value, and half a unit of the last written digit."""
    if digits[-2:-1] == ",":
        digits = f"{digits[:-2]}.{digits[-1]}"  # "2,5%"
    whole, _, decimals = digits.replace(",", "").partition(".")
    if not decimals:
        return ratio(int(whole or 0)), HALF
    return ratio(int(whole + decimals), 10 ** len(decimals)), ratio(1, 2 * 10 ** len(decimals))


def run_joined(lower: str, start: int, end: int, value: Fraction) -> Written | None:
    """A number in words with what is written to it: "fifty k", "three nines"."""
    if _NINES.match(lower, end) and 1 < value < _MOST_NINES:
        return _nines(start, end, int(value))
    apart = _APART.match(lower, end)
    return apart and Written(start, apart.end(), value * _SCALED["k"], NO_SLACK)


def _nines(start: int, end: int, count: int) -> Written:
    """The share that "three nines" stands for: 99.9%."""
    step = ratio(100, 10**count)
    return Written(start, end + len(" nines"), 100 - step, step / 2, unit=PERCENT)
