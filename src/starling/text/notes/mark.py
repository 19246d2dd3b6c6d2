"""What one line of notes looks like: its quote marks, indent, list mark, heading level and label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import numeric

from starling.model.story import Line
from starling.text.notes.label import Label, find_label
from starling.text.notes.labels import meanings

_CONTAINER = re.compile(
    r"(?P<quote>[ \t]*(?:>[ \t]?)+)?"
    r"(?P<indent>[ \t]*)"
    r"(?:(?P<level>#{1,6})(?=[^#!])[ \t]*|(?P<cell>\|)[ \t]*)?"
    r"(?:\[[\d/., -]{0,14}\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\][ \t]+)?"  # the time of a message
    r"(?P<list>(?:(?:[-+•◦▪‣·●○–—\uf0b7\uf0a7]|o(?=\t|[ ]{2})|\*(?!\*)|\(?\d{1,3}[.)](?!\d))[ \t]+"
    r"(?:\[[ xX]\][ \t]+)?"
    r"|\[[ xX]\][ \t]+"  # a box without a list mark
    r"|(?:\d\ufe0f?\u20e3|[①-⑳❶-❿])[ \t]*"  # keycaps and figures in circles
    r"|\(?(?:[a-h]|[ivx]{1,4})[.)][ \t]+(?=[*_]{0,3}(?:situation|task|action|result)))?)",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|[—–]{3,}[ \t]*)$"
)
FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
"""A line that opens or closes code."""
_HASHTAGS = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?(?:#[A-Za-z][\w/-]{1,60}(?:,?[ \t]+#[A-Za-z][\w/-]{1,60})+"
    r"|#[a-z][a-z\d/_-]{1,60})[ \t]*$"
)
"""A line of hashtags, which is no heading: two or more, or one in small letters."""
HASHTAGS = "#"
"""What stands for the words of a label that a line of hashtags is."""
_EMPTY = " \t>|\u00a0\u200b\ufeff"


@dataclass(frozen=True)
class Mark:
    """One line of notes and what it looks like; ``fenced`` lines are code and have no structure."""

    line: Line
    quote: int = 0
    indent: int = 0
    bullet: str = ""
    level: int = 0
    cell: bool = False
    body: int = 0
    label: Label | None = None
    rule: bool = False
    fenced: bool = False

    @cached_property
    def text(self) -> str:
        """What the line says, without the marks of its container."""
        return self.line.text[self.body :].strip()

    @cached_property
    def rest(self) -> str:
        """What the line says after its label."""
        return self.line.text[self.label.end :].strip() if self.label else self.text

    @cached_property
    def blank(self) -> bool:
        """Whether the line says nothing."""
        return not self.text.strip(_EMPTY)

    @property
    def heading(self) -> bool:
        """Whether the line is a heading and not the label of a part."""
        return self.level > 0 and not self.fenced and not (self.label and self.label.core)

    @property
    def numbered(self) -> bool:
        """Whether the line is an item of a numbered list."""
        return self.bullet.strip("(")[:1].isnumeric()

    def follows(self, other: Mark) -> bool:
        """Whether this is the item after *other* in one numbered list: "2)" after "1)", "②" after "①"."""
        if not (self.numbered and other.numbered and self.indent == other.indent):
            return False
        (number, sign), (before, alike) = _number(self.bullet), _number(other.bullet)
        return number == before + 1 and sign == alike

    @cached_property
    def bold(self) -> bool:
        """Whether the whole line is one bold phrase."""
        mark = self.text[:2]
        return mark in ("**", "__") and self.text.rstrip(":").endswith(mark) and self.text.strip("*_:") != ""


def _number(bullet: str) -> tuple[int, str]:
    """The number in a list mark, and the sign after it: nothing after a figure in a circle."""
    figures = "".join(filter(str.isnumeric, bullet))
    number = int(figures) if figures.isdecimal() else int(numeric(figures))
    return number, bullet.rpartition(figures)[2][-1:]


def mark(line: Line) -> Mark:
    """One line with its marks."""
    text = line.text
    if "#" in text and _HASHTAGS.match(text) and not (text.count("#") == 1 and meanings(text)):
        body = text.index("#")
        return Mark(line, body=body, label=Label(HASHTAGS, body, "plain", meanings("tags")))
    container = _CONTAINER.match(text)
    if container is None or _RULE.match(text) or FENCE.match(text):
        return Mark(line, quote=_depth(text), body=len(text), rule=True)
    level = len(container["level"] or "")
    body = container.end()
    label = None if text.startswith("<!--", body) else find_label(text, body, heading=level > 0)
    if label is not None and "[ ]" in (container["list"] or "") and not text[label.end :].strip():
        label = None  # a box to tick for a part
    return Mark(
        line,
        quote=(container["quote"] or "").count(">"),
        indent=len((container["indent"] or "").expandtabs(4)),
        bullet=(container["list"] or "").strip(),
        level=level,
        cell=container["cell"] is not None,
        body=body,
        label=label,
    )


def says_nothing(text: str) -> bool:
    """Whether a line of a page is blank, a rule or a fence."""
    return not text.strip(_EMPTY) or _RULE.match(text) is not None or FENCE.match(text) is not None


def blank_before(found: Sequence[Mark], index: int) -> bool:
    """Whether a mark is the first, or stands under a line that says nothing."""
    return index == 0 or found[index - 1].blank


def _depth(text: str) -> int:
    return text[: len(text) - len(text.lstrip(" \t>"))].count(">")
