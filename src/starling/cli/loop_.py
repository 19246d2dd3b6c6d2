"""``starling loop``: interview loops drawn at random, and whether your stories last."""

from __future__ import annotations

import click

from starling.cli import options
from starling.cli.values import Number


@click.command("loop")
@click.option("--company", metavar="NAME", default="", help="Whose loops.  [default: of your next interview]")
@click.option(
    "--rounds", metavar="N", type=Number(), help="Interviewers in a loop.  [default: by the company]"
)
@click.option("--questions", metavar="N", type=Number(), help="Questions of each.  [default: by the company]")
@click.option("--draws", metavar="N", type=Number(), default=10_000, help="Loops to draw.  [default: 10000]")
@click.option(
    "--seed", metavar="N", type=Number(), default=1, help="The same number draws the same.  [default: 1]"
)
@click.option("--stories", metavar="N", type=Number(), help="Stories you want to have ready.  [default: 10]")
@options.prep
@options.as_json
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    company: str,
    rounds: int | None,
    questions: int | None,
    draws: int,
    seed: int,
    stories: int | None,
    prep: str | None,
    as_json: bool,
) -> int:
    """Draw interview loops and tell your stories in them.

    Says in how many loops of 100 some question finds no fresh strong story,
    which questions and principles are to blame, and which one story, new or
    mended, would help most. No story is told twice to one interviewer, or more
    than twice in a loop. What is assumed is printed with the figures.

    \b
    Examples:
      starling loop
      starling loop --company amazon --rounds 5 --questions 2
      starling loop --company meta --seed 7 --json
    """
    from starling.cli.show import show
    from starling.usecases.loop_draws import Wish
    from starling.usecases.loops import simulate_loops

    wish = Wish(
        company=company,
        rounds=rounds,
        questions=questions,
        draws=draws,
        seed=seed,
        wanted=stories,
    )
    return show(simulate_loops(options.workspace(prep), wish), as_json=as_json)
