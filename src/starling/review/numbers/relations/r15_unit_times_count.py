"""R15, so much for each of so many: a product that is stated must fit its factors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from starling.review.numbers.bases import Based, chance, gain, gone
from starling.review.numbers.each import Each, each
from starling.review.numbers.evaluate import about, fits, in_step, part_of
from starling.review.numbers.formulas import Formula, evaluated, formulas, holds
from starling.review.numbers.interval import exactly
from starling.review.numbers.neighbours import is_story, neighbours
from starling.review.numbers.products import loose, result_of, value_of
from starling.review.numbers.quantity import Kind, Quantity
from starling.review.numbers.relation import Claim, Relation, Verdict
from starling.review.numbers.sheet import Sheet
from starling.review.numbers.show import digits, equals, like, said
from starling.review.rule import example, tell

_TOTAL_BEFORE = re.compile(
    r"(?:=|→|\bcosts?(?: us| them)?|\bcosting(?: us)?|\btotal(?:l?ing|s|l?ed)?(?: of| to)?"
    r"|\baltogether|\bin all,?|"
    r"\badd(?:s|ed|ing)? up to|\bc[oa]mes? to|\bmakes|\bmaking|\bor|\bthat's|\bthat is|\bwhich is"
    r"|\bmeaning|\bsumming to)"
    r"\s?(?:about |around |roughly |over |nearly |almost )?[~≈$€£]?$"
)
_TOTAL_AFTER = re.compile(r"\s?(?:in total|total\b|altogether|in all\b|combined)")
_SAME_COST = re.compile(r"\b(?:at|for|with|on) (?:the )?same (?:total )?(?:cost|budget|spend|price)\b")
_TEAM = re.compile(r"\b(?:in total|total|team'?s?|altogether|as a whole|in all)\b")


def find(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each product written out, amount for each, chance of so many, and share of a base."""
    yield from _products(sheet)
    for pair in each(sheet):
        yield from _each(sheet, pair)
    shares = [quantity for quantity in sheet.quantities if quantity.kind is Kind.SHARE]
    for share in shares:
        yield from map(_chance, chance(sheet, share))
    if is_story(sheet):
        yield from _far(sheet, shares)


def _far(sheet: Sheet, shares: Sequence[Quantity]) -> Iterator[Claim]:
    """The shares whose whole may be told anywhere before; each whole is asked about once."""
    told: set[Quantity] = set()
    for share in shares:
        lost = gone(sheet, share)
        if lost is not None:
            yield _gone(lost)
        more = gain(sheet, share)
        if more is not None and more.whole not in told:
            told.add(more.whole)
            yield _gain(more)


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
    return _claim(
        (*formula.terms, result),
        (holding, f"{formula.shown()} {equals(value_of(formula, result))}, written {said(result)}"),
        f"Work the product out again: it and “{said(result)}” do not fit.",
    )


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
        relation="R15",
        verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
        quantities=_in_order(*quantities),
        arithmetic=arithmetic,
        advice="" if holding else advice,
        subtype=subtype,
        escapable=escapable and not holding,
    )


def _in_order(*quantities: Quantity) -> tuple[Quantity, ...]:
    return tuple(sorted(quantities, key=lambda quantity: quantity.start))


