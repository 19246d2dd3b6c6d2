"""``starling init``: a new prep folder."""

from __future__ import annotations

from pathlib import Path

import click

from starling.cli import options
from starling.model.problem import UsageError


@click.command("init", no_args_is_help=True)
@click.argument("folder", metavar="DIR", type=options.PATH)
@options.as_json
def command(folder: str, as_json: bool) -> None:
    """Make a prep folder.

    It is plain files that you, git and your editor can read. What is there
    already is left as it is.

    \b
    Example:
      starling init my-prep
    """
    from starling import wiring
    from starling.cli.show import show
    from starling.usecases.init_prep import init_prep

    if not folder.strip():
        raise UsageError("No folder is named.", try_this="Name one: starling init my-prep")
    show(init_prep(wiring.home(Path(folder)), folder), as_json=as_json)
