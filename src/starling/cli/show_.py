"""``starling show``: the review of one story."""

from __future__ import annotations

from typing import Any

import click

from starling.cli import options


@click.command("show", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@options.prep
@options.telling
@options.as_json
def command(story: str, prep: str | None, as_json: bool, **said: Any) -> int:
    """Show one story of the prep folder as an interviewer hears it.

    STORY is its short name, or the beginning of it; `starling stories` lists them.

    \b
    Examples:
      starling show the-leak-i-shipped
      starling show the-leak --asked failure --level staff
    """
    from starling.cli.show import show
    from starling.usecases.bank import show_story

    work = options.workspace(prep, said)
    brief = options.settings(options.folder(prep), said).brief(options.question_type(said["asked"]))
    return show(show_story(work, story, brief), as_json=as_json, brief=brief)
