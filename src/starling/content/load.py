"""Shipped data turned into values, once each; nothing else opens a file of this room."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import tomli

_ROOT = files("starling.content")


@cache
def wordlist_names() -> tuple[str, ...]:
    """The names of the phrase lists that a review looks for in a text, sorted."""
    folder = _ROOT / "wordlists"
    return tuple(sorted(f.name[:-4] for f in folder.iterdir() if f.name.endswith(".txt")))


@cache
def wordlist(name: str) -> tuple[str, ...]:
    """The phrases of ``wordlists/<name>.txt``, lower case, in the order of the file.

    One phrase a line; ``#`` opens a comment; a word may hold alternatives
    parted by ``/`` ("lead/led/leading the effort"), which are multiplied out.
    """
    return _phrases(f"wordlists/{name}.txt")


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of ``vocabulary/<name>.txt``, or of a phrase list, as a set to ask about one word.

    Sets that nobody looks for in a text stand in ``vocabulary/``: "the" and
    "built" are in every story, and finding them again costs time.
    """
    kept = _ROOT.joinpath("vocabulary", f"{name}.txt").is_file()
    return frozenset(_phrases(f"vocabulary/{name}.txt") if kept else wordlist(name))


def _phrases(path: str) -> tuple[str, ...]:
    lines = (line.partition("#")[0].strip().lower() for line in text(path).splitlines())
    return tuple(phrase for line in lines if line for phrase in _alternatives(line))


def _alternatives(line: str) -> list[str]:
    return [" ".join(choice) for choice in product(*(word.split("/") for word in line.split()))]


@cache
def table(path: str) -> dict[str, Any]:
    """A shipped TOML file, by its path below ``content/``."""
    return tomli.loads(text(path))


def text(path: str) -> str:
    """A shipped file as it is, by its path below ``content/``."""
    return _ROOT.joinpath(*path.split("/")).read_text("utf-8")


@cache
def names(folder: str) -> tuple[str, ...]:
    """The TOML files of a folder below ``content/``, without ``.toml``, sorted."""
    found = (_ROOT / folder).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in found if f.name.endswith(".toml")))
