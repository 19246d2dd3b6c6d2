"""``starling explain``: what a rule looks for, and why."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("explain", no_args_is_help=True)
@click.argument("rule", shell_complete=options.complete_rule)
@options.as_json
def command(rule: str, as_json: bool) -> None:
    """Say what a rule looks for, why, on whose authority, and what it leaves alone.

    RULE is also a relation between figures: R2, its name, or a reply code.

    \b
    Examples:
      starling explain result-missing
      starling explain NUM-R2-contradiction
    """
    from starling.cli.show import show
    from starling.usecases.rules import explain

    show(explain(rule), as_json=as_json)
