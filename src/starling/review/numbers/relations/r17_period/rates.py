"""R17, rates: a peak beside a volume, a count over a stretch of time, and what a rate makes in a stretch."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from starling.review.numbers.evaluate import about, fits, is_beyond
from starling.review.numbers.quantities.interval import exactly
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import equals, number, said
from starling.review.numbers.told.neighbours import neighbours
from starling.review.numbers.told.periods import multiples, nearest, period, period_claim, worked_out
from starling.review.numbers.told.told_pairs import told_pairs

_OVER = re.compile(r"\b(?:in|within|over|during|across)\s(?:the |just |only |about |those |these |last )*$")
_PEAK = re.compile(r"\b(?:peak|burst|max(?:imum)?|spikes?)\b")
_ROUNDED = Fraction(102, 100)
"""How far a peak may be below the average by rounding alone."""
_FAR = 100
"""A peak this many times the average is asked about (number labels, st-level rule 19: at most ambiguous)."""
_REACH = 8
_FOR = re.compile(
    r"\b(?:for|over|in|during|across|within|after|times|×|x|\*)\s"
    r"(?:the |just |only |about |those |these |all |last |next |first |a |another |~ ?)*$"
)
_COMES_TO = re.compile(
    r"^[^.;]{0,12}(?:[:=→]|\((?:=|i\.e\. ?)?|\b(?:that is|that's|which is|i\.e\.,?|which makes|making"
    r"|comes? to|came to|adds? up to|added up to|totall?ing|a total of))\s?"
    r"(?:about |around |roughly |over |nearly |almost )?$"
)
_IN_ALL = re.compile(
    r"^\s?(?:in total|total|altogether|in all|overall|combined)\b"
    r"(?!,? (?:with|including|plus|counting|were|was)\b)"
)
_ENDS = re.compile(r"^\s?(?:[).,;:!]|$|and\b|in total\b|altogether\b|in all\b|overall\b)")
_AT = re.compile(r"(?: [a-z-]+){0,3},? at (?:about |around |roughly |only )?~?")
_TAKES = re.compile(
    r" ?(?:→|->|=|=>|:|,? (?:that is|that's|which is|i\.e\.|makes|takes|took|meant|means|so)) ?"
    r"(?:about |around |roughly |over |nearly |almost )?[~≈]?"
)
_BOTH_SIDES = 3
_ALIKE = (Kind.COUNT, Kind.MONEY, Kind.TIME, Kind.DATA)


def peaks(sheet: Sheet) -> Iterator[Claim]:
    """A peak beside a volume of the same things: "90 requests a second at peak" and "2,000 a day"."""
    if not sheet.mentions("peak", "burst", "max", "spike"):
        return
    seen: dict[str, list[tuple[Quantity, Unit]]] = {}
    for quantity in sheet.of_kind(Kind.COUNT):
        per = period(quantity) if quantity.per and quantity.noun else None
        if per is None:
            continue
        for other, other_per in seen.get(quantity.noun, [])[-_REACH:]:
            if other_per != per:
                yield from _peak(sheet, (other, other_per), (quantity, per))
        seen.setdefault(quantity.noun, []).append((quantity, per))


def _peak(sheet: Sheet, first: tuple[Quantity, Unit], second: tuple[Quantity, Unit]) -> Iterator[Claim]:
    """A peak that is below the average, or far above it, of two rates of which one is a peak."""
    peaks = [_PEAK.search(sheet.before(rate, 40) + sheet.after(rate, 25)) for rate, _ in (first, second)]
    if (peaks[0] is None) == (peaks[1] is None):
        return
    (peak, peak_per), (volume, volume_per) = (second, first) if peaks[0] is None else (first, second)
    high, mean = peak.value() / peak_per.readings[0], volume.value() / volume_per.readings[0]
    found = _far_apart(said(peak), said(volume), high, mean) if high and mean else None
    if found is not None:
        average = f"{said(volume)} {equals(mean * peak_per.readings[0])} a {peak_per.name} on average"
        yield period_claim(found[0], (peak, volume), f"{average}, {said(peak)} at peak", found[1], "peak")


def _far_apart(peak: str, volume: str, high: Fraction, mean: Fraction) -> tuple[Verdict, str] | None:
    """The verdict where a peak does not go with its average, and what to say."""
    if high * _ROUNDED < mean:
        advice = f"Check “{peak}” against “{volume}”: a peak is not below the average."
        return Verdict.CONTRADICTION, advice
    if high > mean * _FAR:
        return Verdict.AMBIGUOUS, f"Say what “{peak}” is: a test load, or a peak of how long."
    return None


def counts(sheet: Sheet) -> Iterator[Claim]:
    """A count in a stretch of time beside a rate: "90 pages in three months", "30 pages per month"."""
    rates: dict[str, list[Quantity]] = {}
    for quantity in sheet.of_kind(Kind.COUNT):
        if quantity.noun and quantity.per and period(quantity) is not None:
            rates.setdefault(quantity.noun, []).append(quantity)
    if not rates:
        return
    starts = {
        pair.after.noun: pair.before
        for pair in told_pairs(sheet)
        if period(pair.after) is not None and pair.after.noun
    }
    for count, stretch in pairwise(sheet.quantities):
        if count.kind is not Kind.COUNT or period(count) is not None or count.noun not in rates:
            continue
        if (
            stretch.kind is Kind.TIME
            and stretch.sentence == count.sentence
            and _OVER.search(sheet.between(count, stretch))
        ):
            yield from _per_period(count, stretch, rates[count.noun], starts.get(count.noun))


def _per_period(
    count: Quantity, stretch: Quantity, rates: list[Quantity], start: Quantity | None
) -> Iterator[Claim]:
    told = rates[0]
    per = period(told)
    if per is None or stretch.value() == 0:
        return
    rate = start if start is not None and start is not told else told
    computed = (count.interval() / stretch.interval()).scaled(per.readings[0])
    exact = count.value() / stretch.value() * per.readings[0]
    line = f"{said(count)} / {said(stretch)} {equals(exact)} a {per.name}, written {said(rate)}"
    members = (count, stretch, rate)
    if fits(rate.interval(), exactly(round(exact, 2)), about(rate, count, stretch)) or (
        fits(rate.interval(), computed) and abs(exact - rate.value()) <= exact / 10
    ):
        yield period_claim(Verdict.CONSISTENT, members, line, "", "rate")
    elif rate is start and stretch.value() >= per.readings[0]:
        advice = f"Say the period of “{said(count)}” and “{said(rate)}”: as one measure these two do not fit."
        asked = period_claim(Verdict.CONTRADICTION, members, line, advice, "rate")
        yield dataclasses.replace(asked, escapable=True)


def over_time(sheet: Sheet) -> Iterator[Claim]:
    """What a rate makes in a stretch of time: "5 orders an hour for 12 hours: 60 orders"."""
    for rate in sheet.of_kind(*_ALIKE):
        if rate.per and (per := period(rate)) is not None:
            near = neighbours(sheet, rate, 1)
            for stretch in near:
                if stretch.unit.kind is Kind.TIME and _is_stretch(sheet, rate, stretch):
                    yield from _made_in(sheet, (rate, per), stretch, near)
                    break


def worked_off(sheet: Sheet) -> Iterator[Claim]:
    """How long so many take at a rate: "4,200 pages at 70 pages a day: 60 days"."""
    for rate in sheet.of_kind(Kind.COUNT):
        per = period(rate) if rate.per and rate.low else None
        place = sheet.index_of(rate) if per is not None else 0
        beside = sheet.quantities[place - 1 : place + 2] if place else ()
        if per is None or len(beside) != _BOTH_SIDES:
            continue
        count, _, stretch = beside
        amount = count.kind is Kind.COUNT and not count.per and count.noun in ("", rate.noun)
        led = amount and _AT.fullmatch(sheet.between(count, rate)) is not None
        if led and _is_time_of(sheet, rate, stretch):
            yield _worked_off(count, (rate, per), stretch)


def _is_time_of(sheet: Sheet, rate: Quantity, stretch: Quantity) -> bool:
    """Whether a time behind a rate is said to be what it takes."""
    alone = stretch.kind is Kind.TIME and stretch.sentence == rate.sentence and not stretch.per
    return alone and _TAKES.fullmatch(sheet.between(rate, stretch)) is not None


def _worked_off(count: Quantity, told: tuple[Quantity, Unit], stretch: Quantity) -> Claim:
    rate, per = told
    periods = (
        stretch.interval().scaled(each / stretch.unit.readings[0]) for each in _lengths(per, stretch.unit)
    )
    needed = count.interval() / rate.interval()
    fit = any(fits(told, needed, about(count, rate, stretch)) for told in periods)
    exact = count.value() / rate.value()
    line = f"{said(count)} / {said(rate)} {equals(exact)} {per.name}s, written {said(stretch)}"
    advice = "" if fit else f"Work “{said(stretch)}” out again from “{said(count)}” and “{said(rate)}”."
    verdict = Verdict.CONSISTENT if fit else Verdict.CONTRADICTION
    return period_claim(verdict, (count, rate, stretch), line, advice, "total")


def _is_stretch(sheet: Sheet, rate: Quantity, stretch: Quantity) -> bool:
    """Whether a time is how long the rate went on: told in its sentence after "for", "over", "in"."""
    alone = stretch.sentence == rate.sentence and not stretch.per and stretch.value() > 0
    return alone and _FOR.search(sheet.before(stretch, 24)) is not None


def _made_in(
    sheet: Sheet, told: tuple[Quantity, Unit], stretch: Quantity, near: list[Quantity]
) -> Iterator[Claim]:
    """The first total behind both that fits, or one that is said to be theirs."""
    rate, per = told
    last = max(rate, stretch, key=lambda each: each.end)
    lengths = _lengths(per, stretch.unit)
    amount = rate.interval() * stretch.interval().scaled(1 / stretch.unit.readings[0])
    for total in near:
        if total.start < last.end or not _one_kind(rate, total):
            continue
        hedged = about(rate, stretch, total)
        fit = any(fits(total.interval(), amount.scaled(each), hedged) for each in lengths)
        many = rate.value() * stretch.value() / stretch.unit.readings[0]
        if fit and all(is_beyond(total, many * each) for each in lengths):
            continue  # "over $10K" is true of $90K, and nobody says it so
        if fit or _is_theirs(sheet, last, total):
            yield _made_claim(rate, stretch, total, lengths, fit=fit)
            return


def _lengths(per: Unit, unit: Unit) -> tuple[Fraction, ...]:
    """How many of a period one unit of a stretch has."""
    if per == unit:
        return (Fraction(1),)
    if per.readings[0] < unit.readings[0]:
        return multiples(per, unit)
    return tuple(1 / each for each in multiples(unit, per))


def _one_kind(rate: Quantity, total: Quantity) -> bool:
    named = rate.noun == total.noun or not rate.noun or not total.noun
    return total.kind is rate.kind and not total.per and named


def _is_theirs(sheet: Sheet, last: Quantity, total: Quantity) -> bool:
    """Whether words between or behind make the figure the total of a rate and its stretch."""
    if total.sentence != last.sentence or total.end - last.end > _REACH * _REACH:
        return False
    after = sheet.after(total)
    if _IN_ALL.match(after):
        return True
    return bool(_COMES_TO.match(sheet.between(last, total)) and _ENDS.match(after))


def _made_claim(
    rate: Quantity, stretch: Quantity, total: Quantity, lengths: tuple[Fraction, ...], *, fit: bool
) -> Claim:
    many = stretch.value() / stretch.unit.readings[0]
    scale = many * nearest(lengths, many * rate.value(), total.value(), holds=fit)
    made = worked_out(rate.value() * scale, total)
    line = f"{said(rate)} × {number(scale)} {made}, written {said(total)}"
    advice = "" if fit else f"Work “{said(total)}” out again from “{said(rate)}” and “{said(stretch)}”."
    verdict = Verdict.CONSISTENT if fit else Verdict.CONTRADICTION
    return period_claim(verdict, (rate, stretch, total), line, advice, "total")
