"""``starling doctor``: the prep folder, looked over."""

from __future__ import annotations

import click

from starling.cli import options
from starling.cli.exits import Exit


@click.command("doctor")
@click.option("--repair", is_flag=True, help="Make anew what can be: cache, history, leftovers.")
@options.prep
@options.as_json
def command(prep: str | None, *, repair: bool, as_json: bool) -> int:
    """Look over the prep folder, and repair what can be.

    Settings, stories, what you called fine, history and cache are looked at.
    Stories are never changed. A history that cannot be opened is moved aside,
    not deleted, when you ask for a repair.

    \b
    Examples:
      starling doctor
      starling doctor --repair
    """
    from starling.cli.show import show
    from starling.usecases.doctor import examine

    health = examine(options.unset_workspace(prep), repair=repair)
    show(health, as_json=as_json)
    return Exit.FINDINGS if health.troubles else Exit.CLEAN
