"""The ledger of a story: every quantity, and each thing that can be said of them once, the gravest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from starling.model.report import Brief
from starling.review.numbers.audit import Ledger, all_relations, audit
from starling.review.numbers.relation import Verdict
from starling.review.reading import Reading
from starling.review.rule import tell

ORDER = [Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE, Verdict.CONSISTENT]
UNRELATED = st.sampled_from(
    [
        "I paired with a colleague on the loader.",
        "The office moved to another floor.",
        "We kept the old dashboard for reference.",
        "Nobody had looked at the queue before.",
        "The vendor answered on a Tuesday.",
    ]
)


def ledger(**parts: str) -> Ledger:
    """The ledger of a telling."""
    return audit(Reading(tell(**parts), Brief()))


def codes(result: str) -> list[str]:
    """The codes of all that is said of a result."""
    return [claim.code for claim in ledger(result=result).claims]


def test_relations_come_in_the_order_of_their_codes() -> None:
    """Every relation of the folder is there once, under its own code and name."""
    found = [relation.code for relation in all_relations()]
    assert sorted(found, key=lambda code: int(code[1:])) == found
    assert len(set(found)) == len(found)


def test_the_gravest_comes_first() -> None:
    """Claims stand grouped by verdict, and in the order of the text within each."""
    found = ledger(
        result="Training fell from 12 hours to 3 hours (10x faster). Labelling fell from 8 days to 4 days, "
        "50% less. It saved $2M annually. Scoring fell from 40 ms to 20 ms (2x faster)."
    ).claims
    places = [(ORDER.index(claim.verdict), claim.quantities[0].start) for claim in found]
    assert sorted(places) == places
    assert Verdict.CONTRADICTION is found[0].verdict


def test_a_contradiction_silences_the_offer_on_the_same_figures() -> None:
    """Where a stated change does not fit its two values, nothing milder is said of those values."""
    found = ledger(result="Review time fell from 10 days to 4 days, a 30% improvement.").claims
    assert [Verdict.CONTRADICTION] == [claim.verdict for claim in found]


def test_a_figure_that_its_neighbours_give_is_not_open() -> None:
    """A percentage computed from two values beside it needs no further basis; one alone does."""
    assert [] == [
        code for code in codes("Cost fell 60%, from $20K to $8K a month.") if "unverifiable" in code
    ]
    assert ["NUM-R2-unverifiable"] == codes("We reduced handling time by 60%.")


def test_at_most_two_figures_are_left_open() -> None:
    """However many figures stand without a basis, two are asked about."""
    said = "We cut cost by 31%. We cut delays by 42%. We cut churn by 23%. We cut tickets by 37%."
    assert 2 == len(ledger(result=said).of(Verdict.UNVERIFIABLE))


def test_a_telling_without_numbers_has_an_empty_ledger() -> None:
    """Where nothing is measured, nothing is said."""
    assert Ledger((), ()) == ledger(action="I asked the team why the alerts were ignored.")


def test_the_same_text_has_the_same_ledger() -> None:
    """A telling read twice is audited alike."""
    said = "Recall rose from 60% to 75%, 15 points, and 3 of 4 regions kept it."
    assert ledger(result=said) == ledger(result=said)


@given(UNRELATED, UNRELATED, st.booleans())
def test_an_unrelated_sentence_changes_nothing(before: str, after: str, fits: bool) -> None:
    """What is said of two figures is the same beside sentences that have nothing to do with them."""
    said = f"Training fell from 12 hours to 3 hours ({4 if fits else 10}x faster)."
    assert codes(said) == codes(f"{before} {said} {after}")


@given(st.integers(2, 40), st.integers(2, 50))
def test_a_scaled_relation_stays_consistent(fold: int, after: int) -> None:
    """Values that differ by the stated factor agree at any scale."""
    found = codes(f"The nightly job went from {fold * after} hours to {after} hours, {fold}x faster.")
    assert ["NUM-R1-consistent"] == [code for code in found if code.startswith("NUM-R1-")]


@given(st.integers(3, 30), st.integers(10, 50))
def test_a_changed_member_is_noticed(fold: int, after: int) -> None:
    """A stated factor of twice what the values give does not fit."""
    found = codes(f"The nightly job went from {fold * after} hours to {after} hours, {2 * fold + 2}x faster.")
    assert "NUM-R1-contradiction" in found
