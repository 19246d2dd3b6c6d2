"""Digits that name and do not measure: versions, dates, addresses, list marks, labels, identifiers."""

from __future__ import annotations

import re

from starling.content import load
from starling.review.numbers.quantities.units import SCALES, units

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""How the names of all months begin."""
_PERIOD = r"(?:day|night|week|fortnight|month|quarter|sprint|year|hour|minute)\b"
_SHAPE = re.compile(
    r"\d+(?:\.\d+){2,}[\w./-]*"  # versions and internet addresses
    r"|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)"  # dates
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?|\d{1,2} ?[ap]\.?m\b"  # times of day
    r"|\d{1,3}[ -]\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}(?!\d)|\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"  # telephones
    r"|9-5\b(?![ -](?:hours?|days?|weeks?|months?|people))"
    r"|(?:24/7|24x7|80/20|1[ -]?on[ -]?1s?|1:1s?)\b|\d+:\d+"
    rf"|\d+ ?[-]?(?:x|×|times)[ /-]?(?:per|an?|each|every|/)?[ -]?{_PERIOD}"  # 2x per week
    r"|(?:[23]d|[2345]g|2fa|\d+xx|\d+\^\d+)\b|\d+[a-z]+\d\w*"
    r"|\d+[ -]?fold(?= (?:cross|cv\b|split|valid))"
)
_NAMED = re.compile(
    r"(?:40[1349]|422|429|50[234])s\b|(?P<nines>9s\b)|9\d(?:\.\d)?% (?:ci\b|cis\b|confidence|credible)"
    r"|[89]\d% power\b"
)
"""Error codes in the plural, "five 9s", and the level of an interval or test ("95% CI", "80% power")."""
_LEVELS = ("% c", "% p")
_HOW_MANY = frozenset("two three four five six".split())
_SHAPE_WORDS = frozenset("ja fe ma ap ju au se oc no de of am a. pm p. ti fo x".split()) | {"x ", "x/", "x-"}
"""How the words begin that follow the digits of a shape, by two letters."""
_STAFFED = frozenset(("with", "plus", "including", "hired"))
_STAFF = re.compile(
    r"\s?(?:,|\+|&|and|plus)\s?(?:and )?(?:\d{1,2}|an?|one|two|three|four|five|six) (?![ap]\.?m\b)[a-z]"
)
_LIST_MARK = re.compile(r"\d{1,3}[.)\]](?=\s|$)")
_MARKS = (".", ")", "]")
_LINE_START = re.compile(r"(?:^|\n)[ \t]*(?:[-*+•][ \t]+)?[(\[]?$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?(?!\d|[.,]\d|[a-z%+]|\s?%)")
_CENTURIES = ("19", "20")
_OTHER = r"(?!(?:19|20)\d\d(?!\d))\d"
"""The first digit of a number that is no year."""
_RECKONED = re.compile(
    rf"(?:[×*+=÷]\s?[~≈]?|(?<![\d.,]){_OTHER}[\d,.]* ?(?:to|→|->) (?:about |just |only )?)$"
)
_RECKONED_ON = re.compile(rf"\s?(?:[×*+=÷]|(?:to|→|->) (?:about |just |only )?{_OTHER})")
"""Arithmetic, or a number that became another: "from 1960 to 224"."""
_NOUN_NEXT = re.compile(r"[ -]([a-z]{2,})")
_DATED = re.compile(
    rf"(?:\b(?:in|since|until|till|during|early|late|mid|circa|around|fall|spring|summer|winter|autumn"
    rf"|q[1-4]|h[12]|fy|class of|year|{_MONTH})[ -]|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? )$"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} $")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[ -]?#?(?:\d+(?:\.\d+)?[ –-]{1,3})?$")
_CODE_NAME = re.compile(r"\b[A-Z]{2,6}[ -]$")
_NAME_PREFIX = re.compile(r"([^\W\d_]+)[-‑]$")
_OPEN_PREFIXES = frozenset(("sub", "under", "over", "to", "and", "or", "near"))
_REACH = 60
_CODE, _CODE_DIGITS = 9, 4
_GREW = re.compile(r"\s?(?:→|->)\s?\d{3}")
"""What makes a labelled number a size: "batch 256→1024", not "phase 2 → 3"."""
_UNIT_REACH = 24
_WORDS = re.compile(r"([a-zµμ]+)(?: ([a-z]+))?")


def name_end(text: str, lower: str, start: int, end: int, led: str) -> int:
    """Where the name ends that the digits from *start* to *end* belong to; 0 where they measure.

    *lower* is the text in lower case, *led* the word before them, or before the range that they
    end, likewise.
    """
    left = lower[max(0, start - _REACH) : start]
    if _clings(left):
        return _token_end(lower, end)
    coded = lower[end : end + 1] == "s" or lower[end : end + 3] in _LEVELS
    named = _NAMED.match(lower, start) if coded else None
    if named is not None and (named["nines"] is None or led in _HOW_MANY):
        return named.end()
    shape = _SHAPE.match(lower, start) if _may_have_shape(lower, end) else None
    if shape is not None and not _is_staff(text, lower, shape.end(), led):
        return shape.end()
    year = _YEAR.match(lower, start) if lower.startswith(_CENTURIES, start) else None
    if year is not None and _is_year(lower, left, year.end()):
        return year.end()
    marked = lower[end : end + 1] in _MARKS and _is_list_mark(lower, left, start)
    if marked or _is_label(text, lower, start, end, led):
        return end
    return 0


def _may_have_shape(lower: str, end: int) -> bool:
    """Whether what follows the digits can belong to a shape; trying all shapes on every number is dear."""
    following = lower[end : end + 3]
    sign = following[:1]
    if sign == " ":
        return following[1:] in _SHAPE_WORDS or not following[1:2].isalpha()
    return sign.isalnum() or (sign != "" and sign in "-./:^×")


def _is_staff(text: str, lower: str, end: int, led: str) -> bool:
    """Whether "PM" is a product manager: "with 1 PM", "1 PM and 3 engineers"; else it is a time of day."""
    capitals = text[end - 3 : end] == " PM"
    return capitals and (led in _STAFFED or _STAFF.match(lower, end) is not None)


def _clings(left: str) -> bool:
    """Whether the characters before the digits belong to one token with them: p95, HTTP/2, #12, GPT-4."""
    if left == "" or left[-1].isspace():
        return False
    last, before = left[-1], left[-2:-1]
    if last.isalnum() or last in "_#\\^" or (last in ".,:@" and before.isalnum()):
        return True
    if last in "-‑":
        prefix = _NAME_PREFIX.search(left)
        named = prefix is not None and prefix[1] not in _OPEN_PREFIXES
        return before == "_" or (named and not _ends_a_range(left, prefix))
    return last in "/=?&%" and _is_address(left.rsplit(maxsplit=1)[-1])


