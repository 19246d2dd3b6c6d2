"""R4, a weighted mean or a mixture: an overall value lies between those of its groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.evaluate import fits
from starling.review.numbers.quantities.interval import Interval
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r04_weighted_mean.mixtures import (
    Grouped,
    Rest,
    Weighted,
    grouped,
    rests,
    weighted,
)
from starling.review.numbers.show import digits, equals, like, number, said
from starling.review.numbers.told.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.told.sums import in_order
from starling.review.rule import example, tell

_OVERALL = re.compile(
    r"\b(?:overall|on average|blended|combined|in total|all together|the average|an average)\b"
)
_OVERALL_WORDS = ("overall", "average", "blended", "combined", "in total", "all together")
_GROUPS = re.compile(
    r"\b(?:segments?|groups?|cohorts?|categories|classes|buckets?|regions?|slices?|populations?)\b"
)
_MEANT = (Kind.SHARE, Kind.TIME)


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each weighted mean written out, and each overall value beside those of its groups."""
    for formula in formulas(sheet):
        if formula.result is not None and is_weighted(formula):
            yield _mean(formula, formula.result)
    if sheet.mentions(*_OVERALL_WORDS) and _GROUPS.search(sheet.lower) and _OVERALL.search(sheet.lower):
        yield from _mixtures(sheet)
    for mix in weighted(sheet):
        yield from _of_weighted(mix)
    for groups in grouped(sheet):
        yield _of_groups(groups)
    for rest in rests(sheet):
        yield _of_rest(rest)


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
        arithmetic=lambda: f"{formula.shown()} {equals(value)}, written {said(result)}",
        advice=lambda: "" if holding else f"Work the sum out again: it and “{said(result)}” do not fit.",
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
    lies = "between" if holding else "not between"
    ends = f"{like(low.value(), low)} and {like(high.value(), high)}"
    return Claim(
        relation="R4",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=tuple(sorted((*parts, overall), key=lambda quantity: quantity.start)),
        arithmetic=lambda: f"{like(overall.value(), overall)} is {lies} {ends}",
        advice=lambda: (
            "" if holding else f"Name the group that explains “{said(overall)}”: no mix of the two gives it."
        ),
        subtype="bound",
        escapable=not holding,
    )


def _of_weighted(mix: Weighted) -> Iterator[Claim]:
    """The average against the mix; where the shares leave something out, only whether it lies between."""
    if not mix.is_whole():
        yield _mixture(list(mix.values), mix.mean)
        return
    holding = mix.holds()
    pairs = list(zip(mix.shares, mix.values, strict=True))
    value = sum((share.value() * each.value() for share, each in pairs), Fraction(0)) / 100
    terms = " + ".join(f"{digits(share)}% × {digits(each)}" for share, each in pairs)
    yield Claim(
        relation="R4",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=in_order(*mix.shares, *mix.values, mix.mean),
        arithmetic=lambda: f"{terms} = {like(value, mix.mean)}, written {said(mix.mean)}",
        advice=lambda: "" if holding else f"Work “{said(mix.mean)}” out again: it does not fit its shares.",
        escapable=not holding and mix.is_between(),
    )


def _of_groups(groups: Grouped) -> Claim:
    """The groups against the whole of that time; the value before may be of another mix."""
    low, *_, high = sorted(groups.lines, key=lambda line: line.value())
    between = Interval(low.interval().lo, high.interval().hi)
    before, after = groups.overall.before, groups.overall.after
    told = [each for each in (before, after) if each is after or fits(each.interval(), between)]
    holding = fits(after.interval(), between)
    lies = f"{'are' if len(told) > 1 else 'is'}{'' if holding else ' not'} between"
    ends = f"{like(low.value(), low)} and {like(high.value(), high)}"
    return Claim(
        relation="R4",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=in_order(*told, *groups.lines),
        arithmetic=lambda: f"{' and '.join(map(said, told))} {lies} {ends}",
        advice=lambda: (
            "" if holding else f"Name the group that explains “{said(after)}”: no mix of these gives it."
        ),
        subtype="bound",
        escapable=not holding,
    )


def _of_rest(rest: Rest) -> Claim:
    """What is zero for the share that was covered is not zero for the rest."""
    share, before, zero = rest.share, rest.pair.before, rest.pair.after
    left = 100 - share.value()
    return Claim(
        relation="R4",
        verdict=Verdict.AMBIGUOUS,
        quantities=in_order(share, before, zero),
        arithmetic=lambda: f"{number(left)}% are left at {said(before)}, not at {said(zero)}",
        advice=lambda: (
            f"Say that “{said(zero)}” holds for the “{said(share)}”, and what the rest still takes."
        ),
        subtype="scope",
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
            example(
                tell(
                    action="I put a router in front: 75% of pages take 40 ms and 25% take 240 ms.",
                    result="The average is now 90 ms.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    action="I put a router in front: 75% of pages take 40 ms and 25% take 240 ms.",
                    result="The average is now 150 ms.",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    situation="Our reply rate fell from 11% to 8%.",
                    action="I split the rate by region:\n- North: 5% reply rate\n- South: 13% reply rate",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="Our reply rate fell from 11% to 8%.",
                    action="I split the rate by region:\n- North: 10% reply rate\n- South: 13% reply rate",
                )
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(
                    result="Automated 90% of the refunds, taking the work from 6 minutes to zero per refund."
                )
            ),
            Verdict.AMBIGUOUS,
        ),
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
        example(
            tell(
                action="In the pilot 70% of drivers answer in 3 minutes and 30% in 9 minutes.",
                result="On average a parcel is 2 days on its way.",
            )
        ),
        example(
            tell(
                situation="Returns rose from 4% to 6%.",
                action="I split the traffic by region:\n- North: 40% of visits\n- South: 60% of visits",
            )
        ),
        example(tell(result="Automated 90% of the refunds, and those went from 6 minutes to zero.")),
        example(tell(situation="Customers in both segments rose 4% and 9%, and we shipped 12 models.")),
    ),
    find=find,
)
