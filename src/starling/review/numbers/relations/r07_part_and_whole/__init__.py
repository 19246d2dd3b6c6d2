"""R7, part and whole: a part is no larger than its whole, and all parts together are the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Made, Relation, Verdict
from starling.review.numbers.relations.r07_part_and_whole.inside import (
    in_limits,
    moments_inside,
    profiled_each,
    reporters,
    running,
    spans_in_blocks,
)
from starling.review.numbers.relations.r07_part_and_whole.part_lines import advice, line, total
from starling.review.numbers.relations.r07_part_and_whole.some_of_all import added, some_of_all
from starling.review.numbers.show import equals, like, number, said
from starling.review.numbers.told.blocks import Plan, plans
from starling.review.numbers.told.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.told.neighbours import is_story, neighbours
from starling.review.numbers.told.parts import (
    Whole,
    of_the,
    out_of,
    partitions,
    shares_so,
    split,
    totals,
)
from starling.review.numbers.told.within import (
    cause_claim,
    causes,
    incidents,
    parts_of_amount,
    parts_of_time,
    profiles,
)
from starling.review.rule import example, tell

_AGAINST = re.compile(r"\s?(?:[a-z]+ ){0,2}(?:vs\.?|versus|of|out of|against)\s(?:the |a |about )?['\"“‘]?")
_NEAR_WAYS = (
    out_of,
    split,
    of_the,
    totals,
    partitions,
    shares_so,
    parts_of_time,
    parts_of_amount,
    some_of_all,
)
"""The ways to tell parts of a whole that look at a few numbers around each one."""
_FAR_WAYS = (
    profiles, incidents, moments_inside, spans_in_blocks, running, in_limits, reporters, profiled_each
)  # fmt: skip
"""And those that look through the whole text, which a table of numbers is spared."""
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
    for ways in (*_NEAR_WAYS, *_FAR_WAYS) if is_story(sheet) else _NEAR_WAYS:
        for found in ways(sheet):
            if found.sure or found.asks or found.holds() or not found.full:
                yield _whole(found)
    for plan in plans(sheet):
        if len(plan.breaks) <= 1:
            yield _plan(sheet, plan)
    if is_story(sheet):
        yield from (_sum_offered(*found.parts) for found in added(sheet))
        yield from _causes(sheet)


def _causes(sheet: Sheet) -> Iterator[Claim]:
    for cause in causes(sheet):
        claim = cause_claim(cause)
        if cause.sure or claim.verdict is Verdict.CONSISTENT:
            yield claim


def _sums(sheet: Sheet) -> Iterator[Claim]:
    """The sums that the author writes out."""
    for formula in formulas(sheet):
        plain_sum = "+" in formula.operators and formula.terms[0].kind is not Kind.RATIO
        if formula.result is None:
            yield from _beside(sheet, formula)
        if formula.result is None or not plain_sum or not _of_its_kind(formula, formula.result):
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


def _of_its_kind(formula: Formula, result: Quantity) -> bool:
    """Whether a sum can come to the figure: models and seeds do not come to weeks, nor 2% and 30 cents."""
    kinds = {term.kind for term in formula.terms}
    if Kind.SHARE in kinds and len(kinds) > 1:
        return False
    return result.kind is Kind.COUNT or not all(
        term.kind is Kind.COUNT and term.noun for term in formula.terms
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
    worked: tuple[bool, Made],
    advice: Made,
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
    holding, several = found.holds(), len(found.parts) > 1
    gap = holding and several and not found.full and total(found) < found.whole.value()
    claim = _claim(
        found.quantities,
        (holding, lambda: line(found, holding=holding)),
        lambda: advice(found),
        "gap" if gap else "",
        escapable=not found.sure,
    )
    if holding or not found.asks:
        return claim
    return replace(claim, verdict=Verdict.AMBIGUOUS, subtype="scope", escapable=False)


def _sum_offered(start: Quantity, more: Quantity) -> Claim:
    """What a group and those who joined it come to, as an offer."""
    return Claim(
        relation="R7",
        verdict=Verdict.CONSISTENT,
        quantities=(start, more),
        arithmetic=lambda: (
            f"{number(start.value())} + {number(more.value())} = {like(start.value() + more.value(), start)}"
        ),
        advice=lambda: f"Say how many there are now: “{said(start)}”, “{said(more)}” and those who left.",
        subtype="no claim",
        stated=False,
    )


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
            example(
                tell(situation="We had 88 faults in May: 41 from cold starts, 30 from typos, 27 from us.")
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(situation="Of the 90 boats 50 were sold, 30 were lost and 20 were kept.")),
            Verdict.CONTRADICTION,
        ),
        (example(tell(action="I moved 16 scrapers in 3 waves: 4, 5 and 7.")), Verdict.CONSISTENT),
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
            example(tell(situation="It was a 6 week course.", action="In week 8 I asked for help.")),
            Verdict.AMBIGUOUS,
        ),
        (
            example(tell(situation="I lead a team of 5 testers.", result="We hired two new testers.")),
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
        example(tell(situation="It was a 6 week course.", result="In week 9 of the season it paid off.")),
        example(tell(action="I tried batch sizes of 16, 32 and 64 (16 was best).")),
        example(tell(action="I ran the test in 3 cities: 9, 14 and 30.")),
        example(tell(situation="Of the 90 boats 70 had sails, 60 had oars and 40 had both.")),
        example(tell(result="Ratings went from 2.9 to 3.6, and we used 410 cores in total.")),
        example(tell(situation="The model had 5 services (20 endpoints, 30 tables) behind it.")),
    ),
    find=find,
)
