"""``starling restore``: a version of a story, brought back."""

from __future__ import annotations

import click

from starling.cli import options
from starling.cli.values import Number


@click.command("restore", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.option("--version", "number", type=Number(1), metavar="N", help="Which.  [default: the newest]")
@options.prep
@options.as_json
def command(story: str, number: int | None, prep: str | None, as_json: bool) -> None:
    """Bring back a deleted story, or an earlier version of one.

    What stands there now is kept as a version too.

    \b
    Examples:
      starling restore the-leak-i-shipped
      starling restore the-leak-i-shipped --version 2
    """
    from starling.cli.show import show
    from starling.usecases.versions import restore_story

    show(restore_story(options.workspace(prep), story, number), as_json=as_json)
