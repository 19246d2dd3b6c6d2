"""Figures as people say them: held against what was expected, in halves, in notation, in other currencies."""

from __future__ import annotations

import pytest

from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.closing import closings
from starling.review.numbers.closing.ended import End
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Verdict
from starling.review.reading import Reading
from starling.review.rule import tell
from starling.review.signals.targets import State, targets
from tests.review.numbers.figures import figures, sheet_of

FAILS, ASKED, HOLDS = Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.CONSISTENT


def verdicts(**parts: str) -> set[Verdict]:
    """What the audit finds in a telling, without mere offers."""
    return {claim.verdict for claim in audit(Reading(tell(**parts), Brief())).claims if claim.stated}


def pairs(text: str) -> list[tuple[str, str]]:
    """What was before and after in a text, by the words of the two figures."""
    return [(pair.before.text, pair.after.text) for pair in sheet_of(text).pairs]


def ends(**parts: str) -> list[tuple[str, End]]:
    """Every aim of a telling with its end."""
    return [(c.aim.quantity.text, c.end) for c in closings(Sheet(Reading(tell(**parts), Brief())))]


@pytest.mark.parametrize(
    "result",
    [
        "Parcel complaints fell by 2.1 million instead of 40,000.",
        "Parcel complaints fell by about 210 instead of the usual 30.",
        "Parcel complaints fell by 60 vs 10.",
        "Parcel complaints fell by 60 against 10 expected.",
        "Parcel complaints fell 210 instead of 30.",
        "Downtime dropped 6 hours instead of 2 hours.",
        "Revenue grew $2M from $9M.",
        "Costs rose by $2k a month instead of $500 a month.",
        "Recall rose by 9% instead of 2%.",
        "A drop of 60 parcels versus 10 parcels.",
        "Parcel complaints fell to 60 against 40 planned.",
    ],
)
def test_an_amount_held_against_an_expected_one_is_no_before_and_after(result: str) -> None:
    """By how much something moved, and by how much it was to move, are no two levels of it."""
    assert [] == pairs(result)
    assert FAILS not in verdicts(result=result)


@pytest.mark.parametrize(
    "result",
    [
        "Parcel complaints fell to 60 instead of 40.",
        "Latency fell 30%, to 60 ms instead of 40 ms.",
        "Latency fell 30%, to 60 ms against 40 ms.",
        "Sign-ups doubled to 80 instead of 20.",
        "We cut scoring by 30% to 60 ms vs 40 ms.",
    ],
)
def test_what_may_be_an_expectation_is_asked_and_not_denied(result: str) -> None:
    """A figure behind "instead of", "against" or "vs" may be a plan: it can raise a question, no more."""
    (claim,) = (each for each in audit(Reading(tell(result=result), Brief())).claims if each.stated)
    assert ASKED is claim.verdict
    assert claim.advice.endswith("is: the level before, or what was expected.")


@pytest.mark.parametrize(
    "result",
    [
        "Parcel complaints fell to 60, down from 40.",
        "Parcel complaints fell to 60 vs 40 last year.",
        "Parcel complaints fell from 40 to 60.",
        "Latency fell 30%, to 60 ms (previously 40 ms).",
    ],
)
def test_a_level_that_was_is_still_held_against_the_verb(result: str) -> None:
    """Where the words say that it was the level before, the verb has to fit it."""
    assert FAILS in verdicts(result=result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every third seat was wasted, so $144k to $192k a year.", []),
        ("We log 5M events a day => 70k a second at peak.", []),
        ("We serve 5M users => 70k at peak.", []),
        ("Recall at 10 went from 0.91 to 0.95.", [("0.91", "0.95")]),
        ("Recall at 10 was 0.91.", []),
        ("Precision at 5 rose from 0.61 to 0.70.", [("0.61", "0.70")]),
        ("Precision in the top 5 went from 61% to 70%.", [("61%", "70%")]),
        ("Latency 40 => 30 ms.", [("40", "30 ms")]),
        ("Open cases stand at 10, down from 40.", [("40", "10")]),
        ("The cost was $144k to start with, now $90k.", [("$144k", "$90k")]),
        ("The bill went from $144k to $192k a year.", [("$144k", "$192k a year")]),
    ],
)
def test_a_consequence_or_a_rank_is_no_level(text: str, expected: list[tuple[str, str]]) -> None:
    """What follows from a figure, and the rank at which something is measured, are no values of it."""
    assert expected == pairs(text)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("I cut the queue by more than half: from 40 to 30.", FAILS),
        ("The queue was cut by half: from 40 to 30.", FAILS),
        ("The queue was cut by half, from 40 to 20.", HOLDS),
        ("The queue fell by almost half, from 40 to 22.", HOLDS),
        ("The queue fell by nearly half from 40 to 22.", HOLDS),
        ("The queue fell by over half, from 40 to 18.", HOLDS),
        ("The queue fell by about half – from 40 to 19.", HOLDS),
        ("The queue fell by over a third, from 40 to 38.", FAILS),
        ("The queue fell by a quarter from 40 to 30.", HOLDS),
        ("The gap shrank by 40%, from 17 points to 6.", FAILS),
        ("The gap shrank by 65%, from 17 points to 6.", HOLDS),
        ("The gap in recall shrank by 65%, from 17 points to 6.", HOLDS),
    ],
)
def test_a_change_by_half_and_one_in_points_are_reckoned(result: str, expected: Verdict) -> None:
    """As "by over 50%" is a figure, so is "by more than half"; and a gap in points shrinks like any other."""
    assert {expected} == verdicts(result=result)


