"""HTML inside Markdown, rewritten to Markdown in place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from starling.model.story import Line
from starling.text.notes.formats._components import unfold_components
from starling.text.notes.formats._tables import Cell, labelled

_BLOCK = (
    "details ul ol dl div p section article main body html table thead tbody tfoot"
    " dt dd center figure header footer blockquote"
)
_INLINE = "b strong i em u s del code kbd span font small mark sub sup a img"
_PARTS = (
    "situation task action actions result results obstacle reflection learning learnings context challenge"
    " background outcome impact takeaway"
)
_OTHER = "title summary li tr td th br hr h1 h2 h3 h4 h5 h6"
_NAMES = "|".join(f"{_BLOCK} {_INLINE} {_OTHER} {_PARTS}".split())
_TOKEN = re.compile(
    rf"`[^`\n]*`|<(?P<end>/?)(?P<tag>{_NAMES})(?=[\s/>])(?P<rest>[^<>\n]{{0,500}})>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"\s*<(style|script|head)(?=[\s>])", re.IGNORECASE)
_SHOWN = re.compile(r"</(style|script|head)\s*>", re.IGNORECASE)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_HREF = re.compile(r"href\s{0,3}=\s{0,3}[\"']([^\"'\s]{1,400})", re.IGNORECASE)
_LABEL = re.compile(r"[ \t]*(?:- )?\*\*[^*\n]{1,80}\*\*$")
_LOOSE = re.compile(r"\*\*[ \t]{0,9}+([^*\n]{1,200}?)[ \t]{0,9}\*\*")
_COLON = re.compile(r"\s{0,3}:")
_LABELS = frozenset(_PARTS.split())
_RUNNING = frozenset(_INLINE.split())
_INLINE_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "kbd": "`"}


def unfold_html(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* with HTML as Markdown; lines of code, and tags that are not HTML, stay as they are."""
    if not any("<" in line.text or "&" in line.text for line in lines):
        return tuple(lines)
    page = _Page()
    fence = ""
    lines = unfold_components(lines, is_html)
    hidden = _hidden(lines)
    for index, line in enumerate(lines):
        mark = _FENCE.match(line.text)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            page.keep(line)
        elif fence:
            page.keep(line)
        elif index in hidden:
            page.keep(Line("", line.number, line.column))
        else:
            page.line(line)
    page.end_table()
    return tuple(page.lines)


def is_html(name: str) -> bool:
    """Whether this is the name of an element, and of no component of the page's own."""
    return _TOKEN.fullmatch(f"</{name}>") is not None


def _hidden(lines: Sequence[Line]) -> set[int]:
    """The lines of styles, scripts and page heads, which no reader sees, by index."""
    found: set[int] = set()
    last = -1
    for index in range(len(lines) - 1, -1, -1):
        if _SHOWN.search(lines[index].text):
            last = index
        if last >= index and _HIDDEN.match(lines[index].text):
            found.update(range(index, last + 1))
            last = -1
    return found


_FEW_PIECES = 8
"""Pieces of a line up to the end of a label at its beginning."""


