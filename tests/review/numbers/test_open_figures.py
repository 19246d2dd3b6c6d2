"""Figures without a basis: which two of a story are asked about first."""

from __future__ import annotations

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Verdict
from starling.review.reading import Reading
from starling.review.rule import tell


def open_figures(**parts: str) -> list[str]:
    """The figures that are asked about, in the order of the text, targets aside."""
    ledger = audit(Reading(tell(**parts), Brief()))
    return [claim.quantities[0].text for claim in ledger.of(Verdict.UNVERIFIABLE) if claim.relation != "R9"]


def test_money_is_asked_about_before_percentages() -> None:
    """A saving told last is not crowded out by two smaller figures before it."""
    asked = open_figures(result="Waste fell by 30%. Rework fell by 20%. It saved $600K a year in cloth.")
    assert len(asked) == 2
    assert "$600K a year" in asked


def test_an_open_target_takes_no_place_of_a_headline() -> None:
    """A target that the result leaves open is asked about beside the two figures, not instead of one."""
    asked = open_figures(
        task="I had to open the loom hall within 9 weeks and keep waste below 4%.",
        result="It saved $600K a year in cloth and brought in $90K in extra sales.",
    )
    assert asked == ["$600K a year", "$90K"]


def test_what_never_happened_is_asked_about_only_without_a_period() -> None:
    """A claim of "none since" asks since when; "none in the first six months" has said it."""
    assert open_figures(result="The ferry app has had zero security incidents since launch.")
    assert not open_figures(result="The ferry app had zero security incidents in its first 6 months.")
