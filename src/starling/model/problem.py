"""What went wrong, where, and what to do next: as a value for a reader, as an error for a caller."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a user's text that could not be read as meant; never a reason to stop."""

    what: str
    line: int = 0
    try_this: str = ""


class StarlingError(Exception):
    """An error that a person can act on; the faces map the class to a code."""

    def __init__(self, what: str, *, where: str = "", try_this: str = "") -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.what = what
        self.where = where
        self.try_this = try_this


class UsageError(StarlingError):
    """The person asked for something that does not exist or does not fit together."""


class UnknownError(UsageError):
    """The person named something that does not exist."""


class ForbiddenError(StarlingError):
    """The request may not do this."""


class UnreadableError(StarlingError):
    """A file or folder could not be read."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """An answer about what was looked at, and what could not be read: the rest is there all the same."""

    unread: tuple[UnreadableError, ...] = ()


class ConflictError(StarlingError):
    """The text changed since it was last seen; both texts are kept.

    ``seen`` is what a save over the text that is there now must carry.
    """

    def __init__(  # noqa: PLR0913 - what an error says, and the two texts
        self, what: str, *, where: str, try_this: str, theirs: str, ours: str, seen: str = ""
    ) -> None:
        super().__init__(what, where=where, try_this=try_this)
        self.theirs = theirs
        self.ours = ours
        self.seen = seen
