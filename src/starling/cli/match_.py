"""``starling match``: which of your stories answers a question."""

from __future__ import annotations

import click

from starling.cli import options
from starling.cli.values import Number


@click.command("match", no_args_is_help=True)
@click.argument("question")
@click.option("-n", "most", metavar="N", type=Number(1, 50), default=5, help="Show N stories.  [default: 5]")
@options.prep
@options.as_json
def command(question: str, most: int, prep: str | None, as_json: bool) -> int:
    """Find the stories that answer QUESTION, with what shows it.

    QUESTION is any wording, the name of a question (see: starling questions),
    or a principle such as amazon/dive-deep. What you stated yourself counts
    first; several tellings of one event are offered once.

    \b
    Examples:
      starling match "Tell me about a time you were wrong"
      starling match amazon/earn-trust --json
    """
    from starling.cli.show import show
    from starling.usecases.matching import match_question

    return show(match_question(options.workspace(prep), question, most), as_json=as_json)
