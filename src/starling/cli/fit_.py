"""``starling fit``: how well a story fits, and your own word over it."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("fit", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.argument("row")
@click.argument("fit", required=False, type=click.Choice(["strong", "partly", "none"]))
@click.option("--because", metavar="SENTENCE", default="", help="The sentence that shows it.")
@click.option("--forget", is_flag=True, help="Take back what you stated.")
@options.prep
@options.as_json
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    story: str, row: str, fit: str | None, because: str, forget: bool, prep: str | None, as_json: bool
) -> None:
    """Show how well STORY fits ROW, or state it yourself.

    ROW is a principle (amazon/dive-deep), a question by its name, or a kind of
    story (kinds/failure). What you state is written into the front matter of
    the story and comes before what is computed.

    \b
    Examples:
      starling fit the-empty-result-page amazon/dive-deep
      starling fit the-empty-result-page amazon/dive-deep strong --because "I read 500 by hand."
      starling fit the-empty-result-page kinds/conflict none --because "We agreed from the first day."
      starling fit the-empty-result-page kinds/conflict --forget
    """
    from starling.cli.show import show
    from starling.usecases import fits

    work = options.workspace(prep)
    if forget and (fit or because):
        raise click.UsageError("--forget takes back what you stated; it comes without a fit and a sentence.")
    if because and not fit:
        raise click.UsageError("Say which fit the sentence shows: strong, partly or none.")
    if forget:
        show(fits.forget_fit(work, story, row), as_json=as_json)
    elif fit:
        show(fits.set_fit(work, story, row, fit, because), as_json=as_json)
    else:
        show(fits.show_fit(work, story, row), as_json=as_json)
