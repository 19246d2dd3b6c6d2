"""TOML: stories and questions as tables, one after another."""

from __future__ import annotations

import re

from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._markdown import markdown_lines
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import has_rows
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Object, Value, string
from starling.text.notes.formats._yaml import flow

_ENTRY = re.compile(
    r"^[ \t]*(?:\[\[?(?P<table>[\w.\"' -]{1,80})\]\]?[ \t]*(?:#.*)?$"
    r"|(?P<key>[\w-]{1,60}|\"[^\"\n]{1,60}\")[ \t]*=[ \t]*"
    r"(?:(?P<text>\"{3}(?:(?!\"{3})[\s\S])*+(?:\"{3})?|'{3}(?:(?!'{3})[\s\S])*+(?:'{3})?"
    r"|\"(?:[^\"\\\n]|\\.)*+\"?|'[^'\n]*+'?)|(?P<list>\[[^\[\]]*+\])))",
    re.MULTILINE,
)
_NAME = re.compile(r"\"([^\"]+)\"$|'([^']+)'$")
_FIRST = re.compile(r"(?:#[^\n]*\n|\s)*(?:\[\[?[\w.-]{1,60}\]\]?[ \t]*\n|[\w-]{1,60}[ \t]*=[ \t]*[\"'\[])")
_KEY = re.compile(r"^(?:situation|action) *=", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether *text* begins with a table or an assignment, and a key of a story follows."""
    return _FIRST.match(text) is not None and _KEY.search(text) is not None


def to_lines(text: str) -> Read:
    """Every story and question in the tables; where there is none, the text as the notes that it is."""
    source = Source(text)
    tables = _tables(text)
    return lines_of(tables, source) if has_rows(tables) else (markdown_lines(source), ())


def _tables(text: str) -> list[Value]:
    """Each table with its keys under the last of its names, and the keys above the first."""
    table = Object(0)
    tables: list[Value] = [table]
    for entry in _ENTRY.finditer(text):
        if entry["table"]:
            table = Object(entry.start())
            name = _NAME.search(entry["table"].strip())
            tables.append(Object(entry.start(), [(name[1] or name[2], table)]) if name else table)
        elif entry["list"]:
            table.items.append((entry["key"].strip('"'), flow(entry["list"], entry.start("list"))))
        elif entry["text"]:
            said = string(entry["text"], entry.start("text"), escapes=entry["text"][0] == '"')
            table.items.append((entry["key"].strip('"'), said))
    return tables


_STORIES = '''\
[[stories]]
title = "Split"
tags = ["Ownership", 'Dive Deep']
situation = """
One table
for all."""
task = 'Two: "one each" in C:\\new.'
action = "I cut.\\nI moved."
result = "Fast." # ask'''

FORMAT = Format(
    suffixes=(".toml",),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORIES,
            (
                "## Split",
                "**Tags:** Ownership, Dive Deep",
                "**Situation:**",
                "One table",
                "for all.",
                "**Task:**",
                'Two: "one each" in C:\\new.',
                "**Action:**",
                "I cut.",
                "I moved.",
                "**Result:**",
                "Fast.",
            ),
        ),
    ),
    refuses=("[link](x)", "S = entropy", "# Title", "[ ] box", ""),
)
