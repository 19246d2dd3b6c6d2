"""What formats share that turn lines of their own markup into lines of Markdown, each at its place."""

from __future__ import annotations

from starling.model.story import Line


def at(line: Line, text: str) -> Line:
    """Another text where *line* stands."""
    return Line(text, line.number, line.column)


def cut(line: Line, head: str, end: int) -> list[Line]:
    """*head* on a line of its own, and what *line* says from *end* on where it stands."""
    rest = line.text[end:]
    start = end + len(rest) - len(rest.lstrip())
    tail = [Line(rest.strip(), line.number, line.column + start)] if rest.strip() else []
    return [at(line, head), *tail]
