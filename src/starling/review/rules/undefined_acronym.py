"""A short form that nobody outside the team can know."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.short_forms import unexplained

MOST_MARKS = 2


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first use of at most two short forms that are neither common nor explained."""
    for start, end in unexplained(reading)[:MOST_MARKS]:
        said = reading.text[start:end]
        yield Mark(start, end, f"Say what “{said}” stands for the first time, or name what it does.")


RULE = Rule(
    summary="A short form is used without saying what it stands for.",
    why="A listener who works out what it means does not hear the next sentence.",
    source="rubric, D12 (undefined acronyms at first use)",
    strength=Strength.INFORMATIVE,
    dimension="D12",
    hits=(
        example(tell(situation="The nightly CRX export fed three models, and it was late every Monday.")),
        example(tell(action="I moved the feature jobs from QTB to Airflow and kept both for a week.")),
    ),
    misses=(
        example(tell(action="I cut p95 latency by moving the LLM calls of the API behind a cache on AWS.")),
        example(tell(situation="The customer risk export (CRX) was late. CRX fed three models.")),
        example(tell(situation="The CRX (customer risk export) was late every Monday.")),
        example(tell(situation="Our churn risk explorer was late, and CRE fed three models.")),
        example(tell(situation="At QTB Analytics I ran the export; before, I had worked for CRX.")),
        example(tell(action="I checked that NOT ONE row was lost, and ran SELECT COUNT on both sides.")),
    ),
    check=check,
)
