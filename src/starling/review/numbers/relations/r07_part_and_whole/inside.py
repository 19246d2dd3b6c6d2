"""Spans and counts told inside others: week 3 of a 4-week course, 12 hours under "Hour 20-36"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from starling.model.story import PartKind
from starling.review.numbers.quantities.exact import ratio
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import COUNT
from starling.review.numbers.told.blocks import blocks
from starling.review.numbers.told.moments import moments
from starling.review.numbers.told.parts import Whole

_COURSE = re.compile(
    r"\s(?:[a-z]+ )?(?:course|program(?:me)?|project|plan|bootcamp|internship|pilot|trial|training|residency|"
    r"sprint|class|camp|rotation|onboarding|probation)\b"
)
_LASTED = re.compile(
    r"\b(?:for|spent|took|over|after|another)\s(?:about |around |roughly |almost |the (?:first|next|last) )?$"
)
_OF_DATA = re.compile(
    r"\b(?:back-?test|simulat|replay|train|validat|evaluat|averag|compar|data|history|logs|samples?)\w*"
    r"[^.;]{0,24}$"
)
_IN = re.compile(r"\b(?:in|at|by|on|during|until|to|from)\s(?:the )?$")
_INTO = re.compile(r"^\s(?:into|in)\b")
_AFTER = re.compile(r"^\s(?:after|later)\b")
_LIMITS = re.compile(r"[(]\s?$|\b(?:between|any|limit(?:ed)? to|accepts?|allows?|supports?)\s$")
_TELLERS = ("reported", "noticed", "complained", "flagged", "told us", "called")
_TOLD = re.compile(rf"\s(?:{'|'.join(_TELLERS)})\b")
_REPORTED = re.compile(rf"\ban? (?P<who>[a-z]+) (?:{'|'.join(_TELLERS)})\b")
_AFFECTED = re.compile(
    r"\b(?:affect\w*|impact\w*|hit|reached|expos\w+)\s(?:only |about |just |a total of )?$"
)
_TIMED = re.compile(r"\b(?:profil\w+|trac(?:ed|ing)|measur\w+|timed|instrument\w+|benchmark\w*)\b")
_WIDE = 5
"""A range whose ends are this many times apart says what is possible, not what was estimated."""
_FEW = 5
"""How many sentences a span may stand before the moment it leads to."""
_MONTHS = ("month", "week", "day", "quarter", "year")


def moments_inside(sheet: Sheet) -> Iterator[Whole]:
    """A numbered week beside a course of so many weeks, or beside the weeks that were spent before it."""
    found = moments(sheet)
    if not found:
        return
    times = [q for q in sheet.of_kind(Kind.TIME) if not q.per and q.sentence >= 0]
    for whole in times:
        inside = [m for m in found if m.start > whole.end and m.unit == whole.unit and _is_of_it(sheet, m)]
        if inside and _COURSE.match(sheet.after(whole)):
            last = max(inside, key=lambda m: (m.low, m.start))
            yield Whole((last,), whole, full=False, sure=False, asks=True)
    told: set[Quantity] = set()
    for moment in found:
        spent = [q for q in times if _leads_to(q, moment) and _is_spent(sheet.before(q, 60))]
        if spent and spent[0] not in told and _IN.search(sheet.before(moment)):
            told.add(spent[0])
            yield Whole((spent[0],), moment, full=False, sure=False, asks=True)


def _is_spent(before: str) -> bool:
    """Whether a span went by, and is not the stretch that data was taken from: "tested over 40 weeks"."""
    return _LASTED.search(before) is not None and _OF_DATA.search(before) is None


def _is_of_it(sheet: Sheet, moment: Quantity) -> bool:
    """Whether no other thing is named that the moment is one of: "week 9 of the season"."""
    return not sheet.after(moment, 4).startswith(" of ")


def _leads_to(span: Quantity, moment: Quantity) -> bool:
    """Whether a span is told a few sentences before a moment that is counted in the same unit."""
    near = span.end < moment.start and moment.sentence - span.sentence <= _FEW
    return near and span.part is moment.part and span.unit == moment.unit


def spans_in_blocks(sheet: Sheet) -> Iterator[Whole]:
    """A span that is told under the head of a block of a plan, in the unit of the block."""
    plan = blocks(sheet)
    for block, following in zip_longest(plan, plan[1:]):
        if block.high == block.low:
            continue
        end = following.start if following is not None else _end_of_list(sheet, block)
        length = block.high - block.low
        for q in sheet.of_kind(Kind.TIME):
            under = block.end < q.start < end and q.part is block.part and q.unit == block.unit and not q.per
            if under and _LASTED.search(sheet.before(q)) and q.bound is not Bound.RANGE:
                yield Whole((q,), block, full=False, sure=False, asks=True, size=length)


def _end_of_list(sheet: Sheet, block: Quantity) -> int:
    """Where the lines under the last block of a plan end: with the first line that is no list item."""
    own, *following = sheet.reading.sentences[block.sentence :]
    line = sheet.text.find("\n", block.end, own.end)
    end = own.end if line < 0 else line
    for sentence in following if own.bullet else ():
        if not sentence.bullet:
            break
        end = sentence.end
    return end


def running(sheet: Sheet) -> Iterator[Whole]:
    """As in "8 months in", and later "5 months after the change (13 months into the programme)"."""
    times = [q for q in sheet.of_kind(Kind.TIME) if q.unit.name in _MONTHS and not q.per]
    into = [q for q in times if _INTO.match(sheet.after(q))]
    for whole in into[1:]:
        near = [q for q in times if q.sentence == whole.sentence and _AFTER.match(sheet.after(q))]
        step = next((q for q in near if q.end < whole.start), None)
        start = [q for q in into if q.sentence < whole.sentence]
        if step is not None and start and start[-1].unit == step.unit == whole.unit:
            yield Whole((start[-1], step), whole, full=True, sure=False, asks=True)


def in_limits(sheet: Sheet) -> Iterator[Whole]:
    """A count and the range of the same things that is possible: "(1-500 rows)" and "12 rows"."""
    counts = [q for q in sheet.of_kind(Kind.COUNT) if q.noun and not q.per]
    wide = [q for q in counts if q.bound is Bound.RANGE and q.high >= q.low * _WIDE and q.low]
    for limit in wide:
        if _LIMITS.search(sheet.before(limit)) is None:
            continue
        for q in counts:
            one = q is not limit and q.bound is not Bound.RANGE and q.low and stem(q.noun) == stem(limit.noun)
            if one and q.sentence != limit.sentence:
                yield Whole((q,), limit, full=False, sure=False, asks=True, size=limit.high)
                break


def reporters(sheet: Sheet) -> Iterator[Whole]:
    """As in "A customer reported" and "it affected 4 customers": those who did are among them."""
    counts = [q for q in sheet.of_kind(Kind.COUNT) if q.noun]
    affected = [q for q in counts if _AFFECTED.search(sheet.before(q))] if _affects(sheet) else []
    if not affected or not sheet.mentions(*_TELLERS):
        return
    told = [q for q in counts if _TOLD.match(sheet.after(q))]
    for one in (*told, *_ones(sheet)):
        whole = next((q for q in affected if q.start > one.end and stem(q.noun) == stem(one.noun)), None)
        if whole is not None:
            yield Whole((one,), whole, full=False, sure=False, asks=True)
            return


def _affects(sheet: Sheet) -> bool:
    return sheet.mentions("affect", "impact", "hit", "reached", "expos")


def _ones(sheet: Sheet) -> Iterator[Quantity]:
    """The one who reported something, told without a number, as a quantity."""
    for match in _REPORTED.finditer(sheet.lower):
        sentence = sheet.reading.sentence_at(match.start())
        start, end, one = match.start(), match.end("who"), ratio(1)
        yield Quantity(
            start, end, sheet.text[start:end], one, one, ratio(0), Bound.EXACT, COUNT, match["who"],
            part=sheet.reading.kind_at(start) or PartKind.OTHER,
            sentence=-1 if sentence is None else sentence.index,
        )  # fmt: skip


def profiled_each(sheet: Sheet) -> Iterator[Whole]:
    """A measured step for each thing, beside the whole of it: "4 ms per row" of "20 ms per row"."""
    times = [q for q in sheet.of_kind(Kind.TIME) if q.per]
    for part in times:
        if _TIMED.search(sheet.before(part, 90)) is None:
            continue
        whole = next((q for q in times if q.end < part.start and q.per == part.per), None)
        if whole is not None and whole.sentence != part.sentence:
            yield Whole((part,), whole, full=False, sure=False, asks=True)
