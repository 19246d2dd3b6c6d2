"""A new prep folder, as terminal text."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from starling.cli.paper import Lines
from starling.usecases.init_prep import Prep


def _prep(prep: Prep) -> Iterator[str]:
    if prep.made:
        yield f"Made a prep folder in {prep.where}:"
        yield from (f"  {path}" for path in prep.made)
        yield f"Next: starling import my-notes.md --into {quote(prep.where)}"
    else:
        yield f"{prep.where} is a prep folder already; nothing was changed."


LINES: Lines = {Prep: _prep}
