"""``starling answers``: which questions and principles a story answers."""

from __future__ import annotations

import click

from starling.cli import options
from starling.cli.values import Number


@click.command("answers", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.option(
    "-n", "most", metavar="N", type=Number(1, 500), default=10, help="Show N of each.  [default: 10]"
)
@options.prep
@options.as_json
def command(story: str, most: int, prep: str | None, as_json: bool) -> int:
    """List what STORY answers: questions and principles, best first.

    \b
    Examples:
      starling answers the-leak-i-shipped
      starling answers the-leak-i-shipped -n 30 --json
    """
    from starling.cli.show import show
    from starling.usecases.matching import answers_of

    return show(answers_of(options.workspace(prep), story, most), as_json=as_json)
