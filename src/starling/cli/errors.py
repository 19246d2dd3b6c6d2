"""What went wrong, on the terminal: a sentence on stderr with where it was and what to try."""

from __future__ import annotations

import os
import sys

import click

from starling.model.problem import StarlingError


def show_error(error: StarlingError) -> None:
    """Say on stderr what went wrong, where, and what to try."""
    from starling.cli.paper import clean

    where = f"{error.where}: " if error.where else ""
    click.echo(clean(f"starling: {where}{error.what}"), err=True)
    if error.try_this:
        click.echo(clean(f"  {error.try_this}"), err=True)


def from_system(error: OSError) -> StarlingError:
    """What the system refused, as an error that a person can act on: a file, or the answer itself."""
    if isinstance(error.filename, str | bytes):
        from pathlib import Path

        from starling.adapters.files import unreadable

        return unreadable(Path(os.fsdecode(error.filename)), error)
    drop_output()
    advice = "Check that the disk has room and that the folder you are in still exists."
    return StarlingError(f"The system says: {(error.strerror or str(error)).lower()}.", try_this=advice)


def drop_output() -> None:
    """Lead standard output nowhere, so that what is left in its buffer is not tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
