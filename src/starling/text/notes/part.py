"""The text of a part: the author's own lines without the marks of their container."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.story import Line
from starling.text.notes.marks import Mark

_QUOTE = re.compile(r"[ \t]*>[ \t]?")


def cut_part(found: Sequence[Mark], first: int, last: int, end: int) -> tuple[Line, ...]:
    """The lines of the marks *first* to *last* (excluded); of the first one, what stands from *end* on."""
    head = found[first]
    rest = _from(head.line, end)
    rest = Line(_closed(rest.text.rstrip(" |") if head.cell else rest.text), rest.number, rest.column)
    body = [mark for mark in found[first + 1 : last] if not mark.rule]
    depths = [mark.quote for mark in body if not mark.blank and not mark.fenced]
    quoted = min([*depths, *([head.quote] if rest.text else [])], default=0)
    lines = [_unquoted(mark.line, quoted) for mark in body]
    lines = [_from(line, 2) if line.text.startswith(": ") else line for line in lines]  # definitions
    margin = min((_indent(line.text) for line in lines if line.text.strip()), default=0)
    return trimmed([rest, *(_from(line, _columns(line.text, margin)) for line in lines)])


def _closed(text: str) -> str:
    """A text without what was opened before its label: "**S: It was late.**", "[S:: It was late.]"."""
    if text.endswith("]") and text.count("]") > text.count("["):
        return text[:-1]
    for mark in ("**", "__"):
        if text.endswith(mark) and text.count(mark) % 2:
            return text.removesuffix(mark)
    return text


def _unquoted(line: Line, depth: int) -> Line:
    end = 0
    for _ in range(depth):
        mark = _QUOTE.match(line.text, end)
        end = mark.end() if mark else end
    return _from(line, end)


def _from(line: Line, offset: int) -> Line:
    return Line(line.text[offset:].rstrip(), line.number, line.column + offset)


def _indent(text: str) -> int:
    space = text[: len(text) - len(text.lstrip(" \t"))]
    return len(space.expandtabs(4))


def _columns(text: str, margin: int) -> int:
    """How many characters of the indent make up *margin* columns."""
    for count in range(min(margin, len(text)) + 1):
        if _indent(text[:count]) >= margin:
            return count
    return 0


def trimmed(lines: list[Line]) -> tuple[Line, ...]:
    """Lines without the empty ones at both ends."""
    while lines and not lines[-1].text.strip(" |>"):
        lines.pop()
    first = next((index for index, line in enumerate(lines) if line.text.strip(" |>")), len(lines))
    return tuple(lines[first:])
