"""What counts as a quantity, and what is read of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from tests.review.numbers.figures import figures


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("took 36 hours", 36, "hour"),
        ("an error of .72", Fraction(18, 25), ""),
        ("cut by .5 s", Fraction(1, 2), "second"),
        ("read 50 k rows", 50_000, ""),
        ("read fifty k rows", 50_000, ""),
        ("read 1.2 M rows", 1_200_000, ""),
        ("a step of 3e-4", Fraction(3, 10_000), ""),
        ("a step of 3×10^-4", Fraction(3, 10_000), ""),
        ("read 1.3×10⁹ rows", 1_300_000_000, ""),
        ("read 10⁶ rows", 1_000_000, ""),
        ("read 1'200'000 rows", 1_200_000, ""),
        ("read 10 000 rows", 10_000, ""),
        ("an error of 4.1±0.2", Fraction(41, 10), ""),
        ("a run of 10 s ± 1 s", 10, "second"),
        ("we promised three nines", Fraction(999, 10), "percent"),
        ("less of it (x4)", 4, "times"),
        ("¼ of the size", 25, "percent"),
        ("1/4 of the size", 25, "percent"),
        ("took 12 s", 12, "second"),
        ("p99 of 4.5ms", Fraction(9, 2), "millisecond"),
        ("a backlog of 7 TB", 7, "terabyte"),
        ("raised $1.25M", 1_250_000, "money"),
        ("a budget of 30k EUR", 30_000, "money"),
        ("cost 3 million dollars", 3_000_000, "money"),
        ("paid Rs 900", 900, "money"),
        ("recall of 81.5%", Fraction(163, 2), "percent"),
        ("recall of seventy-one percent", 71, "percent"),
        ("uptime of ninety-nine point five percent", Fraction(199, 2), "percent"),
        ("recall rose 9 percentage points", 9, "percentage point"),
        ("recall rose 9 pp", 9, "percentage point"),
        ("churn fell 40 bps", 40, "basis point"),
        ("precision rose 6 points", 6, "percentage point"),
        ("a 7x speed-up", 7, "times"),
        ("ran 7 times faster", 7, "times"),
        ("a tenfold gain", 10, "times"),
        ("within an hour", 1, "hour"),
        ("half a day of work", Fraction(1, 2), "day"),
        ("two and then three full weeks of tests", 3, "week"),
        ("a third of the alerts", Fraction(100, 3), "percent"),
        ("three quarters of the alerts", 75, "percent"),
        ("half of the alerts", 50, "percent"),
        ("we cut the queue in half", Fraction(1, 2), "times"),
        ("throughput doubled", 2, "times"),
        ("an order of magnitude cheaper", 10, "times"),
        ("three and a half hours", Fraction(7, 2), "hour"),
        ("one point five million dollars", 1_500_000, "money"),
        ("took 1 s; then it slept", 1, "second"),
        ("it took 4 hours 20 minutes", 260, "minute"),
        ("took 1h 5m", 65, "minute"),
        ("took 2½ hours", Fraction(5, 2), "hour"),
        ("took 1 3/4 hours", Fraction(7, 4), "hour"),
        ("margin of 3,5%", Fraction(7, 2), "percent"),
        ("reached BLEU 31.6", Fraction(158, 5), ""),
    ],
)
def test_value_and_unit(text: str, value: Fraction | int, unit: str) -> None:
    """A number is read with its exact value in the unit that is written beside it."""
    assert (value, unit) == (figures(text)[-1].low, figures(text)[-1].unit.name)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("served 40,000 concurrent users at peak", 40_000, "users"),
        ("a 12-node cluster", 12, "node"),
        ("six labelled data sets were merged", 6, "sets"),
        ("five two-week sprints", 5, ""),
        ("3M rows a day", 3_000_000, "rows"),
        ("two dozen dashboards", 24, "dashboards"),
        ("half a million documents", 500_000, "documents"),
        ("twelve hundred tickets", 1200, "tickets"),
        ("zero duplicates remained", 0, "duplicates"),
        ("300 of them failed", 300, ""),
        ("seven others joined", 7, ""),
        ("an F1 of 0.83 on the test set", Fraction(83, 100), ""),
        ("90 runs per night", 90, "runs"),
        ("a hundred and twenty kiosks", 120, "kiosks"),
        ("two and a quarter million parcels", 2_250_000, "parcels"),
        ("staffed with 1 PM and 3 welders", 1, "pm"),
        ("a score of 3.6/5 in spring", Fraction(18, 5), ""),
    ],
)
def test_counts_name_their_thing(text: str, value: Fraction | int, noun: str) -> None:
    """A count is read with the thing that it counts, or with none where none follows."""
    assert (Kind.COUNT, value, noun) == (figures(text)[0].kind, figures(text)[0].low, figures(text)[0].noun)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("under 40 ms", Bound.BELOW),
        ("sub-40ms", Bound.BELOW),
        ("<40 ms", Bound.BELOW),
        ("within 40 minutes", Bound.BELOW),
        ("up to 40 GB", Bound.AT_MOST),
        ("40 minutes or less", Bound.AT_MOST),
        ("over 40%", Bound.ABOVE),
        ("took over 40 minutes", Bound.ABOVE),
        ("at least 40 GB", Bound.AT_LEAST),
        ("40+ dashboards", Bound.AT_LEAST),
        ("40 GB or more", Bound.AT_LEAST),
        ("about 40 GB", Bound.ABOUT),
        ("~40 GB", Bound.ABOUT),
        ("built over 40 days", Bound.EXACT),
        ("exactly 40 GB", Bound.EXACT),
        ("recall not below 80%", Bound.AT_LEAST),
        ("latency no higher than 40 ms", Bound.AT_MOST),
        ("ship it w/o latency above 40 ms", Bound.AT_MOST),
        ("grow without exceeding 40 GB", Bound.AT_MOST),
        ("keep it from going above 40 ms", Bound.AT_MOST),
        ("don't let recall fall below 80%", Bound.AT_LEAST),
        ("get latency below 40 ms without new servers", Bound.BELOW),
        ("no budget, and latency above 40 ms", Bound.ABOVE),
        ("without a team within 40 days", Bound.BELOW),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    """A number keeps the limit that its author sets or denies; "over" beside a time is how long it took."""
    assert bound is only(text).bound


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("took 3–5 weeks", 3, 5, "week"),
        ("took 3 to 5 weeks", 3, 5, "week"),
        ("took 3 or 5 weeks", 3, 5, "week"),
        ("between 3 and 5 weeks", 3, 5, "week"),
        ("three-five weeks", 3, 5, "week"),
        ("120-180ms", 120, 180, "millisecond"),
        ("10%–15%", 10, 15, "percent"),
        ("$2-3M", 2_000_000, 3_000_000, "money"),
        ("$500-1K", 500, 1000, "money"),
        ("2-3 million rows", 2_000_000, 3_000_000, ""),
        ("20k-30k rows", 20_000, 30_000, ""),
        ("40ms-60ms", 40, 60, "millisecond"),
    ],
)
def test_ranges(text: str, low: int, high: int, unit: str) -> None:
    """Two ends of a range are one quantity in the unit and the scale of both."""
    found = only(text)
    assert Bound.RANGE is found.bound
    assert (Fraction(low), Fraction(high), unit) == (found.low, found.high, found.unit.name)


@pytest.mark.parametrize(
    "text", ["from 3 to 5 weeks", "from 60% to 90%", "3 weeks to 5 weeks", "9 → 12 GB", "12 to 9 hours"]
)
def test_changes_are_no_ranges(text: str) -> None:
    """What a number was and what it became are two quantities."""
    assert 2 == len(figures(text))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("240 requests per minute", "minute"),
        ("4 MB/s", "second"),
        ("$80K annually", "year"),
        ("$80K a year", "year"),
        ("$80K in annual savings", "year"),
        ("a monthly bill of $80K", "month"),
        ("15% MoM", "month"),
        ("4 connections per worker", "worker"),
        ("4 connections", ""),
        ("90 runs per night", "night"),
        ("60 parcels a second at noon", "second"),
        ("counted 60 parcels a second time", ""),
    ],
)
def test_rates(text: str, per: str) -> None:
    """A number is read with the unit of time, or the thing, that it is counted per."""
    assert per == only(text).per


@pytest.mark.parametrize(
    "text",
    ["by 30%", "by about 30%", "-30% tickets", "+30%", "30% fewer tickets", "a 30% drop", "cut costs 30%",
     "a 3x speed-up", "halved"],
)  # fmt: skip
def test_changes_are_known_as_such(text: str) -> None:
    """A share or a multiple that says how far something moved is a change."""
    assert Role.CHANGE is only(text).role


@pytest.mark.parametrize(
    "text", ["30% of users", "used by 30% of teams", "recall of 30%", "a 30% share of voice", "3x A100"]
)
def test_states_are_no_changes(text: str) -> None:
    """A share that says how something stands is none."""
    assert Role.PLAIN is only(text).role


@pytest.mark.parametrize(
    "text",
    [
        "Python 3.11 and v2.4.1",
        "nineteen ninety-two and twenty twenty-four",
        "at 1 PM, by 4 pm, from 9 AM",
        "p95, L2, GPT-4, S3 and HTTP/2",
        "404s and 503s, a 9-5 job, and a 95% CI",
        "ticket 4711, PR #88, OPS-1234",
        "on 2024-03-09 and 3/9/24 at 12:30pm",
        "in March 2021, since 2019, Q3 2022, FY24",
        "in 2023 we moved",
        "we grew from 2019 to 2021",
        "March 15",
        "call +1 415 555 2671 or 415-555-2671",
        "10.20.30.40/16",
        "see https://example.com/a/12/b?x=3 or /var/log/9",
        "mail a7@example.com",
        "phase 2, step 3, week 1, days 4-6",
        "1. First\n2) Second\n- 3. Third",
        "2x per week, 3 times a day, 24/7, a 1:1 and 1-on-1s",
        "the 1st, 2nd and 30th",
        "2FA, 5xx, 3D",
        "recall@10 and P@5",
        "1e309% and 0x7f",
        "SOC 2, ISO 27001, ECE 50874",
        "zero-shot, zero trust, two-factor, five whys",
        "a third party, the first half, one day I noticed, doubled down, double-checked",
        "10^6",
        "",
    ],
)
def test_names_are_no_quantities(text: str) -> None:
    """Digits and number words that name a thing measure nothing."""
    assert [] == [quantity.text for quantity in figures(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("maybe 60% coverage", "60%"),
        ("2000 simulated users", "2000 simulated users"),
        ("Each worker: 4 connections", "4 connections"),
        ("cost per team 30%", "30%"),
        ("week-long tests on 8 nodes", "8 nodes"),
        ("latency—40 ms—held", "40 ms"),
        ("which is 1920 = the cap", "1920"),
        ("(see above: 5 nodes)", "5 nodes"),
    ],
)
def test_measures_that_look_like_names(text: str, said: str) -> None:
    """A label, a month or a year that only resembles one hides no quantity."""
    assert said == only(text).text


def test_a_quantity_is_written_as_it_stands() -> None:
    """Text and span of a quantity are those of the telling, with its sign and its unit."""
    text = "It cost US$ 4,500 a month; now ±2 hours."
    assert [text[q.start : q.end] for q in figures(text)] == [q.text for q in figures(text)]
    assert ["US$ 4,500 a month", "2 hours"] == [q.text for q in figures(text)]


def test_digits_carry_their_rounding() -> None:
    """A written decimal stands for half a unit of its last digit to each side; a small count for itself."""
    slacks = [quantity.slack for quantity in figures("4.50 s, 40 s, $2M, 7 nodes, seven weeks")]
    assert [Fraction(1, 200), Fraction(1, 2), 500_000, 0, Fraction(1, 2)] == slacks
