"""Org mode, as the Markdown that means the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._rewrite import at, cut
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._tables import unfold_tables
from starling.text.notes.labels import Fact, meanings

_HEADING = re.compile(
    r"(?P<stars>\*{1,12})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|STARTED|CANCELLED)[ \t]+)?(?:\[#\w\][ \t]*)?"
    r"(?P<title>.*?)(?:[ \t]+:(?P<tags>[\w@#%:]{1,200}):)?[ \t]*$"
)
_KEYWORD = re.compile(r"#\+(?P<key>\w+)(?:\[[^\]\n]*\])?:?[ \t]*(?P<rest>.*)$", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*$", re.IGNORECASE)
_PROPERTY = re.compile(r"[ \t]*:(?P<key>[A-Za-z][\w-]{0,40}):[ \t]+(?P<rest>\S.*)")
_END = re.compile(r"[ \t]*:END:[ \t]*$", re.IGNORECASE)
_TERM = re.compile(r"[ \t]*[-+][ \t]+(?P<words>[^\n]{1,80}?)[ \t]+::(?:[ \t]+|$)")
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,500})\](?:\[([^\[\]\n]{1,300})\])?\]")
_RULE = re.compile(r"[ \t]*\|[-+|]+[ \t]*$")
_STAR_ITEM = re.compile(r"([ \t]+)\*[ \t]+(?=\S)")
_CODE = ("src", "example", "export")
_DEEPEST = 6
_SEEN = re.compile(r"^(?:#\+\w+:|[ \t]*:PROPERTIES:[ \t]*$|#\+BEGIN_)", re.MULTILINE | re.IGNORECASE)
_STARS = re.compile(r"^\*+ \S", re.MULTILINE)


def looks_like(text: str) -> bool:
    """Whether *text* has headings of stars, and keywords or drawers as only Org has them."""
    return _STARS.search(text) is not None and _SEEN.search(text) is not None


def to_lines(text: str) -> Read:
    """Every line as Markdown; headings, tags, terms, bold words, links, tables and code are translated."""
    lines = [line for row in _translated(Source(text).lines()) for line in row]
    return unfold_tables(lines), ()


def _translated(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    drawer = code = False
    for line in lines:
        keyword = _KEYWORD.match(line.text)
        if drawer or _DRAWER.match(line.text):
            drawer = not _END.match(line.text)
            yield [at(line, _property(line.text))]
        elif keyword is not None:
            fence = keyword["key"].lower().partition("_")[0] in ("begin", "end") and _is_code(keyword["key"])
            code = fence and keyword["key"].lower().startswith("begin")
            yield [at(line, "```" if fence else _title(keyword))]
        else:
            yield [line] if code else _line(line)


def _property(text: str) -> str:
    """What a line of a drawer says about a story (":QUESTION: ..."), or nothing."""
    found = _PROPERTY.match(text)
    known = meanings(found["key"].replace("_", " ")) if found else ()
    told = known[:1] and known[0].kinds[0] in (Fact.QUESTION, Fact.TAGS, Fact.SERVES, Fact.PROJECT)
    return f"**{found['key'].capitalize()}:** {found['rest']}" if found and told else ""


def _is_code(key: str) -> bool:
    return key.lower().partition("_")[2] in _CODE


def _title(keyword: re.Match[str]) -> str:
    return f"# {keyword['rest']}" if keyword["key"].lower() == "title" and keyword["rest"] else ""


def _line(line: Line) -> list[Line]:
    text = line.text
    heading = _HEADING.match(text)
    if heading:
        return _heading(line, heading)
    if text.startswith(("# ", "#\t")):
        return [at(line, text[1:].strip())]
    term = _TERM.match(text)
    if term:
        return [_inline(each) for each in cut(line, f"- **{term['words'].strip('*')}:**", term.end())]
    if _RULE.match(text):
        return [at(line, text.replace("+", "|"))]
    return [_inline(at(line, _STAR_ITEM.sub(r"\1- ", text, count=1)) if text[:1] in " \t" else line)]


def _heading(line: Line, heading: re.Match[str]) -> list[Line]:
    """A heading one level below the title of the page, and its tags."""
    level = min(_DEEPEST, len(heading["stars"]) + 1)
    tags = [tag for tag in (heading["tags"] or "").split(":") if tag]
    named = [at(line, f"**Tags:** {', '.join(tags)}")] if tags else []
    return [_inline(at(line, f"{'#' * level} {heading['title']}")), *named]


def _inline(line: Line) -> Line:
    text = _LINK.sub(_link, line.text) if "[[" in line.text else line.text
    return at(line, text if "**" in text else _BOLD.sub(r"**\1**", text))


def _link(found: re.Match[str]) -> str:
    return f"[{found[2]}]({found[1]})" if found[2] else found[1]


_STORY = """\
#+TITLE: Prep
* TODO The outage :ownership:night:
:PROPERTIES:
:ID: 7
:END:
- *Situation*: All pages failed.
- Action :: I looked.
** Notes
# for me
See [[https://example.org][here]]."""

FORMAT = Format(
    suffixes=(".org",),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "# Prep",
                "## The outage",
                "**Tags:** ownership, night",
                "- **Situation**: All pages failed.",
                "- **Action:**",
                "I looked.",
                "### Notes",
                "for me",
                "See [here](https://example.org).",
            ),
        ),
    ),
    refuses=("# Markdown\n\n* item", "* item\n* item", "== AsciiDoc", ""),
)
