"""What is needed from outside, in the words of the domain; the adapters keep these promises."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from starling.model.choice import Program, Progress, Solved
from starling.model.history import Event, Version
from starling.model.prep import Acceptance, Draft, Interview, Kept
from starling.model.problem import UnreadableError
from starling.model.report import Brief


class Stories(Protocol):
    """The story pages of one person, by slug."""

    def all(self) -> tuple[Kept, ...]:
        """Every story page that can be read, by slug."""

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why each of the others cannot be read."""

    def slugs(self) -> tuple[str, ...]:
        """Which slugs are taken, in order, by pages that cannot be read too."""

    def get(self, slug: str) -> Kept | None:
        """One story page, or None; UnreadableError where it cannot be read."""

    def add(self, slug: str, text: str) -> Kept:
        """A new page; raises ConflictError where the slug is taken by another text."""

    def save(self, slug: str, text: str, seen: str) -> Kept:
        """A page with new text; ConflictError, and both are kept, where it is another than was *seen*."""

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
        """What is wrong with it; nothing, as a rule. UnreadableError where it cannot be opened."""

    def renew(self) -> str:
        """Move one that cannot be opened aside and begin another; where the old one is kept."""


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
        """Every acceptance, in the order in which they were given; none where they cannot be read."""

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why they cannot be read."""

    def add(self, acceptance: Acceptance) -> None:
        """Remember one more; UnreadableError where the others cannot be read."""

    def remove(self, acceptances: Collection[Acceptance]) -> None:
        """Forget these, however often each was given; UnreadableError as `add`."""


class Originals(Protocol):
    """The notes that stories came from, as they were."""

    def keep(self, name: str, data: bytes, *, write: bool = True) -> tuple[str, bool]:
        """Keep *data* under *name*: where it stands, and whether that is new. An earlier text stays too."""


class Questions(Protocol):
    """A person's own questions."""

    def kept(self) -> Mapping[str, str]:
        """The questions that are kept already, by slug; UnreadableError where they cannot be read."""

    def add(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Keep more of them; what stands there is not touched. UnreadableError where it cannot be read.

        Values are texts, days, and lists and tables of these.
        """

    def page(self) -> Kept:
        """All of them as they are written; an empty text where there are none. UnreadableError as `kept`."""

    def save(self, text: str, seen: str) -> None:
        """Write them anew; raises ConflictError where they are not what was *seen*."""


class Principles(Protocol):
    """A person's own sets of principles."""

    def all(self) -> tuple[Kept, ...]:
        """Every set that can be read as it is written, by its name."""

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why each of the others cannot be read."""


class Drafts(Protocol):
    """Notes that were pasted and are not kept yet; they are forgotten after a while."""

    def add(self, sources: Iterable[tuple[str, bytes]]) -> Draft:
        """A new draft of some (name, bytes), under a name that nobody guesses."""

    def get(self, name: str) -> Draft | None:
        """A draft, or None where it is forgotten or never was."""


class Preferences(Protocol):
    """The settings as they are written, changed in place: what a person wrote around them stays."""

    def page(self) -> Kept:
        """All of them as they are written."""

    def put(self, values: Mapping[str, object]) -> None:
        """Say what some keys are; None takes one out."""

    def add(self, table: str, entry: Mapping[str, object]) -> None:
        """One more table of this name, below the others."""

    def drop(self, table: str, index: int) -> None:
        """Take the table of this name at *index*, from 0, away."""


class Papers(Protocol):
    """Every plain file that a person keeps, by its path with /."""

    def names(self) -> tuple[str, ...]:
        """The files in order; hidden ones and what links lead to outside are not among them."""

    def read(self, name: str) -> bytes:
        """What a file holds; UnreadableError where it cannot be read."""

    def strays(self) -> tuple[str, ...]:
        """Links that lead out of the place, which are never followed."""

    def closed(self) -> tuple[str, ...]:
        """Folders that may not be looked into; what is in them is not among the names."""

    def leftovers(self) -> tuple[str, ...]:
        """Temporary files of writes that were cut off."""

    def remove(self, name: str) -> None:
        """Delete a leftover."""


class Clock(Protocol):
    """What day and what time it is."""

    def today(self) -> date:
        """The day on which something is done."""

    def now(self) -> datetime:
        """The moment at which something is done, in UTC."""


class Optimiser(Protocol):
    """Chooses exactly, where the core chooses nearly."""

    def solve(self, program: Program, start: Sequence[int], progress: Progress, seconds: float) -> Solved:
        """The best choice, or the best found in *seconds* or until the person stops it; *start* is one."""


class Embedder(Protocol):
    """Says what sentences mean, by a model on this computer: near vectors, near meanings."""

    @property
    def name(self) -> str:
        """Changes with the model; UsageError or UnreadableError where there is none that can be used."""

    def embed(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """The vector of each text, of length 1, as float32; little-endian, all of one size."""

    def cosines(self, asked: Sequence[bytes], told: Sequence[bytes]) -> tuple[tuple[float, ...], ...]:
        """For each vector that is told, how like it is to each that is asked, -1 to 1."""


class Home(Protocol):
    """The place where a prep folder is, or will be."""

    def make(self, files: Mapping[str, str]) -> tuple[str, ...]:
        """Write those of *files* that are not there; their paths."""


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """All that one person keeps, what a telling is for, and which rules they want.

    ``only`` empty means every rule. ``interviews`` are those to come, by day.
    Without an ``embedder`` stories are matched by their words alone.
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
    drafts: Drafts
    preferences: Preferences
    papers: Papers
    clock: Clock
    embedder: Embedder | None = None
    interviews: tuple[Interview, ...] = ()
    minutes_a_day: int = 45
    wanted: int = 10
