"""A text cut into what a listener takes in one at a time: sentences and list items."""

from __future__ import annotations

import re
from typing import NamedTuple

from starling.text.plain import plain
from starling.text.sentences import sentences

BULLET = re.compile(r"[ \t]*(?:[-*+•◦▪‣·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?")


class Unit(NamedTuple):
    """A sentence or list item: its half-open span, and whether a list mark stands before it."""

    start: int
    end: int
    bullet: bool


class _Block(NamedTuple):
    start: int
    end: int
    bullet: bool


def _blocks(text: str) -> list[_Block]:
    """Paragraphs and list items: runs of lines that belong to one thought."""
    blocks: list[_Block] = []
    start, end, bullet = -1, -1, False
    offset = 0
    for line in text.split("\n"):
        mark = BULLET.match(line)
        if mark or not line.strip():
            if start >= 0:
                blocks.append(_Block(start, end, bullet))
            start, bullet = (offset + mark.end(), True) if mark else (-1, False)
        elif start < 0:
            start, bullet = offset, False
        if line.strip():
            end = offset + len(line.rstrip())
        offset += len(line) + 1
    if start >= 0:
        blocks.append(_Block(start, end, bullet))
    return blocks


def units(text: str, *, masked: bool = False) -> list[Unit]:
    """The units of *text*, in order; *masked* says that ``plain`` has been applied already."""
    text = text if masked else plain(text)
    found: list[Unit] = []
    for block in _blocks(text):
        body = text[block.start : block.end]
        first = True
        for start, end in sentences(body):
            found.append(Unit(block.start + start, block.start + end, block.bullet and first))
            first = False
    return found
