"""The settings of a prep folder, as terminal text."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, dim, wrap
from starling.usecases.settings import NamedRule, ShownSettings

_KEY = 15


def settings_lines(shown: ShownSettings) -> Iterator[str]:
    """Every setting with its value, then the rules that are named."""
    said = shown.settings
    yield dim(shown.where)
    low, high = said.minutes
    for key, value in (
        ("role", said.role),
        ("company", said.company),
        ("level", said.level or ""),
        ("minutes", f"{low:g}-{high:g}"),
        ("pace", f"{said.pace} words a minute"),
        ("minutes_a_day", str(said.minutes_a_day)),
        ("stories", str(said.stories)),
        ("embeddings", said.embeddings),
    ):
        yield f"  {key:<{_KEY}}{value or dim('not set')}".rstrip()
    for each in sorted(said.interview):
        yield f"  {'interview':<{_KEY}}{each.day.isoformat()}  {each.company}".rstrip()
    yield from _rules("Silent here", shown.ignore)
    yield from _rules("The only rules that speak", shown.only)


def _rules(head: str, rules: tuple[NamedRule, ...]) -> Iterator[str]:
    if rules:
        yield from ("", bold(head))
        for rule in rules:
            yield from wrap(f"{rule.name}: {rule.summary}", "    ", first="  ")


LINES: Lines = {ShownSettings: settings_lines}
