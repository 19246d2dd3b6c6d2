"""What all tests share: no deadline for generated text, and a count of work that no machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import settings

settings.register_profile("starling", deadline=None)
settings.load_profile("starling")

Calls = Callable[[Callable[[], object]], int]


@pytest.fixture
def calls() -> Calls:
    """A counter of the calls that some work takes: the same on every machine, however busy."""

    def counted(work: Callable[[], object]) -> int:
        count = 0

        def count_one(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(count_one)
        try:
            work()
        finally:
            sys.setprofile(None)
        return count

    return counted
