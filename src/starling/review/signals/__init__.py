"""What several rules and dimensions look at: agents, steps, reasons, outcomes, targets, time."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from starling.review.reading import Reading

T = TypeVar("T")


def signal(look: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """Make *look* run once per reading, however many rules and dimensions ask."""

    @wraps(look)
    def seen(reading: Reading) -> T:
        found: T | None = reading.signals.get(look)
        return reading.once(look) if found is None else found

    return seen
