"""``starling numbers``: the ledger of the figures in stories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from starling.cli import options
from starling.cli.exits import Exit

if TYPE_CHECKING:
    from starling.usecases.numbers import Numbers


@click.command("numbers", no_args_is_help=True)
@click.argument(
    "stories", nargs=-1, required=True, metavar="STORY|FILE...", shell_complete=options.complete_story
)
@options.prep
@options.as_json
def command(stories: tuple[str, ...], prep: str | None, as_json: bool) -> int:
    """List every figure of a story, and say which of them fit.

    Each figure stands with its line, its kind and the words around it. Below
    come those that belong together: the ones that disagree, that a listener
    would ask about, that stand alone, and that hold, each with the sum in one line.
    STORY is the short name of a story in the prep folder; FILE is a file, a
    folder, or - for standard input. The exit status is 1 where something disagrees.

    \b
    Examples:
      starling numbers the-leak-i-shipped
      starling numbers my-notes.md
      pbpaste | starling numbers - --json
    """
    from starling.cli.show import show

    found = ledgers(stories, prep)
    return show(found, as_json=as_json) or exit_code(found)


def exit_code(found: Numbers) -> Exit:
    """What the exit status says of the ledgers."""
    from starling.review.numbers.relation import Verdict

    open_ones = (story.open(Verdict.CONTRADICTION) for source in found.sources for story in source.stories)
    return Exit.FINDINGS if any(open_ones) else Exit.CLEAN


def ledgers(names: tuple[str, ...], prep: str | None) -> Numbers:
    """The ledgers of stories by their names, of pages of a prep folder as such, and of all else as notes."""
    from starling import wiring
    from starling.cli.inputs import incoming, sorted_out
    from starling.usecases.numbers import Numbers, numbers_in_bank, numbers_in_notes

    slugs = [name for name in names if _is_slug(name)]
    banks, loose = sorted_out([name for name in names if name not in slugs])
    found: list[Numbers] = []
    if slugs:
        found.append(numbers_in_bank(options.workspace(prep), slugs))
    for where, pages in banks.items():
        found.append(numbers_in_bank(wiring.open_workspace(where, options.settings(where, {})), pages))
    if loose:
        found.append(numbers_in_notes(incoming(loose)))
    return Numbers.joined(found)


def _is_slug(name: str) -> bool:
    """Whether a name means a story: nothing stands there, and it looks like no file."""
    return name != "-" and not Path(name).exists() and not Path(name).suffix and "/" not in name
