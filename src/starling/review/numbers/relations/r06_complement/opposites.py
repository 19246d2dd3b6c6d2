"""R6, what something is made of in opposites: "traffic is 62% mobile and 38% desktop"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import Interval, exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.neighbours import neighbours

_MADE_OF = re.compile(
    r"\b(?:traffic|users?|visit(?:s|ors)|sessions|requests|queries|revenue|sales|customers|orders|load|calls"
    r"|audience|workload|participants|respondents|patients|members|data|dataset|rows|examples|labels|events"
    r"|base|mix)"
    r"(?: (?:is|are|was|were|being|comes?|came|ran|runs|has been|had been))?[:,]? "
    r"(?:(?:about|around|roughly|made up of|split) )?[~≈]?$"
)
_NAMED = re.compile(r"^ (?:(?:from|on|by|of) )?(?P<name>[a-z][\w-]+)")
_JOINT = re.compile(
    r"^ (?:(?:from|on|by|of) )?[a-z][\w-]+(?: (?:users|traffic))?(?:,|,? and|/|,? versus|,? vs\.?) ?[~≈]?$"
)
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("mobile phone phones", "desktop desktops"), ("android", "ios"), ("male men", "female women"),
        ("new", "returning existing"), ("online", "offline"), ("paid", "organic free unpaid"),
        ("reads read", "writes write"), ("positive positives", "negative negatives"), ("batch", "streaming"),
        ("structured", "unstructured"), ("manual manually", "automatic automated automatically"),
        ("internal", "external"), ("remote", "onsite on-site"), ("labelled labeled", "unlabelled unlabeled"),
        ("weekdays weekday", "weekends weekend"), ("synthetic", "real"), ("normal", "abnormal anomalous"),
        ("cloud", "on-prem on-premise on-premises"), ("fraud fraudulent", "legitimate genuine"),
    )
)  # fmt: skip
"""Words that leave nothing out and have nothing in common."""
_HUNDRED = exactly(100)


def made_of(sheet: Sheet) -> Iterator[Claim]:
    """A claim for two shares of one whole that opposites name: one hundred, and never more."""
    shares = sheet.of_kind(Kind.SHARE)
    for first in shares[:-1]:
        if _MADE_OF.search(sheet.before(first)) is None:
            continue
        for second in neighbours(sheet, first)[:4]:
            next_to = second.kind is Kind.SHARE and sheet.index_of(second) == sheet.index_of(first) + 1
            if next_to and _JOINT.match(sheet.between(first, second)) and _opposed(sheet, first, second):
                yield from _judged(first, second)


def _opposed(sheet: Sheet, first: Quantity, second: Quantity) -> bool:
    one, other = (_NAMED.match(sheet.after(each)) for each in (first, second))
    if one is None or other is None:
        return False
    names = one["name"], other["name"]
    return any(
        (names[0] in left and names[1] in right) or (names[0] in right and names[1] in left)
        for left, right in _OPPOSITES
    )


def _judged(first: Quantity, second: Quantity) -> Iterator[Claim]:
    """Less than one hundred leaves room for a third kind, and nothing is said."""
    total = first.interval() + second.interval()
    whole = fits(_HUNDRED, total, about(first, second))
    if not whole and fits(Interval(None, _HUNDRED.hi), total, about(first, second)):
        return
    value = first.value() + second.value()
    yield Claim(
        relation="R6",
        verdict=Verdict.CONSISTENT if whole else Verdict.CONTRADICTION,
        quantities=(first, second),
        arithmetic=lambda: f"{number(first.value())}% + {number(second.value())}% {equals(value)}%",
        advice=""
        if whole
        else f"Say what “{said(first)}” and “{said(second)}” are shares of: together they are more than all.",
    )
