"""Terminal text: width, wrapping, colour where it is wanted, and nothing that could steer the terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping

import click

Lines = Mapping[type, Callable[..., Iterator[str]]]
"""How the answers of one use case are shown: each by the function for its class."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ODD = re.compile("[^\x20-\u02ff\u0370-\u0482\u2010-\u2027\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff]")
"""Signs that may take no column or two."""

_NARROWEST, _WIDEST, _USUAL = 48, 100, 88


def width() -> int:
    """Columns to write in: those of the terminal, in bounds within which text reads well."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return _USUAL
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_USUAL, 24)).columns - 1))


def coloured() -> bool:
    """Whether to use colour: on a terminal that can, unless NO_COLOR says no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str) -> str:
    """*text* as a heading."""
    return _styled(text, bold=True)


def dim(text: str) -> str:
    """*text* as an aside."""
    return _styled(text, dim=True)


def paint(text: str, colour: str) -> str:
    """*text* in a colour."""
    return _styled(text, fg=colour, bold=True)


def _styled(text: str, **style: bool | str) -> str:
    return click.style(text, **style) if coloured() else text  # type: ignore[arg-type]


def clean(text: str) -> str:
    """*text* without signs that steer a terminal."""
    return _CONTROL.sub("", text)


def cells(text: str) -> int:
    """The columns that *text* takes."""
    return sum(map(_cell, text)) if _ODD.search(text) else len(text)


def _cell(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, most: int) -> str:
    """*text* on one line in at most *most* columns."""
    text = clean(" ".join(text[: 4 * most + 4].split()))
    if cells(text) <= most:
        return text
    while text and cells(text) > most - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def pad(text: str, columns: int) -> str:
    """*text*, cut, and filled up with spaces."""
    text = cut(text, columns)
    return text + " " * (columns - cells(text))


def wrap(text: str, indent: str = "", *, first: str | None = None) -> Iterator[str]:
    """The lines of a paragraph, each behind *indent*; the first behind *first*."""
    columns = width()
    line, used, empty = indent if first is None else first, cells(indent if first is None else first), True
    for word in clean(text).split():
        if not empty and used + 1 + cells(word) > columns:
            yield line
            line, used, empty = indent, cells(indent), True
        line += word if empty else f" {word}"
        used += cells(word) + (not empty)
        empty = False
    yield line.rstrip() if empty else line


def count(number: int, one: str, many: str = "") -> str:
    """*number* and the word for so many: 1 story, 3 stories, no stories."""
    word = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {word}"


def spell(seconds: float) -> str:
    """A time to speak, as a clock shows it: 1:30."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
