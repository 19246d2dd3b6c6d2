"""Markdown and plain text, with the HTML, tables and data that stand in it."""

from __future__ import annotations

import re

from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._markdown import markdown_lines
from starling.text.notes.formats._source import Source

_MARK = re.compile(
    r"^(?:#{1,6} |[ \t]*(?:[-*+>]|\d{1,3}[.)])[ \t]|\*\*|\||```|<(?:details|ul|h\d|p|div)\b)", re.MULTILINE
)


def looks_like(text: str) -> bool:
    """Whether some line of *text* begins with a mark of Markdown."""
    return _MARK.search(text) is not None


def to_lines(text: str) -> Read:
    """Every line, with HTML, tables of stories and fenced data as Markdown."""
    return markdown_lines(Source(text)), ()


_DETAILS = """\
<details><summary><b>The cache</b></summary>
<ul>
  <li><b>Situation:</b> Reads were slow &amp; rare.</li>
</ul>
</details>"""
_TABLE = """\
| Story | Situation | Task | Action | Result |
|---|---|---|---|---|
| Late jobs | Nightly jobs ran until noon and blocked the team. | End them by six. |\
 I measured each step.<br>I moved two of them. | They ended at five all spring. |"""
_FENCE = """\
```json
{"title": "Split", "situation": "One table.", "task": "Two.", "action": "I cut.", "result": "Fast."}
```"""
_PLAN = """\
| Week | Hours |
|---|---|
| 1 | 10 |"""

FORMAT = Format(
    suffixes=(".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".html", ".htm"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        ("# Notes\n\n- one\n- two", ("# Notes", "- one", "- two")),
        (_DETAILS, ("## The cache", "- **Situation:**", "Reads were slow & rare.")),
        (
            _TABLE,
            (
                "## Late jobs",
                "**Situation:**",
                "Nightly jobs ran until noon and blocked the team.",
                "**Task:**",
                "End them by six.",
                "**Action:**",
                "I measured each step.",
                "I moved two of them.",
                "**Result:**",
                "They ended at five all spring.",
                "---",
            ),
        ),
        (
            _FENCE,
            (
                "## Split",
                "**Situation:**",
                "One table.",
                "**Task:**",
                "Two.",
                "**Action:**",
                "I cut.",
                "**Result:**",
                "Fast.",
            ),
        ),
        (_PLAN, ("| Week | Hours |", "|---|---|", "| 1 | 10 |")),
    ),
    refuses=('[{"title": "x"}]', "title,situation,task\nx,y,z", "== AsciiDoc\n\n*Task*: x", ""),
)
