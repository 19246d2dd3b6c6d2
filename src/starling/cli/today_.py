"""``starling today``: where the stories stand, and what to do next."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("today")
@options.prep
@options.as_json
def command(prep: str | None, as_json: bool) -> int:
    """Say what to do today: what moves your stories most.

    Numbers that disagree come first, then missing parts, stories that every
    loop asks for, and gaps in what the next company looks for. There is never
    more than fits into your minutes for a day (starling settings).

    \b
    Examples:
      starling today
      starling today --json
    """
    from starling.cli.show import show
    from starling.usecases.today import today

    return show(today(options.workspace(prep)), as_json=as_json)
