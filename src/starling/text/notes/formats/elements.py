"""XML: stories and questions as elements, outlines as lists, and notes in HTML inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from starling.model.story import Line
from starling.text.notes.formats._format import Format, Read
from starling.text.notes.formats._markdown import unfold_markdown
from starling.text.notes.formats._records import lines_of
from starling.text.notes.formats._rewrite import at
from starling.text.notes.formats._rows import has_rows
from starling.text.notes.formats._source import Source
from starling.text.notes.formats._values import Array, Object, Scalar, Value

_TOKEN = re.compile(
    r"<!--(?:(?!-->).)*+(?:-->)?|<[?!](?!\[CDATA)[^<>]*+>"
    r"|<!\[CDATA\[(?P<data>(?:(?!\]\]>).)*+)(?:\]\]>)?"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z_][\w:.-]{0,60})(?P<rest>(?:\s[^<>]{0,4000}?)?)(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_INLINE = frozenset("a b br code div em i li ol p span strong sub sup u ul".split())
_FRAME = re.compile(
    r"<!\[CDATA\[|\]\]>|<[?!](?!--)[^<>\n]*>|</?(?:en-note|en-export|note|content|CDATA)\b[^<>\n]*>"
)
_OUTLINE = re.compile(r"<(/?)outline\b(?:[^<>]*?\btext\s*=\s*\"([^\"<>]*)\")?[^<>]*?(/?)>")
_SEEN = re.compile(r"\s*(?:<\?xml\s|<(?:stories|star|story|opml|notes|interview)\b[^<>]*>)", re.IGNORECASE)
_DEEPEST = 60


def looks_like(text: str) -> bool:
    """Whether *text* begins as XML, or with an element of stories."""
    return _SEEN.match(text) is not None


def to_lines(text: str) -> Read:
    """Every story and question in the elements; an outline as a list; anything else as a page of HTML."""
    source = Source(text)
    if "<outline" in text:
        return tuple(_outline(source)), ()
    values = _read(text).items
    if has_rows(value for _, value in values):
        return lines_of((value for _, value in values), source)
    return unfold_markdown([at(line, _bare(line.text)) for line in source.lines()]), ()


def _bare(line: str) -> str:
    """A line of an export without what only frames its page; each sign keeps its place."""
    return _FRAME.sub(lambda found: " " * len(found.group()), line)


def _outline(source: Source) -> Iterator[Line]:
    depth = 0
    for found in _OUTLINE.finditer(source.text):
        closes, text, empty = found.groups()
        if not closes and text:
            place = source.place(found.start(2))
            yield Line(f"{'  ' * min(depth, _DEEPEST)}- {' '.join(unescape(text).split())}", place.line)
        depth = max(0, depth + (-1 if closes else 0 if empty else 1))


class _Frame:
    """An element that is open: its attributes and elements so far, and its text."""

    def __init__(self, tag: str, node: Object) -> None:
        self.tag = tag
        self.node = node
        self.texts: list[tuple[int, str]] = []

    def value(self) -> Value:
        """The element as data: a text, or an object with its text among the entries."""
        text = _scalar(self.texts)
        if not self.node.items:
            return text or Array(self.node.start)
        if text is not None:
            self.node.items.append(("text", text))
        return self.node


def _read(text: str) -> Object:
    """The elements of *text*; what is not closed is closed at the end."""
    frames = [_Frame("", Object(0))]
    done = 0
    for token in _TOKEN.finditer(text):
        frames[-1].texts.append((done, text[done : token.start()]))
        done = token.end()
        tag = (token["tag"] or "").lower()
        if token["data"] is not None:
            frames[-1].texts.append((token.start("data"), token["data"]))
        elif tag in ("", *_INLINE):
            frames[-1].texts.append((done, " " if tag in ("br", "p", "div", "li") else ""))
        elif token["end"]:
            _close(frames, tag)
        else:
            frames.append(_Frame(tag, Object(token.start(), list(_attributes(token)))))
            if token["empty"] or len(frames) > _DEEPEST:
                _close(frames, tag)
    while len(frames) > 1:
        _close(frames, frames[-1].tag)
    return frames[0].node


def _close(frames: list[_Frame], tag: str) -> None:
    """Close the innermost element of this name with all that is open in it; nothing where there is none."""
    if all(frame.tag != tag for frame in frames[1:]):
        return
    while True:
        frame = frames.pop()
        frames[-1].node.items.append((frame.tag, frame.value()))
        if frame.tag == tag:
            return


def _attributes(token: re.Match[str]) -> Iterator[tuple[str, Value]]:
    for found in _ATTRIBUTE.finditer(token["rest"]):
        value = _scalar(
            [
                (
                    token.start("rest") + found.start(2 if found[2] is not None else 3),
                    found[2] or found[3] or "",
                )
            ]
        )
        if value is not None:
            yield found[1], value


def _scalar(texts: list[tuple[int, str]]) -> Scalar | None:
    """Pieces of text with their offsets as one text, a line each row; None where they say nothing."""
    rows, starts = [""], [texts[0][0] if texts else 0]
    for start, piece in texts:
        offset = start
        for number, row in enumerate(piece.split("\n")):
            if number:
                rows.append("")
                starts.append(offset)
            if not rows[-1].strip():
                starts[-1] = offset + len(row) - len(row.lstrip())
            rows[-1] += unescape(row)
            offset += len(row) + 1
    said = [" ".join(row.split()) for row in rows]
    told = [number for number, row in enumerate(said) if row]
    if not told:
        return None
    return Scalar("\n".join(said[told[0] : told[-1] + 1]), tuple(starts[told[0] : told[-1] + 1]))


_STORY = """\
<?xml version="1.0"?>
<stories>
  <!-- mine -->
  <story title="Split">
    <situation>One table &amp; many <b>readers</b>.</situation>
    <task><![CDATA[Two: < one each.]]></task>
    <action><step>I cut.</step><step>I moved.</step></action>
    <result>
      Fast
      and calm.
    </result>
  </story>
</stories>"""
_OUTLINES = """\
<opml version="2.0"><body>
<outline text="The outage"><outline text="Situation"/></outline>
<outline text="Rest &amp;c"/>
</body></opml>"""

FORMAT = Format(
    suffixes=(".xml", ".opml", ".enex"),
    looks_like=looks_like,
    to_lines=to_lines,
    reads=(
        (
            _STORY,
            (
                "## Split",
                "**Situation:**",
                "One table & many readers.",
                "**Task:**",
                "Two: < one each.",
                "**Action:**",
                "- I cut.",
                "- I moved.",
                "**Result:**",
                "Fast",
                "and calm.",
            ),
        ),
        (_OUTLINES, ("- The outage", "  - Situation", "- Rest &c")),
    ),
    refuses=("<details><summary>x</summary></details>", "# Title", "<h1>Page</h1>", "a < b > c", ""),
)
