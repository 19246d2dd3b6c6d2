"""The figures of a text with their units: what was measured, not what is numbered or named."""

from __future__ import annotations

import re
from typing import NamedTuple


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FIGURE = re.compile(
    r"(?P<number>[0-9][0-9]*(?:,\d{2,3})*(?:\.\d+)?)(?P<scale>\s?(?:[kKMB]|mn|bn|million|billion|thousand)\b)?"
)
_UNIT = re.compile(r"\+?(?:\s?(?P<sign>%|‰|[x×](?![\w])|°)|[\s-]{0,2}(?P<word>[^\W\d_]+))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"[0-9]\d{0,3}([/.-])\d{1,2}\1\d{1,4}|[0-9]\d?(?::\d{2}|/7\b)")
_ITEM = re.compile(r"^[ \t]*\(?\d{1,3}[.)][ \t]", re.MULTILINE)
_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
}
_SECONDS = {
    "ns": 1e-9, "nanosecond": 1e-9, "us": 1e-6, "μs": 1e-6, "µs": 1e-6, "microsecond": 1e-6,
    "ms": 1e-3, "msec": 1e-3, "millisecond": 1e-3, "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60,
    "h": 3600, "hr": 3600, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "quarter": 7889400,
    "yr": 31557600, "year": 31557600,
}  # fmt: skip
_NAMES_BEFORE = _each(
    "python java phase step version v level tier chapter section story sprint iteration stage part port http "
    "ticket issue grade class type gen generation ring layer group team pod rule page table figure windows "
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
)
_BEFORE_YEAR = _each(
    "in since by from until till during early late mid of around fall spring summer autumn winter"
)
_STUCK_UNITS = _each(
    "x X rps qps tps rpm fps GB MB TB KB PB gb mb tb kb pb bps kbps mbps Mbps Gbps GiB MiB hrs mins secs "
    "req pp"
)
_NOT_UNITS = _each(
    "and or to of in on at for from with by than vs versus was were is are after before while when as per "
    "the a an but then within over during until because so which that it we i new more less other "
    "different main key"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s-]*$")


_RANGE = frozenset(("-", "–", "—", "to", "→", "->", "or", "and"))


class Quantity(NamedTuple):
    """A figure and its unit, as the half-open span *start* to *end*.

    ``value`` is in the base of its ``unit``: "$" dollars or other money,
    "%" per cent, "x" times, "s" seconds for every span of time, otherwise the
    counted thing in the singular ("document") or "" where none is named.
    """

    start: int
    end: int
    value: float
    unit: str


def quantities(text: str) -> list[Quantity]:
    """The quantities of *text* in order; list numerals, names such as p95, versions and dates apart."""
    masked = _ITEM.sub(_blank, _DATE.sub(_blank, text))
    found = [_quantity(masked, match) for match in _FIGURE.finditer(masked) if not _is_name(masked, match)]
    for i in range(len(found) - 2, -1, -1):
        found[i] = _same_unit(masked, found[i], found[i + 1])
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _same_unit(text: str, first: Quantity, second: Quantity) -> Quantity:
    """*first* with the unit of *second* where only the second names it: "from 60 to 90 %", "2-3 weeks"."""
    between = text[first.end : second.start].strip()
    if first.unit or not second.unit or between not in _RANGE:
        return first
    return first._replace(value=first.value * _factor(text, second), unit=second.unit)


def _factor(text: str, quantity: Quantity) -> float:
    """How many base units one unit of *quantity* as written is: 604800 for "3 weeks"."""
    if quantity.unit != "s":
        return 1.0
    word = re.search(r"[^\W\d_]+$", text[quantity.start : quantity.end])
    return 1.0 if word is None else _SECONDS[_singular(word[0].lower())]


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the digits name a thing rather than measure one."""
    start, end = match.span()
    if _clings(text, start, end):
        return True
    if _money_starts(text, start) is not None:
        return False
    word = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    before = word[1].lower() if word is not None else ""
    return before in _NAMES_BEFORE or _is_year(text, match, before)


def _money_starts(text: str, start: int) -> int | None:
    """Where the sign of a currency stands before a figure, at most one space away; None without one."""
    sign = start - 2 if text[start - 1 : start] == " " else start - 1
    return sign if sign >= 0 and text[sign] in "$€£₹" else None


def _clings(text: str, start: int, end: int) -> bool:
    """Whether letters or a further number stick to it: p95, GPT-4, v2, 3.1.4, 2FA, 1st, 5xx."""
    left = text[start - 1] if start else " "
    if left.isalnum() or left in "_#/" or (left in "-.‑" and start > 1 and text[start - 2].isalpha()):
        return True
    if re.match(r"\.\d", text[end : end + 2]):
        return True
    stuck = re.match(r"[^\W\d_]+", text[end : end + 12])
    return stuck is not None and stuck[0].lower() not in _SECONDS and stuck[0] not in _STUCK_UNITS


def _is_year(text: str, match: re.Match[str], before: str) -> bool:
    number = match["number"]
    if _YEAR.fullmatch(number) is None or match["scale"] is not None:
        return False
    follows = _UNIT.match(text, match.end())
    return before in _BEFORE_YEAR or follows is None or (follows["word"] or "").lower() in _NOT_UNITS


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    value = float(match["number"].replace(",", ""))
    end = match.end()
    if match["scale"] is not None:
        value *= _SCALES[match["scale"].strip().lower()]
    money = _money_starts(text, match.start())
    if money is not None:
        return Quantity(money, end, value, "$")
    unit = _UNIT.match(text, end)
    if unit is None:
        return Quantity(match.start(), end, value, "")
    if unit["sign"] is not None:
        return Quantity(
            match.start(), unit.end(), value, "%" if unit["sign"] == "%" else unit["sign"].replace("×", "x")
        )
    return _counted(match.start(), end, value, unit)


def _counted(start: int, end: int, value: float, unit: re.Match[str]) -> Quantity:
    word = unit["word"].lower()
    single = _singular(word)
    if single in ("percent", "per"):
        return (
            Quantity(start, unit.end(), value, "%")
            if single == "percent"
            else Quantity(start, end, value, "")
        )
    if single in _SECONDS:
        return Quantity(start, unit.end(), value * _SECONDS[single], "s")
    if word in _NOT_UNITS:
        return Quantity(start, end, value, "")
    return Quantity(start, unit.end(), value, single)


def _singular(word: str) -> str:
    if word in _SECONDS or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
