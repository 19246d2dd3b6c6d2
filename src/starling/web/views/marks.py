"""A story's text with its notes: numbered marks around the words, and blocks a page can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from starling.model.story import Line, Part, Place
from starling.text.plain import plain

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_FENCE = re.compile(r"\s*(?:```|~~~)")
LONGEST = 90
"""Characters of a mark; a note on more than a line of text underlines its beginning."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from *start* to *end*, the number of the note they carry, and how they are underlined."""

    start: Place
    end: Place
    note: int
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, or code, with its marks in place."""

    kind: str
    html: Markup


def blocks(part: Part, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The text of a part as paragraphs and list items; Markdown's signs are left out, its words are not."""
    made: list[Block] = []
    open_code = False
    for line in part.lines:
        if _FENCE.match(line.text):
            open_code = not open_code
            continue
        if open_code:
            _grow(made, "code", escape(line.text), "\n")
        elif not line.text.strip():
            made.append(Block("gap", Markup()))
        else:
            item = _ITEM.match(line.text)
            if item is not None:
                made.append(Block("item", _inline(line, item.end(), marks)))
            else:
                kind = made[-1].kind if made and made[-1].kind == "item" else "paragraph"
                _grow(made, kind, _inline(line, 0, marks), " ")
    return tuple(block for block in made if block.kind != "gap")


def _grow(made: list[Block], kind: str, html: Markup, joint: str) -> None:
    """Go on with the last block where it is of this kind, else begin one."""
    if made and made[-1].kind == kind:
        made[-1] = Block(kind, made[-1].html + joint + html)
    else:
        made.append(Block(kind, html))


def _inline(line: Line, begin: int, marks: Sequence[Mark]) -> Markup:
    """One line from offset *begin* on: its words, and links to the notes that speak of them."""
    shown = plain(line.text)
    spans = [(first, last, mark) for mark in marks for first, last in _span(line, mark)]
    cuts = sorted(
        {begin, len(line.text), *(x for first, last, _ in spans for x in (first, last) if x > begin)}
    )
    pieces: list[Markup] = []
    named: set[int] = set()
    for first, last in pairwise(cuts):
        text = "".join(a for a, b in zip(line.text[first:last], shown[first:last], strict=True) if a == b)
        over = [
            (end - start, mark, end == last) for start, end, mark in spans if start <= first < last <= end
        ]
        pieces.append(_marked(text, over, named) if over and text.strip() else escape(text))
    return Markup().join(pieces)


def _span(line: Line, mark: Mark) -> Iterator[tuple[int, int]]:
    """Where a mark lies in a line, if it begins there."""
    if mark.start.line != line.number or mark.start.column < line.column:
        return
    first = mark.start.column - line.column
    last = mark.end.column - line.column if mark.end.line == line.number else len(line.text)
    if last - first > LONGEST:
        cut = line.text.rfind(" ", first, first + LONGEST)
        last = cut if cut > first else first + LONGEST
    if first < last <= len(line.text):
        yield first, last


def _marked(text: str, over: Iterable[tuple[int, Mark, bool]], named: set[int]) -> Markup:
    """A link to the note on the fewest words around these; the numbers of those that end here stand behind.

    *over* are marks with their length, and whether they end here; *named* are
    the notes that a place has been named for, so that the way back has one end.
    """
    inside = sorted(over, key=lambda each: (each[0], each[1].note))
    mark = inside[0][1]
    place = _place(mark.note, named)
    numbers = [
        Markup("<span{}>{}</span>").format(_place(note, named), note)
        for note in sorted(each.note for _, each, ends in inside if ends)
    ]
    sup = Markup('<sup><span class="vh">note </span>{}</sup>').format(Markup(", ").join(numbers))
    return Markup('<a class="mark" data-kind="{}" href="#n{}"{}>{}{}</a>').format(
        mark.kind, mark.note, place, text, sup if numbers else ""
    )


def _place(note: int, named: set[int]) -> Markup:
    """The name of a place that a note leads back to, the first time that it is asked for."""
    if note in named:
        return Markup()
    named.add(note)
    return Markup(' id="m{}"').format(note)
