"""YAML: stories and questions as lists of maps, in whatever style their author writes the keys."""

from __future__ import annotations

import re

from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._markdown import markdown_lines
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rows import has_rows
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._yaml import read_yaml

_FIRST = re.compile(r"(?:#[^\n]*\n|---[ \t]*\n|\n)*(?:- +)?[a-z][\w-]{0,40}:(?:[ \t]|\n)")
_KEYS = re.compile(r"^[ \t]+(?:- +)?(situation|task|action|result)s?:(?=\s)", re.MULTILINE)
_PARTS = 3


def looks_like(text: str) -> bool:
    """Whether *text* begins with a key in small letters, and three parts of a story are keys further in."""
    return _FIRST.match(text) is not None and len(set(_KEYS.findall(text[:20_000]))) >= _PARTS


def to_lines(text: str) -> Read:
    """Every story and question in the data; where there is none, the text as the notes that it is."""
    source = Source(text)
    values = read_yaml(text).items
    return lines_of(values, source) if has_rows(values) else (markdown_lines(source), ())


_STORIES = """\
# my stories
- title: Split
  tags: [Ownership, "Dive Deep"]
  situation: >
    One table
    for all.
  task: "Two: one each."
  action:
    - I cut.
    - I moved.
  result: Fast.   # ask for the figure"""

FORMAT = Format(
    suffixes=(".yaml", ".yml"),
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
                "Two: one each.",
                "**Action:**",
                "- I cut.",
                "- I moved.",
                "**Result:**",
                "Fast.",
            ),
        ),
    ),
    refuses=("- Situation: x\n- Task: y", "# Title\n\ntext", '{"title": 1}', "title: x\nbody", ""),
)
