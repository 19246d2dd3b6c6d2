"""The garbage collector, set for work that makes many values and hardly a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def quiet() -> None:
    """Leave what is loaded out of every collection, and collect seldom: a sixth of a review's time."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@contextmanager
def resting() -> Iterator[None]:
    """Collect nothing in a block that keeps all it makes: a fifteenth of a check of 1,000 stories."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
