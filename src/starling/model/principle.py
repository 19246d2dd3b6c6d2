"""What a company says it looks for, when that was looked up, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Whether a name is what the company uses now, and for what."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    PHILOSOPHY = "philosophy"


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A principle, value or attribute of one company.

    ``gist`` is our own words. ``standing`` tells current names from those that
    were replaced (in the year ``until``), and from a philosophy that is no
    interview rubric. ``also`` are other ways to write the name. ``checked`` is
    when the ``source`` was last looked at.
    """

    company: str
    slug: str
    name: str
    gist: str
    source: str
    checked: date
    confidence: str
    standing: Standing = Standing.CURRENT
    until: int | None = None
    also: tuple[str, ...] = ()
