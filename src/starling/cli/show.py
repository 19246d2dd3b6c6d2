"""An answer on the terminal: as text, or in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import click

from starling.cli.errors import show_error
from starling.cli.exits import Exit
from starling.cli.paper import Lines
from starling.model.problem import Looked
from starling.model.report import Brief
from starling.usecases.check import Checked
from starling.wire import to_json


def show(answer: object, *, as_json: bool, **how: Any) -> Exit:
    """Print an answer on stdout, and on stderr what could not be read; the exit status says whether all was.

    *how* is what the text of this answer takes besides, such as the brief of a review.
    """
    status = show_unread(answer)
    if as_json:
        click.echo(to_json(answer))
    else:
        _print(_lines(answer, **how))
    return status


def show_unread(answer: object) -> Exit:
    """Say on stderr what could not be read; the exit status says whether there was such a thing."""
    unread = answer.unread if isinstance(answer, Looked) else ()
    for error in unread:
        show_error(error)
    return Exit.UNREADABLE if unread else Exit.CLEAN


def show_check(checked: Checked, brief: Brief, form: str) -> Exit:
    """Print a check as text, JSON, GitHub annotations or SARIF."""
    if form == "text":
        return show(checked, as_json=False, brief=brief)
    from starling.cli import formats

    status = show_unread(checked)
    forms = {"json": formats.json_lines, "github": formats.github_lines, "sarif": formats.sarif_lines}
    _print(forms[form](checked))
    return status


def _print(lines: Iterable[str]) -> None:
    text = "\n".join(lines).lstrip("\n")
    if text:
        click.echo(text)


def _lines(answer: object, **how: Any) -> Iterator[str]:
    """``cli/show_x.py`` shows an answer of ``usecases/x.py``; it is loaded when it is needed."""
    file = import_module(f"starling.cli.show_{type(answer).__module__.rpartition('.')[2]}")
    lines: Lines = file.LINES
    return lines[type(answer)](answer, **how)
