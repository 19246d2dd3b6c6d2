"""R7, part and whole: a part is no larger than its whole, and all parts together are the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.blocks import Plan, plans
from starling.review.numbers.evaluate import about
from starling.review.numbers.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.neighbours import is_story, neighbours
from starling.review.numbers.parts import Whole, out_of, partitions, shares_so, some_of_all, split, totals
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import equals, like, number, said
from starling.review.numbers.within import Cause, causes, incidents, parts_of_time, profiles
from starling.review.rule import example, tell

_AGAINST = re.compile(r"\s?(?:[a-z]+ ){0,2}(?:vs\.?|versus|of|out of|against)\s(?:the |a |about )?['\"“‘]?")
_NEAR = 5
"""How many sentences before a sum its parts may be told."""
_Spans = frozenset[tuple[int, int]]


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each sum, each part with its whole, each plan in blocks, and each cause with its effect."""
    told: set[_Spans] = set()
    for claim in _claims(sheet):
        spans = frozenset((quantity.start, quantity.end) for quantity in claim.quantities)
        if not any(spans <= others for others in told):
            told.add(spans)
            yield claim


def _claims(sheet: Sheet) -> Iterator[Claim]:
    yield from _sums(sheet)
    near = (out_of, split, totals, partitions, shares_so, parts_of_time, some_of_all)
    for ways in (*near, profiles, incidents) if is_story(sheet) else near:
        for found in ways(sheet):
            if found.sure or found.holds() or not found.full:
                yield _whole(found)
    for plan in plans(sheet):
        if len(plan.breaks) <= 1:
            yield _plan(sheet, plan)
    for cause in causes(sheet) if is_story(sheet) else ():
        claim = _cause(cause)
        if cause.sure or claim.verdict is Verdict.CONSISTENT:
            yield claim


def _sums(sheet: Sheet) -> Iterator[Claim]:
    """The sums that the author writes out."""
    for formula in formulas(sheet):
        plain_sum = "+" in formula.operators and formula.terms[0].kind is not Kind.RATIO
        if formula.result is None:
            yield from _beside(sheet, formula)
        if formula.result is None or not plain_sum:
            continue
        holding = holds(formula, formula.result)
        timed = (
            any(term.unit != formula.result.unit for term in formula.terms)
            and formula.result.kind is Kind.TIME
        )
        value = evaluated(formula, formula.result, based=timed) or Fraction(0)
        value = value / formula.result.unit.readings[0] if timed else value
        yield _claim(
            (*_told_before(sheet, formula), *formula.quantities),
            (holding, f"{formula.shown()} {equals(value)}, written {said(formula.result)}"),
            f"Add it up again: the parts and “{said(formula.result)}” do not fit.",
        )


def _beside(sheet: Sheet, formula: Formula) -> Iterator[Claim]:
    """A sum without a result beside the whole it is measured against: "2 s + 5 s of 9 s"."""
    last = formula.terms[-1]
    for whole in neighbours(sheet, last):
        against = whole.start > last.end and _AGAINST.fullmatch(sheet.between(last, whole)) is not None
        if against and all(term.kind is whole.kind is not Kind.SHARE for term in formula.terms):
            yield _whole(Whole(formula.terms, whole, full=False, sure=False))
            return


def _told_before(sheet: Sheet, formula: Formula) -> tuple[Quantity, ...]:
    """The figures that the terms repeat: "Scheduler: 5 connections" before "5 + 10 = 15 connections"."""
    if formula.result is None or not formula.result.noun:
        return ()
    start, values = formula.terms[0].start, {term.low for term in formula.terms}
    near = (
        each
        for each in sheet.quantities
        if each.end < start and formula.terms[0].sentence - each.sentence <= _NEAR
    )
    return tuple(each for each in near if each.noun == formula.result.noun and each.low in values)


def _claim(
    quantities: tuple[Quantity, ...],
    worked: tuple[bool, str],
    advice: str,
    subtype: str = "",
    *,
    escapable: bool = False,
) -> Claim:
    """The claim on quantities from whether they fit and the arithmetic that shows it."""
    holding, arithmetic = worked
    return Claim(
        relation="R7",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=quantities,
        arithmetic=arithmetic,
        advice="" if holding else advice,
        subtype=subtype,
        escapable=escapable and not holding,
    )


