"""The arithmetic that relations share, and how its figures are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from starling.review.numbers.evaluate import fits, fold, in_step, part_of, percent_change, reduction, rest
from starling.review.numbers.quantities.interval import Interval, exactly, total
from starling.review.numbers.show import digits, equals, like, number, said
from tests.review.numbers.figures import figures

NUMBERS = st.fractions(min_value=0, max_value=10**6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A bounded interval of numbers that are not negative."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(low, high)


@given(intervals(), intervals(), st.data())
def test_intervals_hold_what_their_members_give(a: Interval, b: Interval, data: st.DataObject) -> None:
    """Whatever two members give lies in the interval that the two intervals give."""
    x, y = (data.draw(st.fractions(min_value=each.lo, max_value=each.hi)) for each in (a, b))
    assert (a + b).holds(x + y)
    assert (a - b).holds(x - y)
    assert (a * b).holds(x * y)
    assert y == 0 or (a / b).holds(x / y)


@given(NUMBERS, NUMBERS)
def test_what_is_written_fits_itself(before: Fraction, after: Fraction) -> None:
    """A stated figure always fits the same figure, and never one of twice its size."""
    assert fits(exactly(before), exactly(before))
    assert before == 0 or not fits(exactly(before), exactly(2 * before))
    assert total([exactly(before), exactly(after)]) == exactly(before + after)


@pytest.mark.parametrize(
    ("computed", "about", "expected"), [(101, False, True), (102, False, False), (102, True, True)]
)
def test_one_percent_is_forgiven(computed: int, about: bool, expected: bool) -> None:
    """A stated figure may be one percent off, and three after "about"."""
    assert expected is fits(exactly(100), exactly(computed), about)


def test_changes() -> None:
    """A change is told in percent, as a reduction or as a multiple, of the same two values."""
    before, after = exactly(20), exactly(8)
    assert exactly(-60) == percent_change(before, after)
    assert exactly(60) == reduction(before, after)
    assert exactly(Fraction(5, 2)) == fold(before, after) == fold(after, before)
    assert exactly(2) == part_of(exactly(10), before)
    assert exactly(40) == rest(exactly(60))


def test_units_are_read_in_step() -> None:
    """Lengths of time are all calendar or all working time, and ranges are compared like with like."""
    weeks, day = figures("2 weeks, 1 day")
    middles = [(a.holds(Fraction(1209600)), b.holds(Fraction(86400))) for a, b in in_step(weeks, day)]
    assert [(True, True), (False, False)] == middles
    ranges = list(in_step(*figures("4-6 items to 2-3 items")))
    assert ["5 2.5", "4 2", "6 3"] == [f"{number(a.lo or 0)} {number(b.lo or 0)}" for a, b in ranges]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(133, 2), "= 66.5"),
        (Fraction(800, 9), "≈ 88.9"),
        (Fraction(99994, 1000), "= 99.994"),
        (Fraction(1_234_567), "= 1,234,567"),
        (Fraction(1, 300), "≈ 0.00333"),
        (Fraction(-5, 2), "= −2.5"),
        (Fraction(0), "= 0"),
        (Fraction(10) ** 400, "≈ about 10^400"),
    ],
)
def test_as_few_digits_as_are_honest(value: Fraction, shown: str) -> None:
    """A value is written exactly where three decimals do, otherwise to three figures and marked."""
    assert shown == equals(value)


def test_values_are_shown_in_the_unit_of_the_teller() -> None:
    """A computed value is written in the unit that stands beside it in the telling."""
    hours, money, users, share = figures("8 hours, $2M, 40 users, 4-6%")
    assert "72 hours" == like(Fraction(72 * 3600), hours)
    assert "$500,000" == like(Fraction(500_000), money)
    assert "12 users" == like(Fraction(12), users)
    assert "5%" == like(Fraction(5), share)
    assert ("8", "4–6") == (digits(hours), digits(share))
    assert "8 hours" == said(hours)


@given(st.fractions())
@example(Fraction(-1, 10**37))
def test_every_value_can_be_shown(value: Fraction) -> None:
    """Any value is written in a short line."""
    assert 0 < len(number(value)) < 40
