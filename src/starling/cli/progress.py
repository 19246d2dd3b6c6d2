"""A counter on a terminal, for work that takes more than a second; silent in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import isfinite
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE, _BEAT = 1.0, 0.1


def counted(things: Iterable[T], total: int, what: str) -> Iterator[T]:
    """*things*, with how many have been taken on stderr."""
    shown = sys.stderr.isatty()
    start = last = monotonic()
    for number, thing in enumerate(things, 1):
        now = monotonic()
        if shown and now - start > _PATIENCE and now - last > _BEAT:
            last = now
            sys.stderr.write(f"\r{what} {number} of {total}… ")
            sys.stderr.flush()
        yield thing
    if shown and last > start:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


@contextmanager
def best_so_far(note: str) -> Iterator[Callable[[float, float], None]]:
    """A reporter of the best so far and of what nothing can be better than, on stderr of a terminal."""
    start = monotonic()
    shown = sys.stderr.isatty()

    def report(best: float, bound: float) -> None:
        if shown and monotonic() - start > _PATIENCE and isfinite(best) and isfinite(bound):
            sys.stderr.write(f"\r\x1b[KBest so far {abs(best):.0f}, none beyond {abs(bound):.0f}. {note}")
            sys.stderr.flush()

    yield report
    if shown and monotonic() - start > _PATIENCE:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
