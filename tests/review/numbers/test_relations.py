"""Every relation is held to its own examples, and none may be incomplete."""

from __future__ import annotations

import re

import pytest

from starling.review.numbers.audit import all_relations
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.rule import Example

HITS = [
    pytest.param(relation, example, verdict, id=f"{relation.code}-{verdict}-{number}")
    for relation in all_relations()
    for number, (example, verdict) in enumerate(relation.hits)
]
MISSES = [
    pytest.param(relation, example, id=f"{relation.code}-miss-{number}")
    for relation in all_relations()
    for number, example in enumerate(relation.misses)
]
RELATIONS = [pytest.param(relation, id=relation.code) for relation in all_relations()]
FORBIDDEN = ("!", " just ", " simply ", " obviously ", " wrong", " false ")
BY_DEFINITION = {"0", "1", "100"}
"""The ends of a share or a probability are nobody's figures."""
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def claims(relation: Relation, example: Example) -> list[Claim]:
    """Everything a relation says of an example."""
    return [claim for reading in example.reading for claim in relation.find(Sheet(reading))]


@pytest.mark.parametrize(("relation", "example", "verdict"), HITS)
def test_hits_get_their_verdict(relation: Relation, example: Example, verdict: Verdict) -> None:
    """A relation gives each of its hits the verdict written beside it."""
    assert verdict in [claim.verdict for claim in claims(relation, example)]


@pytest.mark.parametrize(("relation", "example"), MISSES)
def test_misses_stay_silent(relation: Relation, example: Example) -> None:
    """A relation says nothing of its near misses."""
    assert [] == claims(relation, example)


@pytest.mark.parametrize("relation", RELATIONS)
def test_is_complete(relation: Relation) -> None:
    """A relation says what, why and on whose authority, and shows both sides four times."""
    assert all((relation.summary, relation.why, relation.source, relation.name))
    assert len(relation.hits) >= 4
    assert len(relation.misses) >= 4


@pytest.mark.parametrize(("relation", "example", "_"), HITS)
def test_claims_are_well_made(relation: Relation, example: Example, _: Verdict) -> None:
    """A claim has its code, its quantities in the order of the text, and its arithmetic on one line."""
    for claim in claims(relation, example):
        assert relation.code == claim.relation
        assert sorted(claim.quantities, key=lambda quantity: quantity.start) == list(claim.quantities)
        assert claim.quantities
        assert "\n" not in claim.arithmetic + claim.advice
        assert Verdict.CONTRADICTION is claim.verdict or not claim.escapable


@pytest.mark.parametrize(("relation", "example", "_"), HITS)
def test_advice_keeps_the_house_voice(relation: Relation, example: Example, _: Verdict) -> None:
    """Advice is one sentence without blame, and its numbers are the user's own; only an offer derives one."""
    own = {number for reading in example.reading for number in DIGITS.findall(reading.text)} | BY_DEFINITION
    for claim in claims(relation, example):
        text = f" {claim.advice.lower()} "
        assert [] == [word for word in FORBIDDEN if word in text]
        assert claim.advice.rstrip('.?”"').count(". ") == 0
        if claim.stated:
            assert [] == [number for number in DIGITS.findall(claim.advice) if number not in own]


@pytest.mark.parametrize("relation", RELATIONS)
def test_code_is_that_of_the_file(relation: Relation) -> None:
    """The code of a relation is the number in the name of its file."""
    module = relation.find.__module__.rpartition(".")[2]
    assert f"r{int(relation.code[1:]):02}" == module.partition("_")[0]
