"""What the author wrote to themselves: what went wrong last time, and what to think of next time."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from starling.model.notes import NoteToSelf
from starling.text.notes.finds._headings import above
from starling.text.notes.finds._page import Row

_SECTION = re.compile(
    r"\bnotes? to (?:self|myself)\b|\bwhat (?:went|goes) wrong\b|\brejections?\b|\breminders?\b|\bnext time\b"
    r"|\bfeedback (?:after|i got)\b|\b(?:my|recruiter|mock)(?: interview)? feedback\b|\bpost[ -]interview\b"
    r"|\b(?:areas|things|points) (?:to|for) (?:improve|improvement|work on)\b|\bmy (?:mistakes|weak|gaps)\b"
    r"|\binterview (?:retro|debrief)\b",
    re.IGNORECASE,
)
_REMINDER = re.compile(
    r"note to (?:self|myself)|next time|don['’]?t forget|remember(?: to|:|,)|remind(?:er)?(?: me|:)|todo\b"
    r"|to do:|i (?:should have|must remember|need to remember)\b",
    re.IGNORECASE,
)
_WENT_WRONG = re.compile(
    r"\b(?:mumbl\w*|rambl\w*|stumbl\w*|blocked|stuck|froze|nervous|blanked|ran out of time|time management"
    r"|long time|hard to follow|too (?:long|slow|fast|vague|quiet|many|much|little|short|detailed)|not enough"
    r"|no talk|unclear|forgot\w*|missed|i not we|weak (?:on|in|at)|should(?:['’]ve| have)|next time"
    r"|instead of|(?:did|could|was|were|do)(?:n['’]?t| not) \w+|need(?:ed|s)? (?:more|to)|improve|practi[cs]e"
    r"|slow down|be (?:more|less)|talk about)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 18
"""Words a line, on average: a note to oneself is terse."""


def find(rows: Sequence[Row], busy: Container[int]) -> tuple[tuple[NoteToSelf, ...], dict[int, str]]:
    """The notes, and the lines they stand on; the *busy* lines are something else already."""
    lines: list[int] = []
    for block in _blocks(rows, busy):
        if _is_section(rows, block[0]) or _is_terse(rows, block):
            lines.extend(block)
        else:
            lines.extend(index for index in block if _REMINDER.match(rows[index].text))
    notes = (NoteToSelf(rows[index].text, rows[index].number) for index in lines)
    return tuple(notes), {index: rows[index].text for index in lines}


def _blocks(rows: Sequence[Row], busy: Container[int]) -> Iterator[list[int]]:
    """Runs of free lines that say something, between blank lines, headings and taken lines."""
    block: list[int] = []
    for index, row in enumerate(rows):
        if row.taken or index in busy or not row.text or row.heading or "|" in row.mark.text:
            if block:
                yield block
            block = []
        else:
            block.append(index)
    if block:
        yield block


def _is_section(rows: Sequence[Row], index: int) -> bool:
    return any(
        _SECTION.search(row.text) for row in above(rows, index) if row.heading or row.text.endswith(":")
    )


def _is_terse(rows: Sequence[Row], block: Sequence[int]) -> bool:
    """Whether the lines are jotted down, and one of them says what went wrong or what to mind."""
    texts = [rows[index].text for index in block]
    jotted = sum(text[0].islower() or text[0].isdigit() for text in texts)
    few = sum(len(text.split()) for text in texts) <= _MOST_WORDS * len(texts)
    return 2 * jotted > len(texts) and few and any(_WENT_WRONG.search(text) for text in texts)