class _Page:
    """The Markdown so far, and the HTML elements that are open."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._level = 1
        self._lists = 0
        self._details: list[int] = []  # the level over the summary of each that is open
        self._prefix = ""
        self._href = ""
        self._rows: list[list[Cell]] | None = None
        self._cell: list[Line] | None = None
        self._pieces: list[str] = []
        self._start = 0
        self._line = Line("", 1)
        self._wrote = False

    def keep(self, line: Line) -> None:
        """Take *line* as it is."""
        (self.lines if self._cell is None else self._cell).append(line)

    def line(self, line: Line) -> None:
        """Rewrite one line; what is open at its end stays open."""
        self._line, self._start, self._wrote = line, 0, False
        if line.text.startswith("#"):
            self.end_table()  # one that nobody closed
            self._level = len(line.text) - len(line.text.lstrip("#"))
            self._details = [level for level in self._details if level < self._level]
        done = 0
        for token in _TOKEN.finditer(line.text):
            self._pieces.append(line.text[done : token.start()])
            done = token.end()
            if token["tag"]:
                done = self._tag(token)
            else:
                text = token.group()
                self._pieces.append(text if text[0] == "`" else " ".join(unescape(text).split()) or " ")
        self._pieces.append(line.text[done:])
        self._cut(len(line.text))
        if not self._wrote and self._cell is None:
            self.lines.append(Line("", line.number, line.column))

    def _tag(self, token: re.Match[str]) -> int:
        """Take one tag; where the text after it begins."""
        tag, ends, after = token["tag"].lower(), bool(token["end"]), token.end()
        if tag in _INLINE_MARKS:
            self._pieces.append(_INLINE_MARKS[tag])
            return self._label(after) if ends and tag in ("b", "strong") else after
        if tag == "a":
            self._link(token)
        elif tag == "br" and self._line.text.lstrip().startswith("|"):
            self._pieces.append(token.group())
        elif tag not in _RUNNING:
            self._cut(token.start(), after)
            self._element(tag, ends=ends)
        elif tag == "span" and ends and self._line.text.startswith("<span", after):
            self._pieces.append("\t")  # set apart by a style sheet only
        return after

    def _label(self, after: int) -> int:
        """A bold phrase that opens a line and has a colon is a label: the text after it gets its own line."""
        if len(self._pieces) > _FEW_PIECES:
            return after
        text = _LOOSE.sub(r"**\1**", "".join(self._pieces))
        colon = _COLON.match(self._line.text, after)
        if not _LABEL.match(text) or not (colon or text.endswith((":**", ".**"))):
            return after
        if colon:
            self._pieces.append(":")
            after = colon.end()
        self._cut(after, after)
        return after

    def _link(self, token: re.Match[str]) -> None:
        if token["end"]:
            self._pieces.append(f"]({self._href})" if self._href else "")
            self._href = ""
        else:
            href = _HREF.search(token["rest"])
            self._href = href[1] if href else ""
            self._pieces.append("[" if self._href else "")

    def _element(self, tag: str, *, ends: bool) -> None:
        """Open or close a block element."""
        if tag in ("ul", "ol"):
            self._lists = max(0, self._lists + (-1 if ends else 1))
        elif tag == "details":
            self._open_details(ends=ends)
        elif tag == "hr":
            self.keep(Line("---", self._line.number, self._line.column))
        elif tag == "table":
            self.end_table()
            self._rows = None if ends else []
        elif tag in _LABELS:
            self._prefix = ""
            self.keep(Line("" if ends else f"**{tag.capitalize()}:**", self._line.number, self._line.column))
        elif tag in ("tr", "td", "th"):
            self._table_part(tag, ends=ends)
        else:
            self._prefix = "" if ends else self._opening(tag)

    def _open_details(self, *, ends: bool) -> None:
        """What stands inside a box changes nothing for the next one beside it."""
        if not ends:
            inside = self._details[-1] + 1 if self._details else 0
            self._details.append(max(self._level, inside))
        elif self._details:
            self._level = self._details.pop()

    def _opening(self, tag: str) -> str:
        """What stands before the text of an element."""
        if tag == "li":
            return "  " * max(0, self._lists - 1) + "- "
        if tag == "summary":
            return "#" * min(6, (self._details or [self._level])[-1] + 1) + " "
        if tag == "title":
            self._level = 1
            return "# "
        if tag[0] == "h" and tag[1:].isdigit():
            self._level = int(tag[1:])
            return "#" * self._level + " "
        return self._prefix

    def _table_part(self, tag: str, *, ends: bool) -> None:
        if self._cell is not None and self._rows:
            self._rows[-1].append(tuple(self._cell))
            self._cell = None
        if self._rows is not None and tag == "tr" and not ends:
            self._rows.append([])
        elif self._rows and not ends:
            self._cell = []

    def end_table(self) -> None:
        """Write the table that is open: stories as labelled lines, anything else as a pipe table."""
        if self._cell is not None and self._rows:
            self._rows[-1].append(tuple(self._cell))
        rows = [row for row in self._rows or () if any(row)]
        self._rows = self._cell = None
        self.lines.extend(labelled(rows, self._level + 1) or _pipes(rows))

    def _cut(self, end: int, after: int = 0) -> None:
        """End the line of Markdown here; the next one begins at *after*."""
        text = "".join(self._pieces)
        start, self._start, self._pieces = self._start, after, []
        if not text.strip():
            return
        if "**" in text and "<" in self._line.text:
            text = _LOOSE.sub(r"**\1**", text)
        if self._prefix.startswith("#"):
            text = text.replace("**", "")
        raw = self._line.text[start:end]
        if self._prefix or start or self._cell is not None:
            start += len(raw) - len(raw.lstrip())
            text = self._prefix + text.strip()
        column = self._line.column + start - len(self._prefix)
        if not self._prefix.startswith("#"):
            self._prefix = ""
        self._wrote = True
        self.keep(Line(text, self._line.number, max(1, column)))


def _pipes(rows: Sequence[Sequence[Cell]]) -> list[Line]:
    """Rows of cells as the lines of a pipe table."""
    found: list[Line] = []
    for at, row in enumerate(rows):
        first = next(cell[0] for cell in row if cell)
        texts = (" ".join(line.text.strip() for line in cell).replace("|", "\\|") for cell in row)
        found.append(Line(f"| {' | '.join(texts)} |", first.number, 1))
        if at == 0:
            found.append(Line("|" + "---|" * len(row), first.number, 1))
    return found
