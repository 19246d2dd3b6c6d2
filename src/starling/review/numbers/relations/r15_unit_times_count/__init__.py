"""R15, so much for each of so many: a product that is stated must fit its factors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from starling.review.numbers.evaluate import about, fits, in_step
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.relations.r15_unit_times_count.each import Each, each
from starling.review.numbers.relations.r15_unit_times_count.savings import savings
from starling.review.numbers.relations.r15_unit_times_count.shares_of import shares_of
from starling.review.numbers.show import digits, equals, like, said
from starling.review.numbers.told.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.told.neighbours import is_story, neighbours
from starling.review.numbers.told.products import loose, product_claim, result_of, shown, worked
from starling.review.rule import example, tell

_TOTAL_BEFORE = re.compile(
    r"(?:=|→|\bcosts?(?: us| them)?|\bcosting(?: us)?|\btotal(?:l?ing|s|l?ed)?(?: of| to)?"
    r"|\baltogether|\bin all,?|"
    r"\badd(?:s|ed|ing)? up to|\bc[oa]mes? to|\bmakes|\bmaking|\bor|\bthat's|\bthat is|\bwhich is"
    r"|\bmeaning|\bsumming to|, so(?: that's| it's| that is)?)"
    r"\s?(?:about |around |roughly |over |nearly |almost )?[~≈$€£]?$"
)
_TOTAL_AFTER = re.compile(
    r"\s?(?:in total|total\b|altogether|in all\b|combined)"
    r"(?!,? (?:with|including|plus|counting|were|was|went|for)\b)"
)
_AND_MORE = re.compile(r"\s?(?:each|apiece)?,? (?:and|plus) (?:another )?$")
_GAP = re.compile(r" (?:more|less|fewer|extra|saved)\b")
_SAME_COST = re.compile(r"\b(?:at|for|with|on) (?:the )?same (?:total )?(?:cost|budget|spend|price)\b")
_TEAM = re.compile(r"\b(?:in total|total|team'?s?|altogether|as a whole|in all)\b")


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each product written out, amount for each, chance of so many, and share of a base."""
    yield from _products(sheet)
    for pair in each(sheet):
        yield from _each(sheet, pair)
    if sheet.of_kind(Kind.SHARE):
        yield from shares_of(sheet)
    if is_story(sheet):
        yield from savings(sheet)


def _products(sheet: Sheet) -> Iterator[Claim]:
    products = [formula for formula in formulas(sheet) if formula.operators <= {"×", "÷"}]
    for formula in products:
        result = formula.result or result_of(sheet, formula)
        if result is not None:
            yield _product(formula, result)
        if is_story(sheet):
            yield from _team_total(sheet, formula)
    open_ended = [formula for formula in products if formula.result is None]
    if len(open_ended) > 1 and _SAME_COST.search(sheet.lower):
        yield from _same_cost(open_ended[0], open_ended[1])


def _product(formula: Formula, result: Quantity) -> Claim:
    holding = holds(formula, result) and (formula.result is not None or not loose(formula, result))
    return product_claim(
        (*formula.terms, result),
        (holding, f"{shown(formula, result)} {worked(formula, result)}, written {said(result)}"),
        f"Work the product out again: it and “{said(result)}” do not fit.",
    )


def _team_total(sheet: Sheet, formula: Formula) -> Iterator[Claim]:
    """A figure told of a whole team and then multiplied by its heads."""
    for term in formula.terms:
        if term.kind is not Kind.TIME or not any(each.kind is Kind.COUNT for each in formula.terms):
            continue
        for other in sheet.quantities:
            same = other.start < formula.terms[0].start and other.unit == term.unit and other.low == term.low
            if same and _TEAM.search(sheet.before(other) + " " + sheet.after(other)):
                yield product_claim(
                    (other, *formula.terms),
                    (False, f"{said(other)} in total, then {formula.shown()}"),
                    f"Say whether “{said(other)}” is for all together or for each.",
                    subtype="base",
                )
                return


def _same_cost(first: Formula, second: Formula) -> Iterator[Claim]:
    one, other = (evaluated(formula, None) or Fraction(0) for formula in (first, second))
    paid = all(any(term.kind is Kind.MONEY for term in formula.terms) for formula in (first, second))
    if paid and len(first.terms) == len(second.terms):
        yield product_claim(
            (*first.terms, *second.terms),
            (
                fits(exactly(one), exactly(other), about(*first.terms, *second.terms)),
                f"{first.shown()} {equals(one)}, {second.shown()} {equals(other)}",
            ),
            "Say which cost stayed the same: the two products do not fit.",
        )


def _each(sheet: Sheet, pair: Each) -> Iterator[Claim]:
    """The nearest total that fits, or one that a cue makes the total of these."""
    told: Quantity | None = None
    for total in _totals(sheet, pair):
        hedged = about(total, *pair)
        if any(fits(t, a * c, hedged) for t, a, c in in_step(total, *pair)):
            yield _each_claim(pair, total, holding=True)
            return
        if told is None and _is_told_total(sheet, pair, total):
            told = total
    if told is not None:
        yield _each_claim(pair, told, holding=False)


