"""What is held out early in a telling and taken up late: counts, promises, plans, days, and parts."""

from __future__ import annotations

import pytest

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

HOLDS, ASKS, FAILS = Verdict.CONSISTENT, Verdict.AMBIGUOUS, Verdict.CONTRADICTION
STAGES = "- Stage 1 (0-6 months): sensors\n- Stage 2 (6-12 months): planner\n- Stage 3 (12-18 months): shop"
SHIFT = "- Hour 0-4: find it\n- Hour 4-14: mend it\n- I tested for {} hours\n- Hour 14-20: watch it"


def verdicts(relation: str, parts: dict[str, str]) -> set[Verdict]:
    """What a relation says of a telling."""
    claims = audit(Reading(tell(**parts), Brief())).claims
    return {claim.verdict for claim in claims if claim.relation == relation}


TAKEN_UP = [
    # the time that was left
    ("Three weeks before the fair we had no page.", "I estimated it would take 8 days.", "It opened.", HOLDS),
    (
        "Three weeks before the fair we had no page.",
        "I estimated it would take 8 days.",
        "We opened 6 days late.",
        ASKS,
    ),
    # counts in words
    (
        "I had to move the sensors of 9 greenhouses.",
        "I wrote a script.",
        "All 9 greenhouses report again.",
        HOLDS,
    ),
    ("I had to build one page for all 9 greenhouses.", "I wrote it.", "All 6 greenhouses use it.", ASKS),
    ("About 14 false alarms a night woke us.", "I tuned it.", "No false alarms in the first month.", HOLDS),
    ("5 pumps had open warnings.", "I replaced parts.", "All warnings were resolved.", HOLDS),
    # promises in words
    (
        "Planning had to go from days to minutes.",
        "I wrote a solver.",
        "Planning went from 2 days to 25 minutes.",
        HOLDS,
    ),
    (
        "Planning had to go from days to minutes.",
        "I wrote a solver.",
        "Planning went from 2 days to 7 hours.",
        ASKS,
    ),
    ("The new queue guaranteed delivery of orders.", "I wrote it.", "Order delivery reached 98.7%.", ASKS),
    (
        "Forms were typed.",
        "I wrote it.",
        "We automated 85% of the forms. It eliminated typing slips completely.",
        ASKS,
    ),
    (
        "Go live without losing orders.",
        "I wrote it.",
        "No lost orders. Orders that were begun are still stuck.",
        ASKS,
    ),
    # plans
    ("I had to ship it within 6 weeks.", "I cut the scope.", "We shipped in week 5.", HOLDS),
    ("I had to ship it within 6 weeks.", "I cut the scope.", "We shipped in week 8.", ASKS),
    (
        "I had to ship it within 2 months.",
        "I showed it in week 5. It was 3 weeks over deadline.",
        "It went live.",
        ASKS,
    ),
    (f"Our plan:\n{STAGES}", "I led it.", "Over the past 5 months we completed Stage 1.", HOLDS),
    (f"Our plan:\n{STAGES}", "I led it.", "Over the past 10 months we completed Stage 1.", ASKS),
    ("I was given a 15-minute talk.", "I cut it.", "The talk takes 14 minutes.", HOLDS),
    ("I was given a 15-minute talk.", "I cut it.", "The talk took 22 minutes.", ASKS),
    (
        "It could bring $4M in sales.",
        "I built it.",
        "It brought $3.6M in sales, nearly the projected benefit.",
        HOLDS,
    ),
    (
        "It could bring $4M in sales.",
        "I built it.",
        "It brought $1M in sales, nearly the projected benefit.",
        ASKS,
    ),
    ("We sold little.", "I changed the page.", "We reached 92% of the sales target.", HOLDS),
    (
        "We sold little.",
        "I changed the page.",
        "We hit the target, with 92% of the sales target in May.",
        FAILS,
    ),
    ("The goal was 60 crates a week.", "I cut it.", "We pack 70 crates a week.", HOLDS),
    ("The goal was an AUC of 0.85.", "I cut it.", "The AUC is 0.88.", HOLDS),
    ("The goal was an AUC of 0.85.", "I cut it.", "The AUC is 0.81.", ASKS),
    ("I had to be done within six months.", "I cut it.", "We finished in seven months.", ASKS),
    ("I had to be done within six weeks.", "I cut it.", "It went live in week five.", HOLDS),
    ("The bill had a budget of $25K.", "I cut it.", "The bill is $23K a month.", HOLDS),
    ("The goal was no outage and a recall of 95%.", "I cut it.", "Recall is 93%.", ASKS),
    # "late" as the name of a thing owns no miss
    ("The goal was to bring late boats under 10%.", "I cut it.", "Late boats fell from 22% to 12%.", ASKS),
    # days by name
    ("The report was due by Friday.", "I cut it.", "I delivered it on Thursday.", HOLDS),
    ("The report was due by March.", "I cut it.", "It went live in May.", ASKS),
    ("The report was due by March.", "I cut it.", "We missed it by two months: it went live in May.", HOLDS),
]


@pytest.mark.parametrize(("situation", "action", "result", "expected"), TAKEN_UP)
def test_what_is_held_out_is_taken_up(situation: str, action: str, result: str, expected: Verdict) -> None:
    """What a telling sets out in figures, words or days is compared with what its result says of it."""
    assert expected in verdicts("R9", {"situation": situation, "action": action, "result": result})


