"""What a sheet says of the numbers of a story: parts, measures, roles, and who was before whom."""

from __future__ import annotations

from fractions import Fraction

import pytest

from starling.model.report import Brief
from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading
from starling.review.rule import tell


def sheet(**parts: str) -> Sheet:
    """The sheet of a telling."""
    return Sheet(Reading(tell(**parts), Brief()))


def paired(result: str) -> list[tuple[str, str]]:
    """The pairs of a result, in the words of the telling."""
    return [(pair.before.text, pair.after.text) for pair in sheet(result=result).pairs]


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("Review time fell from 9 days to 2 days.", "9 days", "2 days"),
        ("Review time: 9 days → 2 days", "9 days", "2 days"),
        ("Review now takes 2 days (down from 9 days).", "9 days", "2 days"),
        ("Review takes 2 days instead of 9 days.", "9 days", "2 days"),
        ("Review took 9 days before, now 2 days.", "9 days", "2 days"),
        ("Recall rose from about 60% to over 80%.", "60%", "80%"),
        ("Review went from 9 to just 2 days.", "9", "2 days"),
        ("We moved it in steps (60% → 70% → 85%).", "60%", "85%"),
        ("Review time went from three days to eight hours.", "three days", "eight hours"),
        ("Rider ratings went from 3.1/5 to 4.4/5.", "3.1/5", "4.4/5"),
        ("Rider ratings went from 6/10 to 8/10.", "6/10", "8/10"),
    ],
)
def test_a_before_and_its_after_are_paired(said: str, before: str, after: str) -> None:
    """Two values joined by a cue are a pair in the order of time, whatever the order of the words."""
    assert [(before, after)] == paired(said)


@pytest.mark.parametrize(
    "said",
    [
        "It took 9 days and 2 engineers.",
        "We ran 9 tests to cover 2 services.",
        "It needs 9 GB for 2 days.",
        "Latency was 40 ms. Cost was $9K.",
        "9 of 12 checks passed.",
        "We spent 9 to 12 days on it.",
    ],
)
def test_neighbours_without_a_cue_are_no_pair(said: str) -> None:
    """Values of two things, of two kinds, or merely side by side are not paired."""
    assert [] == paired(said)


def test_a_bare_member_takes_the_unit_of_its_partner() -> None:
    """Hours are compared with hours in "from 20 to 8 hours", and millions with millions in "from 2 to 3M"."""
    hours, rows = (
        sheet(result=said).pairs[0] for said in ("It fell from 20 to 8 hours a week.", "From 2 to 3M.")
    )
    assert ("hour", "week", Fraction(20)) == (hours.before.unit.name, hours.before.per, hours.before.low)
    assert (Fraction(2_000_000), Fraction(3_000_000)) == (rows.before.low, rows.after.low)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Review time fell from 9 days to 2 days, by 78%.", [Role.BEFORE, Role.AFTER, Role.CHANGE]),
        ("Our target was 40 ms.", [Role.TARGET]),
        ("It stayed inside the 40 ms budget.", [Role.TARGET]),
        ("It uses 40 GB.", [Role.PLAIN]),
    ],
)
def test_roles(said: str, roles: list[Role]) -> None:
    """A number is known as a value before or after, as a change, or as a target, where words say so."""
    assert roles == [quantity.role for quantity in sheet(result=said).quantities]


def test_a_result_takes_up_the_value_of_the_situation() -> None:
    """A value that a result reaches is paired with the one earlier value of the same measure."""
    told = sheet(situation="Training took 3 days.", result="Training time dropped to 8 hours.")
    assert [("3 days", "8 hours")] == [(pair.before.text, pair.after.text) for pair in told.recalled]


@pytest.mark.parametrize(
    "situation",
    [
        "Training took 3 days or 5 days.",
        "The export took 3 days.",
        "Training failed 3 times.",
        "We train 3 models.",
    ],
)
def test_a_result_takes_up_nothing_in_doubt(situation: str) -> None:
    """Two candidates, another measure or another unit make no pair."""
    assert () == sheet(situation=situation, result="Training time dropped to 8 hours.").recalled


def test_quantities_know_where_they_stand() -> None:
    """A quantity has its part, its sentence, and the stems of what it measures without filler or units."""
    told = sheet(
        situation="The loader lost 3 batches.", result="Loader errors fell by 40 percent within 2 weeks."
    )
    lost, fell, _ = told.quantities
    assert (PartKind.SITUATION, PartKind.RESULT) == (lost.part, fell.part)
    assert {"loader", "error"} <= fell.metric
    assert not fell.metric & {"percent", "week", "fell", "by"}
    assert [lost] == list(told.by_sentence[lost.sentence])


def test_the_words_of_a_text_can_be_asked_for() -> None:
    """A relation can leave early: it asks for words of the text, for figures of a kind, for neighbours."""
    told = sheet(result="It rained. Each kiosk sold 40 tickets, 12% of them by noon and 3% after.")
    assert told.mentions("apiece", "each")
    assert not told.mentions("apiece", "weigh")
    assert ["12%", "3%"] == [quantity.text for quantity in told.of_kind(Kind.SHARE)]
    assert () == told.of_kind(Kind.MONEY, Kind.DATA)
    tickets, _, last = told.quantities
    assert "sold" == told.last_word(tickets)
    assert "and" == told.last_word(last)
    assert [0, 1, 2] == [told.index_of(each) for each in told.quantities]
