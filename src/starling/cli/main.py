"""The command ``starling``: commands are imported when they are asked for, errors become sentences."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from itertools import chain
from typing import NoReturn

import click

from starling import __version__
from starling.cli import collector
from starling.cli.errors import drop_output, from_system, show_error
from starling.cli.exits import Exit, status
from starling.model.problem import StarlingError

GROUPS = {
    "Begin": ("check", "init", "import", "serve"),
    "Your stories": (
        *("stories", "show", "new", "numbers", "facts"),
        *("accept", "versions", "restore", "delete"),
    ),
    "Interviews": ("today", "questions", "principles", "match", "answers", "coverage", "fit", "loop"),
    "All else": ("settings", "export", "doctor", "rules", "explain", "completion"),
}
"""The commands by what they are for, in the order in which a person needs them."""

_SENTENCE = 64
"""Signs of the first sentence of a command's help, which is all that the list of commands shows."""

COMMANDS = tuple(chain.from_iterable(GROUPS.values()))


class Commands(click.Group):
    """The commands, each in the file of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"starling.cli.{name}_").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write them under the headings of their groups, each with its first sentence."""
        room = max(map(len, COMMANDS))
        for heading, names in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:<{room}}", self._says(ctx, name)) for name in names])

    def _says(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return "" if command is None else command.get_short_help_str(_SENTENCE)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that *args* name; a misspelt one is told the nearest."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(_unknown(args[0]))
        return super().resolve_command(ctx, args)


def _unknown(name: str) -> str:
    """What is said of a name that is no command."""
    import difflib

    if near := difflib.get_close_matches(name, COMMANDS, 1):
        return f"There is no command “{name}”. Did you mean {near[0]}?"
    if os.path.lexists(name):
        from shlex import quote

        return f"“{name}” is no command. To review it: starling check {quote(name)}"
    return f"There is no command “{name}”."


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
    open_closed_streams()
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
        drop_output()
        code = Exit.FINDINGS  # what click ends with when the reader has gone
    except OSError as error:
        show_error(from_system(error))
        code = Exit.UNREADABLE
    sys.exit(int(code))


def open_closed_streams() -> None:
    """Lead the standard streams that the caller closed nowhere, so that no file of ours takes their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
