"""R12, headline figures: money and scores that the story leads with, without the inputs they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from starling.model.story import PartKind
from starling.review.numbers.aims import aims
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import said
from starling.review.rule import example, tell

_MOST = 2
"""Headline figures of one story (issue 3)."""
_WON = re.compile(
    r"\b(?:sav(?:ed|es|ing|ings)|generat\w+|driv(?:ing|es)|drove|bring\w* in|brought in|earn\w*|avoid\w*|"
    r"prevent\w*|recover\w*|recoup\w*|add(?:ed|ing)|unlock\w*|deliver(?:ed|ing)|represent\w+|contribut\w+|"
    r"translat\w+|worth|increas\w+|improv\w+|reduc\w+|decreas\w+|cut(?:ting)?|lower\w*|dropp?\w*|lost|losing|loss|impact|exceed\w+)\b"
)
_KIND_OF_MONEY = re.compile(
    r"^[^.;]{0,40}?\b(?:revenue|sales|savings?|profits?|losses|loss|costs?|spend|expenses|value|upside|"
    r"benefit|cogs|bookings|arr|mrr|in (?:annual|yearly|monthly)|(?:a|per) (?:year|month|week|quarter)|"
    r"annually|yearly|monthly|quarterly)\b"
)
_NO_EFFECT = re.compile(
    r"\b(?:budget|invest\w*|raised|raise|series|funding|contract|deal|partnership|portfolio|inventory|bill(?:ed)?|"
    r"invoice\w*|price[ds]?|fine[ds]?|grant|award|salary|transactions?|account)\b"
)
_RAISED_BY = re.compile(
    r"\b(?:increas\w+|improv\w+|rose|grew|gained|up|climb\w+|jump\w+|decreas\w+|fell|dropp\w+)\b[^.;,]{0,50}$"
)
_OUTRIGHT = re.compile(r"\b(?:sav(?:ed|es|ing)|generat(?:ed|ing)|driving|earned|lost) (?:[a-z]+ ){0,3}$")
_SHARE_LED = re.compile(
    r"\b(?:adopted by|used by|retained|retaining) (?:over |about |nearly |more than |~ ?)?$"
)
_SHARE_FOLLOWED = re.compile(r"^\s?of [^.;,]{0,50}\battributed to\b")
_PREVENTED = re.compile(
    r"\b(?:prevent(?:ed|ing)|avert(?:ed|ing)|eliminat(?:ed|ing)|opened doors to)\b[^.;,]{0,40}$"
)
_WHO_EARN = re.compile(
    r"\b(?:(?:that|who|which) (?:are|were)|who|those) (?:earn|mak|spend|pay|generat)(?:e|s|es|ing)?"
    r"(?: [a-z]+){0,2} ?$"
)
"""What picks people out, "suppliers who earn over $5K", is nothing that the author won."""
_FORETOLD = re.compile(r"\b(?:would|could|risk\w*|lost|losing|losses)\b")


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for the first figures of the result that nothing explains, or else those of the problem."""
    related = {each.start for pair in sheet.pairs for each in (pair.before, pair.after)}
    related |= {aim.quantity.start for aim in aims(sheet)}
    worked_out = {pair.after.sentence for pair in sheet.pairs if pair.after.kind is Kind.MONEY}
    free = [q for q in sheet.quantities if q.high and q.start not in related and q.sentence not in worked_out]
    found = [q for q in free if q.part in (PartKind.RESULT, PartKind.OTHER) and _leads(sheet, q)]
    found = found or [
        q for q in free if q.part in (PartKind.SITUATION, PartKind.TASK) and _threatens(sheet, q)
    ]
    yield from map(_claim, islice(found, _MOST))


def _leads(sheet: Sheet, quantity: Quantity) -> bool:
    before, after = sheet.before(quantity, 70), sheet.after(quantity, 60)
    if quantity.kind is Kind.SHARE:
        return bool(_SHARE_LED.search(before) or _SHARE_FOLLOWED.match(sheet.after(quantity, 80)))
    if quantity.kind is Kind.MONEY:
        return _is_won(before, after, quantity)
    if quantity.kind is Kind.COUNT and quantity.noun and _PREVENTED.search(before):
        return True
    scored = quantity.kind in (Kind.COUNT, Kind.POINTS) and "points" in (
        quantity.noun,
        quantity.text.lower()[-6:],
    )
    return scored and _RAISED_BY.search(before) is not None


def _is_won(before: str, after: str, quantity: Quantity) -> bool:
    """Whether money was saved, earned or lost by what is told, and not spent, agreed or handled."""
    if _WHO_EARN.search(before):
        return False
    if _OUTRIGHT.search(before):
        return True
    own = re.split(r"[;:]|\s(?:and|but|while)\s", before)[-1]
    following = re.split(r"[.;:,]|\s(?:and|but|while)\s", after)[0]
    if _NO_EFFECT.search(own[-40:]) or _NO_EFFECT.search(following[:40]):
        return False
    if _WON.search(own) or re.match(r"\s?(?:saved|saving|lost)", after):
        return True
    named = _KIND_OF_MONEY.match((quantity.text + following).lower())
    return named is not None and _WON.search(before) is not None


def _threatens(sheet: Sheet, quantity: Quantity) -> bool:
    """A loss that was foretold: "would cost us $70K", "each day down is $9K in lost fees"."""
    if quantity.kind is not Kind.MONEY:
        return False
    near = sheet.before(quantity, 40) + " " + sheet.after(quantity, 30)
    return _FORETOLD.search(near) is not None and _NO_EFFECT.search(near) is None


def _claim(quantity: Quantity) -> Claim:
    return Claim(
        relation="R12",
        verdict=Verdict.UNVERIFIABLE,
        quantities=(quantity,),
        arithmetic="no inputs are told",
        advice=f"Say in one line how “{said(quantity)}” was estimated, against what, and by whom.",
        subtype="no basis",
    )


RELATION = Relation(
    code="R12",
    summary="Money and scores come with the inputs they were worked out from.",
    why="“How was that estimated, against what?” is the first question to any amount.",
    source="numbers-audit, R12",
    hits=(
        (example(tell(result="The rerouting saved $1.1M a year in carrier fees.")), Verdict.UNVERIFIABLE),
        (
            example(
                tell(result="- Driving about €600K in additional annual revenue\n- Two teams adopted it")
            ),
            Verdict.UNVERIFIABLE,
        ),
        (example(tell(result="Our seller satisfaction score rose by 11 points.")), Verdict.UNVERIFIABLE),
        (
            example(
                tell(
                    situation="Each hour of downtime meant $30,000 in lost sales.",
                    result="It never went down again.",
                )
            ),
            Verdict.UNVERIFIABLE,
        ),
    ),
    misses=(
        example(tell(result="Serving costs fell from $90K to $55K a month.")),
        example(
            tell(
                situation="I joined a startup with a $2M budget for the data platform.", result="It launched."
            )
        ),
        example(tell(result="The customer renewed the $400K contract.")),
        example(
            tell(situation="We processed $3 billion in payments.", result="Every payment is scored now.")
        ),
        example(tell(result="The page lists the sellers that are earning over $6,000 each week.")),
        example(tell(result="Satisfaction rose from 42 to 53 points.")),
    ),
    find=find,
)
