"""What companies look for, as terminal text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from starling.cli.paper import Lines, bold, cells, clean, dim, pad, wrap
from starling.cli.show_check import problem_lines
from starling.model.principle import Principle, Standing
from starling.prep.question_bank import Unfit
from starling.usecases.principles import ListedPrinciple, PrincipleList

_SHOWN = 8
"""Slugs of questions under a principle; the JSON has all."""
_HEADS = {
    Standing.CURRENT: "",
    Standing.AREA: "Beside these",
    Standing.SUPERSEDED: "Replaced, though many notes still hold them",
    Standing.PHILOSOPHY: "Its philosophy, which is no interview rubric",
}


def principle_list_lines(found: PrincipleList) -> Iterator[str]:
    """A company's principles in full, or all sets at a glance."""
    if found.company:
        yield from _company(found.principles)
    else:
        yield from _sets([each.principle for each in found.principles])
    yield from unfit_lines(found.unfit)


def _sets(principles: Sequence[Principle]) -> Iterator[str]:
    room = max(cells(each.set_name) for each in principles)
    for name, each in groupby(principles, key=lambda each: each.set_name):
        group = list(each)
        asked = [one for one in group if one.standing.is_asked]
        names = " · ".join(one.name for one in asked)
        head = f"{pad(name, room)}  {len(asked):>3}  "
        yield from wrap(names, " " * cells(head), first=head)
        yield dim(f"{' ' * cells(head)}{_known(group)}")
    yield from ("", *wrap("Next: starling principles COMPANY"))


def _known(group: Sequence[Principle]) -> str:
    """When a set was checked, and how sure it is: the least sure of its entries speaks where they differ."""
    days = sorted({str(each.checked) for each in group if each.checked})
    sure = list(dict.fromkeys(each.confidence.value for each in group))
    said = f"confidence {' to '.join(sorted(sure, key=['low', 'medium', 'high'].index))}"
    return f"checked {days[0]}, {said}" if days else f"never checked, {said}"


def _company(listed: Sequence[ListedPrinciple]) -> Iterator[str]:
    group = [each.principle for each in listed]
    yield f"{bold(clean(group[0].company))}  {dim(_known(group))}"
    standing: Standing = Standing.CURRENT
    for each in listed:
        if each.principle.standing is not standing and _HEADS[each.principle.standing]:
            yield from ("", bold(_HEADS[each.principle.standing]))
        standing = each.principle.standing
        yield from _principle(each)


def _principle(listed: ListedPrinciple) -> Iterator[str]:
    each = listed.principle
    until = f", until {each.until}" if each.until else ""
    yield from ("", f"  {bold(clean(each.name))}  {dim(clean(f'{each.ref}{until}'))}")
    yield from wrap(each.gist, "    ")
    for label, text in (("Too little", each.under), ("Good", each.good), ("Too much", each.over)):
        if text:
            yield from wrap(text, " " * 16, first=f"    {label:<10}  ")
    if listed.questions:
        more = len(listed.questions) - _SHOWN
        names = ", ".join(listed.questions[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        yield from wrap(names, " " * 16, first="    Questions   ")
    sure = f"{each.confidence} confidence, checked {each.checked or 'never'}"
    yield from map(dim, wrap(f"{each.source} ({sure})", " " * 16, first="    Source      "))


def unfit_lines(unfit: Iterable[Unfit]) -> Iterator[str]:
    """What could not be read as meant in the person's own files, each under its file."""
    for where, group in groupby(unfit, key=lambda each: each.where):
        yield from problem_lines(where, tuple(each.problem for each in group))


LINES: Lines = {PrincipleList: principle_list_lines}
