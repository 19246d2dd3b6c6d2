"""An answer on the terminal: as text, or in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import click

from starling.cli.errors import show_error
from starling.cli.paper import Lines
from starling.model.problem import StarlingError
from starling.model.report import Brief
from starling.usecases.check import Checked
from starling.wire import to_json


def show(answer: object, *, as_json: bool, **how: Any) -> None:
    """Print an answer on stdout, and on stderr what could not be read.

    *how* is what the text of this answer takes besides, such as the brief of a review.
    """
    _errors(getattr(answer, "unread", ()))
    if as_json:
        click.echo(to_json(answer))
    else:
        _print(_lines(answer, **how))


def show_check(checked: Checked, brief: Brief, form: str) -> None:
    """Print a check as text, JSON, GitHub annotations or SARIF."""
    if form == "text":
        show(checked, as_json=False, brief=brief)
        return
    from starling.cli import formats

    _errors(checked.unread)
    forms = {"json": formats.json_lines, "github": formats.github_lines, "sarif": formats.sarif_lines}
    _print(forms[form](checked))


def _print(lines: Iterable[str]) -> None:
    text = "\n".join(lines).lstrip("\n")
    if text:
        click.echo(text)


def _errors(errors: Iterable[StarlingError]) -> None:
    for error in errors:
        show_error(error)


def _lines(answer: object, **how: Any) -> Iterator[str]:
    """``cli/show_x.py`` shows an answer of ``usecases/x.py``; it is loaded when it is needed."""
    file = import_module(f"starling.cli.show_{type(answer).__module__.rpartition('.')[2]}")
    lines: Lines = file.LINES
    return lines[type(answer)](answer, **how)
