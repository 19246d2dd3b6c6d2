"""R2, a change in percent or points: "reduced by 30%" with its two values, or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from starling.model.story import PartKind
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r02_percent_change.by_amount import by_amount
from starling.review.numbers.relations.r02_percent_change.left import left, left_claim
from starling.review.numbers.relations.r02_percent_change.people_rates import of_people, people_rates
from starling.review.numbers.relations.r02_percent_change.percent_claims import (
    level_claim,
    of_other_base,
    valued_claim,
)
from starling.review.numbers.relations.r02_percent_change.percents import judged
from starling.review.numbers.relations.r02_percent_change.told_apart import told_apart
from starling.review.numbers.show import said
from starling.review.numbers.told.changes import Change, Way, changes, stems
from starling.review.numbers.told.distances import distances
from starling.review.numbers.told.levels import Level, apart, beside, levels, over_base
from starling.review.numbers.told.linking import Link, links
from starling.review.numbers.told.offers import offered
from starling.review.numbers.told.since import since
from starling.review.numbers.told.sums import change_line, in_order
from starling.review.rule import example, tell

_HUNDRED = ratio(100)
_MAY_FALL_BELOW_ZERO = re.compile(
    r"\b(?:loss|losses|deficit|profit|margin|burn|cash flow|emissions?|sentiment|nps)\b"
)
_IN_PERCENT = stems("precision recall accuracy auc ctr")
"""Measures of a model that are percentages themselves, so that a percent of them can be heard as points."""
_PER = re.compile(r"\b(?:per|for each|for every) ([a-z-]+(?: [a-z-]+)?)")
_HOPED = re.compile(r"\bby (?:about |around |roughly |nearly |almost |over |up to |at least |an? )?[~≈]?$")
"""What stands before the size of a change, and not before a level."""
_RELATIVE = re.compile(r",? ?\(?relative(?:ly)?\b")
_CONTEXT = re.compile(
    r"\b(?:despite|even (?:as|with|though|when)|support(?:ed|s)? an?|handle[ds]? an?"
    r"|while (?:the |our )?(?:traffic|load|volume|demand|usage|users))\b[^.;]*$"
)


def find(sheet: Sheet) -> Iterator[Claim]:
    """Claims with values, claims without any, impossible ones, and an offer for each pair without a claim."""
    settled: set[int] = set()
    for link, verdict, subtype in _valued(sheet):
        if link.close or link.change.quantity.start not in settled:
            settled.add(link.change.quantity.start)
            yield valued_claim(link, verdict, subtype)
    for link in _told_since(sheet, settled):
        settled.add(link.change.quantity.start)
        verdict, subtype = judged(link)
        yield (
            of_other_base(link) if verdict is Verdict.CONTRADICTION else valued_claim(link, verdict, subtype)
        )
    yield from by_amount(sheet)
    yield from distances(sheet)
    yield from map(left_claim, left(sheet))
    for level in levels(sheet):
        if level.change.quantity.start not in settled and _of_one_measure(sheet, level):
            settled.add(level.change.quantity.start)
            yield from _asked(sheet, level)
    yield from _without_values(sheet, settled)
    yield from _unclaimed(sheet)


def _told_since(sheet: Sheet, settled: set[int]) -> list[Link]:
    """The changes whose value before stands in the situation, and that no pair settles."""
    told = (link for link in since(sheet) if link.change.quantity.kind is not Kind.RATIO)
    loose = [link for link in told if link.change.quantity.start not in settled]
    return [link for link in loose if link.close or judged(link)[0] is Verdict.CONSISTENT]


def _without_values(sheet: Sheet, settled: set[int]) -> Iterator[Claim]:
    for change in changes(sheet):
        if change.quantity.start in settled or change.quantity.kind is not Kind.SHARE:
            continue
        pair = beside(sheet, change)
        link = None if pair is None else Link(pair, change, close=True)
        if link is None or _impossible(sheet, change):
            pair = told_apart(sheet, change)
            far = None if pair is None else Link(pair, change, close=False)
            yield from _alone(sheet, change) if far is None else (valued_claim(far, Verdict.CONSISTENT, ""),)
        elif judged(link)[0] is Verdict.CONSISTENT:
            yield valued_claim(link, *judged(link))


def _unclaimed(sheet: Sheet) -> Iterator[Claim]:
    """The question to a rate of people, and an offer for each other pair of which no change is stated."""
    rates = list(people_rates(sheet))
    yield from map(of_people, rates)
    starts = {pair.start for pair in rates}
    for pair in offered(sheet, "R2"):
        if pair.start not in starts:
            yield _offer(pair)


def _valued(sheet: Sheet) -> Iterator[tuple[Link, Verdict, str]]:
    """The changes with values, judged; of values that stand apart only those that fit."""
    for link in _candidates(sheet):
        if link.close or _near(link):
            verdict, subtype = judged(link)
            if link.close or verdict is Verdict.CONSISTENT:
                yield link, verdict, subtype


def _candidates(sheet: Sheet) -> Iterator[Link]:
    """The changes in percent or points with the values they may be of, the closest first."""
    over = (Link(pair, change, close=True) for pair, change in over_base(sheet))
    far = (Link(pair, change, close=False) for pair, change in apart(sheet))
    for link in chain(links(sheet), over, far):
        if link.change.quantity.kind is not Kind.RATIO:
            yield link


def _near(link: Link) -> bool:
    """Whether values told elsewhere fit as written, not only by the room that rounding leaves."""
    before, after = link.pair.before.value(), link.pair.after.value()
    return before > 0 and abs(abs(after - before) / before * 100 - link.change.quantity.value()) <= 1


def _of_one_measure(sheet: Sheet, level: Level) -> bool:
    """Whether more joins them than what the change is told per: orders per search are no empty searches."""
    stated, start = level.change.quantity, level.level
    per = stems(" ".join(_PER.findall(sheet.before(stated, 60) + " " + sheet.after(stated, 60))))
    return bool((stems(sheet.before(start, 30)) | stems(start.noun)) & (level.change.about - per))


def _asked(sheet: Sheet, level: Level) -> Iterator[Claim]:
    """The question to a level; none to a change that was foretold, or is said to be relative."""
    if _HOPED.search(sheet.before(level.level, 30)) is None and not _is_relative(sheet, level.change):
        yield level_claim(level)


def _is_relative(sheet: Sheet, change: Change) -> bool:
    """Whether a word says that a percent is one of the value before: "20% relative"."""
    return _RELATIVE.match(sheet.after(change.quantity, 16)) is not None


def _alone(sheet: Sheet, change: Change) -> Iterator[Claim]:
    """A change without its values: impossible, of unclear unit, or open."""
    stated = change.quantity
    if _impossible(sheet, change):
        yield _single(
            stated, Verdict.CONTRADICTION, "impossible reduction",
            f"100% − {said(stated)} is below zero",
            f"Say how many times less, or give both values: nothing can fall by “{said(stated)}”.",
        )  # fmt: skip
    elif change.about & _IN_PERCENT and not _is_relative(sheet, change):
        yield _single(
            stated, Verdict.AMBIGUOUS, "points vs percent",
            f"{said(stated)} of the rate, or {said(stated)} as points",
            f"Say whether “{said(stated)}” is percent or percentage points, or give the two values.",
        )  # fmt: skip
    elif stated.part in (PartKind.RESULT, PartKind.OTHER) and _is_headline(sheet, stated):
        yield _single(
            stated, Verdict.UNVERIFIABLE, "no baseline", "no value before or after",
            f"Give the two values behind “{said(stated)}”, and say how they were measured.",
        )  # fmt: skip


def _is_headline(sheet: Sheet, stated: Quantity) -> bool:
    """Whether the change is what the author achieved, in digits, not what it was achieved in spite of."""
    return stated.text[:1].isdigit() and _CONTEXT.search(sheet.before(stated, 60)) is None


def _impossible(sheet: Sheet, change: Change) -> bool:
    stated = change.quantity
    beyond = stated.low > _HUNDRED or (stated.low == _HUNDRED and stated.bound is Bound.ABOVE)
    if not beyond or change.way is not Way.DOWN:
        return False
    around = sheet.before(stated, 70) + said(stated).lower() + sheet.after(stated, 50)
    return _MAY_FALL_BELOW_ZERO.search(around) is None


def _single(stated: Quantity, verdict: Verdict, subtype: str, arithmetic: str, advice: str) -> Claim:
    return Claim(
        relation="R2",
        verdict=verdict,
        quantities=(stated,),
        arithmetic=arithmetic,
        advice=advice,
        subtype=subtype,
    )


def _offer(pair: Pair) -> Claim:
    return Claim(
        relation="R2",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(pair.before, pair.after),
        arithmetic=lambda: change_line(pair),
        advice=lambda: (
            f"Quote the two values, “{said(pair.before)}” and “{said(pair.after)}”, or the points "
            f"between them."
        ),
        subtype="no claim",
        stated=False,
    )


RELATION = Relation(
    code="R2",
    summary="A stated change in percent or points fits its two values, and says which of the two it is.",
    why=(
        "Percent of what is the first question to any change, and a percent of a rate can be "
        "heard in two ways."
    ),
    source="numbers-audit, R2",
    hits=(
        (example(tell(result="Reduced p99 scoring time by 75% (from 240 ms to 60 ms).")), Verdict.CONSISTENT),
        (
            example(tell(result="Label review shrank from 10 hours to 7 hours a week, a 30% reduction.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="Escalations fell 40%, from 50 a week to 30 a week.")), Verdict.CONSISTENT),
        (example(tell(result="Coverage rose from 62% to 80%, up 18 points.")), Verdict.CONSISTENT),
        (example(tell(result="Accuracy improved from 80% to 92%, a 12% improvement.")), Verdict.AMBIGUOUS),
        (example(tell(result="Cut inference cost by 60% (from $9K to $6K a month).")), Verdict.CONTRADICTION),
        (example(tell(result="Backlog fell from 300 to 120 tickets, a 45% drop.")), Verdict.CONTRADICTION),
        (example(tell(result="The cache reduced lookup latency by 130%.")), Verdict.CONTRADICTION),
        (
            example(tell(result="The bill went from $90K to $60K a month, saving $30K.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="The chess rating rose from 1,410 to 1,466 (+86).")), Verdict.CONTRADICTION),
        (
            example(tell(result="Loading fell from 9 hours to 5 hours, 6 hours less.")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="Recall rose from 0.72 to 0.81 (+9 points).")), Verdict.CONSISTENT),
        (
            example(tell(result="It shrank from 90 MB to 60 MB, a quarter of the size.")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="Raised recall by 12% with hard negatives.")), Verdict.AMBIGUOUS),
        (example(tell(result="The new ranker reduced manual triage by 35%.")), Verdict.UNVERIFIABLE),
        (example(tell(result="Attrition in the group fell from 24% to 8%.")), Verdict.UNVERIFIABLE),
        (example(tell(result="Coverage of the feature tests went from 40% to 70%.")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    situation="A picker did 50 bins per hour.",
                    result="Now a picker does 68 bins per hour (+36%).",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="A picker did 50 bins per hour.",
                    result="Now a picker does 68 bins per hour (+60%).",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        example(tell(result="Of the flagged payments, 30% were handled by 4 people.")),
        example(tell(result="Of our 12 labellers three stayed on, so attrition was 75%.")),
        example(tell(situation="About 60% of the tickets came from two teams.")),
        example(tell(situation="Failed logins were 4% by May. Purchases per login rose by 1.5%.")),
        example(tell(task="Sign-ups could grow by 10-12%.", action="The form increased sign-ups by 11%.")),
        example(tell(action="Set the canary to 5% of users and the timeout to 30 s.")),
        example(tell(action="Sampled 20% of the drop-off sessions and read them.")),
        example(tell(action="I moved tests from 3 to 5, saving 4 hours a week.")),
        example(tell(action="I left the batch at 64 rows, 80% of them from the new feed.")),
        example(tell(situation="Of 90 boats 40 boats had it.", action="60 boats had it, 50% more.")),
        example(
            tell(
                task="Raise recall, which was 40%, by 15% relative.", action="I raised recall by 5% relative."
            )
        ),
    ),
    find=find,
)
