"""What a claim of the audit says to its author: where to look, in whose words, and with which sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from starling.model.story import PartKind
from starling.review.numbers.audit import audit
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark

DISAGREE, UNCLEAR, NO_BASIS = "numbers-disagree", "numbers-unclear", "headline-without-basis"
"""The rules that speak of claims; a claim is accepted under the name of its rule."""

_CHANGES = ("R1", "R2")
_TWO_READINGS = ("points vs percent", "by or to")
_MISSED = "missed, not said"
_BEFORE = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)


class Quotation(NamedTuple):
    """The author's words around some numbers of a claim, and the offset of the first of these."""

    start: int
    words: str


def raised(reading: Reading, rule: str) -> Iterator[Mark]:
    """What one of these rules says about a story."""
    return (marked(claim) for claim in audit(reading).claims if rule_of(reading, claim) == rule)


def rule_of(reading: Reading, claim: Claim) -> str:
    """The name of the rule that raises a claim, or "" where there is nothing to raise.

    An open target is left to result-leaves-target-open, which counts all of them.
    """
    if claim.verdict is Verdict.CONTRADICTION:
        return UNCLEAR if claim.escapable else DISAGREE
    if claim.verdict is Verdict.AMBIGUOUS:
        return UNCLEAR
    is_open = claim.verdict is Verdict.UNVERIFIABLE and claim.relation != "R9"
    return NO_BASIS if is_open and not _has_basis(reading, claim) else ""


def _has_basis(reading: Reading, claim: Claim) -> bool:
    """Whether the story says where a figure comes from: beside it, or for a change by a test or a base."""
    index = claim.quantities[-1].sentence
    near = reading.sentences[index : index + 2] if index >= 0 else ()
    if any(reading.hits_in("basis_cues", sentence) for sentence in near):
        return True
    return claim.relation in _CHANGES and (
        bool(reading.hits("controlled_tests")) or _has_base(reading, claim)
    )


def _has_base(reading: Reading, claim: Claim) -> bool:
    """Whether a figure of the same measure stands before the result: the state it started from."""
    measured = frozenset(stem for each in claim.quantities for stem in each.metric)
    return any(each.metric & measured for each in audit(reading).quantities if each.part in _BEFORE)


def marked(claim: Claim) -> Mark:
    """The claim as a finding: on its last numbers, those that answer the earlier ones."""
    start, end = place(claim)
    line = claim.arithmetic[:1].upper() + claim.arithmetic[1:]
    return Mark(start, end, f"{claim.advice} {line}." if line else claim.advice, claim.code)


def has_two_readings(claim: Claim) -> bool:
    """Whether a figure can be heard in two ways; others are asked of a base, a scope, or a target."""
    return claim.verdict is Verdict.AMBIGUOUS and claim.subtype in _TWO_READINGS


def question(claim: Claim) -> str:
    """What a listener asks who has done the sum of a claim in their head."""
    if has_two_readings(claim):
        return "Which of the two do you mean?"
    return "What kept you from the target?" if claim.subtype == _MISSED else "How do these go together?"


def place(claim: Claim) -> tuple[int, int]:
    """The span of a claim's numbers in the last sentence that holds any of them."""
    last = claim.quantities[-1]
    together = [each for each in claim.quantities if each.sentence == last.sentence]
    return together[0].start, last.end


def quotations(reading: Reading, claim: Claim) -> Iterator[Quotation]:
    """The author's words around a claim's numbers, one quotation a clause, in the order of the text."""
    seen: set[str] = set()
    for group in _neighbours(claim.quantities):
        words = quote_around(reading, group[0].start, group[-1].end)
        if words not in seen:
            seen.add(words)
            yield Quotation(group[0].start, words)


_NEAR = 60
"""Characters within which numbers of one sentence share a quotation."""


def _neighbours(quantities: tuple[Quantity, ...]) -> list[list[Quantity]]:
    groups: list[list[Quantity]] = []
    for each in quantities:
        first = groups[-1][0] if groups else None
        if first is not None and first.sentence == each.sentence and each.end - first.start <= _NEAR:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups
