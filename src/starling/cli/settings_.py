"""``starling settings``: what a person prepares for."""

from __future__ import annotations

import click

from starling.cli import options
from starling.model.problem import UsageError


@click.command("settings")
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--interview", nargs=2, metavar="COMPANY DAY", help="Add an interview on a day, as 2026-12-09.")
@click.option("--no-interview", "gone", nargs=2, metavar="COMPANY DAY", help="Take an interview away.")
@options.prep
@options.as_json
def command(  # noqa: PLR0913, PLR0917 - the arguments of a command
    key: str | None,
    value: str | None,
    interview: tuple[str, str] | None,
    gone: tuple[str, str] | None,
    prep: str | None,
    as_json: bool,
) -> None:
    """Show the settings of the prep folder, or change one.

    An empty VALUE goes back to the usual. The file starling.toml is changed in
    place; what you wrote around its settings stays.

    \b
    Examples:
      starling settings
      starling settings level senior
      starling settings minutes 1.5-2.5
      starling settings --interview Brindlecart 2026-12-09
    """
    from starling.cli.show import show
    from starling.settings import reader
    from starling.usecases import settings

    work = options.unset_workspace(prep)
    if key is not None and value is None:
        reader(key, work.preferences.page().where)
        advice = f'Write  starling settings {key} VALUE,  or "" to go back to the usual.'
        raise UsageError(f"“{key}” needs a value.", try_this=advice)
    if key is not None and value is not None:
        settings.change_settings(work, {key: value})
    if interview is not None:
        settings.add_interview(work, *interview)
    if gone is not None:
        settings.remove_interview(work, *gone)
    show(settings.show_settings(work), as_json=as_json)
