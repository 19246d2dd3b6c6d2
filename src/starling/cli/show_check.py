"""A check of notes as terminal text: a summary where there are many stories, then each of them."""

from __future__ import annotations

from collections.abc import Iterator

from starling.cli.paper import Lines, bold, clean, count, dim, pad, paint, spell, width, wrap
from starling.cli.show_report import report_lines, tagged, to_mend
from starling.model.problem import Problem
from starling.model.report import Brief, Finding, Report, Strength
from starling.model.story import CORE
from starling.usecases.check import Checked, CheckedSource


def check_lines(checked: Checked, brief: Brief) -> Iterator[str]:
    """Everything that was found, and one line on what to do next."""
    reports = checked.reports
    if len(reports) > 1:
        yield from _summary(checked)
    for source in checked.sources:
        for report in source.reports:
            if len(reports) > 1:
                yield from ("", dim("─" * width()))
            yield from report_lines(report, brief, source.name)
        yield from _page(source)
        yield from problem_lines(source.name, source.problems)
    yield from ("", *_next(checked))


def _summary(checked: Checked) -> Iterator[str]:
    reports = checked.reports
    first = sum(to_mend(each, Strength.ESSENTIAL) for each in reports)
    then = sum(to_mend(each, Strength.ACTIONABLE) for each in reports)
    told = count(len(reports), "story", "stories")
    yield bold(f"{told}: {_things(first)} to mend first, {_things(then)} to mend next")
    room = width() - 32
    yield from ("", dim(f"{pad('story', room)}  length  first  next  parts"))
    for report in reports:
        yield _row(report, room)


def _things(number: int) -> str:
    return count(number, "thing") if number else "nothing"


def _row(report: Report, room: int) -> str:
    first, then = to_mend(report, Strength.ESSENTIAL), to_mend(report, Strength.ACTIONABLE)
    essential = f"{first or '–':>5}"
    parts = " ".join(kind.value[0].upper() if report.story.has(kind) else "·" for kind in CORE)
    shown = paint(essential, "red") if first else essential
    return f"{pad(report.story.title, room)}  {spell(report.seconds):>6}  {shown}  {then or '–':>4}  {parts}"


def _page(source: CheckedSource) -> Iterator[str]:
    """What the notes around the stories show."""
    if source.page:
        yield from ("", bold(clean(source.name)) + dim("  outside its stories"))
        for finding in source.page:
            yield from _page_finding(finding)


def _page_finding(finding: Finding) -> Iterator[str]:
    place = f"    {finding.start.line}:{finding.start.column}  "
    yield from tagged(finding.message, place, finding.rule)


def problem_lines(name: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    """What could not be read as meant, and what to do."""
    if problems:
        yield from ("", f"  {bold('About the text')}")
    for each in problems:
        place = f"{name}:{each.line}: " if each.line else f"{name}: "
        yield from wrap(f"{place}{each.what} {each.try_this}", "      ", first="    ")


def _next(checked: Checked) -> Iterator[str]:
    first = checked.first_to_mend()
    if not checked.reports:
        yield from _no_stories(checked)
    elif first is None:
        yield from wrap("Next: tell one of them aloud, with a clock.")
    else:
        report, finding = first
        advice = f"Next: mend line {finding.start.line} of “{report.story.title}”, then check again."
        yield from wrap(f"{advice} Why a rule speaks: starling explain {finding.rule}")


def _no_stories(checked: Checked) -> Iterator[str]:
    held = [source.notes for source in checked.sources if source.notes is not None]
    if not held:
        return
    regions = [region for notes in held for region in notes.regions]
    if not any(each.what for each in regions):
        yield "Nothing is written there."
        return
    kinds = ", ".join(sorted({each.kind.value for each in regions}))
    yield from wrap(f"No story was found here; what was found: {kinds}.")
    labels = "Situation, Task, Action, Result"
    yield from wrap(f"Say what you did and what came of it, under labels: {labels}. Then check again.")


LINES: Lines = {Checked: check_lines}