def _ends_a_range(left: str, unit: re.Match[str] | None) -> bool:
    """Whether the letters before the hyphen are the unit of another number: "40k-60k", "2h-3h"."""
    if unit is None or not left[: unit.start()][-1:].isdecimal():
        return False
    return unit[1] in SCALES or unit[1] in units()


def _is_address(token: str) -> bool:
    letters = token.strip("(\"'`[")
    return (
        "://" in token or "www." in token or "@" in token or letters[:1] in "/.~?"
        or (token.endswith("/") and token[-2:-1].isalpha())
    )  # fmt: skip


def _token_end(lower: str, end: int) -> int:
    while end < len(lower) and (
        lower[end].isalnum() or (lower[end] in "_.-/" and lower[end + 1 : end + 2].isalnum())
    ):
        end += 1
    return end


def _is_year(lower: str, left: str, end: int) -> bool:
    """A year follows a date word; or nobody reckons with it, and no counted thing follows it."""
    if left[-1:] and left[-1] in "$€£₹":
        return False
    if _DATED.search(left):
        return True
    if _RECKONED.search(left) or _RECKONED_ON.match(lower, end):
        return False
    noun = _NOUN_NEXT.match(lower, end)
    return noun is None or noun[1] in load.vocabulary("year_followers")


def _is_list_mark(lower: str, left: str, start: int) -> bool:
    mark = _LIST_MARK.match(lower, start)
    if mark is None:
        return False
    opened = left[-1:] in ("(", "[") and mark.group()[-1] in ")]"
    return opened or (mark.group()[-1] != "]" and _LINE_START.search(left) is not None)


def _is_label(text: str, lower: str, start: int, end: int, led: str) -> bool:
    """Whether a word before the number makes it a label: phase 2, ticket 4711, March 3, ISO 27001."""
    coded = end - start >= _CODE_DIGITS and text[start:end].isdecimal()  # "BLEU 27.4" is a score
    named = led in load.vocabulary("number_labels") or led[:3] in _MONTHS
    if not (coded or named) or _measured(lower, end) or (end - start > 1 and _GREW.match(lower, end)):
        return False
    left = lower[max(0, start - _REACH) : start]
    word = _WORD_BEFORE.search(left[-32:])
    if word is not None and word[1] in load.vocabulary("number_labels"):
        ahead = left[: len(left) - len(word.group())].rsplit(None, 1)[-1:]
        return ahead not in (["per"], ["each"], ["every"])
    if led[:3] in _MONTHS and _MONTH_BEFORE.search(left) is not None:
        return True
    clings = coded and text[start - 2 : start - 1].isupper()
    return clings and _CODE_NAME.search(text[max(0, start - _CODE) : start]) is not None


def _measured(lower: str, end: int) -> bool:
    """Whether a sign or unit follows that no label has, at once or after one word: "the team 2 full days"."""
    after = lower[end : end + _UNIT_REACH].lstrip(" -")
    if after[:1] in ("%", "×", "+", "‰"):
        return True
    words = _WORDS.match(after)
    return words is not None and any(
        len(word) > 1 and (word in units() or word in SCALES) for word in words.groups("")
    )
