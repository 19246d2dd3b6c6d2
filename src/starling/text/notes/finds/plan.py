"""Plans and overviews: the rows of tables, and lists of weeks and days."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.notes import PlanRow
from starling.text.notes.finds._headings import heading
from starling.text.notes.finds._page import Row
from starling.text.notes.finds._tables import tables

_WHEN = re.compile(
    r"(?P<when>(?:weeks?|days?|months?|phase|sprint|hours?)\s*#?\d{1,3}(?:\s*(?:[-–—&]|to)\s*\d{1,3})?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:\s*\([^()]{0,60}\))?\s*[:–—-]\s*(?P<what>\S.*)",
    re.IGNORECASE,
)


def find(rows: Sequence[Row]) -> tuple[tuple[PlanRow, ...], dict[int, str]]:
    """The rows, and the lines they stand on with their heading."""
    found: list[PlanRow] = []
    claimed: dict[int, str] = {}
    for table in tables(rows):
        if table.asks is None:
            claimed.update(dict.fromkeys(range(table.first, table.last), heading(rows, table.first) or ""))
            found.extend(PlanRow(cells, rows[index].number) for index, cells in table.rows.items())
    for index, row in enumerate(rows):
        cells = _listed(row)
        if cells:
            claimed[index] = heading(rows, index) or ""
            found.append(PlanRow(cells, row.number))
    return tuple(sorted(found, key=lambda row: row.line)), claimed


def _listed(row: Row) -> tuple[tuple[str, str], ...]:
    """What a list item or line says that is to happen when."""
    match = None if row.taken or row.heading else _WHEN.match(row.text)
    return (("When", match["when"]), ("What", match["what"])) if match else ()
