"""What the doctor saw, as terminal text."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, clean, count, dim, paint, wrap
from starling.usecases.doctor import Health, Trouble

_NAME = 13


def health_lines(health: Health) -> Iterator[str]:
    """Each thing that was looked over, what is wrong with it, and how many things are in all."""
    yield dim(clean(health.where))
    for check in health.checks:
        yield f"{bold(f'{check.name:<{_NAME}}')}{check.found}"
        for trouble in check.troubles:
            yield from _trouble(trouble)
    wrong = len(health.troubles)
    yield from ("", f"{count(wrong, 'thing')} to mend." if wrong else "Nothing is wrong.")


def _trouble(trouble: Trouble) -> Iterator[str]:
    word, colour = (
        ("mended", "green") if trouble.repaired else ("mend", "red") if trouble.grave else ("know", "yellow")
    )
    where = f"{trouble.where}: " if trouble.where else ""
    head = f"  {paint(f'{word:<6}', colour)}  "
    yield from wrap(clean(f"{where}{trouble.what}"), " " * 10, first=head)
    if trouble.try_this:
        yield from wrap(clean(trouble.try_this), " " * 10)


LINES: Lines = {Health: health_lines}
