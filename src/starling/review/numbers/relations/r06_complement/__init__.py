"""R6, two figures that make up a whole: hits and misses, uptime and downtime, precision and false alarms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits, rest
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r06_complement.downtimes import downtimes, no_room
from starling.review.numbers.relations.r06_complement.opposites import made_of
from starling.review.numbers.relations.r06_complement.sides import FAMILIES, around, nearest, side
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.changes import changes
from starling.review.numbers.told.linking import links
from starling.review.numbers.told.offers import offered
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.rule import example, tell

_SAME_WHOLE = re.compile(
    r"\b(?:meaning|means|meant|i\.e\.|that is|so|since|because|the other|the remaining|"
    r"the rest|remaining|leaving|"
    r"implies|implying|which left|in other words)\b|="
)
_PART = re.compile(r"\b(?:in|on|for|among|during|after|of|by|within)\b(?! (?:total|all)\b)")
_OF_SOME = re.compile(
    r"\b(?:during|when|while|under|among|after)\b|\bof (?:[a-z-]+ ){0,3}?(?:customers?|users?|clients?|"
    r"partners?|teams?|people|accounts?|tenants?|merchants?|members?|sites?|shops?|stores?|devices?|regions?)\b"
)
"""What makes a share one of some of it, or one that held for a while."""
_NAME_OF = re.compile(r"\bof\s*$")
_FAR = 160
_PAIR, _MOST = 2, 20
_HUNDRED = Fraction(100)


def find(sheet: Sheet) -> Iterator[Claim]:
    """Shares of one whole, availability beside downtime, and a rise that an uptime has no room for."""
    yield from _shares(sheet)
    yield from made_of(sheet)
    yield from _apart(sheet)
    yield from downtimes(sheet)
    yield from no_room(sheet)
    yield from map(_offer, offered(sheet, "R6"))


def _offer(pair: Pair) -> Claim:
    lost = tuple(number(_HUNDRED - quantity.value()) for quantity in (pair.before, pair.after))
    return Claim(
        relation="R6",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(pair.before, pair.after),
        arithmetic=f"100% − {said(pair.before)} = {lost[0]}%; 100% − {said(pair.after)} = {lost[1]}%",
        advice=f"What was lost went from {lost[0]}% to {lost[1]}%: that may be the stronger figure.",
        subtype="no claim",
        stated=False,
    )


def _shares(sheet: Sheet) -> Iterator[Claim]:
    """Neighbouring percentages that name the two sides of one whole."""
    shares = sheet.of_kind(Kind.SHARE)
    if len(shares) <= 1:
        return
    earlier = {pair.before for pair in told_pairs(sheet)}
    stated = {link.change.quantity for link in links(sheet)} | {change.quantity for change in changes(sheet)}
    levels = [share for share in shares if share not in earlier and share not in stated]
    for first, second in pairwise(levels):
        joined = _joined(sheet, first, second)
        if joined is None or first.sentence < 0 or second.sentence - first.sentence > 1:
            continue
        small, large = sorted((first, second), key=lambda quantity: quantity.value())
        if fits(small.interval(), rest(large.interval()), about(first, second)):
            yield _sum_claim(first, second, Verdict.CONSISTENT)
        elif joined:
            yield _sum_claim(first, second, Verdict.CONTRADICTION)


def _apart(sheet: Sheet) -> Iterator[Claim]:
    """What failed at first, and later the rate it rose from: one whole, or of two that look like one."""
    if len(sheet.of_kind(Kind.SHARE)) <= _PAIR:
        return
    rates = [pair for pair in told_pairs(sheet) if pair.before.kind is Kind.SHARE][:_MOST]
    pairs = [(pair.before, named) for pair in rates if (named := side(sheet, pair.before)) is not None]
    if not pairs:
        return
    members = {each.start for pair in told_pairs(sheet) for each in (pair.before, pair.after)}
    for share in sheet.of_kind(Kind.SHARE):
        if share.start in members:
            continue
        for start, (family, is_good) in pairs:
            opposite = share.sentence < start.sentence and share.value() + start.value() == _HUNDRED
            if opposite and side(sheet, share) == (family, not is_good):
                yield _of_two_wholes(sheet, share, start)
                break


def _of_two_wholes(sheet: Sheet, share: Quantity, start: Quantity) -> Claim:
    """The two as one sum; a question where the first is of some of it or under a condition only."""
    of_some = _OF_SOME.search(around(sheet, share)[1]) is not None
    claim = _sum_claim(share, start, Verdict.AMBIGUOUS if of_some else Verdict.CONSISTENT)
    if not of_some:
        return claim
    advice = f"Say what “{said(share)}” is a share of: it looks like the other side of “{said(start)}”."
    return replace(claim, advice=advice, subtype="base", escapable=False)


def _joined(sheet: Sheet, first: Quantity, second: Quantity) -> bool | None:
    """None for shares of different things, True where the text makes them one whole."""
    between = sheet.between(first, second)
    if len(between) > _FAR:
        return None
    beside = around(sheet, first), around(sheet, second)
    for good, bad, tight in FAMILIES:
        one = nearest(good, bad, beside[0])
        other = nearest(good, bad, beside[1])
        if one is not None and other is not None and one != other:
            return (
                tight and first.sentence == second.sentence and not _qualified(beside)
            ) or _SAME_WHOLE.search(between) is not None
    return None


def _qualified(beside: tuple[tuple[str, str], ...]) -> bool:
    """Whether either share is of some part only: "churn in the first month"."""
    return any(_PART.search(_NAME_OF.sub("", before) + " " + after) is not None for before, after in beside)


def _sum_claim(first: Quantity, second: Quantity, verdict: Verdict) -> Claim:
    total = first.value() + second.value()
    advice = ""
    if verdict is Verdict.CONTRADICTION:
        advice = (
            f"Say what “{said(first)}” and “{said(second)}” are shares of: as two sides of one "
            f"whole these two do not fit."
        )
    return Claim(
        relation="R6",
        verdict=verdict,
        quantities=(first, second),
        arithmetic=lambda: f"{number(first.value())}% + {number(second.value())}% {equals(total)}%",
        advice=advice,
        escapable=verdict is Verdict.CONTRADICTION and first.sentence != second.sentence,
    )


RELATION = Relation(
    code="R6",
    summary="Two figures that are the two sides of one whole add up to it.",
    why="Hits and misses, or an availability and its downtime, are the quickest sums an interviewer can do.",
    source="numbers-audit, R6",
    hits=(
        (
            example(tell(situation="Precision was 70%, meaning 30% of the alerts were false positives.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="The hit rate settled at 85% and the miss rate at 15%.")), Verdict.CONSISTENT),
        (
            example(tell(result="We ended at 99.9% uptime, about 8.8 hours of downtime a year.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="Availability went from 99.5% to 99.9% after the failover.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(result="The cache reached a hit rate of 80% with a miss rate of 30%.")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="99.99% uptime, only 9 hours of downtime per year.")), Verdict.CONTRADICTION),
        (
            example(tell(situation="Precision was 75%, meaning 35% of the pages were false alarms.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(situation="The leak detector had a precision of 45%, so 65% of its alerts were false.")
            ),
            Verdict.CONTRADICTION,
        ),
        (example(tell(situation="Our traffic is 71% mobile and 39% desktop.")), Verdict.CONTRADICTION),
        (
            example(tell(situation="Readers are one thing: visits are 64% new and 36% returning.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="- Service availability improved by 20%")), Verdict.AMBIGUOUS),
        (
            example(
                tell(
                    situation="At first 20% of our partners were affected by broken exports.",
                    result="The export success rate rose from 80% to 97%.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (
            example(
                tell(
                    situation="A fifth of it went wrong: the failure rate was 20%.",
                    result="The success rate rose from 80% to 97%.",
                )
            ),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(result="Precision is 92% at a false positive rate of 3%.")),
        example(tell(result="98% test coverage, and 5% of the builds failed.")),
        example(
            tell(
                situation="In spring 25% of our partners were affected.",
                result="The export success rate rose from 80% to 97%.",
            )
        ),
        example(tell(result="Cut review time by 70% and reminders by 30%.")),
        example(tell(result="Conversion is 71% mobile and 39% desktop.")),
        example(tell(situation="Traffic was 50% mobile and 30% desktop, and tablets had the rest.")),
        example(tell(result="Zero downtime in the migration, and 99.95% uptime since.")),
    ),
    find=find,
)
