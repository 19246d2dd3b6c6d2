"""What was worked out once: kept in the cache, remembered in memory, and by which edition of the program."""

from __future__ import annotations

import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from starling import __version__
from starling.ports import Cache

T = TypeVar("T")

_READERS = ("content", "matching", "model", "prep", "review", "text")
"""The rooms whose code and lists decide what is found in a story."""


def memoized(
    kept: Cache,
    name: str,
    key: str,
    make: Callable[[], T],
    codec: tuple[Callable[[T], Any], Callable[[Any], T]],
) -> T:
    """What is kept under a name for the same *key*, else what *make* says, which is kept from then on.

    *codec* are two functions of a module: a value -> JSON, and back.
    """
    write, read = codec
    known = _known(kept.get(name) or b"", read)
    if known is not None and known[0] == key:
        value: T = known[1]
        return value
    made = make()
    kept.put(name, json.dumps({"key": key, "value": write(made)}).encode())
    return made


@lru_cache(maxsize=8)
def _known(data: bytes, read: Callable[[Any], Any]) -> tuple[str, Any] | None:
    """The key and the value that a cache holds; None where they cannot be read."""
    try:
        held = json.loads(data)
        return str(held["key"]), read(held["value"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


class Remembered(Generic[T]):
    """Answers by everything that they depend on; the one that was not asked for longest is forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of this key, made where it is not known."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


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
