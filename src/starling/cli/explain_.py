"""``starling explain``: what a rule, a relation or a dimension looks for, and why."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("explain", no_args_is_help=True)
@click.argument("name", metavar="RULE", shell_complete=options.complete_explained)
@options.as_json
def command(name: str, as_json: bool) -> None:
    """Say what a rule looks for, why, and on whose authority.

    RULE is also a relation between figures (R2, its name, or the code of an
    answer), or a dimension of the rubric (D3).

    \b
    Examples:
      starling explain result-missing
      starling explain NUM-R2-contradiction
      starling explain D3
    """
    from starling.cli.show import show
    from starling.usecases.rules import explain

    show(explain(name), as_json=as_json)
