"""What a format is: how to know it, and how its text becomes the one line language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starling.model.problem import Problem
from starling.model.story import Line

Read = tuple[tuple[Line, ...], tuple[Problem, ...]]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One way of writing notes; the name is that of its file.

    ``looks_like`` decides where no suffix of ``suffixes`` does. ``reads`` holds
    examples: a text, and the lines that say something after reading it.
    ``refuses`` holds texts that must not be taken for this format.
    """

    suffixes: tuple[str, ...]
    looks_like: Callable[[str], bool]
    to_lines: Callable[[str], Read]
    reads: tuple[tuple[str, tuple[str, ...]], ...]
    refuses: tuple[str, ...]
    name: str = ""
