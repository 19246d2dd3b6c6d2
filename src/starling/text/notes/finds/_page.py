"""A page of notes as a reader sees it: what each line says, and the headings and items it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from starling.model.notes import Region
from starling.text.notes.marks import Mark

_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
_NUMBER = re.compile(
    r"(?:#?\d{1,3}(?:\.\d{1,3}){0,3}[.):]|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s+[\"“A-Z])|#\d{1,3}|[IVX]{1,4}[.)])\s+"
)
_SYMBOLS = re.compile(r"^[^\w\"“(<\[$#'‘*_`~]++|(?<![^\w\"”)>\]%?!.'’*_`+])[^\w\"”)>\]%?!.'’*_`+]++$")
_MARKS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w|[.?!])_{1,3}(?!\w)|`|~~|</?\w{1,10}>")
_WIKI = re.compile(r"\[\[([^\[\]\n|]{0,200}\|)?([^\[\]\n]{0,200})\]\]")


@dataclass(frozen=True)
class Row:
    """One line, and the indexes of the lines it stands under, nearest first."""

    mark: Mark
    taken: bool
    heading: bool
    under: tuple[int, ...]

    @cached_property
    def text(self) -> str:
        """What the line says, without marks; nothing for code."""
        return "" if self.mark.fenced or self.mark.rule else says(self.mark.text)

    @property
    def number(self) -> int:
        """Its line in the source."""
        return self.mark.line.number

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.mark.bullet) and not self.heading


def says(text: str) -> str:
    """*text* without emphasis, links' targets, list numbers, and symbols around it."""
    text = _WIKI.sub(r"\2", _LINK.sub(r"\1", text)) if "[" in text else text
    text = " ".join(_MARKS.sub("", text).split())
    text = _SYMBOLS.sub("", text)
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def page(found: Sequence[Mark], taken: Sequence[Region]) -> tuple[Row, ...]:
    """Every line with what it stands under; *taken* regions keep their lines."""
    claimed = {number for region in taken for number in range(region.first, region.last + 1)}
    rows: list[Row] = []
    headings: list[tuple[int, int]] = []
    items: list[tuple[int, int]] = []
    for index, mark in enumerate(found):
        level = _level(mark)
        if level:
            headings = [(depth, at) for depth, at in headings if depth < level]
            items = []
        elif not mark.blank:
            items = [(depth, at) for depth, at in items if depth < _depth(mark)]
        under = (*(at for _, at in reversed(items)), *(at for _, at in reversed(headings)))
        rows.append(Row(mark, mark.line.number in claimed, bool(level), under))
        if level:
            headings.append((level, index))
        elif not mark.blank and not mark.fenced and not mark.rule:
            items.append((_depth(mark), index))
    return tuple(rows)


_BOLD_LEVEL = 7
"""A line that is bold and nothing else heads what follows, below every real heading."""


def _level(mark: Mark) -> int:
    if mark.level or mark.fenced:
        return 0 if mark.fenced else mark.level
    alone = mark.bold and not mark.bullet and not mark.indent
    return _BOLD_LEVEL if alone and "?" not in mark.text[-6:] else 0


def _depth(mark: Mark) -> int:
    """How deep a line stands: an item under the plain line that introduces it is deeper than that line."""
    return 2 * mark.indent + (1 if mark.bullet else 0)
