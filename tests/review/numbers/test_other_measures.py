"""What a figure is held against: only what it belongs to, in experiments, tables, loads, and asides."""

from __future__ import annotations

import pytest

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

HOLDS = Verdict.CONSISTENT
_PARTS = {"S": "situation", "T": "task", "A": "action", "R": "result"}


def claims(told: str) -> tuple[Claim, ...]:
    """What the audit says of a telling written as "T:… | R:…"."""
    parts = {_PARTS[part[0]]: part[2:].strip() for part in (each.strip() for each in told.split(" | "))}
    return audit(Reading(tell(**parts), Brief())).claims


@pytest.mark.parametrize(
    "told",
    [
        # a number of groups and their size
        "R:We fed it 500 trays of 32 on each night.",
        "R:The trial ran on six plots of 2 hectares each.",
        "S:140 vans, each with a 350 kWh pack, 49 MWh in total.",
        "S:We drew 5 samples of 100 each and 3 of 50, 650 in all.",
        "R:Yield rose from 6.2 to 6.8 tons per hectare, on 300 hectares that is 180 tons more.",
        "S:The fee is 2.5% plus 30 cents, so $1.55 on an order of $50.",
        # held against somebody else, a part of the change, or a pace
        "R:Accuracy grew from 71% to 83%, 3 points better than the tasters.",
        "R:Accuracy grew from 71% to 83%, 3 points behind the tasters.",
        "R:Accuracy grew from 71% to 83%, 4 points of which came from new spoons.",
        "R:Accuracy grew from 71% to 83%, about 3 points a month.",
        "R:Sales rose from 50 to 80 jars, 5% a month.",
        # the pair that a bracket closes, not the one behind it
        "R:9.6 s → 2.6 s on old tills (3.7× faster), 1.9 s → 0.8 s on new ones.",
        "R:Waiting dropped from 40 to 25 minutes on weekdays (38% less) and from 30 to 27 on Sundays.",
        # no direction, no list, no deed, no level
        "R:Output doubled twice, from 5 to 20 jars an hour.",
        "T:Grow the club by 10,000 members. | R:It went from 42,000 to 56,000 members.",
        "T:Keep the yield above 90% with half the staff. | R:The yield is 91%.",
        "R:The kiln is up for 48 hours a week instead of 168.",
        "A:I went from 32 to 8 bits: from 360 KB to 90 KB, 4x smaller.",
        "T:Halve the waste. | R:I did not halve it.",
        # rates are neither good nor bad by themselves
        "T:Reduce the breakage rate to 3%. | R:The breakage rate is 2.9%.",
        "T:Get the return rate to 30%. | R:The return rate is 28%.",
        "T:Get it under 300 ms at 2,000 requests a second. | R:At 2,400 requests a second it takes 240 ms.",
        "T:Bring churn down by 2 points. | R:Churn fell from 9% to 6.5%, a fall by 2.5 points.",
        "S:99.5% uptime meant 3.6 hours of downtime a month. | R:At 99.95% we are down 22 minutes a month.",
        # a baseline that the story has told
        "S:A firing took 52 minutes. | R:The median is 13 minutes, four times faster.",
        "R:It went from 11 minutes to 90 seconds, a bit more than seven times less.",
        "R:Adoption rose to 64%, up 12 points from 52%.",
        "R:The new oven saves €200K a year, by the bakers' own estimate.",
    ],
)
def test_asks_nothing(told: str) -> None:
    """Nobody is asked about figures that belong to different things, or that the telling explains."""
    assert not [claim.code for claim in claims(told) if claim.verdict is not HOLDS]


@pytest.mark.parametrize(
    ("told", "code", "figures"),
    [
        (
            "R:Control converted at 3.20%, treatment at 3.41%: a lift of 6.6%.",
            "NUM-R2-consistent",
            ("3.20%", "3.41%", "6.6%"),
        ),
        (
            "R:Control converted at 3.20%, treatment at 3.41%: a lift of 9.6%.",
            "NUM-R2-contradiction",
            ("3.20%", "3.41%", "9.6%"),
        ),
        (
            "R:Breakage was 4% in the test group and 5% in control, 20% lower.",
            "NUM-R2-consistent",
            ("4%", "5%", "20%"),
        ),
        (
            "R:It fell from 23% to 17%, which is 9 points.",
            "NUM-R2-contradiction",
            ("23%", "17%", "9 points"),
        ),
        (
            "R:It went from 95% to 94.7%, a loss of 0.3 points.",
            "NUM-R2-consistent",
            ("95%", "94.7%", "0.3 points"),
        ),
        (
            "R:The bill is $6K, down 45% from $8K.",
            "NUM-R2-contradiction",
            ("$6K", "45%", "$8K"),
        ),
        (
            "R:We saw a drop in breakage of 30%, from 10 jars to 5 jars.",
            "NUM-R2-contradiction",
            ("30%", "10 jars", "5 jars"),
        ),
        (
            "A:Of the 248 jars, 166 were chipped, 57 could have been sold, and the remaining 35 were whole.",
            "NUM-R7-contradiction",
            ("248 jars", "166", "57", "35"),
        ),
        (
            "T:It had to stay within $600 a month. | R:It costs $6,500 a month, which is within the limit.",
            "NUM-R9-contradiction",
            ("$600 a month", "$6,500 a month"),
        ),
        (
            "T:The limit was $600 a month. | R:It costs $6,500 a month, within the limit.",
            "NUM-R9-contradiction",
            ("$600 a month", "$6,500 a month"),
        ),
        (
            "T:Sell more without cutting output by more than 10%. | R:Output fell by 7%.",
            "NUM-R9-consistent",
            ("10%", "7%"),
        ),
        (
            "T:We hoped to cut waste by 20%. | R:Waste fell by 10%.",
            "NUM-R9-ambiguous",
            ("20%", "10%"),
        ),
        (
            "T:The goal was a waste reduction of 30%. | R:Waste fell by 35%.",
            "NUM-R9-consistent",
            ("30%", "35%"),
        ),
        (
            "T:I promised fewer than 20 calls a week. | R:We have 13 calls a week.",
            "NUM-R9-consistent",
            ("20 calls a week", "13 calls a week"),
        ),
        (
            "T:Keep p99 below 25 ms. | R:|q|before|after|\n|p50|4 ms|1.5 ms|\n|p99|31 ms|22 ms|",
            "NUM-R9-consistent",
            ("25 ms", "22 ms"),
        ),
        (
            "T:I wanted a lift of at least 6%. | R:Sales got a lift of 7% (95% CI 1.9% to 13.1%).",
            "NUM-R9-consistent",
            ("6%", "7%"),
        ),
    ],
)
def test_holds_what_belongs_together(told: str, code: str, figures: tuple[str, ...]) -> None:
    """A figure is checked against its own before, its own arm, its own row, and its own target."""
    told_with = {(claim.code, tuple(each.text for each in claim.quantities)) for claim in claims(told)}
    assert (code, figures) in told_with


def test_an_open_figure_is_no_total_far_below() -> None:
    """The "over $10K" that a year may cost is not confirmed by $93,600."""
    told = "S:It cost $7,800 a month; in a year we would have been at over $10K."
    assert not [claim for claim in claims(told) if claim.relation == "R17"]
