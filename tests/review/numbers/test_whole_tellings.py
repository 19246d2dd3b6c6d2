"""In a whole telling each figure is held against the one it belongs to, however far apart the two stand."""

from __future__ import annotations

import pytest

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

HOLDS, ASKED, OPEN = Verdict.CONSISTENT, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE
FAILS = Verdict.CONTRADICTION


def claims(**parts: str) -> tuple[Claim, ...]:
    """What the audit says of a telling, without mere offers."""
    return tuple(claim for claim in audit(Reading(tell(**parts), Brief())).claims if claim.stated)


def said(quantities: tuple[Quantity, ...]) -> tuple[str, ...]:
    """The words of some figures."""
    return tuple(quantity.text for quantity in quantities)


def told(verdict: Verdict, found: tuple[Claim, ...]) -> set[tuple[str, ...]]:
    """The figures of every claim with one verdict."""
    return {said(claim.quantities) for claim in found if claim.verdict is verdict}


@pytest.mark.parametrize(
    ("parts", "figures"),
    [
        (
            {"situation": "The kiln cost us $90k/month.", "result": "$54k in May, -40%."},
            ("$90k/month", "$54k", "40%"),
        ),
        (
            {
                "situation": "The gas bill was $90k a month.",
                "result": "In May the bill was $54k. That's 40% lower. Over a year it saves about $430k.",
            },
            ("$90k a month", "$54k", "$430k"),
        ),
        (
            {"result": "We save €104k a year. The lease takes €24k of it, so net €80k."},
            ("€104k a year", "€24k", "€80k"),
        ),
        (
            {"result": "Two of the three shops stayed, worth $80k a year between them, $40k each."},
            ("Two", "$80k a year", "$40k"),
        ),
        ({"result": "It saves 30%, $2,100 of $7,000 a month."}, ("30%", "$2,100", "$7,000 a month")),
        ({"result": "Rent fell by $90k a month, 5% of the $1.8M."}, ("$90k a month", "5%", "$1.8M")),
        (
            {"result": "It was 90 tiles instead of 300. A tile takes 40 seconds. Cracks fell by 70%."},
            ("90 tiles", "300", "70%"),
        ),
        (
            {"result": "They stay 66 minutes a day against 60 in control, 6 minutes or about 10% more."},
            ("66 minutes a day", "60", "10%"),
        ),
        (
            {"task": "Our goal was 36%.", "result": "The share rose from 30% to 37%, 1 point over the goal."},
            ("36%", "37%", "1 point"),
        ),
        (
            {"task": "We had $60k for glaze.", "result": "Spending was $52,800, 12% under budget."},
            ("$60k", "$52,800", "12%"),
        ),
        (
            {"situation": "One in five jars leaked.", "result": "Now one in fifty does, ten times fewer."},
            ("five jars", "fifty", "ten times"),
        ),
        ({"result": "Tips went from 8% to 15% of sales, nearly double."}, ("8%", "15%", "double")),
    ],
)
def test_a_figure_whose_inputs_are_told_is_confirmed_and_not_asked_about(
    parts: dict[str, str], figures: tuple[str, ...]
) -> None:
    """A gain, a net sum, a distance from the goal: told inputs answer the question where they come from."""
    found = claims(**parts)
    assert figures in told(HOLDS, found)
    assert not {c for c in found if c.verdict is not HOLDS and figures[-1] in said(c.quantities)}
    assert not told(FAILS, found)


@pytest.mark.parametrize(
    "parts",
    [
        {
            "task": "Our goal was 36%.",
            "result": "The share rose from 30% to 37%, 1 point better than the goal.",
        },
        {"result": "Speed rose from 30 to 37 tiles a minute, 3 tiles short of what was asked."},
        {"result": "The mean time between alarms rose from 5 hours to 30 hours, so 6x fewer alarms."},
        {"result": "Precision is 90%, recall 80% and F1 0.85. The old glaze list had a precision of 55%."},
        {"action": "I threw away what was worse by more than 0.5%.", "result": "Shine is up 3%."},
        {"action": "Each jar was graded by three people.", "result": "Two people agreed on 91% of jars."},
    ],
)
def test_what_only_looks_alike_is_never_held_against_each_other(parts: dict[str, str]) -> None:
    """A distance is no change, an interval no rate, another model no part of the identity."""
    found = claims(**parts)
    assert not told(FAILS, found)
    assert not told(ASKED, found)


