"""What became of a story over time, as terminal text."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from starling.cli.paper import Lines, bold, clean, count, dim, paint, wrap
from starling.model.history import Event, Version
from starling.usecases.versions import Deleted, Difference, Saved, Versions

_EVENTS = {
    Event.SEEN: "as it was on disk",
    Event.SAVED: "saved",
    Event.DELETED: "deleted",
    Event.RESTORED: "brought back",
}


def versions_lines(past: Versions) -> Iterator[str]:
    """The versions, the newest first."""
    yield bold(clean(past.title)) + dim("  deleted" if past.deleted else "")
    for version in past.versions:
        yield f"  {version.number:>3}  {_when(version)}  {_EVENTS[version.event]}"
    said = count(len(past.versions), "version")
    if past.deleted:
        yield from ("", f"{said}. Next: starling restore {quote(past.slug)}")
    elif len(past.versions) > 1:
        older, newer = past.versions[1].number, past.versions[0].number
        yield from ("", f"{said}. Next: starling versions {quote(past.slug)} --diff {older}..{newer}")
    else:
        yield from ("", f"{said}.")


def _when(version: Version) -> str:
    return f"{version.at.astimezone():%Y-%m-%d %H:%M}"


def difference_lines(difference: Difference) -> Iterator[str]:
    """What changed, line by line."""
    head = f"{difference.title}: version {difference.old.number} to {difference.new.number}"
    yield bold(clean(head))
    if not difference.diff:
        yield "The two are the same."
    for row in difference.diff.split("\n")[2:]:
        colour = {"+": "green", "-": "red"}.get(row[:1])
        yield paint(clean(row), colour) if colour else clean(row)
    yield from ("", f"Next: starling restore {quote(difference.slug)} --version {difference.old.number}")


def _saved(saved: Saved) -> Iterator[str]:
    yield from wrap(f"“{saved.title}” is in {saved.where}, as version {saved.version}.")


def _deleted(deleted: Deleted) -> Iterator[str]:
    yield from wrap(f"“{deleted.title}” is deleted.")
    yield f"To bring it back: starling restore {quote(deleted.slug)}"


LINES: Lines = {
    Versions: versions_lines,
    Difference: difference_lines,
    Saved: _saved,
    Deleted: _deleted,
}
