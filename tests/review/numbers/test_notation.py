"""The notation of engineers: arrows, tables, scores, fractions, and units that are written apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.voice import question
from starling.review.reading import Reading
from starling.review.rule import tell

RAISED = (Verdict.CONTRADICTION, Verdict.AMBIGUOUS)
TABLE = (
    "| Measure | Before | After | Change |\n|---|---|---|---|\n"
    "| p95 latency | 800 ms | 200 ms | -{}% |\n| cost a day | $300 | $120 | -60% |"
)
ROWS = (
    "| | latency | bill |\n|---|---|---|\n| before | 90 ms | $40 |\n| after | 30 ms | $30 |\n\n"
    "That is {}x faster."
)
LINES = "- Before (v1): 90 ms a page, 800 bytes header\n- After (v2): 30 ms a page, 200 bytes header\n- {}"

FIT_AND_NOT = [
    ("Memory went 12 GB → 3 GB ({}).", "x4", "x9"),
    ("Memory went 12 GB → 3 GB ({}).", "↓75%", "↓55%"),
    ("Memory went 120 GB ⇒ 30 GB ({}).", "↓75%", "↓45%"),
    ("A page took 200 ms ➡️ 50 ms, {} less.", "75%", "45%"),
    ("Errors fell from 20% to 15% — {} fewer than before.", "25%", "65%"),
    ("Pages a week: ~200 → ~50, a 4x drop ({}).", "-75%", "-45%"),
    ("Recall rose from 0.72 to 0.81 ({}).", "+9 points", "+19 points"),
    ("Recall .72 → .81, {} higher.", "12.5%", "32.5%"),
    ("Error was 4.1±0.2 before and 3.2±0.2 after, {} lower.", "22%", "42%"),
    ("A batch took 10 s ± 1 s → 2 s ± 0.2 s, {} as fast.", "five times", "nine times"),
    ("Labelling fell from fifty k rows to 10 k rows, {} less.", "80%", "60%"),
    ("The step fell from 1e-3 to 1e-4 ({} lower).", "10x", "90x"),
    ("Throughput doubled, from 5k to {} qps.", "10k", "14k"),
    ("Control 4.0%, treatment 4.4%, {} (p = 0.02).", "+10%", "+30%"),
    ("Drop-off fell 5% → 4% ({}).", "-20%", "-60%"),
    ("The model shrank from 440 MB to {}, a quarter of the size.", "110 MB", "210 MB"),
    ("It runs at half the latency ({} vs 80 ms).", "40 ms", "60 ms"),
    ("Bad scans went from 1 in 10 to 1 in 50, {} fewer.", "5x", "10x"),
    ("A third of the 900 scans, {} in all, were blank.", "300", "450"),
    ("Cold data is 40% of 10 TB = {}.", "4 TB", "6 TB"),
    ("120 charts were kept; half of them, {}, were never opened.", "60", "80"),
    ("Of the 240 ms, parsing takes 20 ms, the model 180 ms and the network {}.", "40 ms", "90 ms"),
    ("p99 = 120 ms = 20 ms (lookup) + 70 ms (rerank) + {} (reply).", "30 ms", "60 ms"),
    ("At $2.50/hr × 8 GPUs × 24h that is {} a day.", "$480", "$680"),
    ("It saves 20 min × 15 people × 5 days = {} a week.", "25 h", "95 h"),
    ("The backlog: 4,200 pages at 70 pages/day → {}.", "60 days", "90 days"),
    ("It saves $12k/month, ~{} annualised.", "$144k", "$244k"),
    ("The reader was idle for 6 weeks ({}).", "42 days", "90 days"),
    ("Inference got an order of magnitude faster: 2 s to {}.", "180 ms", "900 ms"),
    ("We reached three nines of uptime, {} of downtime a year.", "8.8 hours", "90 hours"),
    (TABLE, "75", "55"),
    (ROWS, "3", "9"),
    (LINES, "3x faster", "9x faster"),
    (LINES, "75% smaller headers", "35% smaller headers"),
]


SIGNS = (
    "0 0% 0x 0ms $0 100% .72 81% 5 1e-3 10⁹ 10⁻ ×10^4 ± 0.2 → -> to from vs ( ) , : | \n - +9 −71% ↑ (x4) "
    "Before: After: control treatment 1 in 10 half of them nines k M $ ms h days /week pts times less faster "
    "doubled = + × that is of goal was below it under target uptime downtime went fell 1/4 ¼ ' 000 plan "
    "within 3 months"
).split(" ")


def claims(**parts: str) -> tuple[Claim, ...]:
    """All that the audit says of a telling."""
    return audit(Reading(tell(**parts), Brief())).claims


def raised(result: str) -> list[str]:
    """The codes of what does not fit, or asks."""
    return [claim.code for claim in claims(result=result) if claim.verdict in RAISED]


@pytest.mark.parametrize(("told", "fits"), [row[:2] for row in FIT_AND_NOT])
def test_what_fits_is_held_together_and_not_asked_about(told: str, fits: str) -> None:
    """A figure that follows from the others is confirmed, however it is written."""
    found = claims(result=told.format(fits))
    assert raised(told.format(fits)) == []
    assert any(claim.stated and claim.verdict is Verdict.CONSISTENT for claim in found)


@pytest.mark.parametrize(("told", "other"), [(row[0], row[2]) for row in FIT_AND_NOT])
def test_another_figure_in_its_place_is_raised(told: str, other: str) -> None:
    """The same sentence with one figure that does not follow is never passed over."""
    assert raised(told.format(other)) != []


@pytest.mark.parametrize(
    "told",
    [
        "The bill went from $90 to $30, a third of the cost.",
        "It went from 10 s to 4 s, 40% of the time it took.",
        "Tests went from 200 to 400, 80% of them new.",
        "We went from three nines to four nines, 99.9% to 99.99%.",
        "F1 0.72 → 81%, 9 points more.",
        "The gap fell from 7 points to 1 (6% vs 5%).",
        "Recall 0.72 → 0.81 (+9).",
        "Uptime 99.5% → 99.95%, downtime 3.6 h → 22 min a month.",
        "60% of the 40 tests, 8, 9 and 11, were slow.",
        "30% of the 900 scans (45 a day) were blank.",
        "Of the 240 ms, two calls in parallel take 180 ms and 200 ms.",
        "5 models + 3 seeds that is 2 weeks of work.",
        "Latency: 20 ms to 180 ms.",
        "Chargebacks had gone up from 0.4 to 0.9 percent in like two months.",
        "Pages a day went from 40 to 60, at 99.9% uptime.",
        "We spend $12k a month, about $200k a year with the staff.",
    ],
)
def test_a_figure_of_something_else_is_left_alone(told: str) -> None:
    """What is left of a whole, another base, or a range is no wrong change."""
    assert raised(told) == []


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Latency fell by 40% to 90 ms (it was 150 ms).", "40%"),
        ("Training took 10 h on 4 GPUs and 5.5 h on 8, a 1.8x speedup.", "1.8x"),
        ("Uptime went from 99.5% to 99.95%, 10 times less downtime.", "10 times"),
        (TABLE.format(75), "75%"),
    ],
)
def test_a_change_beside_its_two_values_is_not_asked_for_them(told: str, text: str) -> None:
    """Nobody is told to give two values that stand in the same breath."""
    open_claims = [claim for claim in claims(result=told) if claim.verdict is Verdict.UNVERIFIABLE]
    assert text not in {each.text for claim in open_claims for each in claim.quantities}


def test_calendar_and_working_time_are_not_mixed() -> None:
    """Three months are ninety days or sixty working days, and never two hundred and seventy."""
    for days, verdicts in ((90, {Verdict.CONSISTENT}), (60, {Verdict.CONSISTENT}), (270, set())):
        found = claims(situation="It ran for three months.", action=f"I stayed for all {days} days of it.")
        assert {claim.verdict for claim in found if claim.relation == "R17"} == verdicts


@pytest.mark.parametrize(
    ("start", "aim", "reached", "verdict"),
    [
        ("Label errors were at 14%.", "bring them to 8%", "Label errors fell to 7%.", Verdict.CONSISTENT),
        ("Label errors were at 14%.", "bring them to 8%", "Label errors fell to 9%.", Verdict.AMBIGUOUS),
        (
            "Its bill was $40K a month.",
            "halve that, to $20K",
            "Its bill is $18K a month.",
            Verdict.CONSISTENT,
        ),
    ],
)
def test_an_aim_for_it_is_answered_by_what_became_of_it(
    start: str, aim: str, reached: str, verdict: Verdict
) -> None:
    """A target told with a pronoun is that of the one level before it."""
    found = claims(situation=start, task=f"I had to {aim}.", result=reached)
    assert [claim.verdict for claim in found if claim.relation == "R9"] == [verdict]


def test_an_aim_that_names_nothing_is_answered_by_the_one_level_on_its_way() -> None:
    """After "the target was below 2%", 2.5% misses it where 5% came first; 40% is of something else."""
    for reached, verdict in (
        ("The error rate is 2.5% now.", "ambiguous"),
        ("Use is 40% now.", "unverifiable"),
    ):
        found = claims(
            situation="5% of the scans were read wrongly.", task="The target was below 2%.", result=reached
        )
        assert [claim.code for claim in found if claim.relation == "R9"] == [f"NUM-R9-{verdict}"]


def test_a_level_that_is_to_be_kept_is_a_ceiling() -> None:
    """After "no more late parcels than before (2.1%)", 1.9% is no miss."""
    found = claims(
        task="Cut it to under 1h well before the Christmas peak, no more late parcels than before (2.1%).",
        result="Planning takes 45 min. Late parcels 1.9%.",
    )
    assert [claim.verdict for claim in found if claim.relation == "R9"] == [Verdict.CONSISTENT] * 2


def test_what_an_aim_is_compared_with_is_no_aim() -> None:
    """In "58%, compared to 79% for everyone else" nobody set 79% as a target."""
    found = claims(
        task="I had to be fair, because for patients over 75 recall was 58%, compared to 79% for all others.",
        result="Recall for over 75s was 74%.",
    )
    assert [claim for claim in found if claim.relation == "R9"] == []


def test_two_sums_a_month_are_not_one_thing() -> None:
    """Labels and machines may both be paid by the month."""
    found = claims(
        situation="We spent $9K a month on labels.", result="The GPU bill is $4K a month (20% less)."
    )
    assert [claim.code for claim in found if claim.verdict in RAISED] == []


def test_a_missed_target_is_asked_about_as_what_it_is() -> None:
    """Only a figure with two readings is asked for one of them; a miss is asked for its reason."""
    points = claims(result="Accuracy improved from 80% to 92%, a 12% improvement.")
    missed = claims(
        situation="Label errors were at 14%.", task="I had to bring them to 8%.", result="They fell to 9%."
    )
    asked = [question(claim) for claim in (*points, *missed) if claim.verdict is Verdict.AMBIGUOUS]
    assert asked == ["Which of the two do you mean?", "What kept you from the target?"]


def test_a_plan_longer_than_its_limit_is_asked_about() -> None:
    """A plan of 200 days does not fit into three months without a word; one of ninety does."""
    for days, verdict in ((200, Verdict.AMBIGUOUS), (90, None)):
        found = claims(
            task="I had to be independent within 3 months.",
            action=f"I wrote a {days}-day plan.",
            result="Within 3 months I shipped a feature of my own.",
        )
        asked = [claim for claim in found if f"{days}-day" in claim.advice]
        assert [claim.verdict for claim in asked] == ([] if verdict is None else [verdict])


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map(" ".join))
def test_no_notation_breaks_the_audit(told: str) -> None:
    """Whatever figures and signs stand beside one another, the ledger is made, and its lines with it."""
    for claim in claims(situation=told, task=f"The target was {told}", result=told):
        assert claim.arithmetic or claim.advice or claim.verdict is Verdict.CONSISTENT
