"""SQL: the rows that a script inserts, each with the columns that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import has_rows
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Object, Scalar, Value, verbatim

_INSERT = re.compile(
    r"\binsert\s+(?:or\s+\w+\s+|ignore\s+)?into\s+[\w.`\"\[\]]{1,120}\s*\((?P<names>[^()']{1,2000})\)\s*"
    r"values\s*(?=\()",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\s+|--[^\n]*|(?P<text>[EN]?'(?P<body>(?:[^'\\]|''|\\.)*+)'?)|(?P<mark>[(),;])|(?P<word>[^\s'(),;]+)",
    re.DOTALL,
)
_ESCAPES = re.compile(r"''|\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "t": "\t", "r": ""}


def looks_like(text: str) -> bool:
    """Whether *text* inserts rows with named columns."""
    return _INSERT.search(text[:20_000]) is not None


def to_lines(text: str) -> Read:
    """Every story and question among the rows; where there is none, the text as it is."""
    source = Source(text)
    rows = list(_rows(text))
    return lines_of(rows, source) if has_rows(rows) else (source.lines(), ())


def _rows(text: str) -> Iterator[Value]:
    """The rows behind each ``VALUES``, in one walk over *text*."""
    end = 0
    while (insert := _INSERT.search(text, end)) is not None:
        names = [name.strip(' \t\n`"[]') for name in insert["names"].split(",")]
        row, at, depth, end = Object(insert.end()), 0, 0, insert.end()
        for token in _TOKEN.finditer(text, end):
            mark = token["mark"]
            if mark == ";" or (token["word"] and not depth):
                break
            end = token.end()
            depth += (mark == "(") - (mark == ")")
            if mark == "(" and depth == 1:
                row, at = Object(token.start()), 0
            elif mark == ")" and depth == 0:
                yield row
            elif mark == ",":
                at += depth == 1
            elif token["text"] and at < len(names):
                row.items.append((names[at], _text(token)))


def _text(token: re.Match[str]) -> Scalar:
    """A text between single quotes, in which two of them, or one behind a backslash, are one."""
    start, body = token.start("body"), token["body"]
    if "\\" not in body and "''" not in body:
        return verbatim(body, start)
    text = _ESCAPES.sub(lambda found: _MEANT.get(found[1] or "", found[1] or "'"), body)
    starts = verbatim(body, start).starts
    return Scalar(text, (*starts, *starts[-1:] * (text.count("\n") + 1 - len(starts))))


_STORIES = r"""
-- mine
INSERT INTO `stories` (id, title, question, situation, task, action, result) VALUES
  (1, 'Split', 'When did you cut?', 'One table; it''s all.', 'Two (one each).', 'I cut.
I moved.', 'Fast.'),
  (2, 'Join', NULL, 'Two lists.', 'One.', 'I wrote O\'Neil.\nI asked.', 'Calm.');"""

FORMAT = Format(
    suffixes=(".sql",),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORIES,
            (
                "## Split",
                "**Question:** When did you cut?",
                "**Situation:**",
                "One table; it's all.",
                "**Task:**",
                "Two (one each).",
                "**Action:**",
                "I cut.",
                "I moved.",
                "**Result:**",
                "Fast.",
                "## Join",
                "**Situation:**",
                "Two lists.",
                "**Task:**",
                "One.",
                "**Action:**",
                "I wrote O'Neil.",
                "I asked.",
                "**Result:**",
                "Calm.",
            ),
        ),
    ),
    refuses=("insert into the form", "SELECT 'situation' FROM stories;", "values (and principles)", ""),
)
