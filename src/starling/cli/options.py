"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from starling.model.problem import UsageError
from starling.model.report import Level, QuestionType

if TYPE_CHECKING:
    from starling.ports import Workspace
    from starling.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])

PATH = click.Path(readable=False)
"""A file or folder; what reads it says why it cannot be read, and what to do."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON (docs/wire.md).")
prep = click.option(
    "--prep",
    metavar="DIR",
    envvar="STARLING_PREP",
    type=PATH,
    help="The prep folder.  [default: the one around this folder]",
)


def telling(command: _Command) -> _Command:
    """The options that say what a telling is for and which rules are to speak."""
    for option in reversed(_TELLING):
        command = option(command)
    return command


_TELLING = (
    click.option(
        "--level",
        type=click.Choice([each.value for each in Level], case_sensitive=False),
        help="The level of the job.",
    ),
    click.option(
        "--asked",
        type=click.Choice([each.value for each in QuestionType], case_sensitive=False),
        help="The type of question it answers.  [default: by the question of each story]",
    ),
    click.option("--minutes", metavar="A-B", help="How long a telling may take.  [default: 2-3]"),
    click.option("--pace", metavar="N", help="Words you say in a minute.  [default: 140]"),
    click.option("--only", metavar="RULE", multiple=True, help="Run this rule only; may be repeated."),
    click.option("--ignore", metavar="RULE", multiple=True, help="Do not run this rule; may be repeated."),
)


def question_type(asked: str | None) -> QuestionType | None:
    """The type of question that was asked for."""
    return None if asked is None else QuestionType(asked)


def refuse_two_forms(form: str, *, as_json: bool) -> None:
    """Raise a usage error where the answer is asked for in two forms."""
    if as_json and form not in ("text", "json"):
        raise click.UsageError(f"Ask for --json or for --format {form}, not for both.")


def folder(given: str | None) -> Path:
    """The prep folder that is given, or the one around this folder; UsageError where there is none."""
    found = near(given)
    if found is None:
        raise UsageError(
            "No prep folder is here or above.",
            try_this="Make one with  starling init my-prep  or name yours with  --prep DIR",
        )
    return found


def near(given: str | None) -> Path | None:
    """The prep folder that is given, or the one around this folder, if any."""
    from starling import wiring

    return Path(given) if given else wiring.find_prep(Path.cwd())


def settings(where: Path | None, said: dict[str, Any]) -> Settings:
    """The settings of a prep folder, with what the options say over them."""
    from starling import wiring
    from starling.settings import override

    chosen = {key: value for key, value in said.items() if key != "asked" and value not in (None, ())}
    for key in ("only", "ignore"):
        if key in chosen:
            chosen[key] = ",".join(chosen[key])
    return override(wiring.load_settings(where, os.environ), chosen, "the options")


def workspace(given: str | None, said: dict[str, Any] | None = None) -> Workspace:
    """The workspace of the prep folder that is given or found."""
    from starling import wiring

    where = folder(given)
    return wiring.open_workspace(where, settings(where, said or {}))


def unset_workspace(given: str | None) -> Workspace:
    """The workspace of the prep folder without its settings: for what shows, changes or mends these."""
    from starling import wiring
    from starling.settings import Settings

    where = folder(given)
    if not where.is_dir():
        raise UsageError("There is no such folder.", where=str(where), try_this="Check the path.")
    return wiring.open_workspace(where, Settings())


def workspace_near(given: str | None) -> Workspace | None:
    """The workspace of the prep folder that is given or found, if any: for what works without one too."""
    return None if near(given) is None else workspace(given)


def complete_story(ctx: click.Context, param: click.Parameter, incomplete: str) -> Sequence[str]:  # noqa: ARG001
    """The stories that begin so, for the shell."""
    from starling import wiring

    where = near(ctx.params.get("prep") or os.environ.get("STARLING_PREP"))
    names = sorted(path.stem for path in (where / wiring.STORIES).glob("*.md")) if where is not None else []
    return [name for name in names if name.startswith(incomplete)]


def complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> Sequence[str]:  # noqa: ARG001
    """The rules that begin so, for the shell."""
    from starling.usecases.rules import list_rules

    return [rule.name for rule in list_rules().rules if rule.name.startswith(incomplete)]


def complete_explained(ctx: click.Context, param: click.Parameter, incomplete: str) -> Sequence[str]:  # noqa: ARG001
    """The rules, relations and dimensions that begin so, for the shell."""
    from starling.usecases.rules import names

    return [name for name in names() if name.lower().startswith(incomplete.lower())]


def complete_question(ctx: click.Context, param: click.Parameter, incomplete: str) -> Sequence[str]:  # noqa: ARG001
    """The questions of the bank that begin so, for the shell."""
    from starling.content import bank

    return [each.slug for each in bank.questions() if each.slug.startswith(incomplete)]
