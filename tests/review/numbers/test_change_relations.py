"""Stated changes hold, fail and stay apart whatever the figures are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.audit import all_relations
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

CODES = ("R1", "R2", "R3", "R6", "R11", "R13", "R17", "R18")
UNRELATED = " The on-call handbook has a chapter on paging."
WHOLE = st.integers(min_value=20, max_value=900)
OFF = st.sampled_from((Fraction(1, 2), Fraction(3, 2), Fraction(2)))


def claims(result: str, situation: str = "") -> list[Claim]:
    """All that the relations of change say of a telling."""
    parts = {"situation": situation} if situation else {}
    sheet = Reading(tell(**parts, result=result), Brief()).once(Sheet)
    return [claim for relation in all_relations() if relation.code in CODES for claim in relation.find(sheet)]


def verdicts(result: str, situation: str = "") -> set[Verdict]:
    """The verdicts on what a telling states."""
    return {claim.verdict for claim in claims(result, situation) if claim.stated}


@given(after=WHOLE, times=st.integers(min_value=2, max_value=9))
def test_a_multiple_of_its_values_holds_in_any_scale(after: int, times: int) -> None:
    """Scaling both values of a fold change keeps it consistent."""
    for scale in (1, 10, 1000):
        told = f"Scoring went from {after * times * scale} ms to {after * scale} ms, {times}x faster."
        assert {Verdict.CONSISTENT} == verdicts(told)


@given(after=WHOLE, times=st.integers(min_value=2, max_value=9))
def test_a_wrong_multiple_is_a_contradiction(after: int, times: int) -> None:
    """A multiple that is far from the quotient fits in no reading."""
    told = f"Scoring went from {after * times} ms to {after} ms, {times * 3}x faster."
    assert Verdict.CONTRADICTION in verdicts(told)


@given(before=WHOLE, percent=st.integers(min_value=15, max_value=80), off=OFF)
def test_a_percent_change_holds_and_fails_with_its_figure(before: int, percent: int, off: Fraction) -> None:
    """The stated reduction is consistent with its values; half or twice as much is a contradiction."""
    after = before * (100 - percent)
    pair = f"(from {before * 100} ms to {after} ms)"
    assert {Verdict.CONSISTENT} == verdicts(f"Cut p99 latency by {percent}% {pair}.")
    changed = percent * off
    if changed < 100:
        assert {Verdict.CONTRADICTION} == verdicts(f"Cut p99 latency by {float(changed):g}% {pair}.")


@given(before=st.integers(min_value=40, max_value=60), points=st.integers(min_value=5, max_value=30))
def test_points_written_as_percent_are_asked_about(before: int, points: int) -> None:
    """Percent and points are never merged: points written as percent are ambiguous, as points they hold."""
    pair = f"Recall rose from {before}% to {before + points}%"
    assert {Verdict.CONSISTENT} == verdicts(f"{pair}, up {points} points.")
    assert {Verdict.AMBIGUOUS} == verdicts(f"{pair}, up {points}%.")


@given(low=WHOLE, more=st.integers(min_value=1, max_value=400))
def test_the_verb_agrees_with_the_order_of_its_values(low: int, more: int) -> None:
    """Swapping the two values of a change with a direction makes it a contradiction."""
    high = low + more
    assert Verdict.CONTRADICTION not in verdicts(f"Median latency dropped from {high} ms to {low} ms.")
    assert Verdict.CONTRADICTION in verdicts(f"Median latency dropped from {low} ms to {high} ms.")


@given(hits=st.integers(min_value=5, max_value=95), more=st.integers(min_value=5, max_value=40))
def test_two_sides_of_one_whole_add_up(hits: int, more: int) -> None:
    """A hit rate and its miss rate hold at one hundred and fail beyond it."""
    told = "The cache has a hit rate of {}% and a miss rate of {}%."
    assert {Verdict.CONSISTENT} == verdicts(told.format(hits, 100 - hits))
    assert {Verdict.CONTRADICTION} == verdicts(told.format(hits, 100 - hits + more))


@given(precision=st.integers(min_value=30, max_value=95), recall=st.integers(min_value=30, max_value=95))
def test_f1_lies_between_precision_and_recall(precision: int, recall: int) -> None:
    """The harmonic mean holds; an F1 above both is a contradiction."""
    f1 = 2 * precision * recall / (precision + recall)
    told = "Precision {}%, recall {}%, F1 {:.1f}%."
    assert Verdict.CONSISTENT in verdicts(told.format(precision, recall, f1))
    assert Verdict.CONTRADICTION in verdicts(told.format(precision, recall, max(precision, recall) + 4.5))


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Cut p99 by 75% (from 240 ms to 60 ms).", Verdict.CONSISTENT),
        ("Cut p99 by 45% (from 240 ms to 60 ms).", Verdict.CONTRADICTION),
        ("Recall rose from 70% to 84%, up 14%.", Verdict.AMBIGUOUS),
        ("Scoring went from 6 hours to 45 minutes, 8x faster.", Verdict.CONSISTENT),
    ],
)
def test_an_unrelated_sentence_changes_no_verdict(told: str, verdict: Verdict) -> None:
    """What is said beside a relation leaves its verdict as it is."""
    assert (
        {verdict} == verdicts(told) == verdicts(told + UNRELATED) == verdicts(UNRELATED.strip() + " " + told)
    )


@pytest.mark.parametrize(
    "told",
    [
        "Label errors decreased by 35%, mean review time went from 50 minutes to 20 minutes.",
        "Freshness went from 91% to 97%, and median lag decreased by 30%.",
        "Accuracy went from 88% to 94%, halving the error.",
        "Uptime improved from 98% to 99.8%, which is 10x less downtime.",
        "Uptime improved from 98% to 99.8%, which is 90% less downtime.",
        "I set the ensemble weights:\n- trees: 60%\n- linear: 25%\n- rules: 15%\nRents rose by 4% there.",
        "Expected a 3x gain but went only from 100 to 180 requests per second.",
        "Labelling shrank from 30 to 12 hours a week, not the 80% we had hoped for.",
        "Decreasing the learning rate took accuracy from 88% to 91%.",
        "Errors dropped after we scaled from 2 to 6 nodes.",
        "The rewrite moved the drop rate from 2% to 5%.",
        "The hit rate rose from 60% to 90% and the miss rate fell from 40% to 10%.",
        "Retention is 85% and churn in the first month is 20%.",
        "We promised 99.9% uptime and had 5 hours of downtime that month.",
        "Precision 92%, recall 88%; the baseline had an F1 of 0.71.",
        "120 alerts per day, most at night; on-call got 15 alerts within an hour.",
        "Cut onboarding from two weeks to three days, a 70% reduction.",
        "We had 2 weeks (10 working days) to ship.",
        "Revenue grew 20% YoY and active users grew 5% MoM.",
        "Rows grew from 100 to 1000, a 1000% increase.",
    ],
)
def test_near_misses_are_no_contradiction(told: str) -> None:
    """Figures of different things, hopes, and loose but common wordings are never called a contradiction."""
    assert Verdict.CONTRADICTION not in verdicts(told)


@pytest.mark.parametrize("joint", ["that is", "which is", "i.e.", "or", "meaning", "that means"])
def test_a_change_in_apposition_is_of_the_pair_before_it(joint: str) -> None:
    """“From 15% to 12%, that is N% less cloth cut off” is checked, and asked about where it fails."""
    told = "Waste went from 15% to 12%, {} {}% less cloth cut off."
    assert {Verdict.CONSISTENT} == verdicts(told.format(joint, 20))
    [claim] = [c for c in claims(told.format(joint, 45)) if c.relation == "R2"]
    assert (Verdict.CONTRADICTION, True) == (claim.verdict, claim.escapable)
    assert "(15 − 12) / 15 = 20%, written 45%" in claim.arithmetic
    [claim] = [
        c for c in claims(f"Waste went from 15% to 12%, {joint} 45% less waste.") if c.relation == "R2"
    ]
    assert (Verdict.CONTRADICTION, False) == (claim.verdict, claim.escapable)


def test_a_difference_between_a_pair_and_its_percent_is_read_over() -> None:
    """The count of the difference may be told first: “… to 700, meaning 500 fewer, a reduction of 42%”."""
    told = "Complaints fell from 1,200 to 700 a month, meaning 500 fewer, a reduction of {}%."
    assert Verdict.CONSISTENT in verdicts(told.format(42))
    assert Verdict.CONTRADICTION in verdicts(told.format(62))


@pytest.mark.parametrize(
    "told",
    [
        "from three days to eight hours so roughly nine times faster",
        "it took twenty minutes before and now two minutes so ten times faster",
    ],
)
def test_spoken_numbers_are_related_like_written_ones(told: str) -> None:
    """Number words in a transcript carry the same relations."""
    assert {Verdict.CONSISTENT} == verdicts(told)


def test_a_claim_shows_the_arithmetic_in_the_user_s_figures() -> None:
    """A contradiction quotes the figures and names no other in its advice."""
    [claim] = claims("Cut inference cost by 60% (from $9K to $6K a month).")
    assert "(9,000 − 6,000) / 9,000 ≈ 33.3%, written 60%" == claim.arithmetic
    assert "33" not in claim.advice
    assert "NUM-R2-contradiction" == claim.code


@pytest.mark.parametrize(
    "told",
    [
        "6 queries/minute (every 0 seconds)",
        "from 0 to 0, 0x faster, 0% reduction, 1 in 0, 0.0%",
        "recovered to 5% from 5% to 5%",
        "60 tickets within zero months, from 30 to 1 tickets per month",
        "grew " + "9" * 400 + "% YoY and grew " + "9" * 400 + "% QoQ",
        "1e309% reduction from 1e309 to 1e-309",
    ],
)
def test_absurd_figures_are_read(told: str) -> None:
    """Zeros and numbers of 400 digits raise nothing and are shown in one short line."""
    assert all(len(claim.arithmetic) < 3000 for claim in claims(told))


@given(st.text(alphabet="0123456789.,%x×$→()-–~<> toframinhyeuprcsl\n\u202e", max_size=120))
def test_no_text_raises(text: str) -> None:
    """Any run of digits and signs is read without an exception, and every claim is about figures in it."""
    assert all(quantity.text in text for claim in claims(text) for quantity in claim.quantities)
