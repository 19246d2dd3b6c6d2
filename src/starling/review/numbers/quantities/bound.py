"""How a number is meant: as a limit, as an estimate, or as a change."""

from __future__ import annotations

import re

from starling.content import load
from starling.review.numbers.quantities.digits import Written
from starling.review.numbers.quantities.quantity import Bound, Kind, Unit

_BOUNDS = {
    Bound.BELOW: r"under|below|less than|fewer than|sub[- ]|(?<![-<])<|shorter than|lower than|within|inside",
    Bound.AT_MOST: r"at most|up to|≤|<=|no more than|not more than|(?:not|never) (?:above|over)"
    r"|no (?:higher|longer|slower|later) than|a maximum of|max(?:imum)? of|capped at",
    Bound.ABOVE: r"over|above|more than|(?<![-=>])>|greater than|exceed(?:ed|ing|s)?|longer than|upwards of"
    r"|beyond|north of|higher than|faster than",
    Bound.AT_LEAST: r"at least|≥|>=|no less than|not less than|(?:not|never) (?:below|under)"
    r"|no (?:lower|worse) than|a minimum of|min(?:imum)? of",
    Bound.ABOUT: r"about|around|roughly|approximately|approx\.?|~|≈|nearly|almost|some|circa|close to"
    r"|an estimated",
}
_BEFORE = re.compile(
    r"(?<!\w)(?:" + "|".join(rf"(?P<{bound.name}>{words})" for bound, words in _BOUNDS.items())
    + r") ?(?:the |an? |our |its |their )?(?:[$€£₹¥] ?)?$"
)  # fmt: skip
_DENIED = re.compile(
    r"(?:\b(?:w/o|without|never|not|no|none|nothing|nobody|avoid(?:ed|ing)?|prevent(?:ed|ing)?"
    r"|from(?= \w+ing\b))|n't)"
    r"(?: (?!(?:and|but|or|so|only|just|because|which|that|whether|when|while|if|than|with|at|in|on|of|for|by"
    r"|to|is|was|are|were)\b)[a-z\d%-]+){0,4} $"
)
"""What turns the next limit round: "without latency above", "no request over", "from going above"."""
_TURNED = {Bound.ABOVE: Bound.AT_MOST, Bound.BELOW: Bound.AT_LEAST}
_NEVER_TURNED = ("within", "inside", "sub", "<", ">")
_ARTICLES = (" the", " a", " an", " our", " its", " their")
_ENDINGS = (
    "under", "below", "than", "sub", "sub-", "<", "within", "inside", "at most", "up to", "≤", "<=", "um of",
    "max of", "min of", "capped at", "over", "above", ">", "exceed", "exceeded", "exceeding", "exceeds",
    "wards of", "beyond", "north of", "at least", "≥", ">=", "about", "around", "roughly", "approximately",
    "approx", "approx.", "~", "≈", "nearly", "almost", "some", "circa", "close to", "estimated",
)  # fmt: skip
"""How the words of all bounds end."""
_LAST_LETTERS = frozenset(each[-2:] for each in _ENDINGS if len(each) > 1)
_ONE_SIGN = tuple(each for each in _ENDINGS if len(each) == 1)
_AFTER = re.compile(
    r" ?(?:or|and) (?:(?P<AT_LEAST>more|above|higher|over|better|longer|later)"
    r"|(?P<AT_MOST>less|fewer|below|lower|under|faster))\b"
)
_JOINS = (" or", " and", "or", "and")
_ERROR_BAR = re.compile(r" (?:±|\+/-) ?\d+(?:\.\d+)? ?(?:[a-zµ]{1,3}|%)?(?![\w%])")
_BARS_OPEN = (" ±", " +/-")
"""How far a value was off, in its unit: "10 s ± 1 s"; it is part of the figure."""
_REACH = 24
_LASTS = re.compile(
    r"\b(?:took|takes?|taking|was|were|is|are|just|well|lasted|with|been|exceeding|from|to|by|for|than|of|at"
    r"|in) over $|[(:–-] ?over $"
)
"""What makes "over three weeks" a length; without it, it is the time in which something was done."""
_CHANGE_BEFORE = re.compile(
    r"(?:\bby (?:(?:about|around|roughly|over|nearly|almost|an?|at least|up to|more than|another"
    r"|approximately) ?)?[~>≈+]?"
    r"|(?:^|[\s(])[-−–+↑↓]"
    r"|\b(?:cut|reduc|increas|improv|lower|rais|grew|decreas|boost|slash|trim|shrank|dropp|sav)\w*"
    r"(?: (?!to |from |of |in |at )[a-z-]+){1,4} ~?)$"
)
_LOOK_AHEAD = 40
_NEXT_WORDS = re.compile(r"[ )]{0,2}([a-z-]+)(?: ([a-z-]+))?")
_IN_CHANGES = frozenset((Kind.SHARE, Kind.POINTS, Kind.RATIO))


def bound_of(lower: str, before: str, end: int, unit: Unit, *, plus: bool) -> tuple[Bound, int]:
    """The limit that its words set to a number that ends at *end*, and where those words end."""
    if lower.startswith(_BARS_OPEN, end) and (bar := _ERROR_BAR.match(lower, end)) is not None:
        end = bar.end()
    after = _AFTER.match(lower, end) if lower.startswith(_JOINS, end) else None
    if after is not None and after.lastgroup is not None:
        return Bound[after.lastgroup], after.end()
    if plus:
        return Bound.AT_LEAST, end
    match = _BEFORE.search(before[-_REACH:]) if _may_limit(before) else None
    if match is None or match.lastgroup is None:
        return Bound.EXACT, end
    is_over = unit.kind is Kind.TIME and match.group().strip() == "over"
    if is_over and _LASTS.search(before) is None:
        return Bound.EXACT, end
    return _limit(before.removesuffix(match.group()), match.group().strip(), Bound[match.lastgroup]), end


def _limit(before: str, words: str, bound: Bound) -> Bound:
    """The limit that *words* set, the other way round where what leads up to them denies it."""
    if bound not in _TURNED or words.startswith(_NEVER_TURNED) or _DENIED.search(before) is None:
        return bound
    return _TURNED[bound]


def _may_limit(before: str) -> bool:
    """Whether *before* ends as limits end; trying the whole pattern on every number is dear."""
    lead = before.rstrip(" $€£₹¥")
    if lead.endswith(_ARTICLES):
        lead = lead.rpartition(" ")[0]
    return lead.endswith(_ENDINGS if lead[-2:] in _LAST_LETTERS else _ONE_SIGN)


def is_change(lower: str, before: str, end: int, unit: Unit, number: Written) -> bool:
    """Whether a number says by how much something moved: "by 30%", "a 2x speed-up", "-35%", "halved"."""
    if unit.kind not in _IN_CHANGES:
        return False
    if unit.kind is Kind.RATIO and number.unit is not None:
        return True
    follows = _NEXT_WORDS.match(lower, end, end + _LOOK_AHEAD)
    if follows is not None and not load.vocabulary("change_nouns").isdisjoint(follows.groups("")):
        return True
    return lower[end : end + 4] != " of " and _CHANGE_BEFORE.search(before) is not None
