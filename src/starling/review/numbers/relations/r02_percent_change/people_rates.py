"""Rates of people, such as attrition: a listener asks of how many they are, and what else changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.sums import change_line, in_order
from starling.review.numbers.told.told_pairs import told_pairs

_STAFF_RATE = re.compile(
    r"\b(?:attrition|staff turnover|employee turnover|turnover|resignations?|sick leave|absenteeism|"
    r"(?:team|staff|employee|engineer|junior) (?:retention|engagement|satisfaction|morale))\b"
)
_SALES = re.compile(r"\b(?:customers?|users?|revenue|sales|stock|inventory|subscri\w+)\b")
_GROUP = re.compile(
    r"\b(?:team|group|squad|cohort|class|staff|department) of (?:about |around |only )?\d|\bof (?:the|our) \d"
)
_NEAR = 60
_RATE_WORDS = (
    "attrition", "turnover", "resign", "sick leave", "absenteeism", "retention", "engagement",
    "satisfaction", "morale",
)  # fmt: skip


def people_rates(sheet: Sheet) -> Iterator[Pair]:
    """The changes of a rate of staff in the result where the telling never says how many people there are."""
    if not sheet.mentions(*_RATE_WORDS) or _GROUP.search(sheet.lower):
        return
    for pair in told_pairs(sheet):
        first = min(pair.before, pair.after, key=lambda each: each.start)
        if pair.after.kind is not Kind.SHARE or first.part is not PartKind.RESULT:
            continue
        lead = sheet.before(first, _NEAR)
        if _STAFF_RATE.search(lead) is None or _SALES.search(lead):
            continue
        beside = sheet.by_sentence.get(first.sentence, ())
        if not any(each.kind is Kind.COUNT and each.low > 1 for each in beside):
            yield pair


def of_people(pair: Pair) -> Claim:
    """A rate of staff whose number is not told: a few people may be all of it, and many things move it."""
    return Claim(
        relation="R2",
        verdict=Verdict.UNVERIFIABLE,
        quantities=in_order(pair.before, pair.after),
        arithmetic=lambda: change_line(pair),
        advice=lambda: (
            f"Say of how many people “{said(pair.before)}” and “{said(pair.after)}” are, and what your "
            f"part in it was."
        ),
        subtype="attribution",
    )
