"""Where on a story page what stands: its facts, its title, its question, its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from starling.model.story import CORE, PartKind
from starling.text.front_matter import Facts, read_facts
from starling.text.notes.labels import Meaning, meanings

FACTS = ("project", "tags", "serves", "fits", "told", "question", "confidence", "from", "imported")
"""The facts that front matter may say."""

HEADING = re.compile(r" {0,3}(#{1,2})(?:[ \t]+(.*))?$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
QUOTE = re.compile(r" {0,3}>[ \t]?")
NOTES = "notes"
"""The label of what is not spoken."""


@dataclass(frozen=True)
class Section:
    """A part of the page: its label, where its heading and its rows stand, and what kind it is of."""

    label: str
    head: int
    first: int
    last: int
    kinds: tuple[PartKind, ...] = (PartKind.OTHER,)

    @property
    def is_notes(self) -> bool:
        """Whether these are notes about the story."""
        return self.label.lower() == NOTES


@dataclass(frozen=True)
class Layout:
    """Where on a page what stands; rows count from 0, and ``last`` is the row after the last."""

    rows: tuple[str, ...]
    facts: Facts
    title: int | None = None
    asked: tuple[int, int] = (0, 0)
    lead: tuple[int, int] = (0, 0)
    sections: tuple[Section, ...] = ()

    @property
    def has_parts(self) -> bool:
        """Whether a heading names a part of the story."""
        return any(kind in CORE for section in self.sections for kind in section.kinds)


def layout(text: str) -> Layout:
    """Where the facts, the title, the question and the sections of a page stand."""
    rows = tuple(text.split("\n"))
    facts = read_facts(rows, FACTS)
    headings = list(_headings(rows, facts.rows))
    title = None
    if headings and headings[0][1] == 1:
        title = headings.pop(0)[0]
    start = facts.rows if title is None else title + 1
    ends = [*(head for head, _, _ in headings[1:]), len(rows)]
    sections = tuple(
        Section(label, head, *trimmed(rows, head + 1, end))
        for (head, _, label), end in zip(headings, ends, strict=False)
    )
    kinds = read_labels([section.label for section in sections])
    sections = tuple(replace(each, kinds=kind) for each, kind in zip(sections, kinds, strict=True))
    first = headings[0][0] if headings else len(rows)
    asked = _quoted(rows, start, first) if title is not None else (start, start)
    return Layout(rows, facts, title, asked, trimmed(rows, asked[1], first), sections)


def _headings(rows: Sequence[str], start: int) -> Iterator[tuple[int, int, str]]:
    """The row, level and words of each heading of the first two levels outside code."""
    for row in outside_code(rows, start):
        found = HEADING.match(rows[row])
        if found:
            yield row, len(found[1]), (found[2] or "").strip()


def outside_code(rows: Sequence[str], start: int = 0) -> Iterator[int]:
    """The rows that are not between two code fences; a fence that nothing closes is a row like others."""
    row = start
    while row < len(rows):
        end = _closing(rows, row)
        if end is None:
            yield row
            row += 1
        else:
            row = end + 1


def _closing(rows: Sequence[str], row: int) -> int | None:
    fence = FENCE.match(rows[row])
    if fence is None:
        return None
    sign = fence[1]
    following = (n for n in range(row + 1, len(rows)) if rows[n].lstrip(" ").startswith(sign))
    return next((n for n in following if not rows[n].strip().strip(sign[0])), None)


def _quoted(rows: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The rows of the block quote right below the title."""
    while start < end and not rows[start].strip():
        start += 1
    last = start
    while last < end and QUOTE.match(rows[last]):
        last += 1
    return start, last


def trimmed(rows: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The rows from *first* to *last* without empty ones at either end."""
    while first < last and not rows[first].strip():
        first += 1
    while first < last and not rows[last - 1].strip():
        last -= 1
    return first, last


def read_labels(labels: Sequence[str]) -> list[tuple[PartKind, ...]]:
    """What each label of a story names: its own kind first, then what it holds besides.

    A word that can mean two things means the first that the story does not have
    yet; the Context of a story without a Task is a task as well.
    """
    found: list[tuple[PartKind, ...]] = []
    spans: list[PartKind | None] = []
    taken: set[PartKind] = set()
    for label in labels:
        known = label_meanings(label)
        kinds = tuple(dict.fromkeys(_free(each, taken) for each in known)) or (PartKind.OTHER,)
        first = known[0] if known else Meaning(())
        spans.append(first.spans if kinds[:1] == first.kinds[:1] else None)
        found.append(kinds)
        taken.update(kinds)
    return [
        (*kinds, span) if span is not None and span not in taken else kinds
        for kinds, span in zip(found, spans, strict=True)
    ]


def label_meanings(label: str) -> tuple[Meaning, ...]:
    """What a label names among the parts of a story; nothing where it is unknown, or notes."""
    if label.lower() == NOTES:
        return ()
    known = meanings(label) or tuple(m for word in label.split(" and ") for m in meanings(word))
    return tuple(each for each in known if any(isinstance(kind, PartKind) for kind in each.kinds))


def _free(meaning: Meaning, taken: set[PartKind]) -> PartKind:
    kinds = [kind for kind in meaning.kinds if isinstance(kind, PartKind)]
    return next((kind for kind in kinds if kind not in taken), kinds[0])
