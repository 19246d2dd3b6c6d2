"""The command ``starling``: commands are imported when they are asked for, errors become sentences."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from starling import __version__
from starling.cli import collector
from starling.cli.exits import Exit, status
from starling.model.problem import StarlingError

COMMANDS = (
    "init",
    "serve",
    "today",
    "import",
    "check",
    "stories",
    "show",
    "numbers",
    "facts",
    "questions",
    "principles",
    "match",
    "answers",
    "coverage",
    "fit",
    "loop",
    "accept",
    "versions",
    "restore",
    "delete",
    "settings",
    "export",
    "doctor",
    "rules",
    "explain",
    "completion",
)


class Commands(click.Group):
    """The commands, each in the file of its name, in the order in which a person needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"starling.cli.{name}_").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that *args* name; a misspelt one is told the nearest."""
        import difflib

        name = args[0] if args else ""
        near = difflib.get_close_matches(name, COMMANDS, 1)
        if name not in COMMANDS and near:
            ctx.fail(f"There is no command “{name}”. Did you mean {near[0]}?")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with:  starling check my-notes.md",
)
@click.version_option(__version__, message="starling %(version)s")
@click.pass_context
def starling(context: click.Context) -> int | None:
    """Your interview notes in; your stories, as an interviewer hears them, out.

    Everything stays on this computer, and nothing is made up. Without a
    command it opens the prep folder in the browser.
    """
    if context.invoked_subcommand is not None:
        return None
    if sys.stdin.isatty() and sys.stdout.isatty():
        importlib.import_module("starling.cli.open_prep").open_prep()
        return None
    click.echo(context.get_help(), err=True)
    return Exit.USAGE


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit with its status."""
    collector.quiet()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = starling.main(args=args, prog_name="starling", standalone_mode=False) or Exit.CLEAN
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = Exit.USAGE
    except StarlingError as error:
        show_error(error)
        code = status(error)
    except (click.Abort, KeyboardInterrupt):
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.FINDINGS  # what click ends with when the reader has gone
    sys.exit(int(code))


def show_error(error: StarlingError) -> None:
    """Say on stderr what went wrong, where, and what to try."""
    where = f"{error.where}: " if error.where else ""
    click.echo(f"starling: {where}{error.what}", err=True)
    if error.try_this:
        click.echo(f"  {error.try_this}", err=True)
