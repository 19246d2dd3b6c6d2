"""R15, a share with its whole and its part: a chance of so many, a gain of so much, so many gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.review.numbers.evaluate import about, fits, in_step, part_of
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.relations.r15_unit_times_count.bases import (
    Based,
    brought,
    chance,
    gain,
    gone,
    more_money,
    told_gone,
)
from starling.review.numbers.relations.r15_unit_times_count.parts_told import holds, parts_told
from starling.review.numbers.show import digits, equals, like, said
from starling.review.numbers.told.fractions_told import fractions_told
from starling.review.numbers.told.neighbours import is_story
from starling.review.numbers.told.products import product_claim
from starling.review.numbers.told.sums import in_order

_HUNDRED = ratio(100)


def shares_of(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each share whose whole and part are told."""
    yield from fractions_told(sheet)
    shares = sheet.of_kind(Kind.SHARE)
    yield from map(_part, parts_told(sheet, shares))
    for share in shares:
        yield from map(_chance, chance(sheet, share))
    if is_story(sheet):
        yield from _gone_of(sheet, shares)
        if more_money(sheet):
            yield from _gains(sheet, shares)


def _gone_of(sheet: Sheet, shares: Sequence[Quantity]) -> Iterator[Claim]:
    lost = told_gone(sheet)
    for share in shares if lost else ():
        found = gone(sheet, share, lost)
        if found is not None:
            yield _gone(found)


def _gains(sheet: Sheet, shares: Sequence[Quantity]) -> Iterator[Claim]:
    """Two gains of one base, or each gain beside the base it may be of; each base is asked about once."""
    told = [(share, more) for share in shares if (more := brought(sheet, share)) is not None]
    if len(told) > 1 and _one_base(told[0], told[-1]):
        yield _of_one_base(told[0], told[-1])
        return
    asked: set[Quantity] = set()
    for share, _ in told:
        based = gain(sheet, share)
        if based is not None and based.whole not in asked:
            asked.add(based.whole)
            yield _gain(based)


_Gain = tuple[Quantity, Quantity]


def _one_base(first: _Gain, second: _Gain) -> bool:
    """Whether two gains in percent and in money, a forecast and what came, can be of one base."""
    if first[1].start == second[1].start or not (first[0].low and second[0].low):
        return False
    one, other = first[1].interval() / first[0].interval(), second[1].interval() / second[0].interval()
    return fits(one, other, about(*first, *second))


def _of_one_base(first: _Gain, second: _Gain) -> Claim:
    bases = [more.value() * _HUNDRED / share.value() for share, more in (first, second)]
    shown = " and ".join(
        f"{said(more)} / {said(share)} = {like(base, more)}"
        for (share, more), base in zip((first, second), bases, strict=True)
    )
    return Claim(
        relation="R15",
        verdict=Verdict.CONSISTENT,
        quantities=in_order(*first, *second),
        arithmetic=f"{shown}: of one base",
        subtype="base",
        stated=False,
    )


def _part(based: Based) -> Claim:
    whole, share, part = based
    made = like(part_of(exactly(share.value()), exactly(whole.value())).lo or ratio(0), part)
    return product_claim(
        (whole, share, part),
        (holds(based), f"{said(share)} of {said(whole)} = {made}, written {said(part)}"),
        f"Work “{said(part)}” out again from “{said(share)}” and “{said(whole)}”.",
        escapable=True,
    )


def _chance(based: Based) -> Claim:
    volume, share, result = based
    exact = share.value() * volume.value() / 100
    return product_claim(
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
        quantities=in_order(*based),
        arithmetic=f"{digits(share)}% of {said(base)} = {like(exact, base)}, written {said(gained)}",
        advice=""
        if holding
        else f"Say what “{said(gained)}” is “{said(share)}” of: it is not “{said(base)}”.",
        subtype="" if holding else "base",
    )


def _gone(based: Based) -> Claim:
    whole, share, part = based
    exact = part.value() * 100 / whole.value()
    return product_claim(
        (whole, share, part),
        (
            fits(share.interval(), (part.interval() / whole.interval()).scaled(_HUNDRED), about(*based)),
            f"{said(part)} of {said(whole)} {equals(exact)}%, written {said(share)}",
        ),
        f"Work “{said(share)}” out again from “{said(part)}” and “{said(whole)}”.",
        escapable=True,
    )
