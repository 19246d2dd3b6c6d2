"""What the exit status says."""

from __future__ import annotations

from enum import IntEnum

from starling.model.problem import ConflictError, StarlingError, UnreadableError


class Exit(IntEnum):
    """The exit status of every command (README, docs/wire.md)."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


_STATUS: dict[type[StarlingError], Exit] = {UnreadableError: Exit.UNREADABLE, ConflictError: Exit.FINDINGS}


def status(error: StarlingError) -> Exit:
    """The exit status for an error."""
    return _STATUS.get(type(error), Exit.USAGE)
