"""The tables of a page: each row with the heads of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starling.text.notes.finds._page import Row, says

Cells = tuple[tuple[str, str], ...]

_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)*+")
_QUESTION_HEAD = re.compile(r"\bquestions?\b(?! (?:type|count|number|id)s?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table from the index *first* up to *last*, and the cells of its rows by index."""

    first: int
    last: int
    heads: tuple[str, ...]
    rows: Mapping[int, Cells]

    @property
    def asks(self) -> int | None:
        """The column of questions, or None."""
        found = (at for at, head in enumerate(self.heads) if _QUESTION_HEAD.search(head))
        return next(found, None)


def tables(rows: Sequence[Row]) -> Iterator[Table]:
    """The free tables of the page, in order."""
    index = 0
    while index + 1 < len(rows):
        first, index = index, index + 1
        if not _is_free(rows[first]) or not _is_free(rows[index]) or not _is_rule(rows[index]):
            continue
        heads = _cells(rows[first])
        found: dict[int, Cells] = {}
        index += 1
        while index < len(rows) and _is_free(rows[index]):
            named = zip(heads, _cells(rows[index]), strict=False)
            found[index] = tuple((head, cell) for head, cell in named if head or cell)
            index += 1
        yield Table(first, index, heads, found)


def _is_free(row: Row) -> bool:
    return "|" in row.mark.line.text and not row.taken and not row.mark.fenced


def _is_rule(row: Row) -> bool:
    text = row.mark.line.text
    return "-" in text and not text.strip(" \t>|:-")


def _cells(row: Row) -> tuple[str, ...]:
    text = row.mark.line.text.strip(" \t>").removeprefix("|")
    found: list[str] = []
    start = 0
    while start < len(text):
        match = _CELL.match(text, start)
        end = match.end() if match else len(text)
        found.append(says(text[start:end].replace("\\|", "|")))
        start = end + 1
    return tuple(found)
