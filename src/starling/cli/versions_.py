"""``starling versions``: what became of a story over time."""

from __future__ import annotations

import click

from starling.cli import options


@click.command("versions", no_args_is_help=True)
@click.argument("story", shell_complete=options.complete_story)
@click.option(
    "--diff", "numbers", metavar="A..B", help="What changed between two versions; A.. is until the newest."
)
@options.prep
@options.as_json
def command(story: str, numbers: str | None, prep: str | None, as_json: bool) -> None:
    """List the versions of a story, or show what changed.

    Every text of a story that was seen or saved is kept in the history of the
    prep folder.

    \b
    Examples:
      starling versions the-leak-i-shipped
      starling versions the-leak-i-shipped --diff 1..3
    """
    from starling.cli.show import show
    from starling.usecases.versions import compare_versions, story_versions

    work = options.workspace(prep)
    if numbers is None:
        show(story_versions(work, story), as_json=as_json)
    else:
        show(compare_versions(work, story, *_two(numbers)), as_json=as_json)


def _two(text: str) -> tuple[int | None, int | None]:
    """Two numbers with two points between; one that is left out is None."""
    first, points, last = text.partition("..")
    if not points or not all(each.isascii() and each.isdigit() for each in (first, last) if each):
        raise click.BadParameter("Write two numbers of versions, as in 1..3.", param_hint="--diff")
    return int(first) if first else None, int(last) if last else None
