"""``starling check``: the review of any notes, as a linter would give it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from starling.cli import collector, options
from starling.cli.exits import Exit

if TYPE_CHECKING:
    from starling.model.story import Story
    from starling.settings import Settings
    from starling.usecases.check import Checked


@click.command("check", no_args_is_help=True)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=options.PATH)
@options.telling
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@options.as_json
def command(paths: tuple[str, ...], form: str, as_json: bool, **said: Any) -> int:
    """Review the stories in notes, or those of a prep folder.

    PATH is a file, a folder, or - for standard input. Nothing is written and no
    prep folder is needed. The exit status is 0 where nothing is left to mend, 1
    where something is, 3 where something could not be read.

    \b
    Examples:
      starling check star-stories.md
      starling check notes/ --level senior
      pbpaste | starling check - --asked failure
      starling check . --format sarif > starling.sarif
    """
    from starling.cli.show import show_check

    options.refuse_two_forms(form, as_json=as_json)
    with collector.resting():
        checked, settings = check(paths, said)
    brief = settings.brief(options.question_type(said["asked"]))
    status = show_check(checked, brief, "json" if as_json else form)
    return status or (Exit.FINDINGS if checked.to_mend else Exit.CLEAN)


def check(paths: Sequence[str], said: dict[str, Any]) -> tuple[Checked, Settings]:
    """Check prep folders as such and everything else as notes."""
    from starling import wiring
    from starling.cli.inputs import incoming, sorted_out
    from starling.usecases.check import Checked, check_bank, check_notes
    from starling.usecases.rules import choose_rules

    banks, loose = sorted_out(paths)
    settings = options.settings(next(iter(banks), options.near(os.environ.get("STARLING_PREP"))), said)
    asked = options.question_type(said["asked"])
    checked: list[Checked] = []
    for where, slugs in banks.items():
        own = options.settings(where, said)
        checked.append(check_bank(wiring.open_workspace(where, own), slugs, own.brief(asked), _watched))
    if loose:
        choice = choose_rules(settings.only, settings.ignore)
        checked.append(check_notes(incoming(loose), settings.brief(asked), choice, _watched))
    return Checked.joined(checked), settings


def _watched(stories: Sequence[Story]) -> Iterable[Story]:
    """The stories, with how many have been reviewed on a terminal."""
    from starling.cli.progress import counted

    return counted(stories, len(stories), "Reviewing")
