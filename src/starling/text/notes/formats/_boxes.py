"""Boxes of MkDocs, Docusaurus, Quarto and GitBook, whose title stands on the line that opens them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starling.model.story import Line
from starling.text.notes.labels import meanings

_CUES = ("!!!", "???", ":::", "{%")
_BOX = re.compile(
    r"(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+\w[^\n]*|:{3,}[^\n]*|\{%[^\n{}]*%\})[ \t]*$", re.ASCII
)
_TITLE = re.compile(
    r"(?:(?:!!!|\?\?\?)[^\"\n]{0,60}|[^\n]{0,80}\btitle[ \t]*=[ \t]*)\"(?P<quoted>[^\"\n]{1,200})\""
    r"|:{3,}[ \t]*[\w-]{1,30}\[(?P<in>[^\n]{1,200})\]"
    r"|:{3,}[ \t]*(?:[\w-]{1,30}|\{[\w-]{1,30}\})[ \t]+(?P<bare>[^\s{][^\n]{0,200})"
    r"|:{3,}[ \t]*\{?\.?(?P<name>[\w-]{1,30})\}?[ \t]*$"
)


def unfold_boxes(lines: Sequence[Line]) -> Sequence[Line]:
    """*lines* with the title of each box in bold on its line, and nothing where a box ends."""
    if not any(line.text.lstrip(" \t").startswith(_CUES) for line in lines):
        return lines
    return [_unfolded(line) for line in lines]


def _unfolded(line: Line) -> Line:
    box = _BOX.match(line.text) if line.text.lstrip(" \t").startswith(_CUES) else None
    if box is None:
        return line
    found = _TITLE.match(line.text, box.end("indent"))
    group = found.lastgroup if found else None
    if found is None or group is None or (group == "name" and not _is_part(found["name"])):
        return Line("", line.number, line.column)
    column = line.column + found.start(group) - box.end("indent") - 2
    return Line(f"{box['indent']}**{found[group].strip()}**", line.number, max(1, column))


def _is_part(name: str) -> bool:
    """Whether a box without a title is called by one of STAR's own words: "::: situation"."""
    return any(meaning.sure for meaning in meanings(name))
