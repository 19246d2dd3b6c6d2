"""Every way of writing notes, turned into one: lines of Markdown that know their place in the source."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import cache
from pathlib import PurePath

from starling.model.story import Line
from starling.text.notes.formats._docx import to_lines_docx
from starling.text.notes.formats._format import Format, Read

__all__ = ["Format", "Read", "all_formats", "to_lines", "to_lines_docx"]


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format there is, by name; each is a file of this package."""
    names = sorted(
        module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")
    )
    return tuple(replace(importlib.import_module(f"{__name__}.{name}").FORMAT, name=name) for name in names)


def to_lines(text: str, source: str) -> Read:
    """The lines of *text*, whose line ends are line feeds; *source* is its file name or "" for pasted text.

    Never raises on a text: what a format cannot read stays as it is, with a
    problem. The last line of the text is always among the lines.
    """
    lines, problems = _format_of(text, source).to_lines(text)
    last = text.count("\n") + 1
    if not lines or max(line.number for line in lines) < last:
        lines = (*lines, Line("", last))
    return lines, problems


def _format_of(text: str, source: str) -> Format:
    suffix = PurePath(source).suffix.lower()
    by_suffix = {known: each for each in all_formats() for known in each.suffixes}
    if suffix in by_suffix:
        return by_suffix[suffix]
    markdown = by_suffix[".md"]  # last: lists and quotes stand in every kind of notes
    others = (each for each in all_formats() if each is not markdown and each.looks_like(text))
    return next(others, markdown)
