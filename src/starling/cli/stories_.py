"""``starling stories``: the stories of a prep folder at a glance."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("stories")
@options.prep
@options.as_json
def command(prep: str | None, as_json: bool) -> int:
    """List your stories: how long they take, and what is missing.

    \b
    Examples:
      starling stories
      starling stories --prep my-prep --json
    """
    from starling.cli.show import show
    from starling.usecases.bank import list_stories

    return show(list_stories(options.workspace(prep)), as_json=as_json)
