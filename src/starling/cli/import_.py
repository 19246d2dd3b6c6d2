"""``starling import``: notes into a prep folder, each story once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starling.cli import options
from starling.cli.exits import Exit
from starling.cli.values import Number
from starling.model.problem import UsageError

if TYPE_CHECKING:
    from starling.usecases.import_notes import ImportedStory, ImportResult


@click.command("import", no_args_is_help=True)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=options.PATH)
@click.option(
    "--into",
    "--prep",
    "into",
    metavar="DIR",
    envvar="STARLING_PREP",
    type=options.PATH,
    help="The prep folder.  [default: the one around this folder]",
)
@click.option(
    "--update", is_flag=True, help="Take the wording of the notes for stories that changed in them."
)
@click.option(
    "--answers", is_flag=True, help="Take answers to questions as stories, too; their parts are told apart."
)
@click.option(
    "--take",
    metavar="N",
    multiple=True,
    type=Number(),
    help="Take only this one, by its number; may be repeated.",
)
@click.option("--no-questions", is_flag=True, help="Leave the questions in the notes.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@options.as_json
def command(
    paths: tuple[str, ...], into: str | None, take: tuple[int, ...], as_json: bool, **said: bool
) -> int:
    """Bring the stories and questions of notes into a prep folder.

    PATH is a file, a folder, or - for standard input. The report says by line
    numbers what every region became; nothing is lost, and the same notes again
    change nothing. A story that changed in the notes is shown and, on a
    terminal, asked about. One that changed in both places is never overwritten.
    A dry run numbers what may become a story, for --take.

    \b
    Examples:
      starling import ~/notes --into my-prep
      starling import star-stories.md --dry-run
      starling import star-stories.md --take 1 --take 3
      starling import star-stories.md --update
    """
    from starling.cli.inputs import incoming
    from starling.cli.show import show
    from starling.usecases.import_notes import Wishes, import_notes

    work = options.workspace(into)
    refuse_own(paths, Path(work.where))
    update, write = said["update"], not said["dry_run"]
    asks = not (update or not write or as_json or "-" in paths) and is_terminal()
    wishes = Wishes(
        update=_ask if asks else lambda _: update,
        answers=said["answers"],
        write=write,
        chosen=take or None,
        questions=not said["no_questions"],
    )
    result = import_notes(work, incoming(paths, short=True), wishes)
    return show(result, as_json=as_json, diffs=not asks) or exit_code(result)


def exit_code(result: ImportResult) -> Exit:
    """What the exit status says of an import: whether something is left to decide."""
    from starling.usecases.import_notes import Outcome

    return Exit.FINDINGS if result.count(Outcome.CHANGED) or result.count(Outcome.CONFLICT) else Exit.CLEAN


def is_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def refuse_own(paths: Sequence[str], folder: Path) -> None:
    """Raise UsageError where the prep folder would be imported into itself."""
    for name in paths:
        path, own = Path(name).resolve(), folder.resolve()
        inside = path.is_relative_to(own) and (
            path == own or path.relative_to(own).parts[0] in ("stories", "notes")
        )
        if name != "-" and inside:
            advice = "Name the notes that you want to bring in."
            raise UsageError("This is the prep folder itself.", where=name, try_this=advice)


def _ask(story: ImportedStory) -> bool:
    """Show how a story differs, and ask what to do."""
    from starling.cli.show_import_notes import diff_lines
    from starling.usecases.import_notes import Outcome

    for line in diff_lines(story):
        click.echo(line)
    if story.outcome is Outcome.CONFLICT:
        return click.confirm("It was edited in both places. Keep the text of the notes beside yours?")
    return click.confirm("Take the wording of the notes?")
