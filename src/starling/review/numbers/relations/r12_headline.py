"""R12, headline figures: money and scores that the story leads with, without the inputs they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.aims import aims
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

_WHOLE = re.compile(r"\d\S* (?:percent )?of (?:the|our|their) $")
"""As in "4% of the $2M": what a share is of is no gain."""
_ALL, _STARS = 100, 5
_PERFECT = re.compile(
    r"^(?:(?:data |order |first-time )?(?:correctness|accuracy|success|reliability|satisfaction)\b"
    r"|of (?:[a-z]+ ){1,3}(?:were |was |are )?"
    r"(?:processed|delivered|handled|served|completed|succeeded|recovered)\b)"
)
_UNDER_BUDGET = re.compile(
    r"\bunder (?:the |our |its )?(?:[a-z]+ )?budget by (?:about |approximately |around |nearly |~)?$"
)
_BY_WHOM = re.compile(
    r"\baccording to (?:the |our |their )?[a-z]|\bby (?:the |our |their )?[a-z]+(?:['’]s?)? (?:own )?"
    r"(?:estimates?|rule|reckoning|count|numbers|figures|calculation)\b"
    r"|\b(?:finance|accounting|controll(?:er|ers|ing)|auditors?|(?:the )?cfo|analysts|traders) (?:had )?"
    r"(?:estimated|calculated|computed|confirmed|verified|reckoned)\b"
)
"""Who worked the figure out: "by the traders' own estimate", "finance calculated"."""
_TROUBLE = frozenset(
    "incidents outages tickets breaches complaints escalations regressions failures errors issues bugs "
    "defects accidents injuries violations rollbacks".split()
)
_SINCE = re.compile(
    r"^[- ](?:ever )?(?:since|post|after (?:the |we |that |launch|release)|to date|so far|from then on)"
)
"""As long as the author likes; "in the first six months" is a period."""
_HELD_AGAINST = re.compile(
    r"\b(?:instead of|rather than|as opposed to|versus|vs\.?|against|compared (?:to|with)) (?:the |an? )?"
    r"(?:[a-z]+ )?$"
)
"""What stands before a figure that another one is held against: it is no gain."""
_CLIENTS = frozenset("clients customers deals contracts accounts partners subscribers members shops".split())
_SIGNED = re.compile(r"\b(?:signed|won|landed|attracted|closed) (?:over |another |about |up |nearly )?$")
_RATING = re.compile(
    r"^ ?[★⭐☆]| ?-?stars?\b(?! of)| ?/ ?5 (?:rating|stars?|average)|^ (?:app |average |customer )?rating\b"
)


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for two figures of the result that nothing explains, money first, or else of the problem."""
    related = {each.start for pair in sheet.pairs for each in (pair.before, pair.after)}
    related |= {aim.quantity.start for aim in aims(sheet)}
    worked_out = {pair.after.sentence for pair in sheet.pairs if pair.after.unit.kind is Kind.MONEY}
    free = [
        q
        for q in sheet.quantities
        if (q.high or q.noun) and q.start not in related and q.sentence not in worked_out
    ]
    found = [q for q in free if q.part in (PartKind.RESULT, PartKind.OTHER) and _leads(sheet, q)]
    found = found or [
        q for q in free if q.part in (PartKind.SITUATION, PartKind.TASK) and _threatens(sheet, q)
    ]
    found.sort(key=lambda q: (q.unit.kind is not Kind.MONEY, q.start))
    yield from map(_claim, sorted(found[:_MOST], key=lambda q: q.start))


def _leads(sheet: Sheet, quantity: Quantity) -> bool:
    before, after = sheet.before(quantity, 70), sheet.after(quantity, 80)
    if quantity.unit.kind is Kind.SHARE:
        return _share_leads(sheet, quantity, before, after)
    if quantity.unit.kind is Kind.MONEY:
        return _is_won(before, after[:60], quantity) and not _BY_WHOM.search(f"{before} # {after}")
    if quantity.unit.kind is Kind.COUNT and _count_leads(quantity, before, after):
        return True
    if quantity.unit.kind is Kind.POINTS and _HELD_AGAINST.search(before):
        return False
    scored = quantity.unit.kind in (Kind.COUNT, Kind.POINTS) and "points" in (
        quantity.noun,
        quantity.text.lower()[-6:],
    )
    return scored and _RAISED_BY.search(before) is not None


def _share_leads(sheet: Sheet, quantity: Quantity, before: str, after: str) -> bool:
    """A share that was won or kept, one that is credited, a perfect one, or one of an untold budget."""
    if _SHARE_LED.search(before) or _SHARE_FOLLOWED.match(after):
        return True
    if quantity.low == _ALL and _PERFECT.match((quantity.text.lower().partition("%")[2] + after).strip()):
        return True
    under = _UNDER_BUDGET.search(before) or after.startswith(" under budget")
    return bool(under) and not any("budget" in each.metric for each in sheet.of_kind(Kind.MONEY))


def _count_leads(quantity: Quantity, before: str, after: str) -> bool:
    """Things that were prevented or won, trouble that never came, or a rating of untold many."""
    if not quantity.high:
        return quantity.noun in _TROUBLE and _SINCE.match(after) is not None
    if quantity.noun and _PREVENTED.search(before):
        return True
    if quantity.noun in _CLIENTS and _SIGNED.search(before):
        return True
    return (
        quantity.high <= _STARS
        and _RATING.match(quantity.text.lower().lstrip("0123456789.") + after) is not None
    )


def _is_won(before: str, after: str, quantity: Quantity) -> bool:
    """Whether money was saved, earned or lost by what is told, and not spent, agreed or handled."""
    if _WHO_EARN.search(before) or _WHOLE.search(before):
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
    if quantity.unit.kind is not Kind.MONEY:
        return False
    lead, following = sheet.before(quantity, 40), sheet.after(quantity, 30)
    near = f"{lead.rpartition(';')[2]} {following.partition(';')[0]}"
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
        (
            example(tell(result="The ferry app has had zero security incidents since launch.")),
            Verdict.UNVERIFIABLE,
        ),
        (example(tell(result="It has a **4.6★ rating** in the store.")), Verdict.UNVERIFIABLE),
        (example(tell(result="We came in under the approved budget by about 9%.")), Verdict.UNVERIFIABLE),
        (example(tell(result="We signed four new accounts in the quarter after.")), Verdict.UNVERIFIABLE),
        (example(tell(result="100% of late parcels were delivered by hand.")), Verdict.UNVERIFIABLE),
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
        example(tell(result="We had zero outages in the first 6 months.")),
        example(tell(result="It moved with zero downtime and zero lost parcels.")),
        example(tell(result="We rated 4.5 of the tools as useful, and 5 were dropped.")),
        example(tell(situation="We had a budget of $90K.", result="We came in under the budget by 9%.")),
        example(tell(result="100% of the depots use the template.")),
        example(tell(result="Satisfaction rose from 42 to 53 points.")),
    ),
    find=find,
)
