"""``starling new``: an empty page for a story that is in no notes yet."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("new", no_args_is_help=True)
@click.argument("title")
@options.prep
@options.as_json
def command(title: str, prep: str | None, as_json: bool) -> None:
    """Begin a story: a page with the four parts, empty.

    It stands among your stories as a plain file, for your editor to fill.

    \b
    Examples:
      starling new "The dashboard nobody opened"
    """
    from starling.cli.show import show
    from starling.usecases.versions import add_story

    show(add_story(options.workspace(prep), title), as_json=as_json)
