"""Shipped data turned into values, once each; nothing else opens a file of this room."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

_ROOT = files("starling.content")


@cache
def wordlist_names() -> tuple[str, ...]:
    """The names of the shipped phrase lists, sorted."""
    folder = _ROOT / "wordlists"
    return tuple(sorted(f.name[:-4] for f in folder.iterdir() if f.name.endswith(".txt")))


@cache
def wordlist(name: str) -> tuple[str, ...]:
    """The phrases of ``wordlists/<name>.txt``, lower case, in the order of the file.

    One phrase a line; ``#`` opens a comment; a word may hold alternatives
    parted by ``/`` ("lead/led/leading the effort"), which are multiplied out.
    """
    text = (_ROOT / "wordlists" / f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return tuple(phrase for line in lines if line for phrase in _alternatives(line))


def _alternatives(line: str) -> list[str]:
    return [" ".join(choice) for choice in product(*(word.split("/") for word in line.split()))]


@cache
def table(path: str) -> dict[str, Any]:
    """A shipped TOML file, by its path below ``content/``."""
    target = _ROOT
    for step in path.split("/"):
        target = target / step
    return tomllib.loads(target.read_text("utf-8"))
