"""What a line of notes looks like: its quote marks, indent, list mark, heading level and label."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.label import Label, find_label
from starling.text.notes.labels import meanings

__all__ = ["Label", "Mark", "blank_before", "find_label", "mark", "marks", "says_nothing"]

_CONTAINER = re.compile(
    r"(?P<quote>[ \t]*(?:>[ \t]?)+)?"
    r"(?P<indent>[ \t]*)"
    r"(?:(?P<level>#{1,6})(?=[^#!])[ \t]*|(?P<cell>\|)[ \t]*)?"
    r"(?:\[[\d/., -]{0,14}\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\][ \t]+)?"  # the time of a message
    r"(?P<list>(?:(?:[-+•◦▪‣·●○–—\uf0b7\uf0a7]|o(?=\t|[ ]{2})|\*(?!\*)|\(?\d{1,3}[.)](?!\d))[ \t]+"
    r"(?:\[[ xX]\][ \t]+)?"
    r"|(?:\d\ufe0f?\u20e3|[①-⑳❶-❿])[ \t]*"  # keycaps and figures in circles
    r"|\(?(?:[a-h]|[ivx]{1,4})[.)][ \t]+(?=[*_]{0,3}(?:situation|task|action|result)))?)",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|[—–]{3,}[ \t]*)$"
)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_HASHTAGS = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?#[A-Za-z][\w/-]{1,60}(?:,?[ \t]+#[A-Za-z][\w/-]{1,60})+[ \t]*$"
)
"""A line of two hashtags or more, which is no heading."""
HASHTAGS = "#"
"""What stands for the words of a label that a line of hashtags is."""
_EMPTY = " \t>|\u00a0\u200b\ufeff"
_BARE = 40
"""Characters of a label that stands on its line without any mark."""
_REACH = 40
"""Lines from such a label to the next of the same story."""
_ORDER = "STARL"
_LETTER = re.compile(r"([STARL])[ \t]+(?=[\w\"“'(~<>+-])")
_LETTERS = 2
"""Letters without a mark that are labels where more of them stand in a row."""
_FRONT_MATTER = 200
"""Lines that the YAML at the head of a page may have."""
_KEY = re.compile(r"[\w\"'][\w .\"'/-]{0,60}:(?:[ \t]|$)")
_TITLE = 80
"""Characters that an underlined heading may have."""
_STORY_IN_CODE = 3
"""Parts of a story that make a code block a story."""


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
        return self.bullet.strip("(")[:1].isdigit()

    def follows(self, other: Mark) -> bool:
        """Whether this is the item after *other* in one numbered list: "2)" after "1)"."""
        alike = self.indent == other.indent and self.bullet[-1:] == other.bullet[-1:]
        return alike and self.numbered and other.numbered and _number(self) == _number(other) + 1

    @cached_property
    def bold(self) -> bool:
        """Whether the whole line is one bold phrase."""
        mark = self.text[:2]
        return mark in ("**", "__") and self.text.rstrip(":").endswith(mark) and self.text.strip("*_:") != ""


def _number(mark: Mark) -> int:
    return int("".join(filter(str.isdecimal, mark.bullet)))


def marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Every line with its marks, in order; one pass, linear in the length of the text."""
    hidden = _code(lines)
    found = [
        Mark(line, fenced=True) if fenced else mark(line) for line, fenced in zip(lines, hidden, strict=True)
    ]
    _bare(found)
    _lettered(found)
    _underlined(found)
    _ruled(found)
    return tuple(found)


def mark(line: Line) -> Mark:
    """One line with its marks."""
    text = line.text
    if "#" in text and _HASHTAGS.match(text):
        body = text.index("#")
        return Mark(line, body=body, label=Label(HASHTAGS, body, "plain", meanings("tags")))
    container = _CONTAINER.match(text)
    if container is None or _RULE.match(text) or _FENCE.match(text):
        return Mark(line, quote=_depth(text), body=len(text), rule=True)
    level = len(container["level"] or "")
    body = container.end()
    return Mark(
        line,
        quote=(container["quote"] or "").count(">"),
        indent=len((container["indent"] or "").expandtabs(4)),
        bullet=(container["list"] or "").strip(),
        level=level,
        cell=container["cell"] is not None,
        body=body,
        label=find_label(text, body, heading=level > 0),
    )


def says_nothing(text: str) -> bool:
    """Whether a line of a page is blank, a rule or a fence."""
    return not text.strip(_EMPTY) or _RULE.match(text) is not None or _FENCE.match(text) is not None


def blank_before(found: Sequence[Mark], index: int) -> bool:
    """Whether a mark is the first, or stands under a line that says nothing."""
    return index == 0 or found[index - 1].blank


def _depth(text: str) -> int:
    return text[: len(text) - len(text.lstrip(" \t>"))].count(">")


def _code(lines: Sequence[Line]) -> list[bool]:
    """Which lines are code: between two fences, unless three parts of a story stand there."""
    hidden = [False] * len(lines)
    opened: tuple[int, str] | None = None
    for index in range(_front_matter(lines, hidden), len(lines)):
        fence = _FENCE.match(lines[index].text)
        if fence is not None and opened is None:
            opened = (index, fence[1])
        elif fence is not None and opened is not None and fence[1].startswith(opened[1]):
            if not _tells(lines[opened[0] + 1 : index]):
                hidden[opened[0] : index + 1] = [True] * (index + 1 - opened[0])
            opened = None
    return hidden


