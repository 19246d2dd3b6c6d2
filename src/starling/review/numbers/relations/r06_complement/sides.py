"""The two sides of a whole by their names: hits and misses, uptime and downtime, worked and failed."""

from __future__ import annotations

import re

from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet

_FALSE = (
    r"\bfalse (?:positives?|alarms?|alerts?|discover\w*)(?! rate)\b"
    r"|\b(?:alarms?|alerts?|flags|flagged|pages|detections?|hits|matches) "
    r"(?:were|was|are|is|turned out) (?:to be )?(?:false|wrong|noise|spurious)\b"
)
_MISSED = (
    r"\bmiss(?:es|ed)?(?: rate)?\b"
    r"|\b(?:went|go|goes|fell|fall|hit) (?:straight |through )?(?:to )?the (?:database|origin|backend|disk)\b"
)
FAMILIES: tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...] = tuple(
    (re.compile(good), re.compile(bad), tight)
    for good, bad, tight in (
        (
            r"\bprecision\b",
            _FALSE,
            False,
        ),
        (r"\b(?:uptime|availab\w+)\b", r"\b(?:downtime|unavailab\w+)\b", True),
        (r"\bhit(?: rate|s)?\b", _MISSED, True),
        (r"\bret(?:ention|ained|ain)\b", r"\b(?:churn\w*|attrition)\b", True),
        (
            r"\b(?:success\w*|succeed\w*|worked|pass(?:ed)?|reliab\w+|delivery rate)\b",
            r"\b(?:fail\w*|affect(?:ed|ing)|broken?|errors?|lost)\b",
            False,
        ),
        (r"\b(?:accuracy|correct(?:ly)?)\b", r"\b(?:error rate|incorrect\w*|wrong|misclassif\w+)\b", False),
        (r"\b(?:accepted|approved)\b", r"\b(?:rejected|declined)\b", False),
    )
)
"""Words for the two sides of a whole; the last value says that the two names alone make it one whole."""
_STOP = re.compile(r"[\d;,%]|\.\s|\s(?:and|while|but|with)\s(?!all\b)")
_REACH = 45


def side(sheet: Sheet, share: Quantity) -> tuple[int, bool] | None:
    """The whole that a share is of, and whether it is its good side."""
    near = around(sheet, share)
    for whole, (good, bad, _) in enumerate(FAMILIES):
        found = nearest(good, bad, near)
        if found is not None:
            return whole, found
    return None


def nearest(good: re.Pattern[str], bad: re.Pattern[str], beside: tuple[str, str]) -> bool | None:
    """True where the nearest word around a share is of the good side, False for the bad, None for neither."""
    before, after = beside
    found: list[tuple[int, bool]] = []
    for is_good, pattern in ((True, good), (False, bad)):
        found += [(len(before) - match.end(), is_good) for match in pattern.finditer(before)]
        found += [(match.start(), is_good) for match in pattern.finditer(after)]
    return min(found)[1] if found else None


def around(sheet: Sheet, quantity: Quantity) -> tuple[str, str]:
    """The text before and after a share, as far as the next figure."""
    before = _STOP.split(sheet.before(quantity, _REACH))[-1]
    after = _STOP.split(sheet.after(quantity, _REACH))[0]
    return before, after
