"""What a prep folder keeps besides stories, and what is brought to it to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from starling.model.problem import Problem, UnreadableError


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of a prep folder as it was last seen: where it is, and in ``seen`` what a save must carry."""

    slug: str
    where: str
    text: str
    seen: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that the author called fine: its rule, and the words that it was said of.

    Empty ``words`` stand for the story as a whole. ``day`` is YYYY-MM-DD.
    """

    story: str
    rule: str
    words: str
    day: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: its name, its text, its bytes as they came, and what was mended in it."""

    name: str
    text: str
    data: bytes
    problems: tuple[Problem, ...] = ()


Incoming = Source | UnreadableError
"""What comes of trying to read something; the rest is read all the same."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Notes that were pasted or chosen and are not kept yet: what each of them reads as, and when that was.

    ``at`` is in UTC.
    """

    name: str
    at: datetime
    incoming: tuple[Incoming, ...]


@dataclass(frozen=True, slots=True, order=True)
class Interview:
    """An interview that is to come; ``company`` may be "" while nobody has said."""

    day: date
    company: str = ""
