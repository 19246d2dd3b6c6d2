"""R17, periods and units: 30 a minute is one every 2 seconds, 2 weeks are 14 days, growth compounds."""

from __future__ import annotations

from collections.abc import Iterator

from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r17_period.conversions import restated, said_twice
from starling.review.numbers.relations.r17_period.growth import growths
from starling.review.numbers.relations.r17_period.odds import odds
from starling.review.numbers.relations.r17_period.paces import paces
from starling.review.numbers.relations.r17_period.rates import counts, over_time, peaks, worked_off
from starling.review.rule import example, tell


def find(sheet: Sheet) -> Iterator[Claim]:
    """One amount in two units, rates beside intervals and counts, peaks beside volumes, and growth."""
    if len(sheet.quantities) > 1:
        yield from said_twice(sheet)
        yield from restated(sheet)
    if sheet.of_kind(Kind.SHARE):
        yield from growths(sheet)
    yield from odds(sheet)
    if any(quantity.per for quantity in sheet.quantities):
        yield from paces(sheet)
        yield from peaks(sheet)
        yield from counts(sheet)
        yield from over_time(sheet)
        yield from worked_off(sheet)


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
                ("Broken crates went from 1 in 10 to 1 in 50, 10x fewer.", Verdict.CONTRADICTION),
                ("We had 600 crates at 20 crates an hour, that is 60 hours.", Verdict.CONTRADICTION),
                ("We lose 30 crates a day, about 21k crates a year.", Verdict.AMBIGUOUS),
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
