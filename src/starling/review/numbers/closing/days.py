"""Deadlines that are a day or a month by name: "by Friday", "before March", "in Q3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.numbers.closing.ended import Closing, End, Told
from starling.review.numbers.told.aims import Aim, AimKind

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_QUARTERS = ("q1", "q2", "q3", "q4")
_ALL = (*_WEEK, *_YEAR, *_QUARTERS)
_NAMES = "|".join(_ALL)
_DUE = re.compile(
    r"\b(?:by|before|until|due (?:on |by |in )?|deadline (?:was|of|on)|no later than)\s?"
    rf"(?:the end of |end of |the start of |next |early |late |mid-?)?(?P<name>{_NAMES})\b"
)
_DONE = re.compile(
    r"\b(?:deliver|complet|finish|launch|ship|done|deploy|migrat|roll|releas|went live|live|submit|sent|hand|"
    r"present|demo)\w*\b[^.;\n]{0,50}?\b(?:on|by|in|until|before|that|already|the following|next)\s"
    rf"(?P<name>{_NAMES})\b"
)


def days(told: Told) -> Iterator[Closing]:
    """Each named day that something was due, with the named day on which it was done."""
    if not told.sentences:
        return
    result = told.sheet.lower[told.sentences[0].start : told.sentences[-1].end]
    answers = list(_answers(told)) if any(name in result for name in _ALL) else []
    for due in _DUE.finditer(told.sheet.lower) if answers else ():
        part = told.reading.kind_at(due.start())
        if part is PartKind.RESULT or not _is_name(told, due):
            continue
        later = [done for done in answers if done.start() > due.end()]
        gaps = [(_gap(due["name"], done["name"]), number) for number, done in enumerate(later)]
        known = [(gap, number) for gap, number in gaps if gap is not None]
        if known:
            gap, number = min(known)
            aim = Aim(told.words(due.start(), due.end()), AimKind.DEADLINE, named=True, at_most=True)
            answer = told.words(later[number].start("name"), later[number].end("name"))
            yield Closing(aim, _end(told, gap), (answer,), apart=True)


def _answers(told: Told) -> Iterator[re.Match[str]]:
    for sentence in told.sentences:
        for done in _DONE.finditer(told.sheet.lower, sentence.start, sentence.end):
            if _is_name(told, done):
                yield done


def _is_name(told: Told, match: re.Match[str]) -> bool:
    """Whether a month that is a common word as well, such as May, has its capital letter."""
    return match["name"] not in ("may", "march") or told.sheet.text[match.start("name")].isupper()


def _gap(due: str, done: str) -> int | None:
    """How many days, months or quarters late; nothing where the two are not of one kind.

    What is more than half a round later is the one before: due on a Monday and done on a Friday is early.
    """
    for names in (_WEEK, _YEAR, _QUARTERS):
        if due in names and done in names:
            late = (names.index(done) - names.index(due)) % len(names)
            return late if late <= len(names) // 2 else 0
    return None


def _end(told: Told, late: int) -> End:
    if not late:
        return End.MET
    if told.phrase("missed_phrases"):
        return End.MISSED
    return End.TORN if told.phrase("on_time_phrases", "schedule_claims") else End.LONGER
