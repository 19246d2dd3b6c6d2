"""``starling questions``: what an interviewer may ask, and the user's own questions beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from starling.cli import options
from starling.cli.values import Day
from starling.model.report import Level, QuestionType


class _Questions(click.Group):
    """The list, and the commands for one question."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that *args* name; what is none is told the nearest, or how to see it."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            ctx.fail(_unknown(args[0], self.commands))
        return super().resolve_command(ctx, args)


def _unknown(name: str, commands: Iterable[str]) -> str:
    """What is said of a name that is no command: a competency's, a misspelt one, or a question's."""
    from shlex import quote

    from starling.content import bank
    from starling.model.nearest import did_you_mean

    if name.lower() in {each.slug for each in bank.competencies()}:
        advice = f"To see its questions: starling questions --competency {name.lower()}"
    else:
        seen = f"To see one question: starling questions show {quote(name)}"
        advice = did_you_mean(name, commands, seen)
    return f"There is no command “{name}”. {advice}"


@click.group("questions", cls=_Questions, invoke_without_command=True)
@click.option("--competency", metavar="NAME", help="Those of a competency, or of a branch of them.")
@click.option(
    "--company", metavar="NAME", help="Those for a company's principles, for one of them, and those it asked."
)
@click.option(
    "--type",
    "kind",
    type=click.Choice([each.value for each in QuestionType], case_sensitive=False),
    help="One type.",
)
@click.option(
    "--level",
    type=click.Choice([each.value for each in Level], case_sensitive=False),
    help="Those that are asked at this level.",
)
@click.option("--own", is_flag=True, help="Your own, and those you marked as asked.")
@options.prep
@options.as_json
@click.pass_context
def command(ctx: click.Context, /, prep: str | None, as_json: bool, **said: Any) -> int | None:
    """List the questions that an interviewer may ask.

    Without an option, the tree of competencies with the number of questions in
    each; with one, the questions themselves. In a prep folder your own
    questions are among them; they stand in questions.toml.

    \b
    Examples:
      starling questions --competency conflict
      starling questions --company amazon/dive-deep --level senior
      starling questions show biggest-failure
      starling questions add "Tell me about a model you switched off." --asked-at Brindlecart
    """
    ctx.obj = prep
    if ctx.invoked_subcommand is not None:
        return None
    from starling.cli.show import show
    from starling.usecases.questions import Wanted, list_questions

    wanted = Wanted(
        competency=said["competency"],
        company=said["company"],
        type=options.question_type(said["kind"]),
        level=None if said["level"] is None else Level(said["level"]),
        own=said["own"],
    )
    return show(list_questions(options.workspace_near(prep), wanted), as_json=as_json)


@click.command("show", no_args_is_help=True)
@click.argument("question", shell_complete=options.complete_question)
@options.prep
@options.as_json
@click.pass_obj
def show_one(above: str | None, question: str, prep: str | None, as_json: bool) -> None:
    """Show one question.

    With it comes what a full answer shows, what spoils it, and what is asked next.

    QUESTION is its short name, the beginning of it, or the question in quotes.

    \b
    Examples:
      starling questions show disagreed-with-a-peer
    """
    from starling.cli.show import show
    from starling.usecases.questions import show_question

    show(show_question(options.workspace_near(prep or above), question), as_json=as_json)


@click.command("add", no_args_is_help=True)
@click.argument("text")
@click.option("--asked-at", metavar="COMPANY", help="Who asked it.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="On which day, as 2026-01-31.")
@options.prep
@options.as_json
@click.pass_obj
def add(  # noqa: PLR0913, PLR0917 - one for each option
    above: str | None, text: str, asked_at: str | None, day: date | None, prep: str | None, as_json: bool
) -> None:
    """Keep a question of your own in questions.toml.

    One that is in the bank already is marked as asked.

    \b
    Examples:
      starling questions add "Tell me about a model you switched off."
      starling questions add "Why did you leave?" --asked-at Brindlecart --on 2026-11-02
    """
    from starling.cli.show import show
    from starling.model.question import Asked
    from starling.usecases.questions import add_question

    if day is not None and not asked_at:
        raise click.UsageError("--on needs --asked-at COMPANY.")
    asked = Asked(asked_at, day) if asked_at else None
    show(add_question(options.workspace(prep or above), text, asked), as_json=as_json)


@click.command("asked", no_args_is_help=True)
@click.argument("question", shell_complete=options.complete_question)
@click.option("--at", "company", metavar="COMPANY", required=True, help="Who asked it.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="On which day, as 2026-01-31.")
@options.prep
@options.as_json
@click.pass_obj
def asked(  # noqa: PLR0913, PLR0917 - one for each option
    above: str | None, question: str, company: str, day: date | None, prep: str | None, as_json: bool
) -> None:
    """Mark a question as asked, by whom and when.

    \b
    Examples:
      starling questions asked disagreed-with-a-peer --at Brindlecart --on 2026-11-02
    """
    from starling.cli.show import show
    from starling.usecases.questions import mark_asked

    show(mark_asked(options.workspace(prep or above), question, company, day), as_json=as_json)


for each in (show_one, add, asked):
    command.add_command(each)
