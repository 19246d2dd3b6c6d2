"""What stands behind a number: its unit, the thing it counts, and what it is counted per."""

from __future__ import annotations

import re

from starling.content import load
from starling.review.numbers.quantities.digits import Written
from starling.review.numbers.quantities.noun import noun_after
from starling.review.numbers.quantities.quantity import Kind, Unit
from starling.review.numbers.quantities.units import COUNT, CURRENCIES, MONEY, POINTS, units

_SIGN = re.compile(
    r"(?P<gap>[ -]{0,2}|\u00a0|\\)(?P<sign>%-points?|%|‰|×|percentage points?|percent points?|basis points?"
    r"|per cent|(?:(?:full|whole|straight|consecutive|working|business|calendar|entire|additional|extra|more"
    r"|engineering|developer|engineer|person|man)[ -])?(?P<word>[^\W\d_]+))"
)
_FEW = 10
"""Below this "kr" is no crown: a team has 3 KRs, the last one is "1 KR"."""
_COUNTED_TIMES = re.compile(r" (?:[a-z]\d|gpu|\d)|[ -](?:times?\b|per\b)")
"""What makes "4x" a count of things ("4x A100") or a product ("4 x 3")."""
_FOLD_AFTER = re.compile(
    r"\W{0,2}(?:as |the |our |its |faster|quicker|slower|more|less|fewer|higher|lower|larger|bigger|smaller"
    r"|longer|shorter|cheaper|greater|better|worse|improve|reduc|increase|speed|growth)"
)
"""What makes "3 times" a multiple; without it, something was done three times."""
_POINTS = frozenset(("point", "points", "pt", "pts"))
_POINTS_NEAR = 80
_SHARE_WORDS = (
    "%", "percent", "accuracy", "precision", "recall", "retention", "conversion", "coverage", "adoption",
    "attrition", "churn", "availab", "uptime",
)  # fmt: skip
_SHORT_SHARES = re.compile(r"\b(?:rate|f1|auc|ctr)\b")
_SCORES_NEAR = re.compile(r"\b(?:nps|csat|score|stars?|rating|story|elo)\b")
_PER = re.compile(
    r" ?(?:/|\b(?P<word>per|an?|every|each|in) ) ?(?P<unit>[^\W\d_]+)(?: savings| cost)?"
    r"|[ -](?P<adverb>annually|annual|annuali[sz]ed|yearly|monthly|weekly|daily|hourly|quarterly|nightly"
    r"|yoy|mom|qoq|wow)\b"
)
_PER_BEFORE = re.compile(
    r"\b(annual|yearly|monthly|weekly|daily)(?: [a-z]+){0,3} (?:of|from|by|to|was|is|over|about) [$€£₹~]?$"
)
_SECOND_OF = re.compile(
    r" (?:time|chance|attempt|round|try|pass|look|opinion|pair|set|batch|wave|phase|team|person|reviewer"
    r"|version|model|site|region|day|week|month|quarter|year)\b"
)
"""What makes "a second" an ordinal: "counted 300 doors a second time"."""
_ADVERBS = {
    "annually": "year", "annual": "year", "annualized": "year", "annualised": "year",
    "yearly": "year", "yoy": "year",
    "monthly": "month", "mom": "month", "weekly": "week", "wow": "week", "daily": "day", "hourly": "hour",
    "quarterly": "quarter", "qoq": "quarter", "nightly": "day",
}  # fmt: skip


def unit_after(lower: str, number: Written, end: int, *, is_money: bool) -> tuple[Unit, int, str]:
    """The unit of a number that ends at *end*, where the unit ends, and the counted or measured thing."""
    own = MONEY if is_money else number.unit
    after = _SIGN.match(lower, end) if own is None else None
    if own is not None or after is None:
        return own or COUNT, end, ""
    sign = after["word"] or after["sign"]
    paid = sign in CURRENCIES and (sign != "kr" or number.value >= _FEW)
    known = MONEY if paid else _known(lower, sign, after)
    if known is not None:
        shares = known.kind in (Kind.SHARE, Kind.POINTS)
        return known, after.end(), noun_after(lower, after.end())[0] if shares else ""
    noun, noun_end = noun_after(lower, after.start("sign"))
    counts = noun != "" and (number.value.denominator == 1 or noun.endswith("s"))  # not "0.5 based on"
    return (COUNT, noun_end, noun) if counts else (COUNT, end, "")


def _known(lower: str, sign: str, after: re.Match[str]) -> Unit | None:
    """The unit that *sign* stands for at this place, or None where the word is a thing that is counted."""
    if sign == "m" and not after["gap"]:
        return units()["minute"]
    if sign in _POINTS:
        return _points(lower, after)
    unit = units().get(sign)
    if unit is None or (len(sign) == 1 and sign.isalpha() and not _is_letter_unit(lower, sign, after)):
        return None
    if unit.kind is Kind.RATIO:
        return unit if _is_multiple(lower, sign, after.end()) else None
    return unit


def _points(lower: str, after: re.Match[str]) -> Unit | None:
    """Points of percent where a share is near, and no score."""
    near = lower[max(0, after.start() - _POINTS_NEAR) : after.end() + _POINTS_NEAR]
    shares = any(word in near for word in _SHARE_WORDS) or _SHORT_SHARES.search(near) is not None
    return POINTS if shares and not _SCORES_NEAR.search(near) else None


def _is_letter_unit(lower: str, sign: str, after: re.Match[str]) -> bool:
    """Whether a one-letter unit is one: "5s", "12 s", "3x", and not "5 s-curves"."""
    return not after["gap"] or (
        sign in "shdx" and lower[after.end() : after.end() + 1] not in ("-", "'", "’")
    )


def _is_multiple(lower: str, sign: str, end: int) -> bool:
    if sign.startswith("time"):
        return _FOLD_AFTER.match(lower, end) is not None
    return _COUNTED_TIMES.match(lower, end) is None


def per_after(lower: str, end: int, before: str) -> tuple[str, int]:
    """The unit of time, or the thing, that a number is counted per ("" for none), and where that ends."""
    match = _PER.match(lower, end)
    if match is None:
        adjective = _PER_BEFORE.search(before) if "ly " in before or "annual " in before else None
        return ("" if adjective is None else _ADVERBS[adjective[1]]), end
    if match["adverb"] is not None:
        return _ADVERBS[match["adverb"]], match.end()
    word, joint = match["unit"], match["word"] or "/"
    if joint == "in":
        return (_ADVERBS[word], match.end()) if word in _ADVERBS else ("", end)
    unit = units().get(word)
    if unit is not None and unit.kind is Kind.TIME:
        ordinal = word == "second" and joint == "a" and _SECOND_OF.match(lower, match.end())
        return ("", end) if ordinal else (unit.name, match.end())
    counted = joint in ("/", "per") or (joint == "each" and word not in load.vocabulary("noun_ends"))
    return (word, match.end("unit")) if counted else ("", end)
