"""Lines with several labels, and tables with a column for each part, cut so that each label begins a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from starling.model.story import CORE, Line, PartKind
from starling.text.notes.labels import Kind, meanings
from starling.text.notes.talk import Turn, turn
from starling.text.notes.vocabulary import ME, SELF
from starling.text.words import words

_MARKED = re.compile(
    r"(?<![\w)\]])[(\[]([STARC]|Situation|Task|Actions?|Results?)[)\]](?![(\[]|ituation|ask|ction|esult)"
)
_NAMED = re.compile(r"\b(situation|task|actions?|results?|context|[starc])\s*$", re.IGNORECASE)
_NAME = 12
"""Characters that the name of a part before its letter has at most."""
_BOLD = re.compile(r"(?<![\w*_])([*_]{1,3})([^*_\n]{1,40})\1(?![*_])(?:\s{0,3}:|\s[–—-](?=\s))?")
_WORD = re.compile(r"(?<![\w*(/-])(Situation|Task|Actions?|Results?|S|T|A|R)\s?(?::|\s[–-]\s)", re.IGNORECASE)
_PAIR = re.compile(
    r"[ \t>*•-]{0,9}(?P<one>Situation|Task|Actions?|S|T|A)\s?:.{0,2000}?[.!?;|”\"][ \t]+"
    r"(?P<other>Task|Actions?|Results?|T|A|R)\s?:\s"
)
"""Two labels on one line."""
_PART = re.compile(
    r"(?![STAR]:.{0,500}\b[A-Z]:.{0,500}\b[A-Z]:)"
    r"[*_]{0,2}(?:Situation|Task|Actions?|Results?|[STAR])[*_]{0,2}\s?:"
)
"""The label of a part behind a speaker ("Me: Situation: ..."), whose name says nothing."""
_BEFORE = 90
"""Characters that may stand before the first of several labels on a line."""
_PARTS = 3
"""Parts that plain words on one line, or the columns of a table, must name."""
_TAIL = re.compile(r"[ \t]*[|;][ \t]*$")
_DELIMITER = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*$")


def one_label_a_line(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same text in the same order, where each label that stands inside a line begins its own."""
    letters = any(len({found[1] for found in _MARKED.finditer(line.text)}) > 1 for line in lines)
    said = tuple(_without_speakers(lines))
    return tuple(piece for line in _columns(said) for piece in _cut(line, letters=letters))


def _without_speakers(lines: Sequence[Line]) -> Iterator[Line]:
    """*lines* without who says a part and when; a name that comes once and has no time is a title."""
    spoken = {at: found for at, line in enumerate(lines) if (found := _speaker(line)) is not None}
    names = Counter(found.name for found in spoken.values())
    for at, line in enumerate(lines):
        found = spoken.get(at)
        if found is None:
            yield line
            continue
        if names[found.name] == 1 and not found.timed and found.name.lower() not in ME:
            yield Line(line.text[: found.end], line.number, line.column)
        yield Line(line.text[found.end :], line.number, line.column + found.end)


def _speaker(line: Line) -> Turn | None:
    """Who says a part on this line, or None."""
    found = turn(line.text) if ":" in line.text else None
    return found if found is not None and _PART.match(line.text, found.end) else None


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
    bold = [(found.start(), _kind(found[2])) for found in _BOLD.finditer(text) if _is_label(found)]
    if len({kind for _, kind in bold if kind}) > 1:
        return [start for start, kind in bold if kind]
    if letters:
        marked = [found.start() for found in _MARKED.finditer(text) if not _restates(text, found)]
        if marked:
            return marked
    words = [(found.start(), _kind(found[1])) for found in _WORD.finditer(text)]
    order = [CORE.index(kind) for _, kind in words if kind in CORE]
    if len(set(order)) < _PARTS or order != sorted(order):
        return _pair(text)
    before = text[: words[0][0]].strip(" \t>*-•")
    ended = len(before) < _BEFORE and before[-1:] in ("", *".:;?!-–—|")
    return [start for start, _ in words] if ended else []


def _restates(text: str, found: re.Match[str]) -> bool:
    """Whether letters in brackets stand behind the word that they say again: "Situation (S)"."""
    named = _NAMED.search(text[max(0, found.start() - _NAME) : found.start()])
    return named is not None and named[1][0].upper() == found[1][0].upper()


def _pair(text: str) -> list[int]:
    """Where two neighbouring labels of one style begin: "S: It fell. T: Mend it."; a stop parts them."""
    found = _PAIR.match(text)
    if found is None or len(found["one"]) == 1 != len(found["other"]):
        return []
    kinds = (_kind(found["one"]), _kind(found["other"]))
    return [found.start("one"), found.start("other")] if kinds in tuple(pairwise(CORE)) else []


def _is_label(found: re.Match[str]) -> bool:
    """Whether a bold phrase inside a line is written as a label is: with a colon, a dash, or one letter."""
    return found.group()[-1] in ":–—-" or found[2].rstrip()[-1:] in ":." or len(found[2].strip()) == 1


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
