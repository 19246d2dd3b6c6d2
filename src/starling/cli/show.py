"""An answer on the terminal: as text, or in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

import click

from starling.cli.errors import show_error
from starling.cli.paper import cells, count, cut, dim, pad, spell, width, wrap
from starling.cli.show_check import check_lines, problem_lines
from starling.cli.show_facts import facts_lines
from starling.cli.show_import import import_lines
from starling.cli.show_numbers import numbers_lines
from starling.cli.show_report import report_lines
from starling.model.problem import StarlingError
from starling.model.report import Brief
from starling.model.story import CORE
from starling.usecases.bank import Accepted, Reopened, Shown, StoryCard, StoryList
from starling.usecases.check import Checked
from starling.usecases.facts import Facts
from starling.usecases.import_notes import ImportResult
from starling.usecases.init_prep import Prep
from starling.usecases.numbers import Numbers
from starling.wire import to_json

_QUESTION = 20
"""Columns from which a question is worth showing beside a story."""


def show(answer: object, *, as_json: bool, brief: Brief | None = None, diffs: bool = True) -> None:
    """Print an answer on stdout, and on stderr what could not be read."""
    _errors(getattr(answer, "unread", ()))
    if as_json:
        click.echo(to_json(answer))
    else:
        _print(_lines(answer, brief or Brief(), diffs=diffs))


def show_check(checked: Checked, brief: Brief, form: str) -> None:
    """Print a check as text, JSON, GitHub annotations or SARIF."""
    from starling.cli import formats

    _errors(checked.unread)
    if form == "text":
        _print(check_lines(checked, brief))
    else:
        _print(
            {"json": formats.json_lines, "github": formats.github_lines, "sarif": formats.sarif_lines}[form](
                checked
            )
        )


def _print(lines: Iterable[str]) -> None:
    text = "\n".join(lines).lstrip("\n")
    if text:
        click.echo(text)


def _errors(errors: Iterable[StarlingError]) -> None:
    for error in errors:
        show_error(error)


def _lines(answer: Any, brief: Brief, *, diffs: bool) -> Iterator[str]:
    if isinstance(answer, Shown):
        return _shown(answer, brief)
    if isinstance(answer, ImportResult):
        return import_lines(answer, diffs=diffs)
    shown = _SHOWN.get(type(answer)) or _shown_by_its_file(type(answer))
    return shown(answer)


def _shown_by_its_file(kind: type) -> Callable[[Any], Iterator[str]]:
    """How ``cli/show_x.py`` shows an answer of ``usecases/x.py``; it is loaded when it is needed."""
    file = import_module(f"starling.cli.show_{kind.__module__.rpartition('.')[2]}")
    lines: dict[type, Callable[[Any], Iterator[str]]] = file.LINES
    return lines[kind]


def _prep(prep: Prep) -> Iterator[str]:
    if prep.made:
        yield f"Made a prep folder in {prep.where}:"
        yield from (f"  {path}" for path in prep.made)
        yield f"Next: starling import my-notes.md --into {prep.where}"
    else:
        yield f"{prep.where} is a prep folder already; nothing was changed."


def _stories(stories: StoryList) -> Iterator[str]:
    if not stories.stories:
        yield f"No stories yet in {stories.where}. Next: starling import my-notes.md --into {stories.where}"
        return
    room = max(cells(card.story.slug) for card in stories.stories)
    rest = width() - room - 19
    yield dim(f"length  parts    {pad('story', room)}  {'question' if rest >= _QUESTION else ''}".rstrip())
    for card in stories.stories:
        parts = " ".join("·" if kind in card.missing else kind.value[0].upper() for kind in CORE)
        asked = cut(card.story.question or "", rest) if rest >= _QUESTION else ""
        yield f"{spell(card.seconds):>6}  {parts}  {pad(card.story.slug, room)}  {asked}".rstrip()
    yield from ("", *wrap(f"{count(len(stories.stories), 'story', 'stories')}. Next: starling show STORY"))
    yield from (line for card in stories.stories for line in _problems(card))


def _problems(card: StoryCard) -> Iterator[str]:
    yield from problem_lines(card.where, card.problems)


def _shown(shown: Shown, brief: Brief) -> Iterator[str]:
    yield from report_lines(shown.report, brief, shown.where)
    yield from problem_lines(shown.where, shown.problems)
    slug = shown.report.story.slug
    if any(not each.accepted for each in shown.report.findings):
        yield from (
            "",
            *wrap(f"Next: edit {shown.where}, or call a finding fine: starling accept {slug} RULE"),
        )


def _accepted(accepted: Accepted) -> Iterator[str]:
    for finding in accepted.findings:
        words = f"“{finding.quote}”" if finding.quote else "the story as a whole"
        yield from wrap(f"{accepted.rule} is fine for {words} in {accepted.story}.")
    before = len(accepted.findings) - accepted.new
    if before:
        yield f"{count(before, 'finding')} had been accepted before."


def _reopened(reopened: Reopened) -> Iterator[str]:
    for each in reopened.taken:
        words = f"“{each.words}”" if each.words else "the story as a whole"
        reason = f" You had said: {each.reason}" if each.reason else ""
        yield from wrap(f"{reopened.rule} is no longer fine for {words} in {reopened.story}.{reason}")


_SHOWN: dict[type, Callable[[Any], Iterator[str]]] = {
    Prep: _prep,
    StoryList: _stories,
    Numbers: numbers_lines,
    Facts: facts_lines,
    Accepted: _accepted,
    Reopened: _reopened,
}
