"""YAML read leniently and with positions: maps, lists, texts over several lines; no failure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from starling.text.notes.formats._values import Array, Object, Scalar, Value, string, verbatim

_KEY = re.compile(
    r"(?P<key>\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|(?![\s\-\"'#\[{>|])[^:\n#]{1,80}?):(?=[ \t]|$)[ \t]*"
)
_ITEM = re.compile(r"-(?:[ \t]+|$)")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.){0,20000}+\"|'(?:[^']|''){0,20000}+'", re.DOTALL)
_FLOW = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^,\n\[\]]+")
_COMMENT = re.compile(r"\s#(?:\s.*)?$")
_DEEPEST = 60
"""Levels that are kept apart; no notes go as deep."""


@dataclass(slots=True)
class _Row:
    """A line: the column of its first sign, the offset of that sign, and the text from there on."""

    indent: int
    start: int
    text: str


def read_yaml(text: str) -> Array:
    """Every document in *text*, in order, as one list."""
    reader = _Reader(text)
    return Array(0, list(reader.documents()))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        lines = text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        self._rows = [_row(line, start) for line, start in zip(lines, starts, strict=False)]
        self._at = 0

    def documents(self) -> Iterator[Value]:
        """Each value at the outermost level; lines that are no YAML are passed over."""
        while self._at < len(self._rows):
            if self._next() is None:
                self._at += 1
                continue
            before = self._at
            value = self._value(0, -1)
            if value is not None:
                yield value
            if self._at == before:
                self._at += 1

    def _next(self) -> _Row | None:
        """The next row of this document that says something; comments do not."""
        while self._at < len(self._rows) and (row := self._rows[self._at]).text not in ("---", "..."):
            if row.text and row.text[0] != "#":
                return row
            self._at += 1
        return None

    def _value(self, depth: int, above: int) -> Value | None:
        """The value that begins in the next row, if that stands further in than *above*."""
        row = self._next()
        if row is None or row.indent <= above:
            return None
        if depth < _DEEPEST and _ITEM.match(row.text):
            return self._list(depth, row.indent)
        if depth < _DEEPEST and _KEY.match(row.text):
            return self._map(depth, row.indent)
        return self._scalar(row.start, above)

    def _list(self, depth: int, indent: int) -> Array:
        node = Array(self._rows[self._at].start)
        while (row := self._next()) is not None and row.indent == indent:
            item = _ITEM.match(row.text)
            if item is None:
                break
            if item.end() == len(row.text):
                self._at += 1
            else:
                self._cut(row, item.end())
            value = self._value(depth + 1, indent)
            if value is not None:
                node.items.append(value)
        return node

    def _map(self, depth: int, indent: int) -> Object:
        node = Object(self._rows[self._at].start)
        while (row := self._next()) is not None and row.indent == indent:
            key = _KEY.match(row.text)
            if key is None:
                break
            value = self._under(depth, row, key.end(), indent)
            if value is not None:
                node.items.append((key["key"].strip("\"' "), value))
        return node

    def _under(self, depth: int, row: _Row, end: int, indent: int) -> Value | None:
        """What stands behind a key, or in the rows under it."""
        rest = row.text[end:]
        if _BLOCK.match(rest):
            self._at += 1
            return self._lines(indent)
        if rest and not rest.startswith("#"):
            return self._scalar(row.start + end, indent)
        self._at += 1
        following = self._next()
        listed = following is not None and following.indent == indent and _ITEM.match(following.text)
        return self._value(depth + 1, indent - 1 if listed else indent)

    def _cut(self, row: _Row, end: int) -> None:
        """Let the row begin behind the mark of its item."""
        self._rows[self._at] = _Row(row.indent + end, row.start + end, row.text[end:])

    def _scalar(self, start: int, above: int) -> Value:
        """A quoted text, a list in brackets, or a plain text with the rows under it that go on."""
        quoted = _QUOTED.match(self._text, start)
        if quoted:
            while self._at < len(self._rows) and self._rows[self._at].start <= quoted.end():
                self._at += 1
            if quoted[0][0] == '"':
                return string(quoted[0], start)
            found = verbatim(quoted[0][1:-1], start + 1)
            return Scalar(found.text.replace("''", "'"), found.starts)
        row = self._rows[self._at]
        text = _COMMENT.sub("", row.text[start - row.start :]).rstrip()
        if text[:1] == "[" and text[-1:] == "]":
            self._at += 1
            return flow(text, start)
        pieces, starts = [text], [start]
        self._at += 1
        while self._at < len(self._rows):
            row = self._rows[self._at]
            if not row.text or row.indent <= above:
                break
            pieces.append(row.text)
            starts.append(row.start)
            self._at += 1
        return Scalar("\n".join(pieces), tuple(starts))

    def _lines(self, above: int) -> Scalar:
        """The rows of a block of text, as far in as its first."""
        rows: list[_Row] = []
        while self._at < len(self._rows):
            row = self._rows[self._at]
            if row.text and row.indent <= above:
                break
            rows.append(row)
            self._at += 1
        while rows and not rows[-1].text:
            rows.pop()
        margin = min((row.indent for row in rows if row.text), default=0)
        texts = (" " * (row.indent - margin) + row.text for row in rows)
        starts = (row.start - max(0, row.indent - margin) if row.text else row.start for row in rows)
        return Scalar("\n".join(texts), tuple(starts) or (0,))


def _row(line: str, start: int) -> _Row:
    text = line.strip()
    lead = line[: len(line) - len(line.lstrip())]
    return _Row(len(lead.expandtabs(4)), start + len(lead), text)


def flow(text: str, start: int) -> Array:
    """The texts of a list in brackets: ``[Ownership, "Dive Deep"]``."""
    items = [
        Scalar(item, (start + found.start(),))
        for found in _FLOW.finditer(text, 1, len(text) - 1)
        if (item := found.group().strip(" \t\"'"))
    ]
    return Array(start, list[Value](items))
