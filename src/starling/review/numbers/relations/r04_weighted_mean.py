"""R4, a weighted mean or a mixture: an overall value lies between those of its groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.evaluate import fits
from starling.review.numbers.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.interval import Interval
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, like, said
from starling.review.rule import example, tell

_OVERALL = re.compile(
    r"\b(?:overall|on average|blended|combined|in total|all together|the average|an average)\b"
)
_GROUPS = re.compile(
    r"\b(?:segments?|groups?|cohorts?|categories|classes|buckets?|regions?|slices?|populations?)\b"
)
_MEANT = (Kind.SHARE, Kind.TIME)


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each weighted mean written out, and each overall value beside those of its groups."""
    for formula in formulas(sheet):
        if formula.result is not None and is_weighted(formula):
            yield _mean(formula, formula.result)
    if _GROUPS.search(sheet.lower) and _OVERALL.search(sheet.lower):
        yield from _mixtures(sheet)


def is_weighted(formula: Formula) -> bool:
    """Whether it is a sum of products, all but one of them with a weight: a share or a number below one."""
    if formula.operators != {"+", "×"}:
        return False
    products: list[list[Quantity]] = []
    for sign, term in zip(formula.signs, formula.terms, strict=True):
        if "×" in sign and products:
            products[-1].append(term)
        else:
            products.append([term])
    weighted = [any(_is_weight(term) for term in product) for product in products if len(product) > 1]
    return len(weighted) == len(products) and sum(weighted) >= max(1, len(products) - 1)


def _is_weight(term: Quantity) -> bool:
    return term.kind is Kind.SHARE or (term.kind in (Kind.RATIO, Kind.COUNT) and term.low < 1)


def _mean(formula: Formula, result: Quantity) -> Claim:
    holding = holds(formula, result)
    value = evaluated(formula, result) or Fraction(0)
    return Claim(
        relation="R4",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=formula.quantities,
        arithmetic=f"{formula.shown()} {equals(value)}, written {said(result)}",
        advice="" if holding else f"Work the sum out again: it and “{said(result)}” do not fit.",
        subtype="rounding" if holding and value != result.low else "",
    )


def _mixtures(sheet: Sheet) -> Iterator[Claim]:
    """Where groups are named with a value each, and an overall value of the same kind stands beside them."""
    for index, inside in sheet.by_sentence.items():
        if index < 0 or not _GROUPS.search(sheet.reading.sentences[index].lower):
            continue
        parts = [each for each in inside if each.kind in _MEANT and not _is_overall(sheet, each)]
        if len(parts) <= 1 or len({each.kind for each in parts}) > 1:
            continue
        near = (each for n in (index - 1, index, index + 1) for each in sheet.by_sentence.get(n, ()))
        for overall in near:
            if overall.kind is parts[0].kind and overall not in parts and _is_overall(sheet, overall):
                yield _mixture(parts[:2], overall)
                break


def _is_overall(sheet: Sheet, quantity: Quantity) -> bool:
    lead = re.split(r"[,;:(]\s|\s(?:and|but|while)\s", sheet.before(quantity))[-1]
    tail = re.split(r"[,;:.)]|\s(?:and|but|while)\s", sheet.after(quantity, 24))[0]
    return _OVERALL.search(lead) is not None or _OVERALL.search(tail) is not None


def _mixture(parts: list[Quantity], overall: Quantity) -> Claim:
    low, high = sorted(parts, key=lambda part: part.value())
    between = Interval(low.interval().lo, high.interval().hi)
    holding = fits(overall.interval(), between)
    inside = "inside" if holding else "outside"
    ends = f"{like(low.value(), low)} to {like(high.value(), high)}"
    return Claim(
        relation="R4",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=tuple(sorted((*parts, overall), key=lambda quantity: quantity.start)),
        arithmetic=f"{like(overall.value(), overall)} {inside} {ends}",
        advice=""
        if holding
        else f"Name the group that explains “{said(overall)}”: no mix of the two gives it.",
        subtype="bound",
        escapable=not holding,
    )


RELATION = Relation(
    code="R4",
    summary="An average is what its weights make of its parts, and lies between them.",
    why="An interviewer can do this sum aloud. An average outside its own parts undoes the whole table.",
    source="numbers-audit, R4 (N03, N21)",
    hits=(
        (example(tell(action="Expected cost: 0.8 × 5 + 0.2 × 40 = 12 ms a request.")), Verdict.CONSISTENT),
        (
            example(tell(action="Expected cost: 0.8 × 5 ms + 0.2 × 40 ms = 20 ms a request.")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(action="A mix of 60% × 10 + 40% × 20 = 14 cents a call.")), Verdict.CONSISTENT),
        (
            example(tell(situation="The two segments converted at 4% and 9%. Overall conversion was 7%.")),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(situation="The two segments converted at 4% and 9%. Overall conversion was 12%.")),
            Verdict.CONTRADICTION,
        ),
    ),
    misses=(
        example(tell(action="I set the loss to 0.7 × ranking + 0.3 × click.")),
        example(tell(situation="The service ran 5 + 10 workers at 40 ms each.")),
        example(
            tell(result="Overall latency fell 12%, and the two teams saved 30% and 40% of their budget.")
        ),
        example(tell(situation="Customers in both segments rose 4% and 9%, and we shipped 12 models.")),
    ),
    find=find,
)