def _whole(found: Whole) -> Claim:
    whole, holding = found.whole, found.holds()
    total = sum((part.value() for part in found.parts), Fraction(0))
    if found.full:
        terms = " + ".join(map(said, found.parts))
        arithmetic = f"{terms} = {_sum(found)}, written {said(whole)}"
        advice = f"Add it up again: the parts and “{said(whole)}” do not fit."
    elif len(found.parts) > 1:
        arithmetic = f"{' + '.join(map(said, found.parts))} = {like(total, whole)}, of {said(whole)}"
        advice = f"Say what “{said(whole)}” covers: its parts do not fit into it."
    else:
        part = found.parts[0]
        arithmetic = (
            f"{said(part)} of {said(whole)}" if holding else f"{said(part)} is more than {said(whole)}"
        )
        advice = f"Say what “{said(whole)}” covers: “{said(part)}” does not fit into it."
    gap = holding and not found.full and len(found.parts) > 1 and total < whole.value()
    return _claim(
        found.quantities,
        (holding, arithmetic),
        advice,
        "gap" if gap else "",
        escapable=not found.sure,
    )


def _sum(found: Whole) -> str:
    total = sum((part.value() for part in found.parts), Fraction(0))
    return number(total) if found.whole.kind is Kind.COUNT else like(total, found.parts[-1])


def _plan(sheet: Sheet, plan: Plan) -> Claim:
    """Blocks that follow each other without gap or overlap, with the time they fill where that is told."""
    length = plan.last * plan.blocks[0].unit.readings[0]
    times = (each for each in sheet.quantities if each.kind is Kind.TIME and each.end < plan.blocks[0].start)
    filled = next((each for each in times if each.value() == length and not each.per), None)
    quantities = plan.blocks if filled is None else (filled, *plan.blocks)
    steps = ", ".join(said(block) for block in plan.blocks)
    if not plan.breaks:
        ends = f", to {like(length, plan.blocks[0])}"
        return _claim(quantities, (True, f"{steps}: no gap{ends}"), "")
    block, before = plan.blocks[plan.breaks[0]], plan.blocks[plan.breaks[0] - 1]
    return _claim(
        quantities,
        (False, f"{said(before)}, then {said(block)}"),
        f"Say what happened between “{said(before)}” and “{said(block)}”: the other blocks join.",
        escapable=True,
    )


def _cause(found: Cause) -> Claim:
    """A cause with a share bounds what its removal can do (number labels, rule 9)."""
    cause, holding = found.cause, found.cut <= found.cause.high + 1 or about(found.cause)
    effect = " → ".join(map(said, found.effect))
    cut = f"{effect}, {number(found.cut)} % less," if len(found.effect) > 1 else effect
    return Claim(
        relation="R7",
        verdict=Verdict.CONSISTENT if holding else Verdict.AMBIGUOUS,
        quantities=(cause, *found.effect),
        arithmetic=f"{cut} is {'within' if holding else 'more than'} {said(cause)}",
        advice=""
        if holding
        else f"Say what else helped: “{said(cause)}” does not explain all of “{effect}”.",
        subtype="bound",
    )


RELATION = Relation(
    code="R7",
    summary="Parts fit into their whole: none exceeds it, and together they are no more and no less.",
    why="A listener adds while you speak. Parts that do not sum to your total end the story at the total.",
    source="numbers-audit, R7 (N06, N07); number labels, rule 9",
    hits=(
        (example(tell(situation="1 router + 2 caches + 12 workers = 15 services.")), Verdict.CONSISTENT),
        (example(tell(situation="The pool needs 4 + 8 + (10 × 3) = 52 connections.")), Verdict.CONTRADICTION),
        (
            example(
                tell(result="11 of our 14 squads moved in spring, and the remaining three follow in May.")
            ),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="17 of our 14 squads moved in spring.")), Verdict.CONTRADICTION),
        (example(tell(action="I aligned 9 teams (4 in research, 5 in product).")), Verdict.CONSISTENT),
        (example(tell(action="I aligned 9 teams (4 in research, 3 in product).")), Verdict.CONTRADICTION),
        (
            example(tell(action="Labelling took 3 days, training 2 days and review 1 day, 6 days in total.")),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(situation="Recovery took 80 minutes. Engineers spent 30 minutes just finding the host.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(action="- Week 1-2: data\n- Week 3-5: model\n- Week 6-8: rollout")),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(action="- Hour 0-4: triage\n- Hour 4-9: fix\n- Hour 11-20: watch\n- Hour 20-30: report")
            ),
            Verdict.CONTRADICTION,
        ),
    ),
    misses=(
        example(
            tell(situation="We had 12 services and 40 engineers.", action="I built 3 dashboards in 2 weeks.")
        ),
        example(tell(result="Latency fell to 40 ms, cost to 2 cents, and errors to 3 a day.")),
        example(tell(situation="My team of 5 engineers grew; we hired 9 more engineers in a year.")),
        example(tell(action="I tried batch sizes of 16, 32 and 64 (16 was best).")),
        example(tell(situation="The model had 5 services (20 endpoints, 30 tables) behind it.")),
    ),
    find=find,
)
