"""The paths that a command was pointed at: which are of a prep folder, and the notes in all others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import click

from starling import wiring
from starling.adapters.inputs import LARGEST, find_files, read_file, read_stream
from starling.cli.progress import counted
from starling.model.prep import Incoming

_NAMED = 3


def incoming(paths: Sequence[str], *, short: bool = False) -> Iterator[Incoming]:
    """What stands under the paths, with what cannot be read; ``-`` is standard input.

    With *short*, for notes that are kept, a pipe goes by the name of a pasted text.
    """
    search = find_files([path for path in paths if path != "-"], short=short)
    if "-" in paths:
        yield _piped() if short else read_stream(sys.stdin.buffer)
    yield from (read_file(found) for found in counted(search.files, len(search.files), "Reading"))
    yield from search.unread
    if search.skipped:
        more = f" and {len(search.skipped) - _NAMED} more" if len(search.skipped) > _NAMED else ""
        click.echo(f"Skipped, as they are no notes: {', '.join(search.skipped[:_NAMED])}{more}.", err=True)


def _piped() -> Incoming:
    from starling.usecases.paste import pasted_name

    data = sys.stdin.buffer.read(LARGEST + 1)
    return read_stream(BytesIO(data), pasted_name(data))


def sorted_out(paths: Sequence[str]) -> tuple[dict[Path, list[str]], list[str]]:
    """The prep folders among the paths, with the stories that are named or none for all; all other paths."""
    found = {name: _kept_at(Path(name)) for name in paths}
    named: dict[Path, list[str | None]] = {}
    for each in found.values():
        if each is not None:
            named.setdefault(each[0], []).append(each[1])
    banks = {
        where: [] if None in slugs else [slug for slug in slugs if slug is not None]
        for where, slugs in named.items()
    }
    return banks, [name for name in paths if found[name] is None]


def _kept_at(path: Path) -> tuple[Path, str | None] | None:
    """The prep folder that a path leads to, and the story that it is there, None for all; None for notes."""
    home = path if path.is_dir() else path.parent
    around = wiring.find_prep(home) if path.is_dir() or path.is_file() else None
    if around is None:
        return None
    where, stories = _as_written(path, around), around / wiring.STORIES
    if path.is_dir():
        return (where, None) if home.absolute() in (around, stories) else None
    is_story = path.suffix == ".md" and home.absolute() == stories
    return (where, path.stem) if is_story else None


def _as_written(path: Path, around: Path) -> Path:
    """*around* as *path* writes it, so that what is shown can be opened from here."""
    return next((each for each in (path, *path.parents) if each.absolute() == around), around)
