"""``starling export``: everything in one archive of plain files."""

from __future__ import annotations

import sys

import click

from starling.cli import options


@click.command("export")
@click.option("--to", metavar="FILE", type=click.Path(), help="The archive, or - for standard output.")
@options.prep
@options.as_json
def command(to: str | None, prep: str | None, as_json: bool) -> None:
    """Write all that is kept into one zip archive.

    In it are plain files: stories, their versions, questions, settings, what
    you called fine, and the notes as they came. An existing file is never
    written over.

    \b
    Examples:
      starling export
      starling export --to ~/backup/prep.zip
    """
    from pathlib import Path

    from starling.adapters.files import write_new
    from starling.cli.show import show
    from starling.usecases.export import Exported, archive_name, export_zip, list_export

    work = options.workspace(prep)
    if to == "-":
        for piece in export_zip(work):
            sys.stdout.buffer.write(piece)
        return
    path = Path(to or archive_name(work))
    size = write_new(path, export_zip(work))
    show(Exported(where=str(path), size=size, files=list_export(work).files), as_json=as_json)
