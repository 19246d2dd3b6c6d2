"""What a company says it looks for, when that was looked up, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from starling.model.report import Confidence


class Standing(StrEnum):
    """Whether a name is what the company uses now, and for what.

    An area counts beside that list: what its interviewers rate, or how it works.
    """

    CURRENT = "current"
    AREA = "area"
    SUPERSEDED = "superseded"
    PHILOSOPHY = "philosophy"

    @property
    def is_asked(self) -> bool:
        """Whether interviewers ask for it today."""
        return self in (Standing.CURRENT, Standing.AREA)


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A principle, value or attribute of one company.

    ``gist`` is our own words; ``under``, ``good`` and ``over`` are what a story
    shows that does too little of it, enough, and too much. ``standing`` tells
    current names from those that were replaced (in the year ``until``), and
    from a philosophy that is no interview rubric. ``also`` are other ways to
    write the name. ``checked`` is when the ``source`` was last looked at,
    None where a user's own set does not say.
    ``set_name`` is the name of the file that holds the set, without ``.toml``.
    """

    set_name: str
    company: str
    slug: str
    name: str
    gist: str
    source: str
    checked: date | None
    confidence: Confidence
    under: str = ""
    good: str = ""
    over: str = ""
    standing: Standing = Standing.CURRENT
    until: int | None = None
    also: tuple[str, ...] = ()
    own: bool = False

    @property
    def ref(self) -> str:
        """How a question names it: ``amazon/dive-deep``."""
        return f"{self.set_name}/{self.slug}"
