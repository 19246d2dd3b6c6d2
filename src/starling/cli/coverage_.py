"""``starling coverage``: what your stories cover, and which of them to rehearse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from starling.cli import options
from starling.cli.values import Number

if TYPE_CHECKING:
    from starling.cli.exits import Exit
    from starling.ports import Workspace


@click.command("coverage")
@click.argument("set_name", metavar="[SET]", default="")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "csv"]),
    default="text",
    help="Print a table for a page or a sheet.",
)
@click.option("--fewest", is_flag=True, help="The fewest stories that cover the set twice.")
@click.option("--best", "most", metavar="N", type=Number(1, 1000), help="The N stories worth most.")
@click.option(
    "--quick", is_flag=True, help="Stop at a good choice, also where the exact solver is installed."
)
@click.option("--all", "whole", is_flag=True, help="Show every row of a long set.")
@options.prep
@options.as_json
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    set_name: str,
    form: str,
    fewest: bool,
    most: int | None,
    quick: bool,
    whole: bool,
    prep: str | None,
    as_json: bool,
) -> int:
    """Show what your stories cover, gaps first.

    Then comes what is thin, told by one story, or strong with a spare.

    SET is a company (amazon, google, meta, microsoft, apple, netflix, nvidia,
    general), one of your own sets, questions, or kinds; without it, all sets are
    listed. Several tellings of one event are one column. To overrule a fit, say
    so: starling fit.

    \b
    Examples:
      starling coverage
      starling coverage amazon
      starling coverage kinds --format csv
      starling coverage amazon --fewest
      starling coverage questions --best 10
    """
    options.refuse_two_forms(form, as_json=as_json)
    work = options.workspace(prep)
    if (fewest or most is not None) and not set_name:
        raise click.UsageError("Name the set to choose for, as in: starling coverage amazon --fewest")
    if fewest and most is not None:
        raise click.UsageError("Ask for --fewest or for --best, not for both.")
    if fewest or most is not None:
        return _choose(work, set_name, most, quick=quick, as_json=as_json)
    if set_name:
        return _cover(work, set_name, form, whole=whole, as_json=as_json)
    from starling.cli.show import show
    from starling.usecases.coverage import coverage_sets

    return show(coverage_sets(work), as_json=as_json)


def _cover(work: Workspace, set_name: str, form: str, *, whole: bool, as_json: bool) -> Exit:
    from starling.cli.show import show, show_unread
    from starling.usecases.coverage import HINTS, cover

    coverage = cover(work, set_name, 10_000 if whole else HINTS)
    if form == "text" or as_json:
        return show(coverage, as_json=as_json, most=len(coverage.rows) if whole else 0)
    from starling.cli.coverage_tables import csv_text, markdown_lines

    click.echo(csv_text(coverage) if form == "csv" else "\n".join(markdown_lines(coverage)), nl=form != "csv")
    return show_unread(coverage)


def _choose(work: Workspace, set_name: str, most: int | None, *, quick: bool, as_json: bool) -> Exit:
    from starling import wiring
    from starling.cli.progress import best_so_far
    from starling.cli.show import show
    from starling.usecases import choose

    solver = None if quick else wiring.optimiser()
    with best_so_far("Ctrl-C keeps the best so far.") as progress:
        if most is None:
            choice = choose.fewest(work, set_name, solver, progress)
        else:
            choice = choose.best(work, set_name, most, solver, progress)
    return show(choice, as_json=as_json)
