"""What is needed from outside, in the words of the domain; the adapters keep these promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from starling.model.history import Event, Version
from starling.model.prep import Acceptance, Kept
from starling.model.report import Brief


class Stories(Protocol):
    """The story pages of one person, by slug."""

    def all(self) -> tuple[Kept, ...]:
        """Every story page, by slug."""

    def get(self, slug: str) -> Kept | None:
        """One story page, or None."""

    def add(self, slug: str, text: str) -> Kept:
        """A new page; raises ConflictError where the slug is taken."""

    def save(self, slug: str, text: str, seen: str) -> Kept:
        """A page with new text; raises ConflictError, and keeps both, where it is not what was *seen*."""

    def set_aside(self, slug: str, text: str) -> str:
        """Keep another text of a story beside its page, once; where it is kept."""

    def delete(self, slug: str, seen: str) -> None:
        """Take a page away; raises ConflictError where it is not what was *seen*."""


class History(Protocol):
    """Every version of every story that was seen or saved; nothing is taken out of it."""

    def add(self, story: str, text: str, seen: str, event: Event, at: datetime) -> Version:
        """Keep a version; a text that is the last one already is not kept again."""

    def versions(self, story: str) -> tuple[Version, ...]:
        """All versions of a story, the oldest first."""

    def last(self) -> tuple[Version, ...]:
        """The newest version of every story, by slug; of a deleted one too."""

    def check(self) -> tuple[str, ...]:
        """What is wrong with it, in sentences; nothing, as a rule."""


class Cache(Protocol):
    """What can be computed again; it may be empty at any time."""

    def get(self, name: str) -> bytes | None:
        """What was put under *name*, or None."""

    def put(self, name: str, data: bytes) -> None:
        """Keep *data* under *name*; failing to is no error."""

    def clear(self) -> int:
        """Forget everything; how many things that were."""


class Acceptances(Protocol):
    """The findings that a person called fine."""

    def all(self) -> tuple[Acceptance, ...]:
        """Every acceptance, in the order in which they were given."""

    def add(self, acceptance: Acceptance) -> None:
        """Remember one more."""


class Originals(Protocol):
    """The notes that stories came from, as they were."""

    def keep(self, name: str, data: bytes, *, write: bool = True) -> tuple[str, bool]:
        """Keep *data* under *name*: where it stands, and whether that is new. An earlier text stays too."""


class Questions(Protocol):
    """A person's own questions."""

    def kept(self) -> Mapping[str, str]:
        """The questions that are kept already, by slug."""

    def add(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Keep more of them; what stands there is not touched.

        Values are texts, days, and lists and tables of these.
        """

    def page(self) -> Kept:
        """All of them as they are written; an empty text where there are none."""

    def save(self, text: str, seen: str) -> None:
        """Write them anew; raises ConflictError where they are not what was *seen*."""


class Principles(Protocol):
    """A person's own sets of principles."""

    def all(self) -> tuple[Kept, ...]:
        """Every set as it is written, by its name."""


class Clock(Protocol):
    """What day and what time it is."""

    def today(self) -> date:
        """The day on which something is done."""

    def now(self) -> datetime:
        """The moment at which something is done, in UTC."""


class Home(Protocol):
    """The place where a prep folder is, or will be."""

    def is_made(self) -> bool:
        """Whether a prep folder is there."""

    def make(self, files: Mapping[str, str]) -> tuple[str, ...]:
        """Write those of *files* that are not there; their paths."""


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """All that one person keeps, what a telling is for, and which rules they want.

    ``only`` empty means every rule.
    """

    where: str
    brief: Brief
    only: tuple[str, ...]
    ignore: tuple[str, ...]
    stories: Stories
    acceptances: Acceptances
    originals: Originals
    questions: Questions
    principles: Principles
    history: History
    cache: Cache
    clock: Clock
