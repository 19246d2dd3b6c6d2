"""The notes that a command was pointed at, read one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from starling.adapters.inputs import find_files, read_file, read_stream
from starling.cli.progress import counted
from starling.model.prep import Incoming

_NAMED = 3


def incoming(paths: Sequence[str], *, short: bool = False) -> Iterator[Incoming]:
    """What stands under the paths, with what cannot be read; ``-`` is standard input."""
    search = find_files([path for path in paths if path != "-"], short=short)
    if "-" in paths:
        yield read_stream(sys.stdin.buffer)
    yield from (read_file(found) for found in counted(search.files, len(search.files), "Reading"))
    yield from search.unread
    if search.skipped:
        more = f" and {len(search.skipped) - _NAMED} more" if len(search.skipped) > _NAMED else ""
        click.echo(f"Skipped, as they are no notes: {', '.join(search.skipped[:_NAMED])}{more}.", err=True)
