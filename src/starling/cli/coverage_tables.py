"""A coverage as a table for a page (Markdown) or for a sheet (CSV), with every row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from starling.cli.paper import clean
from starling.usecases.coverage import Coverage

_FORMULA = ("=", "+", "-", "@", "\t")
"""First signs by which a sheet takes a text for a formula."""


def markdown_lines(coverage: Coverage) -> Iterator[str]:
    """A table with a column for each event; words instead of signs, so that nothing hangs on a font."""
    heads = ["Group", coverage.cover_set.title, *(each.title for each in coverage.columns), "Said aloud"]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for row in coverage.rows:
        fits = ["" if each.fit == "none" else each.fit.value for each in row.cells]
        yield _row([row.group.value, row.name, *fits, str(row.said)])
    yield _row(["", "Carries", *(str(each.carries) for each in coverage.columns), ""])


def _row(cells: list[str]) -> str:
    said = (clean(" ".join(each.split())).replace("\\", "\\\\").replace("|", "\\|") for each in cells)
    return f"| {' | '.join(said)} |"


def csv_text(coverage: Coverage) -> str:
    """A sheet (RFC 4180): one line for each row, one column for each event by the slug of its story."""
    out = io.StringIO()
    sheet = csv.writer(out)
    sheet.writerow(["group", "row", "name", *(each.story for each in coverage.columns), "said aloud"])
    for row in coverage.rows:
        fits = [each.fit.value for each in row.cells]
        sheet.writerow([row.group.value, row.slug, _harmless(row.name), *fits, row.said])
    return out.getvalue()


def _harmless(text: str) -> str:
    """*text* such that no sheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