def test_a_missed_target_is_shown_as_missed() -> None:
    """The line says by which side the figure misses, and the advice is to say so."""
    told = {
        "task": "Keep cut-offs under 8%.",
        "action": "I cut it.",
        "result": "Cut-offs fell from 15% to 12%.",
    }
    [claim] = [c for c in audit(Reading(tell(**told), Brief())).claims if c.relation == "R9"]
    assert "missed: 12% is above the 8% aimed at" == claim.arithmetic
    assert "Say that you missed “8%”, and why." == claim.advice


def test_a_target_told_twice_is_asked_about_once() -> None:
    """A figure that the situation and the task both name is one open target."""
    told = {
        "situation": "The bill had a target of $25K.",
        "task": "I had to get it under $25K.",
        "action": "I cut it.",
        "result": "It works.",
    }
    assert 1 == sum(c.relation == "R9" for c in audit(Reading(tell(**told), Brief())).claims)


@pytest.mark.parametrize(
    ("situation", "action", "result"),
    [
        ("Two weeks before the outage we had moved 3 shops.", "It took 5 days.", "It works."),
        ("We served 900 growers.", "I wrote it.", "No growers were lost, and no crates."),
        ("9 greenhouses stand in the valley.", "I wrote it.", "All 4 pumps run."),
        ("We moved from hours to days of stock.", "I wrote it.", "The check takes 4 hours."),
        ("The vendor guaranteed a price.", "I wrote it.", "Accuracy reached 98%."),
        ("The vendor guaranteed uptime.", "I wrote it.", "We measured an uptime of 99.95%."),
        ("Reports went from days to weeks.", "I wrote it.", "Reports went from 3 days to 2 hours."),
        ("I had to move crates without losing data.", "I wrote it.", "95% of data quality checks passed."),
        (
            "Forms were typed.",
            "I wrote it.",
            "We automated 70% of them and removed the old job entirely.",
        ),
        ("I had to help our 30 pumps.", "I wrote it.", "All 12 pumps of the north field run."),
        ("We may finish by may.", "I wrote it.", "It was sent before march."),
        ("The talk was about a 15-year-old farm.", "I cut it.", "The talk took 20 minutes."),
        ("I read in week 3 of the book.", "I wrote it.", "It was live in a day."),
    ],
)
def test_what_is_not_held_out_is_left_alone(situation: str, action: str, result: str) -> None:
    """Figures that only look like a plan and its end are not compared."""
    assert set() == verdicts("R9", {"situation": situation, "action": action, "result": result})


PARTS = [
    ("I lead a team of 4 gardeners.", "We hired two new gardeners.", HOLDS),
    (
        "We were six months into the build.",
        "It came four months after the law (10 months into the plan).",
        HOLDS,
    ),
    (
        "We were six months into the build.",
        "It came four months after the law (14 months into the plan).",
        ASKS,
    ),
    ("It was a 6 week course. From week 2 to week 5 I practised.", "I passed.", HOLDS),
    ("It was a 6 week course. In week 9 I practised.", "I passed.", ASKS),
    ("I worked alone for 4 weeks. In week 7 I showed it.", "They liked it.", HOLDS),
    ("I worked alone for 9 weeks. In week 7 I showed it.", "They liked it.", ASKS),
    (SHIFT.format(6), "It held.", HOLDS),
    (SHIFT.format(16), "It held.", ASKS),
    ("A grower reported wrong prices.", "It affected 6 growers.", HOLDS),
    ("Nine growers reported wrong prices.", "It affected 6 growers.", ASKS),
    ("A step took 40-60 ms per crate. I profiled the parser (8-12 ms per crate).", "It is gone.", HOLDS),
    ("The form takes any number (1-500 crates) at once.", "I showed it with 20 crates.", HOLDS),
    ("It affected all 8,000 of our active growers.", "About 300 growers could not log in.", HOLDS),
    ("A team of 6 gardeners did it.", "18 gardeners learned it.", ASKS),
    ("I sent 60 letters, 1 answer, 59 silences.", "It was the wrong list.", HOLDS),
]


@pytest.mark.parametrize(("situation", "result", "expected"), PARTS)
def test_parts_told_apart_from_their_whole(situation: str, result: str, expected: Verdict) -> None:
    """A part told sentences away from its whole is held against it, and asked about where it is larger."""
    assert expected in verdicts("R7", {"situation": situation, "result": result})


@pytest.mark.parametrize(
    ("situation", "result"),
    [
        ("The office has 6 gardeners.", "We hired 40 drivers."),
        ("I lead a team of 6 gardeners.", "I taught 45 gardeners across the company."),
        ("It was a 6 week course.", "In week 9 of the season we sold out."),
        ("A grower reported wrong prices.", "It affected 6 pumps."),
        ("I waited for 9 days. In week 7 I showed it.", "They liked it."),
        ("A step took 50 ms per crate.", "A box is packed in 80 ms per box."),
        ("We expected 3-5 crates a day.", "I showed it with 20 crates."),
        ("About 15% of it was cut off at closing time.", "Waste at closing went from 15% to 12%."),
        ("A third of that was caused by boarding.", "Boarding took 8 minutes instead of 14."),
        ("0.5% of orders were fraud. I wanted less than 1% of orders stopped.", "It is live."),
        ("- Week 1-2: data\n- Week 3-4: model\nThe sign had hung there for 9 weeks.", "It is live."),
        ("I did data in week 1-2. Week 3: the model. I tested it on the pumps for 5 weeks.", "It is live."),
        ("I was to keep the quality at 4 out of 5.", "Quality is 4.2 out of 5."),
    ],
)
def test_things_of_their_own_are_no_parts(situation: str, result: str) -> None:
    """Counts and spans of other things are not taken for parts."""
    assert set() == verdicts("R7", {"situation": situation, "result": result})
