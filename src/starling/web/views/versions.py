"""Versions of a story as a page shows them, and the difference between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starling.model.history import Event, Version
from starling.usecases.versions import Difference, Versions
from starling.web.views.story import story_url

_EVENTS = {
    Event.SEEN: "read from its file",
    Event.SAVED: "saved here",
    Event.DELETED: "deleted",
    Event.RESTORED: "brought back",
}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in a list."""

    number: int
    day: str
    event: str


@dataclass(frozen=True, slots=True)
class VersionsView:
    """All versions of a story, the newest first, and the text of one of them."""

    title: str
    url: str
    deleted: bool
    rows: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a difference: ``kind`` is same, gone, new or place."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DiffView:
    """What changed from one version to another; ``old`` and ``text`` may be shown by themselves.

    ``stands`` says that the second is what the file holds now, and need not be brought back.
    """

    title: str
    url: str
    old: VersionRow
    new: VersionRow
    text: str
    lines: tuple[DiffLine, ...]
    stands: bool


def rows(versions: Sequence[Version]) -> tuple[VersionRow, ...]:
    """The versions with their day and what made them."""
    return tuple(map(row, versions))


def row(version: Version) -> VersionRow:
    """One version with its day, by the clock of this computer, and what made it."""
    when = version.at.astimezone()
    return VersionRow(version.number, f"{when.day} {when:%b %H:%M}", _EVENTS[version.event])


def versions_view(past: Versions) -> VersionsView:
    """The list of versions."""
    return VersionsView(past.title, story_url(past.slug), past.deleted, rows(past.versions))


def diff_view(difference: Difference) -> DiffView:
    """The lines that changed, with the lines around them."""
    return DiffView(
        title=difference.title,
        url=story_url(difference.slug),
        old=row(difference.old),
        new=row(difference.new),
        text=difference.new.text,
        lines=diff_lines(difference.diff),
        stands=difference.stands,
    )


def diff_lines(diff: str) -> tuple[DiffLine, ...]:
    """The rows of a unified diff without its heading."""
    return tuple(_lines(diff))


def _lines(diff: str) -> Iterator[DiffLine]:
    kinds = {"+": "new", "-": "gone", "@": "place"}
    for line in diff.splitlines()[2:]:
        kind = kinds.get(line[:1], "same")
        yield DiffLine(kind, "" if kind == "place" else line[1:])
