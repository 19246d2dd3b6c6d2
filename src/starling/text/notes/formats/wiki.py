"""Wiki markup (MediaWiki, Jira, Textile), as the Markdown that means the same."""

from __future__ import annotations

import re

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._html import unfold_html
from starling.text.notes.formats._rewrite import at, cut
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import unfold_tables

_HEADING = re.compile(
    r"(?:h(?P<jira>[1-6])\.[ \t]+|(?P<equals>={1,6})[ \t]*)(?P<title>\S.*?)[ \t]*(?:={1,6})?[ \t]*$"
)
_ITEM = re.compile(r"(?P<marks>[*#]{1,6})[ \t]+(?=\S)")
_TERM = re.compile(r";[ \t]*(?P<words>[^:\n]{1,80}?)[ \t]*:[ \t]*")
_PANEL = re.compile(
    r"\{(?:panel|expand|quote|noformat|info|note|tip)(?::(?:title=)?(?P<title>[^|}\n]{1,80})[^}\n]*)?\}"
)
_BOLD = re.compile(r"'''([^'\n]{1,300})'''")
_STRONG = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"\[(?:([^\[\]|\n]{1,200})\|)?(https?://[^\s\[\]|]{1,500})(?: ([^\[\]\n]{1,200}))?\]")
_HEAD = re.compile(r"[ \t]*\|\|(.*)\|\|[ \t]*$")
_SEEN = re.compile(r"^h[1-6]\. \S|^=+[^=\n]+=+[ \t]*$(?=[\s\S]*''')", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether *text* has a heading as Jira writes it, or headings and bold words as MediaWiki does."""
    return _SEEN.search(text[:20_000]) is not None


def to_lines(text: str) -> Read:
    """Every line as Markdown; headings, lists, terms, panels, bold words, links and tables are translated."""
    lines = [line for each in Source(text).lines() for line in _line(each)]
    return unfold_html(unfold_tables(lines)), ()


def _line(line: Line) -> list[Line]:
    text = line.text
    heading = _HEADING.match(text)
    if heading:
        level = int(heading["jira"] or len(heading["equals"]))
        return [at(line, f"{'#' * level} {_inline(heading['title'])}")]
    term, panel, head = _TERM.match(text), _PANEL.fullmatch(text.strip()), _HEAD.match(text)
    if term:
        return [at(each, _inline(each.text)) for each in cut(line, f"**{term['words']}:**", term.end())]
    if panel:
        return [at(line, f"**{panel['title']}**" if panel["title"] else "")]
    if head:
        row = head[1].replace("||", "|")
        return [at(line, f"|{row}|"), at(line, "|---" * (row.count("|") + 1) + "|")]
    item = _ITEM.match(text)
    if item:
        text = f"{'  ' * (len(item['marks']) - 1)}- {text[item.end() :]}"
    return [at(line, _inline(text))]


def _inline(text: str) -> str:
    text = _BOLD.sub(r"**\1**", _PANEL.sub("", text))
    text = text if "**" in text else _STRONG.sub(r"**\1**", text)
    return _LINK.sub(_link, text).replace("''", "*") if "[" in text or "''" in text else text


def _link(found: re.Match[str]) -> str:
    return f"[{found[1] or found[3] or found[2]}]({found[2]})"


_STORY = """\
h2. The outage

*Situation:* All pages failed.
* I looked
** twice
{panel:title=Result}
Calm, see [the log|https://example.org].
{panel}"""

FORMAT = Format(
    suffixes=(".wiki", ".mediawiki", ".textile", ".jira"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "## The outage",
                "**Situation:** All pages failed.",
                "- I looked",
                "  - twice",
                "**Result**",
                "Calm, see [the log](https://example.org).",
            ),
        ),
    ),
    refuses=("# Markdown", "* item\n* item", "== AsciiDoc\n\n*Task*: x", "see h2 below", ""),
)
