"""What was worked out once and is kept in the cache, with what it was worked out from."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from starling.ports import Cache

T = TypeVar("T")


def kept_as(
    cache: Cache,
    name: str,
    key: str,
    make: Callable[[], T],
    codec: tuple[Callable[[T], Any], Callable[[Any], T]],
) -> T:
    """What is kept under a name for the same *key*, else what *make* says, which is kept from then on.

    *codec* are two functions of a module: a value -> JSON, and back.
    """
    write, read = codec
    known = _known(cache.get(name) or b"", read)
    if known is not None and known[0] == key:
        value: T = known[1]
        return value
    made = make()
    cache.put(name, json.dumps({"key": key, "value": write(made)}).encode())
    return made


@lru_cache(maxsize=8)
def _known(data: bytes, read: Callable[[Any], Any]) -> tuple[str, Any] | None:
    """The key and the value that a cache holds; None where they cannot be read."""
    try:
        held = json.loads(data)
        return str(held["key"]), read(held["value"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
