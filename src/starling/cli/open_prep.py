"""``starling`` without a command: the prep folder in the browser, or a new one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from starling import wiring
from starling.cli import options
from starling.cli.serve_ import open_app

_NEW = "prep"


def open_prep() -> None:
    """Open the prep folder that is around this folder; where there is none, offer to make one."""
    where = options.near(os.environ.get("STARLING_PREP"))
    if where is None:
        where = _offered()
    if where is not None:
        open_app(where)


def _offered() -> Path | None:
    """A new prep folder in this folder, if the person wants one."""
    from starling.usecases.init_prep import init_prep

    click.echo("No prep folder is here or above. It keeps your stories as plain files, on this computer.")
    if not click.confirm(f"Make one in {Path.cwd() / _NEW}?", default=True):
        click.echo("To make one elsewhere: starling init DIR")
        return None
    where = Path(_NEW)
    init_prep(wiring.home(where), str(where))
    return where
