"""Notes that were pasted and are not kept yet, in the hidden folder (port: Drafts)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from starling.adapters import files
from starling.adapters.inputs import read_stream
from starling.model.prep import Draft, Incoming

_KEPT = 20
"""Drafts that are remembered; an older one is forgotten when another is made."""
_NAME = re.compile(r"[A-Za-z0-9_-]{12}")
_UNFIT = re.compile(r"[^\w. ()-]+")


class FolderDrafts:
    """``drafts/<name>/<number>/<file>``: the bytes as they came, read anew each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, sources: Iterable[tuple[str, bytes]]) -> Draft:
        """A new draft of some (name, bytes), under a name that nobody guesses."""
        import secrets  # noqa: PLC0415 - only a paste needs it

        name = secrets.token_urlsafe(9)
        place = self._folder / name
        for number, (called, data) in enumerate(sources):
            files.write(place / f"{number:02d}" / _file_name(called), data)
        self._forget(place)
        return Draft(name, *_read(place))

    def get(self, name: str) -> Draft | None:
        """A draft, or None where it is forgotten or never was."""
        place = self._folder / name
        return Draft(name, *_read(place)) if _NAME.fullmatch(name) and place.is_dir() else None

    def _forget(self, new: Path) -> None:
        """Forget the oldest beside the *new* one, which the clock may call the oldest."""
        others = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name) and path != new]
        for path in sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
            for file in _files(path):
                files.remove(file)
            for folder in (*sorted(path.iterdir()), path):
                folder.rmdir()


def _read(place: Path) -> tuple[datetime, tuple[Incoming, ...]]:
    at = datetime.fromtimestamp(place.stat().st_mtime, UTC)
    return at, tuple(read_stream(BytesIO(files.read(path)), path.name) for path in _files(place))


def _files(place: Path) -> Iterator[Path]:
    return (path for folder in sorted(place.iterdir()) for path in sorted(folder.iterdir()))


def _file_name(called: str) -> str:
    """What a file is called, without its folders and without signs that a file system would mind."""
    last = called.replace("\\", "/").rpartition("/")[2]
    name = _UNFIT.sub("-", last).strip(". -")
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:60]}{dot}{suffix[:10]}" if dot else name[:60] or "notes"
