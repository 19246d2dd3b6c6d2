"""R5, the hit rates of tiers, and another hit rate told of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from starling.review.numbers.evaluate import about, fits
from starling.review.numbers.quantities.interval import total
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.formulas import formulas

_TIERS = re.compile(r"\b(?:tiers?|tiered|layers?|layered|levels?|stages?)\b")
_RATE = re.compile(r"\s?(?:[a-z]+ )?(hit rate|coverage|of (?:traffic|requests|queries|calls)|share)\b")
_MOST = 12


def tiers(sheet: Sheet, shares: Sequence[Quantity]) -> Iterator[Claim]:
    """The hit rates of tiers, and another hit rate told of all of them."""
    if not sheet.mentions("tier", "layer", "level", "stage") or not _TIERS.search(sheet.lower):
        return
    named: dict[str, list[Quantity]] = {}
    for share in shares:
        match = _RATE.match(sheet.after(share))
        if match is not None:
            named.setdefault(match[1], []).append(share)
    for rates in named.values():
        parts = [
            rate for rate in rates if rate.sentence - rates[0].sentence < _MOST and rate.part is rates[0].part
        ]
        lines = len({part.sentence for part in parts}) == len(parts) > 1
        if lines and _announced(sheet, parts[0]):
            yield from _tier_total(parts, [rate for rate in rates if rate not in parts])
    yield from _tier_formula(sheet, shares)


def _announced(sheet: Sheet, first: Quantity) -> bool:
    """Whether one of the two sentences before speaks of tiers."""
    before = sheet.reading.sentences[max(0, first.sentence - 2) : first.sentence + 1]
    return any(_TIERS.search(sentence.lower) for sentence in before)


def _tier_formula(sheet: Sheet, shares: Sequence[Quantity]) -> Iterator[Claim]:
    """As in "40% + 30% tiers" and a share told beside them."""
    for formula in formulas(sheet):
        last = formula.terms[-1]
        is_sum = (
            formula.result is None
            and formula.operators == {"+"}
            and all(t.kind is Kind.SHARE for t in formula.terms)
        )
        if is_sum and _TIERS.match(sheet.after(last).lstrip()):
            others = [
                share for share in shares if share.start > last.end and share.sentence - last.sentence <= 1
            ]
            yield from _tier_total(list(formula.terms), others[:1])


def _tier_total(parts: list[Quantity], others: Sequence[Quantity]) -> Iterator[Claim]:
    summed = total(part.interval() for part in parts)
    for stated in others:
        if any(stated.low == part.low for part in parts):
            continue
        holding = fits(stated.interval(), summed, about(stated, *parts))
        advice = f"Give one rate, or name the part of the traffic that “{said(stated)}” is measured on."
        yield Claim(
            relation="R5",
            verdict=Verdict.CONSISTENT if holding else Verdict.CONTRADICTION,
            quantities=tuple(sorted((*parts, stated), key=lambda quantity: quantity.start)),
            arithmetic=f"{terms(parts)} {equals(sum_of(parts))}%, written {said(stated)}",
            advice="" if holding else advice,
            escapable=not holding,
        )


def sum_of(shares: Sequence[Quantity]) -> Fraction:
    """What some shares come to."""
    return sum((share.value() for share in shares), Fraction(0))


def terms(shares: Sequence[Quantity]) -> str:
    """Some shares as a sum: "40 + 30"."""
    return " + ".join(number((share.low + share.high) / 2) for share in shares)
