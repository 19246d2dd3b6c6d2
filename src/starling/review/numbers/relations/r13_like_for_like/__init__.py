"""R13, like for like: the before and the after are of one population and one kind of figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starling.review.numbers.quantities.pairs import Pair
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r13_like_for_like.unlike import asked, unlike
from starling.review.numbers.relations.r13_like_for_like.whose import whose
from starling.review.numbers.show import said
from starling.review.numbers.told.changes import Change, changes
from starling.review.numbers.told.periods import period
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs
from starling.review.rule import example, tell

_WHOLE = re.compile(
    r"\b(?:overall|on average|average|avg|in total|total|all (?:users|segments|"
    r"categories)|company[- ]wide|global(?:ly)?)\b"
)
_EARLIER = re.compile(r"\b(?:before|previous(?:ly)?|earlier|baseline|prior|last (?:year|quarter|month))\b")
_AGAINST = re.compile(r"\b(?:vs\.?|versus|compared (?:to|with)|against|from)\b")
_PEAK = re.compile(
    r"\b(?:peak|peaks|peaking|worst|spikes?|spiked|at load|p9[059]|up to|as (?:long|much|many|high) as"
    r"|max(?:imum)?)\b"
)
_MEAN = re.compile(r"\b(?:average|averaged|avg|mean|median|typical(?:ly)?|p50)\b")
_FROM = re.compile(r"\bfrom[\s~]*(?:about |around |over |roughly |nearly )?$")
_FROM_WORD, _FROM_REACH = frozenset(("from",)), 30
_TO = re.compile(r"\bto\b")
_PEAKS = (
    "peak",
    "worst",
    "spike",
    "at load",
    "p9",
    "up to",
    "as long",
    "as much",
    "as many",
    "as high",
    "max",
)
_MEANS = ("average", "avg", "mean", "median", "typical", "p50")
"""What the long patterns above cannot do without."""
_FOR = re.compile(r"\bfor (?:the |our |all )?([a-z-]+) ([a-z]+)s?\b")
_REACH = 8
_REACH_BESIDE, _REACH_CHANGE = 40, 60


def find(sheet: Sheet) -> Iterator[Claim]:
    """Segment beside whole, peak beside average, two measures, a total used per head, two scopes."""
    shares = sheet.of_kind(Kind.SHARE)
    if len(shares) > 1:
        yield from _segment(sheet)
    if sheet.mentions(*_MEANS) and sheet.mentions(*_PEAKS):
        yield from _peak(sheet)
    if shares or sheet.of_kind(Kind.RATE):
        yield from _measures(sheet)
    yield from whose(sheet)
    yield from _scopes(sheet)
    yield from unlike(sheet)


def _segment(sheet: Sheet) -> Iterator[Claim]:
    """As in "Tablet: 4% conversion (vs 9% overall before)"."""
    for first, second in pairwise(sheet.of_kind(Kind.SHARE)):
        if first.sentence != second.sentence:
            continue
        between = sheet.between(first, second)
        if len(between) > _REACH_BESIDE or _AGAINST.search(between) is None:
            continue
        there = between[-24:] + sheet.after(second, 30)
        if (
            _EARLIER.search(there)
            and _WHOLE.search(there)
            and not _WHOLE.search(sheet.before(first, 30) + between[:10])
        ):
            yield asked(
                (first, second), f"{said(first)} of a part, {said(second)} of the whole",
                f"Compare the same group before and after: “{said(first)}” and "
                f"“{said(second)}” are of two.", "base",
            )  # fmt: skip


def _peak(sheet: Sheet) -> Iterator[Claim]:
    """A value first told as a peak and then taken for the average before."""
    told: dict[tuple[Kind, str, object], Quantity] = {}
    for quantity in sheet.of_kind(Kind.TIME, Kind.RATE, Kind.COUNT):
        if _PEAK.search(_sentence(sheet, quantity)):
            told.setdefault((quantity.kind, quantity.unit.name, quantity.low), quantity)
    for pair in told_pairs(sheet):
        lead = sheet.before(pair.before, 50)
        inside = sheet.lower[pair.start : pair.end]
        if _PEAK.search(lead[-25:]) and _MEAN.search(inside) and not _MEAN.search(lead):
            yield _mixed(pair.before, pair)
            continue
        peak = told.get((pair.before.kind, pair.before.unit.name, pair.before.low))
        if peak is None or peak.end > pair.start or peak.sentence == pair.before.sentence:
            continue
        if _MEAN.search(lead + inside) and not _MEAN.search(_sentence(sheet, peak)):
            yield _mixed(peak, pair)


def _sentence(sheet: Sheet, quantity: Quantity) -> str:
    return sheet.before(quantity, 80) + " " + sheet.after(quantity, 30)


def _mixed(peak: Quantity, pair: Pair) -> Claim:
    return asked(
        in_order(peak, pair.before, pair.after),
        f"{said(peak)} at peak, {said(pair.after)} on average",
        f"Give the peak before and after, or the average: “{said(peak)}” is a peak and "
        f"“{said(pair.after)}” is not.",
        "peak and average",
    )


def _measures(sheet: Sheet) -> Iterator[Claim]:
    """As in "from 3 pages a week to 99.9%": a count before and a share after."""
    paired = {member.start for pair in told_pairs(sheet) for member in (pair.before, pair.after)}
    for first in sheet.led_by(_FROM_WORD, _FROM_REACH):
        if first.start in paired or _FROM.search(sheet.before(first, _FROM_REACH)) is None:
            continue
        place = sheet.index_of(first)
        others = sheet.quantities[place + 1 : place + 3]
        kinds = (*_UNLIKE, {first.kind})
        second = next((each for each in others if {first.kind, each.kind} in kinds), None)
        if second is None or first.kind is second.kind or first.sentence != second.sentence:
            continue
        counted = first if second.kind is Kind.SHARE else second
        if period(counted) is None and "/" not in counted.text and counted.kind is Kind.COUNT:
            continue
        between = sheet.between(first, second)
        if len(between) < _REACH_CHANGE and _TO.search(between) and "," not in between:
            yield asked(
                (first, second), f"{said(first)} → {said(second)}",
                f"Give one measure twice: “{said(first)}” and “{said(second)}” are two.", "two measures",
            )  # fmt: skip


_UNLIKE = ({Kind.COUNT, Kind.SHARE}, {Kind.TIME, Kind.SHARE}, {Kind.RATE, Kind.SHARE}, {Kind.RATE, Kind.TIME})


def _scopes(sheet: Sheet) -> Iterator[Claim]:
    """One measure told for two scopes: "30% for new models", then "45% for large models"."""
    seen: list[tuple[Change, str, str]] = []
    for change in changes(sheet):
        scope = _FOR.search(sheet.after(change.quantity, 70))
        if scope is None:
            continue
        for earlier, modifier, noun in seen[-_REACH:]:
            if noun == scope[2] and modifier != scope[1] and len(earlier.about & change.about) > 1:
                yield asked(
                    in_order(earlier.quantity, change.quantity),
                    f"{said(earlier.quantity)} for {modifier} {noun}, "
                    f"{said(change.quantity)} for {scope[1]} {noun}",
                    f"Say how “{modifier} {noun}” and “{scope[1]} {noun}” overlap, or "
                    f"give both figures for one of them.",
                    "scope",
                )
        seen.append((change, scope[1], scope[2]))


RELATION = Relation(
    code="R13",
    summary="Before and after are of one population and one kind of figure.",
    why="A peak against an average, or a segment against the whole, makes any change look large.",
    source="numbers-audit, R13, N22 and H8; number labels, rule 8",
    hits=(
        (example(tell(result="Tablet: 4% conversion (vs 9% overall before)")), Verdict.AMBIGUOUS),
        (
            example(
                tell(
                    situation="At peak, scoring took up to 4 seconds.",
                    result="Average scoring time went from 4 seconds to 300 ms.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
        (example(tell(result="We went from 3 pages per week to 99.9% availability.")), Verdict.AMBIGUOUS),
        (
            example(
                tell(
                    situation="Labelling took the team 30 hours per week in total.",
                    result="That is 30 hours × 12 analysts saved.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (example(tell(situation="The model steered 40% of company sales ($90M).")), Verdict.AMBIGUOUS),
        *(
            (example(tell(situation=before, result=after)), Verdict.AMBIGUOUS)
            for before, after in (
                ("A vendor quoted us $300K a year.", "We wrote our own and saved $300K a year."),
                ("Power cuts hurt.", "Dark time went from hours a week to 5 minutes a month."),
                ("The move had been stuck for 5 months.", "Done in 3 months instead of the planned 8."),
                (
                    "A new depot took 3 days of manual work.",
                    "New depots: 3 days → 20 minutes, in which the script runs end to end.",
                ),
                (
                    "The rebuild would take 5-7 months.",
                    "We were late by only 4 weeks instead of the 5-7 months of the rebuild.",
                ),
                ("I wrote the mail router from scratch.", "Router backlog fell from 9,000 to 40."),
                (
                    "Heating spend was growing 9% a month.",
                    "Cut heating spend by 20% across non-critical halls.",
                ),
                ("We launched it to 5% of visitors.", "Sign-ups rose by 30%."),
            )
        ),
    ),
    misses=(
        example(tell(result="Mobile went from 4% to 6% conversion.")),
        example(
            tell(
                situation="At peak we saw 900 requests per second.",
                result="Average latency went from 80 ms to 50 ms.",
            )
        ),
        example(tell(result="We saved 3 hours × 12 analysts a week.")),
        *(
            example(tell(situation=before, result=after))
            for before, after in (
                ("We paid a vendor $300K a year.", "Our own tool saved $300K a year."),
                ("Power cuts hurt.", "Dark time went from hours a week to 5 minutes a week."),
                ("The move had been stuck for 5 months.", "We finished in 3 months."),
                (
                    "A new depot took 3 days of manual work.",
                    "New depots: 3 days → 20 minutes of manual work.",
                ),
                ("The rebuild was 5 weeks late.", "We were late by 1 week instead of 5 weeks."),
                ("I wrote the mail router from scratch.", "Printer jams fell from 90 to 4."),
                ("Heating spend was growing 9% a month.", "Cut heating spend by 20%."),
                ("We launched it to 5% of visitors, then to everyone.", "Sign-ups rose by 30%."),
            )
        ),
        example(tell(result="From 3 teams, 90% adopted the template.")),
    ),
    find=find,
)
