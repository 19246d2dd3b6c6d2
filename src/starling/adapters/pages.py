"""A page of the prep folder on disk: read now, or remembered until its file changes."""

from __future__ import annotations

import os
import time
from functools import lru_cache
from pathlib import Path

from starling.adapters import files
from starling.model.prep import Kept
from starling.model.problem import UnreadableError

_REMEMBERED = 2048
"""Pages whose text is remembered while their files stay as they are; one of 300 words takes about 3 KB."""

_UNSETTLED = 3_000_000_000
"""Nanoseconds. Within two seconds a file can change without a trace, where its file system counts so."""


def page_at(path: Path) -> Kept:
    """A page as it is on disk now; UnreadableError says why it cannot be read."""
    data = files.read(path)
    return Kept(path.stem, str(path), files.text_of(data, path), files.fingerprint(data))


def try_page(path: str) -> Kept | UnreadableError:
    """A page, or why it cannot be read; what was read before is remembered until its file changes."""
    try:
        return _read_before(path)
    except UnreadableError as error:
        return error


def _read_before(path: str) -> Kept:
    """A page, read again where its file may have changed.

    A file that changed a moment ago may change again within the same tick of
    its clock, and be of the same size: it is read every time.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - asked of every page at every request
    except OSError as error:
        raise files.unreadable(Path(path), error) from error
    if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _UNSETTLED:
        return page_at(Path(path))
    stamp = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return _remembered(path, stamp)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(path: str, stamp: tuple[int, ...]) -> Kept:  # noqa: ARG001 - another stamp is another text
    return page_at(Path(path))


def page_bytes(text: str) -> bytes:
    """What a file of this text holds; half a surrogate pair, which no file has, is a question mark."""
    return text.encode("utf-8", "replace")
