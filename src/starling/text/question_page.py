"""The user's questions as they write them: a mark goes in, every other row stays as it is."""

from __future__ import annotations

import re

from starling.text.toml_page import TomlPage

_OPENS = re.compile(r"^(\s*asked\s*=\s*\[)")


def mark_asked(text: str, number: int, said: str) -> str | None:
    """*text* with one more mark in the *number*-th question (from 0); None where it has no room for one.

    *said* is the mark as TOML writes it. It goes to the front of the list
    ``asked``, or below the last row of the entry where that has none.
    """
    page = TomlPage(text)
    entry = page.entries("question")[number]
    span = page.span("question", number)
    if span is None:
        return None
    rows = text.split("\n")
    there = entry.values.get("asked")
    if there is None:
        rows.insert(_below(rows, span), f"asked = [{said}]")
        return "\n".join(rows)
    at = entry.line("asked") - 1
    opened = _OPENS.match(rows[at])
    if not isinstance(there, list) or opened is None:
        return None
    rows[at] = f"{opened[1]}{said}{', ' if there else ''}{rows[at][opened.end() :]}"
    return "\n".join(rows)


def _below(rows: list[str], span: tuple[int, int]) -> int:
    """The row after the last of an entry that says something."""
    return (
        max(row for row in range(*span) if rows[row].strip() and not rows[row].lstrip().startswith("#")) + 1
    )
