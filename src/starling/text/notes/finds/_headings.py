"""What the headings above a line say: its category, its company, the kind of section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starling.text.notes.finds._companies import company_in
from starling.text.notes.finds._page import Row

_GENERIC = re.compile(
    r"(?:(?:common|sample|example|typical|frequently|frequent|asked|practice|mock|interview|behaviou?ral|possible"
    r"|more|final|the|other|additional|top|key|popular|general|technical|list of|potential|\d{1,3}\+?)\s+)*+"
    r"(?:questions? (?:list|bank)|questions?|prompts?|q&a|faq|interview|prep|preparation|notes)"
    r"(?: \([^()]*\))?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"questions? (?:on|about|for) [\"“']?(.{2,80}?)[\"”']?:?", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:section|part|category|theme|topic|chapter|module|phase)\s+(?:[A-Z]|\d{1,2})\s*[:.–—-]\s+"
    r"|(?:category|theme|topic|principle|leadership principle|lp|company)\s*:\s*",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:interview\s+)?questions?(?:\s*\([^()]*\)|\s*&\s*answers?)?$", re.IGNORECASE)
_TO_ASK = re.compile(
    r"\b(?:questions?|things) (?:to|you (?:can|should|could)|i (?:will|can|want to|should)) ask\b"
    r"|\bask (?:the|your|my|them)\b|\bquestions? for (?:the|your|my|them|interviewers?|hiring|company|team)\b"
    r"|\b(?:my|your) questions\b|reverse interview",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    r"\bquestions\b|\bq['’]s\b|\bq ?& ?a\b|\bfaqs?\b|\bprompts?\b|\basked\b", re.IGNORECASE
)


def above(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """The lines that row *index* stands under, nearest first."""
    return (rows[at] for at in rows[index].under)


def title(row: Row) -> str:
    """What a heading or introducing line says, without its colon."""
    quoted = _QUOTED.fullmatch(row.text)
    text = quoted[1] if quoted else row.text.rstrip(": ")
    text = _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text
    return _TRAILING.sub("", text) if not _GENERIC.fullmatch(text) else text


def category(rows: Sequence[Row], index: int) -> str | None:
    """The nearest line above that says more than "questions", but not the page's title; None without any."""
    named = [row for row in above(rows, index) if row.text and _introduces(row)]
    telling = next((row for row in named if not _GENERIC.fullmatch(title(row))), None)
    if telling is None or not telling.under:
        telling = named[0] if named else None
    return title(telling) if telling is not None else None


def heading(rows: Sequence[Row], index: int) -> str | None:
    """The nearest heading or introducing line, or None."""
    return next(
        (title(row) for row in above(rows, index) if row.text and (row.heading or _introduces(row))), None
    )


def company(rows: Sequence[Row], index: int) -> str | None:
    """The employer that the lines above name, the nearest first; else None."""
    named = (company_in(row.text) for row in above(rows, index) if _introduces(row))
    return next(filter(None, named), None)


def asks(rows: Sequence[Row], index: int) -> bool:
    """Whether the section is a list of questions; the title of a page says little about its sections."""
    named = [row for row in above(rows, index) if _introduces(row)]
    return any(_QUESTIONS.search(row.text) for row in named if row.under or row is named[0])


def for_interviewer(rows: Sequence[Row], index: int) -> bool:
    """Whether the section, or the line itself, holds what the candidate will ask, and is not asked."""
    label, colon, _ = rows[index].text.partition(":")
    if colon and len(label.split()) <= _FEW_WORDS and _TO_ASK.search(label):
        return True
    return any(_introduces(row) and _TO_ASK.search(row.text) for row in above(rows, index))


def _introduces(row: Row) -> bool:
    """Whether a line heads those under it: a heading, a short item, or a short line that ends in a colon."""
    if row.taken and row.mark.label is not None and row.mark.label.core:
        return False  # the label of a part
    if row.heading:
        return True
    short = len(row.text.split()) <= _FEW_WORDS and not row.text.endswith(("?", ".", "!"))
    return short and (row.item or row.mark.text.rstrip("*_ ").endswith(":"))


_FEW_WORDS = 8
