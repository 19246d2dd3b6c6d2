"""Simulated loops as terminal text: the share with its interval, what is to blame, what would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.cli.paper import Lines, bold, clean, count, dim, wrap
from starling.matching.loops import Share
from starling.usecases.loops import Blamed, Help, LoopReport

_HELPS = 3


def _report(report: LoopReport) -> Iterator[str]:
    size = f"{count(report.design.rounds, 'interviewer')}, {count(report.design.per_round, 'question')} each"
    head = clean(f"{report.design.draws:,} loops at {report.design.company}")
    yield f"{bold(head)}  {dim(f'{size}, seed {report.design.seed}')}"
    yield ""
    yield from wrap(f"In {_share(report.short)} some question finds no fresh strong story.", "  ")
    asked = report.asked / report.design.draws
    answered = report.answered / report.design.draws
    yield from wrap(f"Of {asked:.0f} questions {answered:.1f} find one on average.", "  ")
    yield from wrap(
        f"In {_share(report.touched)} some question finds not even a fresh story that fits partly.", "  "
    )
    yield from _blame("Questions left most often", report.blamed)
    yield from _blame("Principles left most often", report.principles)
    yield from _help("One story more would help most", report, report.missing)
    yield from _help("One line more in a story would help most", report, report.mended)
    yield from _ready(report)
    yield from _assumed(report)


def _share(share: Share) -> str:
    rate, low, high = (100 * each for each in (share.count / share.of, share.low, share.high))
    return f"{_rate(rate)} of 100 loops ({_rate(low)} to {_rate(high)}: 95% interval, Wilson)"


def _rate(value: float) -> str:
    return f"{value:.0f}" if value in (0, 100) else f"{value:.1f}"


def _blame(head: str, blamed: Sequence[Blamed]) -> Iterator[str]:
    if not blamed:
        return
    yield from ("", f"  {bold(head)}")
    room = len(f"{max(each.asked for each in blamed):,}")
    for each in blamed:
        first = f"    {each.left:>{room},} of {each.asked:>{room},} times  "
        why = "" if each.has else " (no strong story)"
        yield from wrap(f"{each.name}{why}", " " * len(first), first=first)


def _help(head: str, report: LoopReport, found: Sequence[Help]) -> Iterator[str]:
    if not found:
        return
    yield from ("", f"  {bold(head)}")
    for each in found[:_HELPS]:
        named = f"{each.story}: {each.name.lower()}" if each.story else each.name
        share = 100 * each.questions / report.asked
        whole = f", {count(each.loops, 'loop')} of {report.design.draws:,} whole" if each.loops else ""
        yield from wrap(f"{named}: {share:.1f} of 100 questions more{whole}", "      ", first="    + ")
        yield from map(dim, wrap(f"such as “{each.example}”", "      "))


def _ready(report: LoopReport) -> Iterator[str]:
    yield from ("", f"  {bold('What everybody is asked')}")
    for each in report.musts:
        yield from wrap(
            f"{each.name}: {', '.join(each.stories) or 'no strong story yet'}", "      ", first="    - "
        )
    events = f" of {count(report.events, 'event')}" if report.events != report.stories else ""
    told = count(report.stories, "story", "stories")
    yield from wrap(f"{told.capitalize()}{events}; you want {report.wanted}.", "      ", first="    - ")


def _assumed(report: LoopReport) -> Iterator[str]:
    yield from ("", f"  {bold('This assumes')}")
    for each in report.assumptions:
        yield from map(dim, wrap(each, "      ", first="    - "))
    plan = report.design.plan
    source = f"{plan.source} ({plan.confidence} confidence, checked {plan.checked or 'never'})"
    yield from map(dim, wrap(source, "      ", first="    - "))
    yield from ("", *wrap(f"Next: starling coverage {report.design.set_name}"))


LINES: Lines = {LoopReport: _report}
