"""Quick fractions are fractions."""

from __future__ import annotations

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.review.numbers.quantities.exact import Exact, exact, ratio

VALUES = st.fractions(max_denominator=10**6) | st.integers()
OPERATIONS = (
    operator.add, operator.sub, operator.mul, operator.truediv,
    operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne,
)  # fmt: skip


@given(VALUES, VALUES)
def test_all_arithmetic_is_that_of_fractions(a: Fraction | int, b: Fraction | int) -> None:
    """Whichever side is quick, the result is the one of ``Fraction``."""
    for operation in OPERATIONS:
        if operation is operator.truediv and b == 0:
            continue
        expected = operation(Fraction(a), Fraction(b))
        made = [operation(x, y) for x, y in ((exact(a), exact(b)), (exact(a), b), (a, exact(b)))]
        assert [expected] * 3 == made, operation


@given(VALUES)
def test_nothing_is_divided_by_zero(value: Fraction | int) -> None:
    """A zero divisor raises the error that ``Fraction`` raises."""
    for over, under in ((exact(value), 0), (exact(value), exact(0)), (value, exact(0))):
        with pytest.raises(ZeroDivisionError):
            operator.truediv(over, under)


@given(VALUES, VALUES)
def test_what_it_makes_stays_quick(a: Fraction | int, b: Fraction | int) -> None:
    """Results are exact again, and in lowest terms."""
    for made in (exact(a) + b, b - exact(a), exact(a) * exact(b), abs(exact(a)), a / exact(b * b + 1)):
        assert type(made) is Exact
        assert (made.numerator, made.denominator) == Fraction(made).as_integer_ratio()


@given(VALUES)
def test_equal_numbers_have_one_hash(value: Fraction | int) -> None:
    """It is found in sets and dictionaries by any equal number."""
    assert hash(value) == hash(exact(value))
    assert {value: "found"}[exact(value)] == "found"


@given(st.integers(), st.integers(1, 10**9))
def test_a_ratio_is_its_quotient(over: int, under: int) -> None:
    """A ratio of whole numbers is the fraction of them."""
    assert Fraction(over, under) == ratio(over, under)
