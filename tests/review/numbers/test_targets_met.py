"""What became of a target is told by the figures of the result, whatever words stand around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.closing import closings
from starling.review.numbers.closing.ended import End
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading
from starling.review.rule import tell


def ends(**parts: str) -> list[End]:
    """How each target of a telling ended."""
    return [closing.end for closing in closings(Sheet(Reading(tell(**parts), Brief())))]


@pytest.mark.parametrize(
    ("task", "result", "expected"),
    [
        ("Bring recall of the matcher to at least 80%.", "Recall of the matcher is 84%.", [End.MET]),
        ("Bring recall of the matcher to at least 80%.", "Recall of the matcher is 71%.", [End.SILENT]),
        (
            "Bring recall of the matcher to at least 80%.",
            "We missed it: recall of the matcher is 71%.",
            [End.MISSED],
        ),
        ("Get sixty percent precision up to eighty percent.", "Precision is eighty two percent.", [End.MET]),
        ("We had six weeks until the audit.", "It was live after four weeks.", [End.MET]),
        ("I had to ship within 6 weeks.", "We shipped on schedule.", [End.MET]),
        ("I had to ship within 6 weeks.", "We shipped 9 weeks ahead of schedule.", [End.UNMET]),
        ("I had to ship within 6 weeks.", "We shipped 2 weeks late.", [End.MISSED]),
        ("I had to finish the move within 6 weeks.", "We finished the move in 9 weeks.", [End.LONGER]),
        ("The labelling budget was $40K.", "We spent $31K on it.", [End.MET]),
        ("The labelling budget was $40K.", "We spent $52K and stayed within budget.", [End.UNMET]),
        ("Reduce GPU cost by 40%.", "GPU cost fell from $100K to $55K.", [End.MET]),
        ("Reduce GPU cost by 40%.", "GPU cost fell from $100K to $85K.", [End.SILENT]),
        ("Keep availability above 99.9%.", "Availability was 99.4%.", [End.SILENT]),
        ("Keep availability above 99.9%.", "We met the target: availability was 99.4%.", [End.UNMET]),
        ("Bring the error rate under 8%.", "The error rate fell from 12% to 9%.", [End.SILENT]),
        (
            "Halve the share of damaged parcels.",
            "The share of damaged parcels fell from 9% to 4%.",
            [End.MET],
        ),
        (
            "Halve the share of damaged parcels.",
            "The share of damaged parcels fell from 9% to 7%.",
            [End.SILENT],
        ),
        ("Double the throughput.", "Throughput fell from 90 to 40 jobs a minute.", []),
        ("- shelf labels right on 95% of the aisles", "Labels are right on 93% of the aisles.", [End.SILENT]),
        ("Search had to answer within 150 ms.", "Requests are answered within 130 ms.", [End.MET]),
        ("Serve 300 concurrent users.", "The index is smaller.", [End.OPEN]),
        ("Lead a team of 6 engineers.", "Everyone stayed.", []),
    ],
)
def test_ends(task: str, result: str, expected: list[End]) -> None:
    """Each way to answer a target is heard, and what is no target is left alone."""
    assert expected == ends(task=task, action="I changed the schema.", result=result)


@given(st.integers(20, 900), st.integers(1, 900))
def test_a_bound_decides(target: int, reached: int) -> None:
    """A latency target is met at or below its figure, and not when the result is clearly above it."""
    found = ends(
        task=f"Bring the lookup latency below {target} ms.",
        action="I changed the index.",
        result=f"The lookup latency is {reached} ms.",
    )
    if reached <= target:
        assert [End.MET] == found
    elif reached > target * 1.05 + 1:
        assert [End.SILENT] == found


def test_an_unrelated_sentence_changes_nothing() -> None:
    """A sentence about something else leaves every target as it was."""
    task, result = (
        "Bring recall to at least 80% within 6 weeks.",
        "Recall is 84%, and we shipped on schedule.",
    )
    assert ends(task=task, result=result) == ends(task=task, result=result + " Our office has 3 floors.")
