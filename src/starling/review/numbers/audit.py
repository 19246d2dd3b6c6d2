"""The audit of one story: all its quantities, and what every relation says of them, without repetition."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from starling.review.numbers import relations as relations_package
from starling.review.numbers.quantities.levels_told import may_be_expected
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.show import said
from starling.review.reading import Reading

_ORDER = (Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)
_RANK = {verdict: number for number, verdict in enumerate(_ORDER)}
_GIVES_NO_BASIS = frozenset(("R9", "R10", "R11", "R13", "R16"))
"""Relations that can hold without saying where a figure comes from: a target met, a fact told twice."""
_MOST_OPEN = 2
"""Headline figures without basis raised per story (issue 3: at most two)."""
_FIRST_OPEN = "R12"
"""Of the open figures these come first: money won is asked about before a percentage."""
_NO_HEADLINE = frozenset(("R9", "R11"))
"""Relations whose open claims are no headline: a target not taken up, a direction that nothing shows."""

_Span = tuple[int, int]


@dataclass(frozen=True)
class Ledger:
    """The quantities of a story in reading order, and the claims on them.

    Claims are grouped as contradiction, ambiguous, unverifiable (open) and
    consistent, each group in the order of the text.
    """

    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]

    def of(self, verdict: Verdict) -> tuple[Claim, ...]:
        """The claims with one verdict, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.verdict is verdict)


@cache
def all_relations() -> tuple[Relation, ...]:
    """Every relation there is, in the order of its code."""
    names = (module.name for module in pkgutil.iter_modules(relations_package.__path__))
    return tuple(_load(name) for name in sorted(names) if not name.startswith("_"))


def _load(module_name: str) -> Relation:
    module = importlib.import_module(f"{relations_package.__name__}.{module_name}")
    relation: Relation = module.RELATION
    return dataclasses.replace(relation, name=module_name.partition("_")[2].replace("_", "-"))


def audit(reading: Reading) -> Ledger:
    """The ledger of a story, made once per reading."""
    return reading.once(_audit)


def _audit(reading: Reading) -> Ledger:
    sheet = reading.once(Sheet)
    found = (
        claim if claim.verdict is not Verdict.CONTRADICTION else _softened(sheet, claim)
        for relation in all_relations()
        for claim in relation.find(sheet)
    )
    return Ledger(sheet.quantities, tuple(_sorted(_telling(found))))


def _softened(sheet: Sheet, claim: Claim) -> Claim:
    """A contradiction that rests on what may have been a plan, as a question: "to 60 instead of 40"."""
    members = {quantity.start for quantity in claim.quantities}
    for pair in sheet.pairs:
        held = pair.after.start < pair.before.start and {pair.before.start, pair.after.start} <= members
        if held and may_be_expected(sheet.lower, pair.after, pair.before):
            advice = f"Say what “{said(pair.before)}” is: the level before, or what was expected."
            return dataclasses.replace(
                claim, verdict=Verdict.AMBIGUOUS, advice=advice, subtype="expected", escapable=False
            )
    return claim


def _sorted(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (_RANK[claim.verdict], *_place(claim)))


def _place(claim: Claim) -> tuple[int, int, str]:
    first, last = claim.quantities[0], claim.quantities[-1]
    return first.start, last.end, claim.relation


def _spans(claim: Claim) -> frozenset[_Span]:
    return frozenset((quantity.start, quantity.end) for quantity in claim.quantities)


def _telling(found: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that say something of their own: strongest first, then those that state most."""
    ordered = sorted(found, key=_weight)
    closed, computed = _settled(ordered)
    judged: dict[_Span, list[tuple[frozenset[_Span], Claim]]] = {}
    opened = 0
    for claim in ordered:
        spans = _spans(claim)
        if _silenced(claim, spans, judged):
            continue
        if claim.verdict is Verdict.UNVERIFIABLE:
            headline = claim.relation not in _NO_HEADLINE
            full = headline and opened == _MOST_OPEN
            if full or not spans.isdisjoint(closed if claim.relation == "R9" else computed):
                continue
            opened += headline
        for span in spans:
            judged.setdefault(span, []).append((spans, claim))
        yield claim


def _weight(claim: Claim) -> tuple[int, bool, int, bool, tuple[int, int, str]]:
    rank, first = _RANK[claim.verdict], claim.relation == _FIRST_OPEN
    return rank, not claim.stated, -len(claim.quantities), not first, _place(claim)


def _settled(claims: Iterable[Claim]) -> tuple[set[_Span], set[_Span]]:
    """The spans that need no question: targets that are answered, and figures that others give."""
    closed: set[_Span] = set()
    computed: set[_Span] = set()
    for claim in claims:
        if claim.verdict is not Verdict.UNVERIFIABLE and claim.stated:
            if claim.relation == "R9":
                closed |= _spans(claim)
            elif claim.relation not in _GIVES_NO_BASIS:
                computed |= _spans(claim)
    return closed, computed


def _silenced(
    claim: Claim, spans: frozenset[_Span], judged: dict[_Span, list[tuple[frozenset[_Span], Claim]]]
) -> bool:
    """Whether a contradiction has spoken of all these quantities, or this claim adds nothing to another."""
    adds_little = not claim.stated or claim.verdict is Verdict.UNVERIFIABLE
    return any(
        spans <= others
        and (adds_little or other.verdict is Verdict.CONTRADICTION or other.relation == claim.relation)
        for others, other in judged.get(min(spans), [])
    )
