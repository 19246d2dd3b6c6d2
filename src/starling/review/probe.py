"""What a probe is: a family of follow-up questions and the words that provoke one.

A probe is one file in ``review/probes/`` that binds one ``PROBE`` (rubric, 6.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from starling.review.reading import Reading
from starling.review.rule import Example


class Asked(NamedTuple):
    """A follow-up question, and the span of the words that provoke it (quoted in the question)."""

    start: int
    end: int
    question: str


Ask = Callable[[Reading], Iterator[Asked]]


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One family of follow-ups with examples that must provoke one and examples that must not."""

    summary: str
    source: str
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    ask: Ask
    name: str = ""
