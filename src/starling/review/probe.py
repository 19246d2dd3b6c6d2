"""What a probe is: a family of follow-up questions and the words that provoke one.

A probe is one file in ``review/probes/`` that binds one ``PROBE`` (rubric, 6.1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around, whole_word
from starling.review.rule import Example
from starling.text.phrases import Hit


class Asked(NamedTuple):
    """A follow-up question, and the span of the words that provoke it (quoted in the question)."""

    start: int
    end: int
    question: str


Ask = Callable[[Reading], Iterator[Asked]]


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One family of follow-ups with examples that must provoke one and examples that must not.

    ``ask`` yields the most telling question first, and otherwise follows the text.
    """

    summary: str
    source: str
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    ask: Ask
    name: str = ""


_LOOSE = " \t\n.,;:–—-()\"“”'"
_JOINTS = ("and", "but", "so", "while", "which", "then")
_LOOSE_WORDS = frozenset(
    (*_JOINTS, "that", "where", "to", "when", "with", "i", "we", "also", "they", "because", "since")
)
_MOST_LOOSE = 3
_CUT_SHORT = re.compile(r",? and (?:the|a|an|our|my) [\w-]+ (?:was|were)\Z")
"""The beginning of a second passive: "meetings were held and the plan was"."""
_FARTHEST = 400
"""Characters of one sentence that are looked at: enough for any quote, and a bound for an endless line."""


def about(reading: Reading, start: int, end: int, question: str) -> Asked:
    """A question about the words in a span: they are quoted, loose ends of them left out."""
    start = whole_word(reading.text, start)
    said = reading.text[start : min(end, start + _FARTHEST)]
    first = len(said) - len(said.lstrip(_LOOSE))
    opening = said[first:].partition(" ")[0]
    if opening.lower() in _JOINTS:
        first += len(opening) + 1
    end = start + first + len(_without_loose_end(said[first:]))
    return Asked(start + first, end, f"You said “{reading.quote(start + first, end)}”. {question}")


def clauses_of(reading: Reading, hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """The clauses that hold *hits*, which come in the order of the text; each clause once."""
    done = -1
    for hit in hits:
        if hit.start >= done:
            start, done = clause_around(reading, hit.start, hit.end)
            yield start, done


def _without_loose_end(said: str) -> str:
    """*said* without closing punctuation, and without what begins the next thought: ", but user testing"."""
    before, _, tail = said.rpartition(", ")
    if before and tail.partition(" ")[0].lower() in _JOINTS:
        said = before
    said = _CUT_SHORT.sub("", said)
    for _ in range(_MOST_LOOSE):
        said = said.rstrip(_LOOSE)
        last = said.rpartition(" ")[2]
        if last.lower() not in _LOOSE_WORDS and not last.endswith("ly"):
            break
        said = said.removesuffix(last)
    opened = said.rfind("(")
    if opened > 0 and ")" not in said[opened:]:
        said = said[:opened]
    return said.rstrip(_LOOSE)