@pytest.mark.parametrize(
    ("result", "end"),
    [
        ("Seventeen of the 24 passed.", End.MET),
        ("17 out of 24 models passed.", End.MET),
        ("Nine of the 24 passed.", End.SILENT),
        ("Nine of the 24 passed, so we fell short.", End.MISSED),
        ("Seventeen of the 30 judges agreed.", End.OPEN),
        ("Seventeen of the 24 failed again.", End.OPEN),
        ("Two of the 24 were dropped. Seventeen of the 24 passed.", End.MET),
    ],
)
def test_a_share_of_them_is_answered_by_so_many_of_so_many(result: str, end: End) -> None:
    """A target of "at least half of them" is answered by how many of them there were in the end."""
    parts = {"situation": "24 models failed the audit.", "task": "At least half of them had to pass."}
    assert [("half", end)] == ends(**parts, result=result)


@pytest.mark.parametrize(
    ("result", "end"),
    [
        ("It answers in 2 s. Costs €1,150 a month.", End.SILENT),
        ("It answers in 2 s. Costs €800 a month.", End.MET),
        ("It answers in 2 s. It saves €1,150 a month.", End.OPEN),
    ],
)
def test_a_bill_that_was_to_be_kept_is_held_against_what_it_costs(result: str, end: End) -> None:
    """The only figure that says what it costs a month answers the limit a month, met or not."""
    task = "Build the search box and keep it under €900 a month."
    assert ("€900 a month", end) in ends(task=task, result=result)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"result": "Coverage is 86% now, still short of 90."}, [("90", End.MISSED)]),
        ({"result": "Is 86% now, still short of 90."}, [("90", End.MISSED)]),
        ({"result": "Coverage is 86% now, shy of the 90% I wanted."}, [("90%", End.MISSED)]),
        (
            {"task": "Bring coverage to 90%.", "result": "Coverage is 86% now, still short of 90."},
            [("90%", End.MISSED)],
        ),
        ({"result": "We were short of 3 people."}, []),
        ({"result": "It costs $86k, short of the $90k budget."}, []),
        ({"result": "It took 4 weeks, short of 6."}, []),
        ({"result": "The room is 4 m wide, short of 3 chairs."}, []),
        ({"result": "Recall rose to 95%, well short of 7% false alarms."}, []),
    ],
)
def test_short_of_names_the_target_that_was_missed(
    parts: dict[str, str], expected: list[tuple[str, End]]
) -> None:
    """A level that is short of another one tells a target, and that it was missed."""
    assert expected == ends(**parts)


def test_a_miss_that_is_owned_answers_the_task() -> None:
    """Who says by which target they fell short is not asked what became of the time there was."""
    parts = {
        "task": "I had three months before the next round.",
        "action": "I redrew the bands by canal.",
        "result": "Coverage on narrow canals is 86% now, still short of 90.",
    }
    assert [("90", End.MISSED)] == ends(**parts)
    assert [State.MISSED] == [target.state for target in targets(Reading(tell(**parts), Brief()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"F1 rose $0.72 \to 0.81$ on the test set.", [("0.72", Kind.COUNT), ("0.81", Kind.COUNT)]),
        ("F1 rose from $0.72$ to $0.81$.", [("0.72", Kind.COUNT), ("0.81", Kind.COUNT)]),
        (r"An error of $12\%$ at $10^6$ rows.", [("12\\%", Kind.SHARE)]),
        ("It fell from $0.72 to $0.51 a call.", [("$0.72", Kind.MONEY), ("$0.51", Kind.MONEY)]),
        ("We paid $5, then $6.", [("$5", Kind.MONEY), ("$6", Kind.MONEY)]),
        ("The fee is R$ 300.", [("R$ 300", Kind.MONEY)]),
        ("The fee is A$40.", [("A$40", Kind.MONEY)]),
        ("It cost 200 zł and 3,000 kr.", [("200 zł", Kind.MONEY), ("3,000 kr", Kind.MONEY)]),
        ("It cost SEK 200 and 300 PLN.", [("SEK 200", Kind.MONEY), ("300 PLN", Kind.MONEY)]),
        ("It cost 90k zł.", [("90k zł", Kind.MONEY)]),
    ],
)
def test_mathematics_is_no_money_and_money_has_many_names(
    text: str, expected: list[tuple[str, Kind]]
) -> None:
    """A dollar sign that opens a formula is none of a price; currencies of other countries are."""
    assert expected == [(q.text, q.kind) for q in figures(text)]


@pytest.mark.parametrize(
    ("result", "asked"),
    [
        ("The error fell by 12 points instead of the usual 3 points of accuracy.", {"12 points"}),
        ("The error fell by 12 points. Recall rose by 3 points.", {"12 points", "3 points"}),
    ],
)
def test_what_a_gain_is_held_against_is_no_gain(result: str, asked: set[str]) -> None:
    """Nobody is asked for the basis of a figure that only stands for comparison."""
    open_ones = audit(Reading(tell(result=result), Brief())).of(Verdict.UNVERIFIABLE)
    assert asked == {quantity.text for claim in open_ones for quantity in claim.quantities}


@pytest.mark.parametrize(
    "text",
    ["It ran for one quarter: the first.", "It lasted one quarter from May on.",
     "We moved all of it in one quarter after the launch.", "It took one quarter to move.",
     "We lost one quarter and then one half-day."],
)  # fmt: skip
def test_a_quarter_of_a_year_is_no_fraction(text: str) -> None:
    """Only what moved by a quarter moved by a share."""
    assert "one quarter" in [q.text for q in figures(text) if q.kind is Kind.TIME]


def test_an_arrow_of_a_formula_is_an_arrow() -> None:
    """Before and after are known in the notation of a paper, too."""
    assert [("0.72", "0.81")] == pairs(r"F1 rose $0.72 \to 0.81$ on the test set.")
