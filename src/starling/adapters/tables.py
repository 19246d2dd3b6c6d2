"""Entries in a TOML file that a person edits too: read, added at the end, taken out one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from starling.adapters import files
from starling.model.problem import UnreadableError, UsageError
from starling.text.toml_write import rows

_ANY_HEAD = re.compile(rb"[ \t]*\[")
_BLANK = re.compile(rb"\s*$")
_ASIDE = re.compile(rb"\s*(#|$)")


def entries(path: Path, table: str) -> Sequence[Mapping[str, Any]]:
    """The entries ``[[table]]`` of a file, in its order; none where there is no file."""
    return _tables(files.text_of(files.read(path), path), table, path) if path.is_file() else ()


@lru_cache(maxsize=8)
def _tables(text: str, table: str, path: Path) -> Sequence[Mapping[str, Any]]:
    try:
        found = tomli.loads(text).get(table, [])
    except tomli.TOMLDecodeError as error:
        advice = "Mend that line, or delete its entry."
        raise UnreadableError(f"This is not TOML: {error}.", where=str(path), try_this=advice) from error
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def append(path: Path, table: str, new: Sequence[Mapping[str, object]]) -> None:
    """Add entries below what a file holds; its rows stay. UnreadableError where it is not TOML."""
    entries(path, table)
    there = files.read(path) if path.is_file() else b""
    gap = b"" if not there else b"\n" if there.endswith(b"\n") else b"\n\n"
    blocks = ["\n".join((f"[[{table}]]", *rows(each), "")) for each in new]
    files.write(path, there + gap + "\n".join(blocks).encode("utf-8", "replace"))


def drop(path: Path, table: str, places: Collection[int]) -> None:
    """Take out the entries at *places*, from 0; the rows of all others, and every comment around them, stay.

    UsageError, and nothing is written, where an entry is not a run of rows below its head.
    """
    there = files.read(path)
    left = there.splitlines(keepends=True)
    for place in sorted(places, reverse=True):
        left = _without(left, table, place)
    if not _is_the_same_but(files.text_of(there, path), files.text_of(b"".join(left), path), table, places):
        advice = "Open the file, and delete the entry by hand."
        raise UsageError(
            "This entry cannot be told from what is around it.", where=str(path), try_this=advice
        )
    files.write(path, b"".join(left))


def _without(lines: Sequence[bytes], table: str, place: int) -> list[bytes]:
    """*lines* without the entry at *place* and one empty row beside it; all of them where it has no head."""
    head = re.compile(rb"[ \t]*\[\[[ \t]*%s[ \t]*\]\]" % table.encode())
    starts = [number for number, line in enumerate(lines) if head.match(line)]
    if place >= len(starts):
        return list(lines)
    start = starts[place]
    after = (number for number in range(start + 1, len(lines)) if _ANY_HEAD.match(lines[number]))
    end = next(after, len(lines))
    while end > start + 1 and _ASIDE.match(lines[end - 1]):
        end -= 1
    if start > 0 and _BLANK.match(lines[start - 1]):
        start -= 1
    elif start == 0 and end < len(lines) and _BLANK.match(lines[end]):
        end += 1
    return [*lines[:start], *lines[end:]]


def _is_the_same_but(before: str, after: str, table: str, places: Collection[int]) -> bool:
    """Whether two texts say the same, but for the entries at *places* that the second has no more."""
    wanted = tomli.loads(before)
    wanted[table] = [each for place, each in enumerate(wanted[table]) if place not in places]
    try:
        return {table: [], **tomli.loads(after)} == wanted
    except tomli.TOMLDecodeError:
        return False
