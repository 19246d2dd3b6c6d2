"""``starling accept``: it is fine as it is."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("accept", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.argument("rule", shell_complete=options.complete_rule)
@click.option("--words", metavar="TEXT", default="", help="Only where the rule quotes these words.")
@click.option("--reason", metavar="TEXT", default="", help="Why it is fine, for you to read later.")
@click.option("--forget", is_flag=True, help="Take back that it is fine.")
@options.prep
@options.as_json
def command(story: str, rule: str, forget: bool, prep: str | None, as_json: bool, **said: str) -> None:
    """Call a finding fine.

    It is remembered in accepted.toml for that wording: edits elsewhere in the
    story leave it accepted, other words bring it back.

    \b
    Examples:
      starling accept the-leak-i-shipped headline-without-basis
      starling accept the-leak headline-without-basis --words "31,000 euros" --reason "by Finance"
      starling accept the-leak headline-without-basis --forget
    """
    from starling.cli.show import show
    from starling.usecases.bank import accept_finding, reopen_finding

    if forget and said["reason"]:
        raise click.UsageError("--forget takes back that it is fine; it comes without a reason.")
    work = options.workspace(prep)
    if forget:
        show(reopen_finding(work, story, rule, said["words"]), as_json=as_json)
    else:
        show(accept_finding(work, story, rule, said["words"], said["reason"]), as_json=as_json)