def _team_total(sheet: Sheet, formula: Formula) -> Iterator[Claim]:
    """A figure told of a whole team and then multiplied by its heads."""
    for term in formula.terms:
        if term.kind is not Kind.TIME or not any(each.kind is Kind.COUNT for each in formula.terms):
            continue
        for other in sheet.quantities:
            same = other.start < formula.terms[0].start and other.unit == term.unit and other.low == term.low
            if same and _TEAM.search(sheet.before(other) + " " + sheet.after(other)):
                yield _claim(
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
        yield _claim(
            (*first.terms, *second.terms),
            (
                fits(exactly(one), exactly(other), about(*first.terms, *second.terms)),
                f"{first.shown()} {equals(one)}, {second.shown()} {equals(other)}",
            ),
            "Say which cost stayed the same: the two products do not fit.",
        )


def _each(sheet: Sheet, pair: Each) -> Iterator[Claim]:
    """The nearest total that fits, or one that a cue makes the total of these."""
    amount, count = pair.amount, pair.many
    best: Claim | None = None
    for total in _totals(sheet, pair):
        holding = any(
            fits(t, a * c, about(total, amount, count)) for t, a, c in in_step(total, amount, count)
        )
        if holding or (best is None and _is_total(sheet, total) and total.sentence - amount.sentence <= 1):
            product, product_line = amount.value() * count.value(), f"{digits(count)} × {said(amount)}"
            claim = _claim(
                (amount, count, total),
                (
                    holding,
                    f"{product_line} = {like(product, amount)}, written {said(total)}",
                ),
                f"Work “{said(total)}” out again from “{said(count)}” and “{said(amount)}”.",
                escapable=total.sentence != amount.sentence,
            )
            if holding:
                yield claim
                return
            best = claim
    if best is not None:
        yield best


def _totals(sheet: Sheet, pair: Each) -> Iterator[Quantity]:
    amount, count = pair.amount, pair.many
    last = max(amount.end, count.end)
    for total in neighbours(sheet, amount, 2):
        alike = total.kind is amount.kind and total.per in ("", amount.per, count.per)
        counts_other = amount.kind is not Kind.COUNT or total.noun != count.noun
        if total.start >= last and alike and counts_other and total.value() > amount.value():
            yield total


def _is_total(sheet: Sheet, total: Quantity) -> bool:
    return bool(_TOTAL_BEFORE.search(sheet.before(total)) or _TOTAL_AFTER.match(sheet.after(total)))


def _chance(based: Based) -> Claim:
    volume, share, result = based
    exact = share.value() * volume.value() / 100
    return _claim(
        (share, volume, result),
        (
            fits(result.interval(), part_of(share.interval(), volume.interval()), about(*based)),
            f"{said(share)} of {said(volume)} {equals(exact)}, written {said(result)}",
        ),
        f"Work “{said(result)}” out again from “{said(share)}” and “{said(volume)}”.",
        escapable=result.sentence != volume.sentence,
    )


def _gain(based: Based) -> Claim:
    """A gain that is another share of the base may have another base: asked, never a contradiction."""
    base, share, gained = based
    holding = any(fits(g, part_of(s, b), about(*based)) for g, s, b in in_step(gained, share, base))
    exact = share.value() * base.value() / 100
    return Claim(
        relation="R15",
        verdict=Verdict.CONSISTENT if holding else Verdict.AMBIGUOUS,
        quantities=_in_order(*based),
        arithmetic=f"{digits(share)} % of {said(base)} = {like(exact, base)}, written {said(gained)}",
        advice=""
        if holding
        else f"Say what “{said(gained)}” is “{said(share)}” of: it is not “{said(base)}”.",
        subtype="" if holding else "base",
    )


def _gone(based: Based) -> Claim:
    whole, share, part = based
    exact = part.value() * 100 / whole.value()
    return _claim(
        (whole, share, part),
        (
            fits(share.interval(), (part.interval() / whole.interval()).scaled(Fraction(100)), about(*based)),
            f"{said(part)} of {said(whole)} {equals(exact)} %, written {said(share)}",
        ),
        f"Work “{said(share)}” out again from “{said(part)}” and “{said(whole)}”.",
        escapable=True,
    )


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
                    situation="We had 400,000 tickets a year.",
                    result="Tickets fell by 25%: the bot deflects 100,000 tickets a year.",
                )
            ),
            Verdict.CONSISTENT,
        ),
    ),
    misses=(
        example(tell(situation="We had 12 engineers, 3 weeks, and 40 services.")),
        example(tell(action="I ran 50 workers on 1,000 tasks and logged 200 ms per task.")),
        example(tell(action="I met each of 4 teams for 30 minutes, then wrote for 6 hours.")),
        example(tell(situation="Only 64% of the scans were legible, 27 typists fixed 3 of the 5 archives.")),
        example(tell(action="The N × M grid had 12 cells; the run took 40 minutes.")),
    ),
    find=find,
)