def _each_claim(pair: Each, total: Quantity, *, holding: bool) -> Claim:
    amount, count = pair
    product = like(amount.value() * count.value(), amount)
    return product_claim(
        (amount, count, total),
        (holding, f"{digits(count)} × {said(amount)} = {product}, written {said(total)}"),
        f"Work “{said(total)}” out again from “{said(count)}” and “{said(amount)}”.",
        escapable=total.sentence != amount.sentence,
    )


def _totals(sheet: Sheet, pair: Each) -> Iterator[Quantity]:
    amount, count = pair.amount, pair.many
    last = max(amount.end, count.end)
    for total in neighbours(sheet, amount, 2):
        alike = total.kind is amount.kind and total.per in ("", amount.per, count.per)
        counts_other = amount.kind is not Kind.COUNT or total.noun != count.noun
        behind = total.start >= last and alike and counts_other
        if behind and (total.value() > amount.value() or _is_total(sheet, total)):
            yield total


def _is_told_total(sheet: Sheet, pair: Each, total: Quantity) -> bool:
    """Whether words make it the total of these things: 49 MWh are no total of packs."""
    amount = pair.amount
    other_thing = bool(amount.noun) and total.noun not in ("", amount.noun)
    beside = total.sentence == amount.sentence and _adds_more(sheet, pair, total)
    near = total.sentence - amount.sentence <= 1 and not beside
    gap = _GAP.match(sheet.after(total)) is not None  # "180 tons more" than before
    return near and not (other_thing or gap) and _is_total(sheet, total)


def _adds_more(sheet: Sheet, pair: Each, total: Quantity) -> bool:
    """Whether others are added before the total: "5 boxes of 100 each and 3 of 50, 650 in all"."""
    last = max(pair, key=lambda quantity: quantity.end)
    following = sheet.quantities[sheet.index_of(last) + 1]
    return following is not total and _AND_MORE.match(sheet.between(last, following)) is not None


def _is_total(sheet: Sheet, total: Quantity) -> bool:
    return bool(_TOTAL_BEFORE.search(sheet.before(total)) or _TOTAL_AFTER.match(sheet.after(total)))


RELATION = Relation(
    code="R15",
    summary="A total fits what each takes times how many there are.",
    why="Products are the first thing an engineer checks in the head; one that fits carries the rest.",
    source="numbers-audit, R15 (H5, H8, H10)",
    hits=(
        (example(tell(action="Peak load was 120 requests/min × 15 clients = 1800.")), Verdict.CONSISTENT),
        (example(tell(action="Peak load was 120 requests/min × 15 clients = 2400.")), Verdict.CONTRADICTION),
        (
            example(tell(result="The whole form is read within 90 minutes (6 pages × 15 minutes).")),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(situation="We had four outages that each took 6 hours. They cost us 24 hours in all.")
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(tell(situation="With 6 shards of data at 40 GB per shard, that is 300 GB in total.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(tell(situation="5 kiosks sent 30 scans an hour each, 30 scans an hour in total.")),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(situation="Every manual check costs €3 and we make 20,000 checks a month, so €600K.")
            ),
            Verdict.CONTRADICTION,
        ),
        (
            example(
                tell(situation="Stock-taking took each of our 12 clerks 3 hours a week, which is 36 hours.")
            ),
            Verdict.CONSISTENT,
        ),
        (example(tell(result="150 of the 500 growers (45%) asked for it.")), Verdict.CONTRADICTION),
        (example(tell(result="It solved 33 of 60 riddles (55%).")), Verdict.CONSISTENT),
        (example(tell(result="A third of the 900 riddles, 450 in all, were old.")), Verdict.CONTRADICTION),
        (example(tell(situation="9 of 60 riddles were wrong, that's 25%.")), Verdict.CONTRADICTION),
        (
            example(
                tell(
                    situation="A mix-up has a 0.5% chance per box. At 4K boxes/day, that's 20 mix-ups a day."
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="The shop made $200 million in annual revenue.",
                    result="Conversion rose 10%, worth $20 million in additional revenue.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="A study put a rise of 10-14% at $6 million in additional sales.",
                    result="Orders rose 12%, worth $6 million in additional sales.",
                )
            ),
            Verdict.CONSISTENT,
        ),
        (
            example(
                tell(
                    situation="We had 400,000 tickets a year.",
                    result="Tickets fell by 25%: the bot deflects 100,000 tickets a year.",
                )
            ),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(situation="Two crews of 6 people each, 14 people in total with the drivers.")),
        example(tell(situation="We had 12 engineers, 3 weeks, and 40 services.")),
        example(tell(situation="40% of the 900 riddles (45 a day) were old.")),
        example(tell(action="I ran 50 workers on 1,000 tasks and logged 200 ms per task.")),
        example(tell(action="I met each of 4 teams for 30 minutes, then wrote for 6 hours.")),
        example(tell(situation="Only 64% of the scans were legible, 27 typists fixed 3 of the 5 archives.")),
        example(tell(action="The N × M grid had 12 cells; the run took 40 minutes.")),
        example(
            tell(result="4 of 5 shops (+30% sales) kept it, and 3 of 9 ovens (80% of the bread) run it.")
        ),
    ),
    find=find,
)
