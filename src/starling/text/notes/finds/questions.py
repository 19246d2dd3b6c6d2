"""Questions an interviewer may ask, with their category, their company, and the author's hints."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from starling.model.notes import Question
from starling.text.notes.finds._companies import company_in
from starling.text.notes.finds._headings import asks, category, company, for_interviewer
from starling.text.notes.finds._page import Row, says
from starling.text.notes.finds._tables import tables
from starling.text.notes.labels import Fact, meanings
from starling.text.notes.questions import is_question
from starling.text.notes.talk import turn
from starling.text.notes.titles import is_talk

_ORDER = re.compile(
    r"(?:explain|discuss|compare|design|implement|derive|write|estimate|walk through|introduce yourself"
    r"|imagine|suppose|give examples? of|let['’]s say|mention|name|recall|difference)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:what|why|when|who|which|share|what['’]s|how(?! to)|have you|do you|are you|did you)\b", re.IGNORECASE
)
_ASKED_BY = re.compile(
    r"[*_]*(?P<company>[A-Z][\w&.' -]{1,30}?)(?: \([^()]{1,60}\))? (?:interview )?questions?[*_]*"
    r"\s*(?:\([^()]{0,200}\)[*_]*)?\s*[*_]*\s*[–—:-]\s*"
)
_LABEL = re.compile(
    r"(?:\(?q(?:uestion)?\s?#?\d{0,3}\)?\s*[.:)–—-]|q\d{1,3}(?=\s+[A-Z\"“])|[a-z]\d{1,3}\s*[.:)]|\d{1,3}(?=\s+[\"“]))\s*",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?P<label>[A-Z][\w&/' -]{1,40}?)\s*[:–—]\s+(?=[\"“]?[A-Z])")
_SUFFIX = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,40})[)\]]\s*$")
_ANSWER = re.compile(r"(?<=[?.])\s*(?:[-–—]\s*)?(?:\(?A(?:ns(?:wer)?)?\s*:|=+>).*$")
_MARKED = re.compile(r"[*_\"“]{1,4}[^*_\"“”]+[*_\"”]{1,4}[.?:]{0,2}$")
_PUT = re.compile(
    r"(?:^|[—–:|\]\"“-]\s?)(?:please |and |so |but |then )?(?:tell|describe|give|share|walk|talk|explain"
    r"|discuss|think|recall|provide|name|let|an? (?:time|example)|time (?:when|where|you)|example|difference"
    r"|what|how|why|when|which|who|where|do|did|does|have|has|had|can|could|would|will|should|are|is|was|were|if|in|on)\b"
    r"|\byou(?:r|rself)?\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?:ask|check|find out|look up|verify|confirm|decide)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_ENDING = re.compile(r"[\"”]?\?+[\"”]?\?*$")
_QUOTES = "\"“”'‘’«» "
_MOST_WORDS = 70
_LONGEST = 700


def find(rows: Sequence[Row], named: Container[int] = ()) -> tuple[tuple[Question, ...], dict[int, str]]:
    """The questions, each once, and the lines they and their hints stand on with their category.

    What a line of the principles *named* asks is the author's own check, unless put as an interviewer would.
    """
    found, claimed = _in_tables(rows)
    hints: dict[int, list[str]] = {}
    for index, row in enumerate(rows):
        if row.taken or not row.text or index in claimed:
            continue
        owner = next((at for at in row.under if at in found), None)
        if owner is not None and not row.heading:
            hints.setdefault(owner, []).extend([row.text] * row.item)
            claimed[index] = claimed[owner]
            continue
        question = _question(rows, index, checks=index in named)
        if question is not None:
            found[index] = question
            claimed[index] = question.category or ""
    once: dict[tuple[str, str | None], Question] = {}
    for index, question in sorted(found.items()):
        key = question.text.lower(), question.company
        once.setdefault(key, replace(question, prompts=tuple(hints.get(index, ()))))
    return tuple(once.values()), claimed


def _in_tables(rows: Sequence[Row]) -> tuple[dict[int, Question], dict[int, str]]:
    """The questions in tables that have a column for them; and the lines of all tables."""
    found: dict[int, Question] = {}
    claimed: dict[int, str] = {}
    for table in tables(rows):
        claimed.update(dict.fromkeys(range(table.first, table.last), category(rows, table.first) or ""))
        for index, cells in table.rows.items() if table.asks is not None else ():
            head = table.heads[table.asks or 0]
            text, firm, label = _parted(dict(cells).get(head, ""))
            kind = next((cell for name, cell in cells if _is_category(name)), label)
            firm = next((cell for name, cell in cells if name.lower() == "company"), firm)
            if 0 < len(text) <= _LONGEST:
                kind, firm = kind or claimed[index], firm or company(rows, index)
                found[index] = Question(text, rows[index].number, kind or None, firm)
    return found, claimed


def _is_category(head: str) -> bool:
    found = meanings(head)
    return bool(found) and found[0].kinds[0] is Fact.TAGS


def _question(rows: Sequence[Row], index: int, *, checks: bool) -> Question | None:
    row = rows[index]
    if len(row.text) > _LONGEST or for_interviewer(rows, index):
        return None
    if _is_page_title(rows, index) or _heads_a_table(rows, index):
        return None
    spoken = turn(row.mark.line.text) if row.text.endswith(("?", ".")) else None
    raw = row.mark.line.text[spoken.end :] if spoken is not None and spoken.timed else row.mark.text
    text, named, label = _parted(raw)
    if not _is_question(rows, index, text) or (checks and not is_question(text.rstrip("?"))):
        return None
    return Question(text, row.number, label or category(rows, index), named or company(rows, index))


def _parted(raw: str) -> tuple[str, str | None, str | None]:
    """The question alone, the company it names, and the category it names."""
    firm = label = None
    raw = " ".join(raw[: 2 * _LONGEST].split())
    asked = _ASKED_BY.match(raw)
    if asked:
        raw, firm = raw[asked.end() :], company_in(asked["company"]) or asked["company"].strip()
    text = _ANSWER.sub("", says(_LABEL.sub("", says(raw), count=1))).strip(_QUOTES)
    prefix = _PREFIX.match(text)
    if prefix and is_question(text[prefix.end() :]):
        firm = firm or company_in(prefix["label"])
        label = None if firm else prefix["label"].strip()
        text = text[prefix.end() :]
    suffix = _SUFFIX.search(text)
    named = company_in(suffix["inside"]) if suffix else None
    if suffix and named:
        text, firm = text[: suffix.start()], firm or named
    return _ENDING.sub("?", text.strip(_QUOTES)).strip(_QUOTES), firm, label


def _is_question(rows: Sequence[Row], index: int, text: str) -> bool:
    """Whether a line is a question: by how it reads, by its label, or by its place in a list of questions."""
    row, marked = rows[index], _MARKED.match(rows[index].mark.text.strip()) is not None
    listed = text.endswith("?") and _is_listed(rows, index)
    if not 2 - listed <= len(text.split()) <= _MOST_WORDS:
        return False
    if is_question(text) or is_question(text.rpartition("?")[0] + "?"):
        first = len(text.partition("?")[0].split()) + listed
        whole = row.item or row.heading or text.count(". ") <= 1
        return first > (1 if marked else 2) and whole and _is_for_you(rows, index, text)
    label = row.mark.label
    named = label is not None and label.names(Fact.QUESTION) and row.item
    if named or (listed and _is_for_you(rows, index, text)):
        return True
    if not asks(rows, index) or "http" in text or row.heading != bool(row.mark.level):
        return False
    if row.heading:
        return _ORDER.match(text) is not None
    return marked or (row.item and (_ORDER.match(text) or _ASKING.match(text)) is not None)


def _is_listed(rows: Sequence[Row], index: int) -> bool:
    """Whether a line is an item among questions, where two words will do: "Why Northquay?"."""
    if not rows[index].item:
        return False
    beside = (rows[at] for at in (index - 1, index + 1) if 0 <= at < len(rows))
    return asks(rows, index) or any(
        row.item and row.under == rows[index].under and is_question(row.text) for row in beside
    )


def _is_for_you(rows: Sequence[Row], index: int, text: str) -> bool:
    """Whether an interviewer would put it so; "pages a day: 5 or 50?" is what the author has to look up."""
    if _TO_DO.match(text) is not None or is_talk(text):
        return False
    return rows[index].heading or _PUT.search(text) is not None or asks(rows, index)


def _heads_a_table(rows: Sequence[Row], index: int) -> bool:
    """Whether a heading that asks nobody stands right over a table, whose columns answer it."""
    row = rows[index]
    if not row.heading or _YOU.search(row.text) is not None or row.text.lower().startswith("question"):
        return False
    below = (row for row in rows[index + 1 : index + 4] if not row.mark.blank)
    following = next(below, None)
    return following is not None and following.mark.cell


def _is_page_title(rows: Sequence[Row], index: int) -> bool:
    """Whether the line is the first heading of the page and others stand under it."""
    row = rows[index]
    return (
        row.heading
        and not row.under
        and index + 1 < len(rows)
        and any(other.heading and index in other.under for other in rows[index + 1 : index + 200])
    )