@pytest.mark.parametrize(
    ("parts", "verdict", "figures"),
    [
        (
            {"action": "They split into 45% cracks, 35% chips and 30% other."},
            FAILS,
            ("45%", "35%", "30%"),
        ),
        ({"result": "Yield went from 20% to 22%, a 2% improvement."}, ASKED, ("20%", "22%", "2%")),
        (
            {"situation": "An audit of 900 jars showed that 20% leaked, so 90 of them."},
            FAILS,
            ("900 jars", "20%", "90"),
        ),
        (
            {"result": "Of our 8 kilns, 6 were switched, an uptake of 60%."},
            ASKED,
            ("8 kilns", "6", "60%"),
        ),
        ({"result": "We were first in four of the five towns, 60%."}, ASKED, ("four", "five towns", "60%")),
        (
            {
                "task": "Lower the share of cracked jars, which was 3.1%.",
                "result": "It went from 3.1% to 4.4%.",
            },
            ASKED,
            ("3.1%", "4.4%"),
        ),
        (
            {"result": "Gas is €90k less. The lease costs €20k a year, so the net saving is €60k a year."},
            ASKED,
            ("€90k", "€20k a year", "€60k a year"),
        ),
        (
            {"result": "It saves 6 hours a week, about 500 hours a year."},
            ASKED,
            ("6 hours a week", "500 hours a year"),
        ),
        (
            {"result": "In 2024 availability was 99.9%, so only 30 hours of downtime in the whole year."},
            FAILS,
            ("99.9%", "30 hours"),
        ),
        (
            {"situation": "A team of ten people (3 analysts, 2 engineers and 4 scientists) ran 60 kilns."},
            FAILS,
            ("ten people", "3 analysts", "2 engineers", "4 scientists"),
        ),
        (
            {"result": "They save 30 minutes a day each, so 40 clerks save 35 hours a day in total."},
            FAILS,
            ("30 minutes a day", "40 clerks", "35 hours a day"),
        ),
        ({"task": "p95 below 200 ms.", "result": "p95 is 240 ms now."}, ASKED, ("200 ms", "240 ms")),
        ({"task": "Cut the waste of 14% to 10%.", "result": "The waste is 12%."}, ASKED, ("10%", "12%")),
    ],
)
def test_what_does_not_fit_is_raised_with_its_own_figures(
    parts: dict[str, str], verdict: Verdict, figures: tuple[str, ...]
) -> None:
    """A sum, a share or a target that does not come out is raised, whatever else is told around it."""
    assert figures in told(verdict, claims(**parts))


@pytest.mark.parametrize(
    ("parts", "answer"),
    [
        (
            {
                "task": "Raise it to at least 18%.",
                "result": "17.5%, half a point short of 18%, we missed it.",
            },
            "17.5%",
        ),
        (
            {"task": "Bring a firing below $40k.", "result": "A firing costs just under $40k: $39.9k."},
            "$39.9k",
        ),
        (
            {
                "task": "Cut this to 2 hours.",
                "result": "At 45 seconds these are 1 hour 52 minutes, under the 2 hours.",
            },
            "1 hour 52 minutes",
        ),
        (
            {
                "task": "Reduce the losses by 15%.",
                "result": "Losses are down 20% instead of the 15% we aimed for.",
            },
            "20%",
        ),
        (
            {
                "situation": "A clerk needs 45 minutes per jar.",
                "task": "I wanted to bring it down to 15 minutes per jar.",
                "result": "She needs 14 minutes now, a saving of 13 hours a week.",
            },
            "14 minutes",
        ),
        (
            {
                "task": "Halve the good jars thrown away.",
                "result": "Rejects: from 600 to 400. Of these, half are good jars, so 200 instead of 420.",
            },
            "200",
        ),
    ],
)
def test_a_target_is_answered_by_the_figure_that_is_held_against_it(
    parts: dict[str, str], answer: str
) -> None:
    """Neither the target told again nor another figure of its unit is the answer."""
    closed = [claim for claim in claims(**parts) if claim.relation == "R9"]
    assert {claim.verdict for claim in closed} == {HOLDS}
    assert all(answer in said(claim.quantities) for claim in closed[-1:])


@pytest.mark.parametrize(
    "parts",
    [
        {"situation": "It predicted 4.0% of breaks.", "result": "It predicts 2.6%, which is 4% over."},
        {"situation": "We saw 165 jars a day.", "result": "That is 165 fewer jars to lift."},
        {"action": "Each jar was seen by three people.", "result": "It costs three grades at $2."},
        {"action": "The kiln was on 35% of the time. Spare parts cost 35% of the list price."},
        {"action": "I fitted it on the last 14 days and tested it for two weeks."},
    ],
)
def test_equal_figures_of_two_things_are_not_called_one_fact(parts: dict[str, str]) -> None:
    """That two numbers are equal makes them no fact told twice."""
    assert not [claim for claim in claims(**parts) if claim.subtype in ("told again", "unit")]


def test_a_goal_that_was_reached_in_words_is_not_asked_about() -> None:
    """Words that say so answer what became of it."""
    parts = {"task": "My goal was 12 jars per plate.", "result": "The mean is 13.5, and I reached the goal."}
    assert not told(OPEN, claims(**parts))


@pytest.mark.parametrize(
    "result",
    ["$54k in May, over 20% less.", "It fell to $54k a month, which saves over $100k a year."],
)
def test_an_open_figure_is_not_confirmed_by_values_far_beyond_it(result: str) -> None:
    """To say over 20% of a fall of 40% is true, and no sum that comes out."""
    found = claims(situation="The kiln cost us $90k a month.", result=result)
    assert not [claim for claim in found if claim.verdict is HOLDS and claim.relation in ("R2", "R15")]


def test_a_distance_is_confirmed_only_on_the_side_it_is_told() -> None:
    """What is 12% under a sum is not 12% over it."""
    found = claims(task="We had $60k for glaze.", result="Spending was $52,800, 12% over budget.")
    assert not [claim for claim in found if claim.verdict is HOLDS and "12%" in said(claim.quantities)]
