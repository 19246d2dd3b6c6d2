"""What became of a story's text over time: each version that was seen or saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Event(StrEnum):
    """How a version came to be known."""

    SEEN = "seen"
    SAVED = "saved"
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Version:
    """A story's page as it was at one time; ``number`` counts from 1 in each story.

    ``seen`` is the hash that a save of this text carries. ``at`` is in UTC.
    """

    story: str
    number: int
    text: str
    seen: str
    event: Event
    at: datetime
