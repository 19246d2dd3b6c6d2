"""Notes on disk or from a pipe, read one after another; what cannot be read says why and stops nothing."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import BinaryIO

from starling.adapters.files import read, unreadable
from starling.adapters.folder import is_prep
from starling.model.prep import Incoming, Source
from starling.model.problem import UnreadableError
from starling.text.repair import decode, repair

LARGEST = 8 * 2**20
"""Bytes of a file that is read as notes; a year of notes has less than one million."""

_PLAIN = (".txt", ".text", ".docx")
"""Suffixes of notes that no format goes by: plain text may hold any, and a Word file is unpacked."""

_CODE = (".py",)
"""Suffixes of a format that a folder is not searched for: beside notes they are programs more often."""

_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))


@dataclass(frozen=True)
class Found:
    """A file to read, and the name it is known by."""

    path: Path
    name: str


@dataclass(frozen=True)
class Search:
    """The files under some paths in order, what is wrong with some paths, and how many files are no notes."""

    files: tuple[Found, ...]
    unread: tuple[UnreadableError, ...] = ()
    skipped: tuple[str, ...] = ()


def find_files(paths: Sequence[str], *, short: bool = False) -> Search:
    """The files of *paths*, folders walked in sorted order.

    Their names are their paths, or with *short* what they are called within
    the folder that was named.
    """
    found: dict[str, Found] = {}
    unread: list[UnreadableError] = []
    skipped: list[str] = []
    for path in map(Path, paths):
        if path.is_dir():
            before, seen = len(found), len(unread)
            for each in _walk(path, unread, skipped):
                name = each.relative_to(path).as_posix() if short else str(each)
                found.setdefault(str(each.absolute()), Found(each, name))
            if len(found) == before and len(unread) == seen:
                unread.append(_without_notes(path, skipped))
        elif path.exists() or path.is_symlink():
            found.setdefault(str(path.absolute()), Found(path, path.name if short else str(path)))
        else:
            unread.append(_missing(path))
    return Search(tuple(found.values()), tuple(unread), tuple(skipped))


def read_file(found: Found) -> Incoming:
    """The text of one file, or why it cannot be read."""
    try:
        if not found.path.exists():
            return _missing(found.path)
        if not found.path.is_file():
            return _odd(found.path)
        size = found.path.stat().st_size
        if size > LARGEST:
            return _too_large(str(found.path), size)
        return _source(found.name, read(found.path))
    except UnreadableError as error:
        return error if error.where.startswith(str(found.path)) else _placed(error, str(found.path))
    except OSError as error:
        return unreadable(found.path, error)


def read_stream(stream: BinaryIO, name: str = "standard input") -> Incoming:
    """The text of a pipe, or why it cannot be read."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        return _too_large(name, len(data))
    try:
        return _source(name, data)
    except UnreadableError as error:
        return _placed(error, name)


def _source(name: str, data: bytes) -> Source:
    if PurePath(name).suffix.lower() == ".docx":
        from starling.text.notes.formats import to_lines_docx  # noqa: PLC0415 - only a Word document needs it

        lines, problems = to_lines_docx(data)
        return Source(name, "\n".join(line.text for line in lines), data, problems)
    text, problems = decode(data)
    text, damage = repair(text)
    return Source(name, text, data, (*problems, *damage))


def _walk(folder: Path, unread: list[UnreadableError], skipped: list[str]) -> Iterator[Path]:
    """The notes in a folder, sorted, without hidden folders, prep folders and what links lead to."""

    def refuse(error: OSError) -> None:
        unread.append(unreadable(Path(error.filename or folder), error))

    for top, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        preps = [name for name in folders if is_prep(Path(top) / name)]
        skipped.extend(str(Path(top) / name) for name in preps)
        folders[:] = [name for name in folders if name not in preps]
        for name in sorted(names):
            path = Path(top) / name
            if path.suffix.lower() in _suffixes() and not name.startswith("."):
                yield path
            elif not name.startswith("."):
                skipped.append(str(path))


@cache
def _suffixes() -> frozenset[str]:
    """Suffixes of files that are taken from a folder; one named by itself is read whatever it is called."""
    from starling.text.notes.formats import all_formats  # noqa: PLC0415 - only a folder needs them all

    known = (suffix for each in all_formats() for suffix in each.suffixes)
    return frozenset((*_PLAIN, *known)).difference(_CODE)


def _placed(error: UnreadableError, where: str) -> UnreadableError:
    """*error* with the file it is about."""
    where = f"{where}, {error.where}" if error.where else where
    return UnreadableError(error.what, where=where, try_this=error.try_this)


def _too_large(where: str, size: int) -> UnreadableError:
    return UnreadableError(
        f"This is larger than notes are: {size / 2**20:.0f} MB, and {LARGEST // 2**20} MB are read.",
        where=where,
        try_this="Save the part with your stories as a file of its own, and name that.",
    )


def _odd(path: Path) -> UnreadableError:
    advice = "Name a file of notes, or - to read from a pipe."
    return UnreadableError("This is neither a file nor a folder.", where=str(path), try_this=advice)


def _without_notes(path: Path, skipped: Sequence[str]) -> UnreadableError:
    here = [name for name in skipped if Path(name).is_relative_to(path)]
    others = "1 other file is" if len(here) == 1 else f"{len(here)} other files are"
    what = f"No notes are in this folder; {others}." if here else "This folder is empty."
    advice = "Name a folder with .md, .txt, .adoc, .json or .docx files."
    return UnreadableError(what, where=str(path), try_this=advice)


def _missing(path: Path) -> UnreadableError:
    if path.is_symlink():
        advice = "Mend the link, or name the file itself."
        return UnreadableError("This link leads nowhere.", where=str(path), try_this=advice)
    folder = next((parent for parent in path.parents if parent.is_dir()), Path())
    wanted, *rest = path.relative_to(folder).parts or (path.name,)
    near = [folder / name for name in difflib.get_close_matches(wanted, _names(folder), 1)]
    whole = [each.joinpath(*rest) for each in near if each.joinpath(*rest).exists()]
    advice = f"Did you mean {(whole or near)[0]}?" if near else "Check the path."
    return UnreadableError("There is no such file.", where=str(path), try_this=advice)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []
