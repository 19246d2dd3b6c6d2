"""``starling facts``: every figure of a project, in all its tellings."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("facts", no_args_is_help=True)
@click.argument("project", shell_complete=options.complete_story)
@options.prep
@options.as_json
def command(project: str, prep: str | None, as_json: bool) -> int:
    """Lay every telling of a project side by side, figure by figure.

    PROJECT is the name that stories carry (project: NAME), or one story: then
    all stories that tell the same event are compared. Figures that differ come
    first, then those that agree, then those that only one story tells.

    \b
    Examples:
      starling facts "fraud scorer"
      starling facts the-leak-i-shipped --json
    """
    from starling.cli.show import show
    from starling.usecases.facts import project_facts

    return show(project_facts(options.workspace(prep), project), as_json=as_json)
