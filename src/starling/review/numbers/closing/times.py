"""What became of a deadline, a budget, or a delay that was granted."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from starling.review.numbers.closing.ended import REACH, Closing, End, Told, goal, meets, plain
from starling.review.numbers.evaluate import fits, in_step
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity
from starling.review.numbers.told.aims import Aim, AimKind, aims
from starling.review.numbers.told.moments import moments

_TOOK = re.compile(
    r"(?:\b(?:within|in|after|over|inside|end of|took|taking|took us|needed|lasted)|:)\W+"
    r"(?:(?:only|about|the|under|less|than|just|our|roughly|a|total|of)\s){0,3}$"
)
_LIMIT = re.compile(r"^\W{0,2}(?:deadline|timeline|time ?frame|window|schedule|target|budget)\b")
_OFFSET = re.compile(
    r"^\W{0,2}(?:(?P<early>ahead of|early\b|earlier than|under the deadline|before (?:the |our |its )?"
    r"(?:[a-z]+ ){0,3}(?:deadline|launch|date|target|schedule|cutover|season|review))"
    r"|(?P<late>late\b|later than|behind|over (?:the |our )?(?:deadline|schedule|plan|estimate)|longer than"
    r"|past (?:the |our )?deadline|after (?:the |our )?(?:deadline|target date|planned)))"
)
_LATE_BY = re.compile(
    r"\b(?:slipped|delay(?:ed)?|late|overran|postponed)[^.;]{0,40}\bby (?:only |about |just )?$"
)
_DONE = re.compile(
    r"\b(?:deliver|complet|finish|launch|ship|done|deploy|migrat|roll|implement|releas|went live|built|fix"
    r"|took|in production|go live|succe|wrap|recover|restor|execut)\w*"
)
_AFTER = re.compile(r"^\s?(?:after|into) (?:the|we|our|i)\b")
_INTO = re.compile(r"^\s?(?:into|after the start|since the start|from the start)\b")
_ORIGINAL = re.compile(r"\b(?:original|originally|initial|initially|first)\b")
_OPENS = re.compile(r"^\W*(?:by|at|within|after|in)(?: the end of)? $")
_LATER = re.compile(r"^\s?later\b(?! than)")
_SHOWN = re.compile(r"\b(?:demo|present|show|hand|submit)\w*")
_AT = re.compile(r"\b(?:in|by|on|at|during|until|end of)\s(?:the )?$")
_IN_BUDGET = re.compile(
    r"\b(?:within|under|below|on|inside) (?:the |our |its )?"
    r"(?:allocated |agreed |planned |original |fixed )?budget\b"
)
_SPENT = re.compile(r"\b(?:spent|cost|costs|came in at|total(?:led|ed)?|price|paid|spend)\b")
_MOST = 50
"""Moments that are looked at; a told story has fewer."""
_MOMENT = 20
"""A span of time this many times shorter than the deadline is of something else."""
_AGE = 12
"""And one this many times longer."""


def deadline(told: Told, aim: Aim) -> Closing | None:
    """The end of an aim in time, by the first of these ways that the result tells it."""
    spans = [q for q in told.by_kind[Kind.TIME] if not q.per and q.start > aim.quantity.end]
    for way in (_impossibly_late, _torn, _restated, _reached_at, _offset, _on_time, _late, _took):
        closing = way(told, aim, spans)
        if closing is not None:
            return closing
    return None if aim.planned else Closing(aim, End.OPEN)


def _impossibly_late(told: Told, aim: Aim, spans: list[Quantity]) -> Closing | None:
    """Late at a month that the plan had not reached: "7 months in, a month late" of 10 months."""
    sheet = told.sheet
    late = [q for q in spans if _is_late(told, q)]
    into = [q for q in spans if _INTO.match(sheet.after(q))]
    if not late or not into:
        return None
    more = [q for q in spans if q.sentence == into[-1].sentence and _LATER.match(sheet.after(q))]
    reached = into[-1].value() + sum((q.value() for q in more), Fraction(0))
    if reached >= aim.quantity.value():
        return None
    return Closing(aim, End.UNMET, (into[-1], *more, late[0]))


def _torn(told: Told, aim: Aim, _: list[Quantity]) -> Closing | None:
    """Shown at a moment before the deadline, and called late: "in week 5", "3 weeks over", of 2 months."""
    done = [q for q in moments(told.sheet)[:_MOST] if q.start > aim.quantity.end and _is_done_at(told, q)]
    first = next((q for q in done if q.value() < aim.quantity.value()), None)
    if first is None or aim.planned:
        return None
    times = (q for q in told.sheet.of_kind(Kind.TIME) if q.start > aim.quantity.end and not q.per)
    late = next((q for q in times if _is_late(told, q) and abs(q.sentence - first.sentence) <= 1), None)
    return None if late is None else Closing(aim, End.TORN, (first, late), apart=True)


def _is_done_at(told: Told, moment: Quantity) -> bool:
    if moment.text.lower().startswith("first "):
        return False  # "40,000 readers in the first month"
    lead = told.sheet.before(moment, REACH)
    return _AT.search(lead) is not None and (_DONE.search(lead) or _SHOWN.search(lead)) is not None


def _reached_at(told: Told, aim: Aim, _: list[Quantity]) -> Closing | None:
    """Done at a numbered moment: "shipped in week 4". One that another deadline names answers that one."""
    others = {each.quantity.value() for each in aims(told.sheet) if each.quantity != aim.quantity}
    for q in moments(told.sheet)[:_MOST]:
        if q.sentence not in told.indices or not _is_done_at(told, q):
            continue
        if q.value() == aim.quantity.value() or (q.value() not in others and meets(q, aim)):
            return Closing(aim, End.MET, (q,))
        if q.value() not in others and q.value() < aim.quantity.value() * _AGE:
            return Closing(aim, End.MISSED if told.phrase("missed_phrases") else End.LONGER, (q,))
    return None


def _is_late(told: Told, quantity: Quantity) -> bool:
    behind = _OFFSET.match(told.sheet.after(quantity))
    by = _LATE_BY.search(told.sheet.before(quantity, REACH))
    return by is not None or (behind is not None and behind["late"] is not None)


def _restated(told: Told, aim: Aim, spans: list[Quantity]) -> Closing | None:
    """The same span again, or the limit itself with another one: "within the 8-week window"."""
    for q in spans:
        limit = _LIMIT.match(told.sheet.after(q)) is not None
        took = _TOOK.search(told.sheet.before(q)) is not None
        if (limit or took) and _equal(q, aim.quantity):
            return Closing(aim, End.MET, (q,))
        if limit and "within the" in told.sheet.before(q, 14):
            return Closing(aim, End.UNMET, (q,))
    return None


def _equal(one: Quantity, other: Quantity) -> bool:
    return any(fits(a, b) for a, b in in_step(plain(one), goal(other)))


def _offset(told: Told, aim: Aim, spans: list[Quantity]) -> Closing | None:
    """Early or late by a span; nothing can be early by more than it had."""
    for q in spans:
        if _ORIGINAL.search(told.sheet.after(q)) and _first_deadline(told) != aim.quantity:
            continue
        if _is_late(told, q):
            return Closing(aim, End.MISSED, (q,), apart=True)
        if _OFFSET.match(told.sheet.after(q)):
            possible = q.value() < aim.quantity.value()
            return Closing(aim, End.MET if possible else End.UNMET, (q,), apart=True)
    return None


def _first_deadline(told: Told) -> Quantity | None:
    """The deadline that was set before any other: "the original one"."""
    kind = AimKind.DEADLINE
    return next((each.quantity for each in aims(told.sheet) if each.kind is kind), None)


def _on_time(told: Told, aim: Aim, spans: list[Quantity]) -> Closing | None:
    phrase = told.phrase("on_time_phrases", "schedule_claims")
    if phrase is None:
        return None
    for q in spans:
        if q.sentence == phrase.sentence and _TOOK.search(told.sheet.before(q)):
            met = meets(q, aim)
            return Closing(aim, End.MET, (q,)) if met else Closing(aim, End.UNMET, (phrase, q))
    return Closing(aim, End.MET, (phrase,), apart=True)


def _late(told: Told, aim: Aim, _: list[Quantity]) -> Closing | None:
    phrase = told.phrase("missed_phrases", "abandoned_phrases")
    if phrase is not None and phrase.text.lower().startswith(("short", "shy")):
        return None  # "half a point short of 18%" is no delay
    return None if phrase is None else Closing(aim, End.MISSED, (phrase,), apart=True)


def _took(told: Told, aim: Aim, spans: list[Quantity]) -> Closing | None:
    """How long the work took: within the aim it is met, beyond it longer than planned."""
    for q in spans:
        before = told.sheet.before(q, 80)
        if _TOOK.search(before) is None and _AFTER.match(told.sheet.after(q)) is None:
            continue
        lasted = (
            replace(q, bound=Bound.EXACT) if q.bound is Bound.ABOVE else q
        )  # "over 11 weeks" is a duration
        if meets(lasted, aim):
            if q.value() * _MOMENT >= aim.quantity.value():
                return Closing(aim, End.MET, (q,))
        elif _tells_end(told, q, before) and q.value() < aim.quantity.value() * _AGE:
            return Closing(aim, End.LONGER, (q,))
    return None


def _tells_end(told: Told, span: Quantity, before: str) -> bool:
    """Whether a span says when the work was done: after the deed, or "Within 9 weeks, they shipped"."""
    if _DONE.search(before) is not None:
        return True
    opens = _OPENS.match(before) is not None
    return opens and (before.rstrip().endswith("end of") or bool(_DONE.search(told.sheet.after(span, 60))))


def budget(told: Told, aim: Aim) -> Closing | None:
    """The end of a sum that was allowed: what was spent, or words that say it was kept."""
    kept = _in_budget(told)
    level = next((q for q in told.by_kind[Kind.MONEY] if _is_level(told, q, aim) and meets(q, aim)), None)
    if level is not None:
        return Closing(aim, End.MET, (level,))
    spent = [q for q in told.by_kind[Kind.MONEY] if not q.per and _SPENT.search(told.sheet.before(q))]
    if spent and meets(spent[0], aim):
        return Closing(aim, End.MET, (spent[0],))
    if spent and kept is not None and spent[0].sentence == kept.sentence:
        return Closing(aim, End.UNMET, (spent[0],))
    if kept is not None:
        return Closing(aim, End.MET, (kept,), apart=True)
    paid = [q for q in told.by_kind[Kind.MONEY] if q.per == aim.quantity.per and q.start not in told.changed]
    if aim.quantity.per and len(paid) == 1 and meets(paid[0], aim):
        return Closing(aim, End.MET, (paid[0],))
    over = told.phrase("missed_phrases")
    return Closing(aim, End.OPEN) if over is None else Closing(aim, End.MISSED, (over,), apart=True)


def _is_level(told: Told, quantity: Quantity, aim: Aim) -> bool:
    """Whether a figure says what the same thing costs now: "the bill is $23K a month"."""
    known = quantity.start not in told.changed and quantity.per in ("", aim.quantity.per)
    running = quantity.per and not aim.quantity.per
    return bool((known or running) and told.share(quantity, aim.quantity))


def _in_budget(told: Told) -> Quantity | None:
    """The words that say the budget was kept, with the figure right before them."""
    for sentence in told.sentences:
        match = _IN_BUDGET.search(told.sheet.lower, sentence.start, sentence.end)
        if match is not None:
            by = [q.start for q in told.figures if q.end <= match.start() <= q.end + 3]
            return told.words(min([match.start(), *by]), match.end())
    return None


def extension(told: Told, aim: Aim) -> Closing | None:
    """A delay that was asked for, against the delay there was."""
    for q in told.by_kind[Kind.TIME]:
        if _is_late(told, q):
            return Closing(aim, End.MET if meets(q, aim) else End.UNMET, (q,))
    return None
