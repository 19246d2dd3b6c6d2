"""``starling delete``: a story that is not told any more."""

from __future__ import annotations

import sys

import click

from starling.cli import options


@click.command("delete", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.option("--yes", is_flag=True, help="Do not ask.")
@options.prep
@options.as_json
def command(story: str, prep: str | None, *, as_json: bool, yes: bool) -> None:
    """Delete a story. Its versions stay in the history, and bring it back.

    \b
    Examples:
      starling delete the-leak-i-shipped
      starling restore the-leak-i-shipped
    """
    from starling.cli.show import show
    from starling.usecases.bank import find_story
    from starling.usecases.versions import delete_story

    work = options.workspace(prep)
    kept = find_story(work, story)
    if not (yes or as_json) and sys.stdin.isatty():
        click.confirm(f"Delete {kept.where}? Its versions stay.", abort=True)
    show(delete_story(work, kept.slug, kept.seen), as_json=as_json)
