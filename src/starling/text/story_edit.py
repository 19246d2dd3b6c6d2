"""The words of a telling put into the page of another without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from starling.model.story import Part, PartKind, Story
from starling.text.story_format import body_rows, labels_of, section_rows
from starling.text.story_page import Layout, Section, layout
from starling.text.telling import asked, fingerprint, title_of, words_of

_IMPORTED = re.compile(r"imported:")

_Edit = tuple[int, int, list[str]]
"""The rows to replace, half-open, and what comes there."""


def rewrite(text: str, told: Story) -> str:
    """The page *text* with the words of *told* where they differ; every other row stays as it is.

    Title, question and parts are taken over, facts and notes are the page's own.
    """
    page = layout(text)
    return _applied(page, _edits(page, told))


def mark(text: str, told: Story) -> str:
    """The page *text*, which now says that it was brought in line with *told*."""
    page = layout(text)
    return _applied(page, _mark(page, told))


def _applied(page: Layout, edits: Iterable[_Edit]) -> str:
    rows = list(page.rows)
    for first, last, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        rows[first:last] = new
    return "\n".join(rows)


def _edits(page: Layout, told: Story) -> Iterator[_Edit]:
    """What differs between a page and a telling; no two edits overlap."""
    if page.title is not None and words_of(page.rows[page.title]) != words_of(title_of(told)):
        yield page.title, page.title + 1, [f"# {title_of(told)}"]
    yield from _question(page, told)
    yield from _parts(page, told)


def _mark(page: Layout, told: Story) -> Iterator[_Edit]:
    new = f"imported: {fingerprint(told)}"
    if not page.facts.rows:
        yield 0, 0, ["---", new, "---", ""]
        return
    row = next((n for n in range(page.facts.rows) if _IMPORTED.match(page.rows[n])), None)
    yield (row, row + 1, [new]) if row is not None else (page.facts.rows - 1, page.facts.rows - 1, [new])


def _question(page: Layout, told: Story) -> Iterator[_Edit]:
    first, last = page.asked
    new = asked(told.question or "")
    if not new or page.title is None or words_of("\n".join(page.rows[first:last])) == words_of(new):
        return
    yield (first, last, [f"> {new}"]) if first < last else (page.title + 1, page.title + 1, ["", f"> {new}"])


def _parts(page: Layout, told: Story) -> Iterator[_Edit]:
    pairs = _paired([section for section in page.sections if not section.is_notes], told.parts)
    labels = labels_of(told.parts)
    for section, at in pairs:
        if section is not None and at is None:
            yield section.head, _end(page, section), []
        elif section is not None and at is not None:
            part = told.parts[at]
            if words_of("\n".join(page.rows[section.first : section.last])) != words_of(part.text):
                yield _body(section, part)
    added = [at for section, at in pairs if section is None and at is not None]
    rows = [row for at in added for row in section_rows(labels[at], told.parts[at].text)]
    if rows:
        notes = next((section.head for section in page.sections if section.is_notes), len(page.rows))
        yield notes, notes, rows if not page.rows[notes - 1].strip() else ["", *rows]


def _paired(sections: Sequence[Section], parts: Sequence[Part]) -> list[tuple[Section | None, int | None]]:
    """Each section of a page with the part of the same kind and order, or None on either side."""
    free: dict[PartKind, list[int]] = {}
    for at, part in enumerate(parts):
        free.setdefault(part.kind, []).append(at)
    pairs: list[tuple[Section | None, int | None]] = []
    for section in sections:
        same = free.get(section.kinds[0])
        pairs.append((section, same.pop(0) if same else None))
    return [*pairs, *((None, at) for at in sorted(at for rest in free.values() for at in rest))]


def _body(section: Section, part: Part) -> _Edit:
    rows = body_rows(part.text)
    if section.first < section.last:
        return section.first, section.last, rows
    return section.head + 1, section.head + 1, ["", *rows]


def _end(page: Layout, section: Section) -> int:
    """The row at which the next section begins, or the page ends."""
    return next((other.head for other in page.sections if other.head > section.head), len(page.rows))
