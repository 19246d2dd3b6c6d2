"""Which program this is: what it has worked out and kept is of no use to another one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from starling import __version__

_READERS = ("content", "matching", "model", "review", "text")
"""The rooms whose code and lists decide what is found in a story."""


@cache
def edition() -> str:
    """Changes with the version, and with every edit of what reads stories: a part of the key of a cache."""
    home = Path(__file__).parent.parent
    files = sorted(each for room in _READERS for each in _files(home / room))
    return hashlib.sha256(repr((__version__, files)).encode()).hexdigest()[:16]


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Each file with its size and when it was written; none where the program is not in a folder."""
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # a file that an editor is writing anew
                known = Path(place, name).stat()
                if not name.endswith(".pyc"):
                    yield f"{place}/{name}", known.st_size, known.st_mtime_ns
