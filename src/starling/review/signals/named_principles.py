"""Company principles that a page lists by name, near one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from starling.content import bank
from starling.model.principle import Principle, Standing
from starling.review.reading import Reading
from starling.review.signals import signal

_NEAR = 1500
"""Characters within which names belong to one list."""


@dataclass(frozen=True, slots=True)
class Named:
    """A principle as a page names it, and where."""

    principle: Principle
    start: int
    end: int


@signal
def named_principles(reading: Reading) -> tuple[tuple[Named, ...], ...]:
    """The lists of principles on a page: runs of names of one company, each close to the one before."""
    lists: list[list[Named]] = []
    for named in _names(reading.lower.replace("’", "'")):
        last = lists[-1][-1] if lists else None
        same = last is not None and last.principle.company == named.principle.company
        if last is not None and same and named.start - last.end < _NEAR:
            lists[-1].append(named)
        else:
            lists.append([named])
    return tuple(map(tuple, lists))


def _names(lower: str) -> Iterator[Named]:
    known = _known()
    return (Named(known[m[1]], m.start(1), m.end(1)) for m in _pattern().finditer(lower))


@cache
def _known() -> dict[str, Principle]:
    """Names of the companies with a list that is gone or no rubric, and of what may stand beside it.

    Other companies use words that every page has: "Collaboration", "Judgment".
    """
    listed = [p for p in bank.principles() if p.standing is not Standing.AREA]
    mistaken = {p.set_name for p in listed if p.standing is not Standing.CURRENT}
    return {name.lower(): p for p in listed if p.set_name in mistaken for name in (p.name, *p.also)}


@cache
def _pattern() -> re.Pattern[str]:
    """A name that stands by itself: "Be Open" in a list, not "be open to feedback"."""
    names = "|".join(sorted(map(re.escape, _known()), key=len, reverse=True))
    return re.compile(rf"(?<![a-z] )\b({names})\b(?! (?!and\b)[a-z])")