def _front_matter(lines: Sequence[Line], hidden: list[bool]) -> int:
    """Hide the YAML between two rules at the head of a page; where the page itself begins."""
    if lines and lines[0].text.strip() == "---":
        for index in range(1, min(len(lines), _FRONT_MATTER)):
            if lines[index].text.strip() in ("---", "..."):
                if not _is_yaml(lines[1:index]) or _tells(lines[1:index]):
                    return 0
                hidden[: index + 1] = [True] * (index + 1)
                return index + 1
    return 0


def _is_yaml(lines: Sequence[Line]) -> bool:
    """Whether what stands between two rules begins with a key, and is no page that begins with a rule."""
    texts = (line.text for line in lines if line.text.strip() and not line.text.startswith("#"))
    return _KEY.match(next(texts, "key:")) is not None


def _tells(lines: Sequence[Line]) -> bool:
    labels = (mark(line).label for line in lines)
    kinds = {label.kinds[0] for label in labels if label is not None and label.kinds}
    return len(kinds & set(CORE)) >= _STORY_IN_CODE


def _bare(found: list[Mark]) -> None:
    """Label the lines that are the name of a part and nothing else: beside others, or over a list."""
    sure = [index for index, mark in enumerate(found) if _is_bare(mark)]
    told = [index for index, mark in enumerate(found) if mark.label is not None and mark.label.core]
    for index, mark in enumerate(found) if len(told) > 1 else ():
        if mark.label or mark.bullet or mark.level or mark.fenced or not 0 < len(mark.text) < _BARE:
            continue
        beside = len(sure) > 1 and mark.text[0].isupper() and _near(sure, index) > 0
        if beside or (_heads_list(found, index) and _near(told, index) > 1):
            known = meanings(mark.text)
            if any(isinstance(each.kinds[0], PartKind) for each in known):
                label = Label(mark.text, len(mark.line.text), "plain", known)
                found[index] = replace(mark, label=label)


def _near(places: Sequence[int], index: int) -> int:
    """How many of some sorted places are within reach."""
    return bisect_left(places, index + _REACH) - bisect_left(places, index - _REACH)


def _heads_list(found: Sequence[Mark], index: int) -> bool:
    """Whether a list item stands right below a line."""
    return index + 1 < len(found) and bool(found[index + 1].bullet)


def _lettered(found: list[Mark]) -> None:
    """Label the letters of lines in a row that begin with S, T, A and R and nothing behind the letter."""
    index = 0
    while index < len(found):
        row = _row(found, index)
        for at, letter in row if len(row) > _LETTERS else ():
            end = letter.end()
            found[at] = replace(found[at], label=Label(letter[1], end, "plain", meanings(letter[1])))
        index += max(1, len(row))


def _row(found: Sequence[Mark], first: int) -> list[tuple[int, re.Match[str]]]:
    """The lines from *first* on that begin with the letters of a story in their order, by index."""
    row: list[tuple[int, re.Match[str]]] = []
    for at in range(first, min(len(found), first + len(_ORDER))):
        mark = found[at]
        letter = None if mark.label or mark.fenced else _LETTER.match(mark.line.text, mark.body)
        last = _ORDER.index(row[-1][1][1]) if row else -1
        if letter is None or _ORDER.index(letter[1]) <= last or (not row and letter[1] != "S"):
            break
        row.append((at, letter))
    return row


def _is_bare(mark: Mark) -> bool:
    """Whether a line is one of STAR's own words and nothing else."""
    label = mark.label
    bare = label is not None and label.form == "plain" and not (mark.bullet or mark.level or mark.cell)
    return bare and label is not None and label.sure and label.core and label.words == mark.text


def _underlined(found: list[Mark]) -> None:
    """Turn a short line over a line of === or --- into the heading that it is."""
    for index in range(1, len(found)):
        rule, title = found[index], found[index - 1]
        underline = rule.line.text.strip()
        if not rule.rule or (underline.strip("=") and underline.strip("-")):
            continue
        if _may_be_title(title) and (blank_before(found, index - 1) or found[index - 2].rule):
            level = 1 if underline[0] == "=" else 2
            label = find_label(title.line.text, title.body, heading=True)
            found[index - 1] = replace(title, level=level, label=label)
            found[index] = Mark(replace(rule.line, text=""))


def _ruled(found: list[Mark]) -> None:
    """Blank the rule under the head of a table where that head is a part of a story."""
    for index in range(1, len(found)):
        mark, head = found[index], found[index - 1]
        if mark.cell and head.label is not None and head.label.core and not mark.text.strip(" |:-"):
            found[index] = Mark(replace(mark.line, text=""), quote=mark.quote)


def _may_be_title(mark: Mark) -> bool:
    labelled = mark.label is not None and (mark.rest != "" or mark.label.form != "plain")
    marked = mark.rule or mark.fenced or labelled or mark.bullet or mark.level
    return not marked and not mark.blank and len(mark.text) <= _TITLE
