"""``starling serve``: the app in the browser."""

from __future__ import annotations

import os
from pathlib import Path

import click

from starling.cli import options
from starling.cli.values import Number

_HERE = "127.0.0.1"


@click.command("serve")
@options.prep
@click.option("--host", metavar="ADDRESS", default=_HERE, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    metavar="N",
    type=Number(1, 65535),
    help="The port.  [default: 4321, or the next free one]",
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def command(prep: str | None, host: str, port: int | None, *, no_browser: bool) -> None:
    """Open the prep folder in the browser.

    Everything stays on this computer: the app listens to it alone, and loads
    nothing from outside. Edits in the browser and edits to the files live
    together. `starling` without a command does the same.

    \b
    Examples:
      starling serve
      starling serve --prep ~/prep --port 8765 --no-browser
    """
    open_app(options.folder(prep), host, port, browser=not no_browser)


def open_app(where: Path, host: str = _HERE, port: int | None = None, *, browser: bool = True) -> None:
    """Serve a prep folder until Ctrl-C."""
    from starling.web.serve import Door, serve

    options.settings(where, {})
    serve(where, os.environ, Door(host.strip() or _HERE, port, browser), _say)


def _say(text: str) -> None:
    click.echo(text, err=True)
