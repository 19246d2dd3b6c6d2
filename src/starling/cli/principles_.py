"""``starling principles``: what companies look for."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("principles")
@click.argument("company", default="")
@options.prep
@options.as_json
def command(company: str, prep: str | None, as_json: bool) -> int:
    """Show what a company says it looks for.

    Each set says when it was checked, and how sure it is.

    COMPANY is a name, or one principle such as amazon/dive-deep; without it, all
    sets are listed. Your own sets stand in principles/ of the prep folder.

    \b
    Examples:
      starling principles
      starling principles meta
      starling principles amazon/dive-deep
    """
    from starling.cli.show import show
    from starling.usecases.principles import list_principles

    return show(list_principles(options.workspace_near(prep), company), as_json=as_json)
