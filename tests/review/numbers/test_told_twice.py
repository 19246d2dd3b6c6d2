"""One amount told twice: per two periods, in two units, or as a rate and what it makes in a while."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

IN_A_WEEK, IN_A_YEAR = 7, 12


def claims(told: str) -> list[Claim]:
    """What the audit says of one sentence of a situation."""
    return list(audit(Reading(tell(situation=told, result="It got better."), Brief())).claims)


def verdicts(told: str, relation: str) -> set[Verdict]:
    """The verdicts of one relation on a sentence."""
    return {claim.verdict for claim in claims(told) if claim.relation == relation}


@given(st.integers(2, 900), st.integers(0, 3))
def test_a_rate_told_per_two_periods_holds_only_where_it_is_the_same(many: int, slip: int) -> None:
    """Bales per day and per week agree for seven days, whatever their number, and clash when tripled."""
    week = many * IN_A_WEEK * (1 if slip == 0 else slip + 2)
    found = verdicts(f"The mill spins {many} bales per day, that is {week} bales per week.", "R17")
    assert found == ({Verdict.CONSISTENT} if slip == 0 else {Verdict.CONTRADICTION})


@given(st.integers(2, 90), st.integers(2, 40))
def test_a_rate_and_a_stretch_of_time_make_their_total(rate: int, days: int) -> None:
    """So many crates a day for so many days are that product, and not three times that."""
    told = "The dock lost {} crates a day for {} days, {} crates in total."
    assert verdicts(told.format(rate, days, rate * days), "R17") == {Verdict.CONSISTENT}
    assert verdicts(told.format(rate, days, rate * days * 3), "R17") == {Verdict.CONTRADICTION}


@pytest.mark.parametrize("per_week", [280, 200])
def test_calendar_and_working_weeks_are_both_natural(per_week: int) -> None:
    """Forty a day are 280 a week on seven days and 200 on five: neither is held against its author."""
    told = f"The mill spins 40 bales per day, that is {per_week} bales per week."
    assert verdicts(told, "R17") == {Verdict.CONSISTENT}


@pytest.mark.parametrize(
    "told",
    [
        "Rent fell from $9K a month to $7K a month, which is $24K a year.",
        "The gate allows 5 carts per minute (60 carts per hour).",
        "We dye 40 shirts a day, which is 100 shirts a week less than before.",
        "We pay $20 per hour for 30 hours, so the overtime was $90.",
    ],
)
def test_amounts_side_by_side_are_not_one_amount(told: str) -> None:
    """A difference, a limit, a remainder and a surcharge are amounts of their own."""
    assert [] == [claim for claim in claims(told) if claim.verdict is Verdict.CONTRADICTION]


def test_the_arithmetic_names_the_period_it_was_worked_out_for() -> None:
    """A reader sees the multiplication, in the author's own currency."""
    told = claims("Rent is $4K per month. That is $84K per year.")
    assert ["$4K per month × 12 = $48,000 a year, written $84K per year"] == [
        claim.arithmetic for claim in told if claim.relation == "R17"
    ]


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        (
            {"result": "We had 4,200 visitors a day. I cached it. Still 4,200 visitors a day came."},
            "told twice in the result",
        ),
        (
            {"other": "We had 4,200 visitors a day. I cached it. Still 4,200 visitors a day came."},
            "told twice",
        ),
        (
            {"situation": "We had 4,200 visitors a day.", "other": "Still 4,200 visitors a day."},
            "the same in the situation and the rest",
        ),
    ],
)
def test_where_a_figure_is_told_again_is_said_in_words(parts: dict[str, str], where: str) -> None:
    """A part without a name of its own is the rest, or goes without saying where there is no other."""
    [claim] = [c for c in audit(Reading(tell(**parts), Brief())).claims if c.relation == "R16"]
    assert claim.arithmetic == f"4,200 visitors a day, {where}"
