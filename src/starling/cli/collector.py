"""The garbage collector, set for work that makes many values and hardly a cycle."""

from __future__ import annotations

import gc


def quiet() -> None:
    """Leave what is loaded out of every collection, and collect seldom: a sixth of a review's time."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
