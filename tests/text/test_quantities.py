"""Figures and their units are found; numerals, names, versions and dates are not figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cut it from 9 s to 450ms", [(9.0, "s"), (0.45, "s")]),
        ("12% of 40K rows, a 9x gain", [(12.0, "%"), (40_000.0, "row"), (9.0, "x")]),
        ("saved $2.5M and € 300", [(2_500_000.0, "$"), (300.0, "$")]),
        ("from 60 to 90 percent", [(60.0, "%"), (90.0, "%")]),
        ("took 2-3 weeks", [(2 * 604800.0, "s"), (3 * 604800.0, "s")]),
        ("1,200 labels and an F1 of 0.82", [(1200.0, "label"), (0.82, "")]),
        ("2000 concurrent users", [(2000.0, "concurrent")]),
        ("7 billion parameters", [(7e9, "parameter")]),
    ],
)
def test_figures_with_their_units(text: str, expected: list[tuple[float, str]]) -> None:
    """
    A figure has its value in the base of its unit, and a range shares the unit of its end.
    """
    found = quantities(text)

    assert [unit for _, unit in expected] == [each.unit for each in found]
    assert [value for value, _ in expected] == pytest.approx([each.value for each in found])


@pytest.mark.parametrize(
    "text",
    [
        "1. Profiled it\n2) Fixed it",
        "the p95 of GPT-4 on an L1 cache in S3",
        "Python 3 and version 2.3.1",
        "in 2023, since March 4, on 12/03/2024 at 10:30",
        "on call 24/7 for the 3rd party and its 5xx errors",
        "in Phase 2 and step 3",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """
    List numerals, identifiers, versions, dates and ordinals are no quantities.
    """
    assert [] == quantities(text)


@given(st.text(alphabet="0123456789.,%$€xKM ms-–→to/():\nabc", max_size=300))
def test_every_quantity_lies_in_the_text(text: str) -> None:
    """
    Spans lie inside the text, in order, and hold a digit.
    """
    found = quantities(text)

    assert sorted(found) == found
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert any(sign.isdigit() for sign in text[each.start : each.end])
