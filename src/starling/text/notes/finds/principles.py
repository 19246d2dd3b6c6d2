"""Company principles that notes name: as lists under a heading, as headings, with or without a box."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from starling.model.notes import PrincipleMention
from starling.text.notes.finds._companies import company_in
from starling.text.notes.finds._headings import above, company, title
from starling.text.notes.finds._page import Row
from starling.text.notes.questions import is_question

_SECTION = re.compile(
    r"\b(?:principles?|tenets|values)\b(?!.*\b(?:stor(?:y|ies)|questions?|map|matrix)\b)", re.IGNORECASE
)
_OF_COMPANY = re.compile(r"\b(?:leadership|company|core|corporate|cultural|our|their)\b", re.IGNORECASE)
_NAME = re.compile(r"[^:–—|]{2,60}?(?=\s*[:–—|]|\s-\s|$)")
_MOST_WORDS = 9


def find(rows: Sequence[Row]) -> tuple[tuple[PrincipleMention, ...], dict[int, str]]:
    """The principles, and the lines they stand on with their section."""
    found: list[PrincipleMention] = []
    claimed: dict[int, str] = {}
    for index, row in enumerate(rows):
        if row.taken or not row.text or not (row.item or row.heading):
            continue
        name = _name(rows, index)
        if name is None:
            continue
        found.append(PrincipleMention(name, row.number, company(rows, index)))
        section = next((title(line) for line in above(rows, index) if line.heading), "")
        claimed[index] = title(row) if row.heading and not section else section
    return tuple(found), claimed | _explained(rows, claimed)


def _explained(rows: Sequence[Row], claimed: Mapping[int, str]) -> dict[int, str]:
    """The plain lines under the heading of a principle, which say what it means."""
    found: dict[int, str] = {}
    for index, row in enumerate(rows):
        over = next((at for at in row.under if rows[at].heading), -1)
        plain = row.text and not row.item and not row.heading and not row.taken
        if plain and over in claimed and rows[over].heading and not is_question(row.text):
            found[index] = claimed[over]
    return found


def _name(rows: Sequence[Row], index: int) -> str | None:
    """The principle that a line names, or None."""
    row = rows[index]
    match = _NAME.match(title(row) if row.heading else row.text)
    name = match[0].strip(" \"“”'") if match else ""
    if not name or len(name.split()) > _MOST_WORDS:
        return None
    if any(rows[at].item for at in row.under) or is_question(name) or _names_section(name):
        return None
    if row.heading and row.mark.level == 0:
        return None
    section = next((line for line in above(rows, index) if line.heading), None)
    return name if section is not None and _lists_principles(rows, section, index) else None


def _lists_principles(rows: Sequence[Row], section: Row, index: int) -> bool:
    """Whether the nearest heading is about a company's principles, or names a company among such."""
    headings = [line for line in above(rows, index) if line.heading]
    if not any(_SECTION.search(line.text) and _is_of_company(line, headings) for line in headings):
        return False
    named = company_in(section.text) is not None and not rows[index].heading
    return named or _SECTION.search(section.text) is not None


def _is_of_company(line: Row, headings: Sequence[Row]) -> bool:
    return _OF_COMPANY.search(line.text) is not None or any(company_in(each.text) for each in headings)


def _names_section(name: str) -> bool:
    return company_in(name) is not None or _SECTION.search(name) is not None
