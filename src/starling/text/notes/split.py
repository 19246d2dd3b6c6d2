"""Lines with several labels, and tables with a column for each part, cut so that each label begins a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.labels import Kind, meanings
from starling.text.notes.vocabulary import SELF
from starling.text.words import words

_MARKED = re.compile(
    r"(?<![\w)\]])[(\[]([STARC]|Situation|Task|Actions?|Results?)[)\]](?![(\[]|ituation|ask|ction|esult)"
)
_BOLD = re.compile(r"(?:\*\*|__)([^*_\n]{1,40})(?:\*\*|__)\s{0,3}:?")
_WORD = re.compile(r"(?<![\w*(/-])(Situation|Task|Actions?|Results?|S|T|A|R)\s?(?::|\s[–-]\s)", re.IGNORECASE)
_SPOKEN = re.compile(
    r"[ \t>*_-]*(?:\[[^\[\]\n]{1,30}\] )?([A-Z][\w .]{0,25}?)[*_]{0,2}:[*_]{0,2}[ \t]+"
    r"(?=[*_]{0,2}(?:Situation|S)[*_]{0,2}\s?:)(?!S:.*\b[A-Z]:.*\b[A-Z]:)"
)
"""A speaker before the first label of a story: "Me: Situation: ..."."""
_BEFORE = 90
"""Characters that may stand before the first of several labels on a line."""
_PARTS = 3
"""Parts that plain words on one line, or the columns of a table, must name."""
_TAIL = re.compile(r"[ \t]*[|;][ \t]*$")
_DELIMITER = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*$")


def one_label_a_line(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same text in the same order, where each label that stands inside a line begins its own."""
    letters = any(len({found[1] for found in _MARKED.finditer(line.text)}) > 1 for line in lines)
    return tuple(piece for line in _columns(lines) for piece in _cut(line, letters=letters))


def _cut(line: Line, *, letters: bool) -> Iterator[Line]:
    cuts = _cuts(line.text, letters=letters)
    if not cuts:
        yield line
        return
    leading = line.text[: cuts[0]].strip(" \t>*-•|")
    begins = [0, *cuts] if leading else [0, *cuts[1:]]
    for begin, end in zip(begins, [*begins[1:], len(line.text)], strict=True):
        text = line.text[begin:end]
        yield Line(_TAIL.sub("", text) if end < len(line.text) else text, line.number, line.column + begin)


def _cuts(text: str, *, letters: bool) -> list[int]:
    """Where labels begin inside a line that has more than one."""
    if letters:
        marked = [found.start() for found in _MARKED.finditer(text)]
        if marked:
            return marked
    spoken = _SPOKEN.match(text)
    if spoken and not meanings(spoken[1]):
        return [spoken.end()]
    bold = [(found.start(), _kind(found[1])) for found in _BOLD.finditer(text) if _is_label(found)]
    if len({kind for _, kind in bold if kind}) > 1:
        return [start for start, kind in bold if kind]
    words = [(found.start(), _kind(found[1])) for found in _WORD.finditer(text)]
    order = [CORE.index(kind) for _, kind in words if kind in CORE]
    if len(set(order)) < _PARTS or order != sorted(order):
        return []
    before = text[: words[0][0]].strip(" \t>*-•|")
    ended = len(before) < _BEFORE and before[-1:] in ("", ".", ":", "-", "–", "—")
    return [start for start, _ in words] if ended else []


def _is_label(found: re.Match[str]) -> bool:
    """Whether a bold phrase inside a line is written as a label is: with a colon, or one letter."""
    return found.group().endswith(":") or found[1].rstrip()[-1:] in ":." or len(found[1].strip()) == 1


def _kind(words: str) -> Kind | None:
    known = meanings(words.strip(" :.\t"))
    return known[0].kinds[0] if known else None


def _columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Tables whose heading row names the parts, with the heading of its column over each cell."""
    heads: list[Line] = []
    for index, line in enumerate(lines):
        row = line.text.lstrip(" \t>").startswith("|") or bool(heads)
        if not row or "|" not in line.text:
            heads = []
            yield line
        elif heads and _DELIMITER.match(line.text):
            continue
        elif heads and _is_chore(heads, line):
            yield line
        elif heads:
            yield from _row(heads, list(_cells(line)))
        elif index + 1 < len(lines) and _DELIMITER.match(lines[index + 1].text) and _names_parts(line):
            heads = list(_cells(line))
        else:
            yield line


def _is_chore(heads: Iterable[Line], row: Line) -> bool:
    """Whether a row of tasks and results has no situation, and nobody speaks in it."""
    scene = any(_part(head) is PartKind.SITUATION for head in heads)
    return not scene and all(word.lower not in SELF for word in words(row.text))


def _row(heads: list[Line], cells: list[Line]) -> Iterator[Line]:
    """A row as a story: what its other columns say, then each part under the heading of its column."""
    pairs = [(head, cell, _part(head)) for head, cell in zip(heads, cells, strict=False)]
    for _, cell, part in pairs:
        if part is None and any(map(str.isalpha, cell.text)):
            yield Line("", cell.number, cell.column)
            yield cell
    for head, cell, part in pairs:
        if part is not None:
            yield head
            yield cell


def _part(head: Line) -> Kind | None:
    kind = _kind(head.text.strip("*_ "))
    return kind if kind in CORE else None


def _names_parts(line: Line) -> bool:
    return len({_part(cell) for cell in _cells(line)} - {None}) >= _PARTS


def _cells(line: Line) -> Iterable[Line]:
    """The cells of a table row, each where it stands; an empty cell is an empty line."""
    text = line.text.rstrip(" \t")
    start = len(text) - len(text.lstrip(" \t>"))
    start += text[start : start + 1] == "|"
    end = len(text) - (text[-1:] == "|")
    for cell in re.split(r"(?<!\\)\|", text[start:end]):
        inner = cell.strip()
        offset = cell.index(inner) if inner else 0
        yield Line(inner, line.number, line.column + start + offset)
        start += len(cell) + 1
