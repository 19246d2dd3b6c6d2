"""The lines of a page with what each looks like: code, headings, labels that others beside them show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.label import Label, find_label
from starling.text.notes.mark import FENCE, HASHTAGS, Mark, blank_before, mark, says_nothing
from starling.text.notes.unmarked import free_titles, label_unmarked

__all__ = ["HASHTAGS", "Label", "Mark", "blank_before", "find_label", "mark", "marks", "says_nothing"]

_FRONT_MATTER = 200
"""Lines that the YAML at the head of a page may have."""
FRONT = {"---": ("---", "..."), "+++": ("+++",)}
"""What opens the data at the head of a page, and what closes it."""
_KEY = re.compile(r"[\w\"'][\w .\"'/-]{0,60}(?::(?:[ \t]|$)|=)")
_TITLE = 80
"""Characters that an underlined heading may have."""
_STORY_IN_CODE = 3
"""Parts of a story that make a code block a story."""


def marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Every line with its marks, in order; one pass, linear in the length of the text."""
    hidden = _code(lines)
    found = [
        Mark(line, fenced=True) if fenced else mark(line) for line, fenced in zip(lines, hidden, strict=True)
    ]
    label_unmarked(found)
    _underlined(found)
    free_titles(found)
    _ruled(found)
    return tuple(found)


def _code(lines: Sequence[Line]) -> list[bool]:
    """Which lines are code: between two fences, unless three parts of a story stand there."""
    hidden = [False] * len(lines)
    opened: tuple[int, str] | None = None
    for index in range(_front_matter(lines, hidden), len(lines)):
        fence = FENCE.match(lines[index].text)
        if fence is not None and opened is None:
            opened = (index, fence[1])
        elif fence is not None and opened is not None and fence[1].startswith(opened[1]):
            if not _tells(lines[opened[0] + 1 : index]):
                hidden[opened[0] : index + 1] = [True] * (index + 1 - opened[0])
            opened = None
    return hidden


def _front_matter(lines: Sequence[Line], hidden: list[bool]) -> int:
    """Hide the YAML or TOML between two rules at the head of a page; where the page itself begins."""
    ends = FRONT.get(lines[0].text.strip(), ()) if lines else ()
    if ends:
        for index in range(1, min(len(lines), _FRONT_MATTER)):
            if lines[index].text.strip() in ends:
                if not _is_data(lines[1:index]) or _tells(lines[1:index]):
                    return 0
                hidden[: index + 1] = [True] * (index + 1)
                return index + 1
    return 0


def _is_data(lines: Sequence[Line]) -> bool:
    """Whether what stands between two rules begins with a key, and is no page that begins with a rule."""
    texts = (line.text for line in lines if line.text.strip() and not line.text.startswith("#"))
    return _KEY.match(next(texts, "key:")) is not None


def _tells(lines: Sequence[Line]) -> bool:
    labels = (mark(line).label for line in lines)
    kinds = {label.kinds[0] for label in labels if label is not None and label.kinds}
    return len(kinds & set(CORE)) >= _STORY_IN_CODE


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
    """Blank the rule under the head of a table that is a part of a story; the name of a measure is none."""
    for index in range(1, len(found)):
        mark, head = found[index], found[index - 1]
        if mark.cell and head.label is not None and head.label.core and not mark.text.strip(" |:-"):
            if head.label.kinds[0] is PartKind.OTHER:
                found[index - 1] = replace(head, label=None)
            else:
                found[index] = Mark(replace(mark.line, text=""), quote=mark.quote)


def _may_be_title(mark: Mark) -> bool:
    labelled = mark.label is not None and (mark.rest != "" or mark.label.form != "plain")
    marked = mark.rule or mark.fenced or labelled or mark.bullet or mark.level
    return not marked and not mark.blank and len(mark.text) <= _TITLE
