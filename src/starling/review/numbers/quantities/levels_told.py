"""Which figures before "from" or "instead of" are no level: an amount, a rank, one held against a plan."""

from __future__ import annotations

import re

from starling.review.numbers.quantities.quantity import Kind, Quantity

_AMOUNT = re.compile(
    r"\b(?:by|f[ae]ll|falls|falling|rose|ris(?:es?|ing)|dropp(?:ed|ing)|drops?|gr[eo]w|grown|grows|growing"
    r"|declin\w+|decreas\w+|increas\w+|shrank|shrinks?|climb\w*|jump\w*|gain(?:ed|s|ing)?|lost|los(?:es?|ing)"
    r"|sav(?:e[ds]?|ing)|added"
    r"|(?:drop|fall|rise|gain|loss|saving|increase|decrease|reduction|cut|growth|jump) of)"
    r" (?:(?:only|just|an?|the|about|around|roughly|nearly|almost|over|under|at least|up to|some"
    r"|(?:more|less) than) ){0,2}[~<>≈±+]?$"
)
"""What stands before the figure by which something moved: "fell by 200 instead of 30"."""
_PLANNED = re.compile(
    r"^ ?(?:we |i |had |were |was |that |as |it ){0,3}"
    r"(?:planned|expected|budgeted|forecast|hoped|promised|projected|estimated|feared|agreed)\b"
)
_RANKED = (" at ", " top ", "top-")
_HELD = re.compile(r"\b(?:instead of|against|versus|vs)\b")
_EARLIER = re.compile(
    r"\b(?:previous|usual|original|old|initial|before|earlier|last|ago|previously|originally)\b"
)
_REACH = 24


def is_no_level(lower: str, lead: str, first: Quantity, second: Quantity) -> bool:
    """Whether *first*, behind *lead*, did not become what it is out of *second*, which stands behind it."""
    return (
        _AMOUNT.search(lead) is not None
        or _is_rank(lower, lead, first, second)
        or _PLANNED.match(lower[second.end : second.end + _REACH]) is not None
        or _PLANNED.match(second.noun) is not None
    )


def _is_rank(lower: str, lead: str, first: Quantity, second: Quantity) -> bool:
    """Whether something is measured at a rank: the 10 of "recall at 10 went from 0.91"."""
    if first.kind is not Kind.COUNT or not lead.endswith(_RANKED):
        return False
    score = second.kind is Kind.SHARE or 0 < second.low < 1
    return score and not {",", "("} & set(lower[first.end : second.start])


def may_be_expected(lower: str, first: Quantity, second: Quantity) -> bool:
    """Whether *second* may have been a plan only: "to 60 ms instead of 40 ms", not "vs 40 ms last year"."""
    if _HELD.search(lower, first.end, second.start) is None:
        return False
    return _EARLIER.search(lower, first.end, second.end + _REACH) is None
