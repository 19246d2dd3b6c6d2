"""R13, figures of two kinds: a price not paid and a saving, work and waiting, a delay and a duration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from starling.model.story import PartKind
from starling.review.numbers.quantities.metric import stem
from starling.review.numbers.quantities.quantity import Kind, Quantity, Unit
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.quantities.units import units
from starling.review.numbers.relation import Claim, Verdict
from starling.review.numbers.show import said
from starling.review.numbers.told.changes import Change, changes
from starling.review.numbers.told.neighbours import is_story
from starling.review.numbers.told.periods import period
from starling.review.numbers.told.sums import in_order
from starling.review.numbers.told.told_pairs import told_pairs

_SAVED = re.compile(r"\bsav(?:ed|es|ing|ings)(?: [a-z]+){0,3}? (?:about |around |over |roughly |~)?$")
_OFFERED = re.compile(
    r"\b(?:evaluat\w+|consider\w*|quot(?:e|ed|es)|offer\w*|would (?:have )?cost|priced? at|proposal"
    r"|bid|vendor)\b"
)
_PAID = re.compile(
    r"\b(?:paid|paying|pays?|spent|spending|spends?|renew\w*|bill\w*|invoice\w*|cost us|costs us)\b"
)
_VAGUE = re.compile(
    r"from(?<=\bfrom) "  # the letters first: what begins with a literal is found ten times as quickly
    r"(?:about |several |many )?(?P<told>(?:hours|minutes|days|dozens|hundreds)(?: of [a-z]+)?"
    r"(?: ?/ ?| per | a | an | every | each )(?P<per>hour|day|week|month|quarter|year))\b[^.;\d]{0,30}? to\b"
)
_PER_LATER = re.compile(r"^ of (?:[a-z-]+ ){1,3}(?:per|a|each|every) (hour|day|week|month|quarter|year)\b")
_STOOD = re.compile(
    r"\b(?:stalled|stuck|blocked|dormant|idle|on hold|parked|dragged on|languished|stood still)"
    r" for (?:about |over |almost |nearly |the last )?$"
)
_NOT_AS_PLANNED = re.compile(
    r"^ (?:instead of|rather than|against|versus|vs\.?|not)\b[^.;]{0,40}?"
    r"\b(?:estimat|plan|project|schedul|expect|quot|budget|predict|forecast)"
)
_EFFORT = re.compile(r"^ (?:of )?(?:[a-z-]+ ){0,3}(?:work|effort|labou?r)\b")
_WORK = re.compile(r"\b(?:work|effort|labou?r|manual|hands-on|someone's time|of my time)\b")
_RUNS = re.compile(r"\b(?:complet\w+|finish\w*|runs?|running|execut\w+|end[- ]to[- ]end|provision\w*)\b")
_LATE = re.compile(r"\b(?:delay\w*|slipp\w*|late|behind|pushed (?:it )?back|overran|overrun)\b[^.;]{0,40}$")
_INSTEAD = re.compile(r"^ (?:instead of|rather than|versus|vs\.?|not) (?:the )?(?:about |~)?$")
_LASTS = re.compile(r"\b(?:take|takes|took|taking|requires?|needs?|last|build|development)\b[^.;]{0,24}$")
_SCRATCH = re.compile(
    r"\b(?:build|built|building|wrote|writ(?:e|ing)|develop\w*|creat\w+)\b[^.;]{0,60}?"
    r"\b(?P<what>[a-z]{4,}) from scratch\b"
)
_PARTLY = re.compile(
    r"\b(?:launch|roll|ship|releas|test|pilot|experiment|trial|expos)\w*\b[^.;]{0,30}\b(?:to|with|on|for)"
    r" (?:about |only |the first |~)?$"
)
_OF_THEM = re.compile(
    r"^ of (?:our |the |all )?(?:[a-z]+ )?(?:users|traffic|customers|visitors|requests|stores|shops)\b"
)
_ALL_OF_THEM = re.compile(
    r"\b(?:roll\w*(?: it| this| them)? out|100 ?%|everyone|everybody|ramped|gradual\w*|control group|a/b"
    r"|full(?:y)? (?:roll|launch|releas)\w*"
    r"|all (?:the |our |of )?(?:users|customers|traffic|visitors|requests|stores|shops))\b"
)
_ONLY_FOR = re.compile(
    r"\b(?:across|in|for|on|within) (?:the |our |all )?"
    r"(?P<part>non-[a-z]+|pilot|piloted|beta|staging|selected|eligible|participating|migrated|opted-in)"
    r" (?P<noun>[a-z]+)"
)
_PARTS = ("non-", "pilot", "beta", "staging", "selected", "eligible", "participating", "migrated", "opted-in")
_BEFORE = (PartKind.SITUATION, PartKind.TASK, PartKind.OBSTACLE)
_ENOUGH, _MOST, _NEXT = 2, 4, 24


def unlike(sheet: Sheet) -> Iterator[Claim]:
    """A question for each figure that is held against one of another kind."""
    if not is_story(sheet):
        return
    for words, find in _STEPS:
        if sheet.mentions(*words):
            yield from find(sheet)


def _never_paid(sheet: Sheet) -> Iterator[Claim]:
    """As in "a vendor quoted $300K a year", later "we declined and saved $300K a year"."""
    amounts = sheet.of_kind(Kind.MONEY)
    for saved in amounts:
        if not _SAVED.search(sheet.before(saved)):
            continue
        for price in amounts:
            same = price.end < saved.start and price.low == saved.low and price.per == saved.per
            if same and price.part in _BEFORE and _is_offer(sheet.before(price, 70) + sheet.after(price)):
                yield asked(
                    (price, saved),
                    f"{said(price)} was asked for, {said(saved)} is told as saved",
                    f"Say “avoided” for “{said(saved)}”, and what your own way costs: it was never paid.",
                    "avoided",
                )
                break


def _is_offer(words: str) -> bool:
    """Whether a price was asked for, and not paid."""
    return _OFFERED.search(words) is not None and _PAID.search(words) is None


def _vague_period(sheet: Sheet) -> Iterator[Claim]:
    """As in "from hours a week to 5 minutes a month"."""
    for match in islice(_VAGUE.finditer(sheet.lower), _MOST):
        after = next((q for q in sheet.quantities if q.start >= match.end()), None)
        per = None if after is None else period(after) or _told_per(sheet, after)
        if after is None or per is None or after.start - match.end() > _NEXT or per == units()[match["per"]]:
            continue
        yield asked(
            (after,),
            f"“{match['told']}” before, {said(after)} after",
            f"Tell before and after for one period: “{match['told']}” and “{said(after)}” are of two.",
            "two periods",
        )


def _told_per(sheet: Sheet, quantity: Quantity) -> Unit | None:
    """The period that is told behind what is counted: "5 minutes of downtime per month"."""
    match = _PER_LATER.match(sheet.after(quantity))
    return None if match is None else units()[match[1]]


def _stood_still(sheet: Sheet) -> Iterator[Claim]:
    """As in "had been stuck for 5 months", later "done in 3 months instead of the planned 8"."""
    times = sheet.of_kind(Kind.TIME)
    stood = next((q for q in times if q.part in _BEFORE and _STOOD.search(sheet.before(q))), None)
    for done in times if stood is not None else ():
        if (
            stood is not None
            and done.part is PartKind.RESULT
            and _NOT_AS_PLANNED.match(sheet.after(done, 70))
        ):
            yield asked(
                (stood, done),
                f"{said(stood)} of standstill, then {said(done)}",
                f"Say from when “{said(done)}” counts: the work had stood still for “{said(stood)}” before.",
                "start",
            )
            return


def _work_or_run(sheet: Sheet) -> Iterator[Claim]:
    """As in "2 days of manual work", later "2 days → 8 minutes", which is how long the job runs."""
    times = sheet.of_kind(Kind.TIME)
    efforts = [q for q in times if q.part in _BEFORE and _EFFORT.match(sheet.after(q))]
    for pair in told_pairs(sheet) if efforts else ():
        told = [q for q in efforts if _alike(q, pair.before) and q.end < pair.start]
        if not told or _WORK.search(_near(sheet, pair.after)) or pair.after.kind is not Kind.TIME:
            continue
        others = [q for q in times if _alike(q, pair.after)]
        if any(_RUNS.search(_near(sheet, q)) for q in others):
            yield asked(
                in_order(told[0], pair.before, pair.after),
                f"{said(told[0])} of work, {said(pair.after)} of run time",
                f"Say how much work is left: “{said(told[0])}” was effort, “{said(pair.after)}” is a run.",
                "effort",
            )
            return


def _near(sheet: Sheet, quantity: Quantity) -> str:
    return sheet.before(quantity, 90) + sheet.after(quantity, 30)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and one.value() == other.value() and one.per == other.per


def _delay_or_duration(sheet: Sheet) -> Iterator[Claim]:
    """As in "it would take 5 months", later "it was late by 3 weeks instead of 5 months"."""
    times = sheet.of_kind(Kind.TIME)
    for delay, other in pairwise(times):
        if not _INSTEAD.match(sheet.between(delay, other)) or not _LATE.search(sheet.before(delay, 80)):
            continue
        whole = next((q for q in times if q.end < delay.start and _lasts(sheet, q, other)), None)
        if whole is not None:
            yield asked(
                (whole, delay, other),
                f"{said(whole)} is how long it takes, {said(delay)} how late it was",
                f"Compare two delays or two durations: “{said(delay)}” is one, “{said(whole)}” the other.",
                "delay",
            )


def _lasts(sheet: Sheet, first: Quantity, again: Quantity) -> bool:
    same = first.low == again.low and first.high == again.high and first.unit == again.unit
    return same and _LASTS.search(sheet.before(first, 60)) is not None


def _new_thing(sheet: Sheet) -> Iterator[Claim]:
    """As in "I built the router from scratch", later "router queue went from 9,000 to 40"."""
    made = {stem(match["what"]) for match in _SCRATCH.finditer(sheet.lower)}
    for pair in told_pairs(sheet) if made else ():
        if pair.before.part is PartKind.RESULT and pair.before.metric & made and pair.start < pair.end:
            earlier = (q for q in sheet.quantities if q.end < pair.start and _alike(q, pair.before))
            if next(earlier, None) is None:
                yield asked(
                    in_order(pair.before, pair.after),
                    f"{said(pair.before)} before, of something that was built anew",
                    f"Say what “{said(pair.before)}” was measured on: you built it from scratch.",
                    "no earlier system",
                )


def _part_of_change(sheet: Sheet) -> Iterator[Claim]:
    """As in "spend grew 12% a month", later "cut spend by 20% across non-critical regions"."""
    earlier = [q for q in sheet.quantities if q.part in _BEFORE and q.kind in (Kind.SHARE, Kind.MONEY)]
    for change in changes(sheet) if earlier else ():
        scope = _ONLY_FOR.search(sheet.after(change.quantity, 90)) if _is_result(change) else None
        if scope is None:
            continue
        for whole in earlier:
            named = stem(scope["part"]) in whole.metric or stem(scope["noun"]) in whole.metric
            if not named and len(change.about & whole.metric) >= _ENOUGH:
                yield asked(
                    (whole, change.quantity),
                    f"{said(whole)} of all, {said(change.quantity)} of a part",
                    f"Say what “{said(change.quantity)}” is of all: it is told for a part, "
                    f"“{said(whole)}” for the whole.",
                    "scope",
                )
                break


def _is_result(change: Change) -> bool:
    return change.quantity.part is PartKind.RESULT


def _partly_launched(sheet: Sheet) -> Iterator[Claim]:
    """As in "launched to 5% of visitors", and then a change that is told without saying for whom."""
    part = next(
        (
            q
            for q in sheet.of_kind(Kind.SHARE)
            if _OF_THEM.match(sheet.after(q)) and _PARTLY.search(sheet.before(q, 60))
        ),
        None,
    )
    later = (c for c in changes(sheet) if part is not None and _is_result(c) and c.quantity.start > part.end)
    change = next(later, None)
    if part is not None and change is not None and not _ALL_OF_THEM.search(sheet.lower):
        yield asked(
            (part, change.quantity),
            f"{said(change.quantity)}, of {said(part)} or of all",
            f"Say for whom “{said(change.quantity)}” holds: only “{said(part)}” had it.",
            "scope",
        )


def asked(quantities: tuple[Quantity, ...], arithmetic: str, advice: str, subtype: str) -> Claim:
    """A question of R13 about quantities in the order of the text."""
    return Claim(
        relation="R13", verdict=Verdict.AMBIGUOUS, quantities=quantities, arithmetic=arithmetic,
        advice=advice, subtype=subtype,
    )  # fmt: skip


_STEPS: tuple[tuple[tuple[str, ...], Callable[[Sheet], Iterator[Claim]]], ...] = (
    (("sav",), _never_paid),
    (("from ",), _vague_period),
    (("instead of", "rather than", "versus", "against", " vs"), _stood_still),
    (("work", "effort", "labo"), _work_or_run),
    (("instead of", "rather than", "versus", " vs"), _delay_or_duration),
    (("from scratch",), _new_thing),
    (_PARTS, _part_of_change),
    (("%", "percent", "per cent"), _partly_launched),
)
"""Each question, and the words of which it needs one."""
