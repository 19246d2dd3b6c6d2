"""A TOML file as tables that know the lines they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import tomli

from starling.model.problem import Problem

_HEAD = re.compile(r"^\s*\[{1,2}\s*([\w.\"'-]+)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*\"?([\w-]+)\"?\s*=")
_MANY = re.compile(r"\"\"\"|'''")


class TomlPage:
    """The text of a TOML file: what it says, and where.

    ``values`` are the keys of the file, {} where it is no TOML; then ``broken``
    says so, with the line.
    """

    def __init__(self, text: str) -> None:
        self._rows = text.split("\n")
        self.values: dict[str, Any] = {}
        self.broken: Problem | None = None
        try:
            self.values = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            self.broken = _broken(error)

    def entries(self, table: str) -> tuple[Entry, ...]:
        """The tables ``[[table]]`` of the file, in its order."""
        found = self.values.get(table, [])
        tables = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        return tuple(Entry(self, table, number, each) for number, each in enumerate(tables))

    @cached_property
    def _heads(self) -> list[tuple[str, int]]:
        """The names of the tables, each with its row; rows of a text over many lines are none."""
        found = ((row, _HEAD.match(text)) for row, text in self._outside.items())
        return [(head[1], row) for row, head in found if head is not None]

    @cached_property
    def _outside(self) -> dict[int, str]:
        """The rows that do not begin inside a text over many lines."""
        rows: dict[int, str] = {}
        inside = False
        for row, text in enumerate(self._rows):
            if not inside:
                rows[row] = text
            inside ^= len(_MANY.findall(text)) % 2 == 1
        return rows

    def span(self, table: str, number: int) -> tuple[int, int] | None:
        """The first row of the *number*-th ``[[table]]`` and the row after its last, or None."""
        mine = [at for at, (name, _) in enumerate(self._heads) if name == table]
        if number >= len(mine):
            return None
        at = mine[number]
        end = self._heads[at + 1][1] if at + 1 < len(self._heads) else len(self._rows)
        return self._heads[at][1], end

    def _line_of(self, key: str, first: int, end: int, value: str = "") -> int:
        """The line of a key, or of a *value* below it, among some rows; 0 where it is not found."""
        for row in range(first, end):
            named = _KEY.match(self._outside.get(row, ""))
            if named is not None and named[1] == key:
                below = (at for at in range(row, end) if f'"{value}"' in self._rows[at]) if value else ()
                return next(iter(below), row) + 1
        return 0

    def line_in(self, span: tuple[int, int] | None, key: str = "", value: str = "") -> int:
        """The line of a table, or of a key or a value in it; that of the table where these are not found."""
        if span is None:
            return 0
        return (self._line_of(key, *span, value) if key else 0) or span[0] + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a TOML file."""

    page: TomlPage
    table: str
    number: int
    values: dict[str, Any]

    def line(self, key: str = "", value: str = "") -> int:
        """The line it begins on, or that of a key or a value in it; from 1, 0 where that cannot be told."""
        return self.page.line_in(self.page.span(self.table, self.number), key, value)


def _broken(error: tomli.TOMLDecodeError) -> Problem:
    at = re.search(r"at line (\d+)", str(error))
    said = re.sub(r" \(at .*\)$", "", str(error))
    return Problem(
        f"This is not TOML: {said}.", int(at[1]) if at else 0, "Mend that line, or delete its entry."
    )
