"""``starling rules``: what the review looks for."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("rules")
@options.as_json
def command(as_json: bool) -> None:
    """List what the review looks for: rules, relations, dimensions.

    \b
    Examples:
      starling rules
      starling rules --json
    """
    from starling.cli.show import show
    from starling.usecases.rules import list_rules

    show(list_rules(), as_json=as_json)
