"""The extraction on text of any kind: it never raises, never guesses, and stays linear."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.show import like, number
from starling.review.reading import Reading
from starling.review.rule import tell
from tests.conftest import Calls
from tests.review.numbers.figures import figures

PIECES = st.sampled_from(
    [
        *"12|3.5|1,200|%| percent|x|$|€|k|M| million| ms| hours|-|–| to |from | → | of |a third|half".split(
            "|"
        ),
        *"two| point |zero|doubled|(|)|\n|\n- |1. |±|~|<|>|+|/|:|.|,|#|@|v|٣|Ⅷ|²|½| per | a day|1e309".split(
            "|"
        ),
        *"\x00|İ| and |week |in |2021| users|'|’|p95|\N{RIGHT-TO-LEFT OVERRIDE}|\N{ZERO WIDTH SPACE}".split(
            "|"
        ),
        "|",
        "9" * 400,
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def told(text: str) -> Reading:
    """A reading of one text as the result."""
    return Reading(tell(result=text), Brief())


@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    """Quantities of any text stand in order, do not overlap, and are written as the text is."""
    found = figures(text)
    assert [text[quantity.start : quantity.end] for quantity in found] == [
        quantity.text for quantity in found
    ]
    edges = [edge for quantity in found for edge in (quantity.start, quantity.end)]
    assert sorted(edges) == edges


@given(TEXTS)
def test_any_text_is_audited(text: str) -> None:
    """The audit answers on any text, and every claim stands on quantities of that text."""
    reading = told(text)
    for claim in audit(reading).claims:
        assert claim.quantities
        assert all(reading.text[q.start : q.end] == q.text for q in claim.quantities)


@given(TEXTS)
def test_any_quantity_can_be_shown(text: str) -> None:
    """Whatever was read can be written again, in a line that stays short."""
    for quantity in figures(text):
        assert 0 < len(number(quantity.value())) < 40
        assert "\n" not in like(quantity.value(), quantity).replace(quantity.noun, "")


@given(st.integers(1, 10**9), st.integers(0, 3))
def test_digits_mean_what_they_say(value: int, decimals: int) -> None:
    """A number written with or without separators and decimals is read back exactly."""
    written = f"{value:,}" + (f".{'5' * decimals}" if decimals else "")
    (found,) = figures(f"latency of {written} ms")
    assert written.replace(",", "") in (str(found.low), f"{float(found.low):.{decimals}f}")


@given(st.lists(st.sampled_from("40 ms|3 hours|7%|five nodes|$2M|a third of it".split("|")), max_size=8))
def test_sentences_do_not_disturb_each_other(said: list[str]) -> None:
    """What is read of a sentence is the same wherever it stands."""
    alone = [(q.text, q.low, q.unit) for each in said for q in figures(f"It was {each}.")]
    together = [(q.text, q.low, q.unit) for q in figures(" ".join(f"It was {each}." for each in said))]
    assert alone == together


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400 + " ms and 3 ms",
        "9" * 5000,
        "1," + "000," * 3000,
        "1e309% of 10^400 users",
        "(" * 500 + "3 ms" + ")" * 500,
        "| p50 | p95 |\n|---|---|\n| 12 ms | 40 ms |",
        "\N{RIGHT-TO-LEFT OVERRIDE}about 40 ms\N{POP DIRECTIONAL FORMATTING} and 50%",
        "0 ms, 0%, $0, 0 of 0, from 0 to 0",
        "from 40 to 0%, by 100%, 1000000%, -5%",
        "on 2024-03-09 from 10.20.30.40 v1.2.3, call 415-555-2671 in 3e9 lightyears",
        "```\nfor i in range(10): x[3] = 4 * i  # 50%\n```",
        "(10 (of 12 (4 (from 9 to 2%)))) = 7 × (3 + (2 − (1)))",
        "40 × 0 = 0, 0 / 0 = 1, 5 − 5 = 0%",
    ],
)
def test_odd_input_is_survived(text: str) -> None:
    """Absurd sizes, tables, brackets and directional marks are read or left alone, never an error."""
    assert audit(told(text)) == audit(told(text))


@pytest.mark.parametrize(
    "piece",
    ["Row {0} took {0} ms for 4% of them. ", "took {0} ms for 4%, ", "1 2 ", "1.1.", "from 3 to 5 weeks ",
     "a half of the ", "$", "x1", "1-", "https://a/1/"],
)  # fmt: skip
def test_twice_the_text_is_twice_the_work(piece: str, calls: Calls) -> None:
    """The work of laying numbers out grows with their number and no faster, in one sentence as in many."""

    def lay_out(count: int) -> Callable[[], object]:
        text = "".join(piece.format(number) for number in range(count))
        return lambda: Sheet(told(text)).quantities

    assert calls(lay_out(800)) <= 2.5 * calls(lay_out(400)) + 500
