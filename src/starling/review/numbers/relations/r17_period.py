"""R17, periods and units: 30 a minute is one every 2 seconds, 2 weeks are 14 days, growth compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.changes import stems
from starling.review.numbers.conversions import restated, said_twice
from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.growth import growths
from starling.review.numbers.interval import exactly
from starling.review.numbers.paces import paces
from starling.review.numbers.periods import period_claim
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.rates import counts, over_time, peaks
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, number, said
from starling.review.rule import example, tell

_ONE_IN = re.compile(r"\b(?:1|one)\s(?:in|out of)\s(?:every )?$")
_CHANCE = re.compile(r"\b(?:chance|probability|likelihood|risk|odds)\b")
_REACH = 8
_LEAST_ODDS = 2


def find(sheet: Sheet) -> Iterator[Claim]:
    """One amount in two units, rates beside intervals and counts, peaks beside volumes, and growth."""
    if len(sheet.quantities) > 1:
        yield from said_twice(sheet)
        yield from restated(sheet)
    if sheet.of_kind(Kind.SHARE):
        yield from _one_in(sheet)
        yield from growths(sheet)
    if any(quantity.per for quantity in sheet.quantities):
        yield from paces(sheet)
        yield from peaks(sheet)
        yield from counts(sheet)
        yield from over_time(sheet)


def _one_in(sheet: Sheet) -> Iterator[Claim]:
    """As in "1 in 200 … 0.5%"."""
    if not sheet.mentions("1 in ", "one in ", "1 out of ", "one out of "):
        return
    for number_, quantity in enumerate(sheet.quantities):
        counted = quantity.kind is Kind.COUNT and quantity.low >= _LEAST_ODDS
        if not counted or _ONE_IN.search(sheet.before(quantity, 20)) is None:
            continue
        for share in sheet.quantities[max(0, number_ - _REACH) : number_ + _REACH]:
            if share.kind is Kind.SHARE:
                value = Fraction(100) / quantity.value()
                fit = fits(share.interval(), exactly(value), about(share, quantity))
                if fit or _is_chance(sheet, quantity, share):
                    line = f"1 / {number(quantity.value())} {equals(value)}%, written {said(share)}"
                    advice = (
                        ""
                        if fit
                        else f"Say one of “1 in {said(quantity)}” and “{said(share)}”: the two do not fit."
                    )
                    verdict = Verdict.CONSISTENT if fit else Verdict.CONTRADICTION
                    yield period_claim(verdict, (quantity, share), line, advice, "share")


def _is_chance(sheet: Sheet, odds: Quantity, share: Quantity) -> bool:
    """Whether a percentage restates odds: a chance of the same things, or a figure right behind."""
    if sheet.between(odds, share).strip() in ("(", "=", ", or", "or"):
        return True
    near = sheet.before(share, 24) + " " + share.text.lower() + " " + sheet.after(share, 40)
    same = stems(odds.noun) & stems(near)
    return bool(same) and _CHANCE.search(near) is not None


RELATION = Relation(
    code="R17",
    summary="The same amount in two units or per two periods is the same amount.",
    why="Conversions are done in the head while you speak, and growth rates compound.",
    source="numbers-audit, R17",
    hits=(
        *(
            (example(tell(situation=told)), verdict)
            for told, verdict in (
                ("The mill spins 30 bales per day, that is 210 bales per week.", Verdict.CONSISTENT),
                ("The mill spins 30 bales per day, that is 150 bales per week.", Verdict.CONSISTENT),
                ("The mill spins 30 bales per day, that is 640 bales per week.", Verdict.CONTRADICTION),
                ("Rent is $4K per month, which is $48K per year.", Verdict.CONSISTENT),
                ("Rent is $4K per month. That is $84K per year.", Verdict.CONTRADICTION),
                ("Folding takes 3 hours a week, about 150 hours a year.", Verdict.CONSISTENT),
                ("We lost 6 crates a day for 20 days: 120 crates.", Verdict.CONSISTENT),
                ("We lost 6 crates a day for 20 days, 300 crates in total.", Verdict.CONTRADICTION),
                (
                    "The gauge is polled every second. These 180 requests per minute slow it.",
                    Verdict.AMBIGUOUS,
                ),
            )
        ),
        (example(tell(action="Moved 12,000 GB (12 TB) of features to the new store.")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    situation=(
                        "The client polled 120 times a minute, that is 120 requests/minute (every second)."
                    )
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (example(tell(result="Polling fell to 4 requests/minute (every 15 seconds).")), Verdict.CONSISTENT),
        (
            example(
                tell(
                    situation="We had 90 pages within three months.",
                    result="Pages fell from 30 to 2 pages per month.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="We had 90 pages within three months.",
                    result="Pages fell from 80 to 2 pages per month.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(situation="One in 500 requests leaked, a chance of 0.2% per request.")),
            Verdict.CONSISTENT,
        ),
        (example(tell(task="The migration had to be done in 6 weeks (90 days).")), Verdict.CONTRADICTION),
        (
            example(tell(situation="Storage cost grew 10% MoM.", result="Cut storage cost by 30%.")),
            Verdict.AMBIGUOUS,
        ),
        (
            example(tell(situation="GPU cost grew 100% YoY; in the summary GPU cost grew 60% QoQ.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="We score 40,000 payments daily.",
                    result="It held a peak of 300 payments per second.",
                )
            ),
            Verdict.AMBIGUOUS,
        ),
    ),
    misses=(
        *(
            example(tell(result=told))
            for told in (
                "Rent fell from $9K a month to $7K a month, which is $24K a year.",
                "We pay $20 per hour for 30 hours, so the overtime was $90.",
                "It costs $40 a day for 10 days, and $900 in total with the fee.",
                "The bath ran for 2 days, which was 5 hours too long.",
                "The gate allows 5 carts per minute (60 carts per hour).",
                "We dye 40 shirts a day, which is 100 shirts a week less than before.",
            )
        ),
        example(tell(action="- Weeks 1-2: shadowing\n- Weeks 3-4: first model")),
        example(tell(action="We met every 2 weeks (30 minutes) with the product team.")),
        example(tell(result="The job reads 20 GB in 3 minutes and writes 2 TB a day.")),
        example(tell(action="It logs every 10 seconds and retries every 30 seconds.")),
    ),
    find=find,
)
