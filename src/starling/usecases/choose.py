"""Which stories to rehearse: the fewest that cover a set twice, or the best few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from starling.matching import cover as search
from starling.matching.cover import Chosen, Supply
from starling.matching.coverage import Grid
from starling.matching.fit import Fit
from starling.model.choice import Progress, Solved
from starling.model.problem import Looked, UsageError
from starling.ports import Optimiser, Workspace
from starling.prep.cover_rows import find_set, rows_of, set_title
from starling.prep.material import Material, read_material
from starling.usecases.coverage import grid_of

SECONDS = 20.0
"""The longest that an exact choice is looked for unless another time is given."""

_CLOSE = 1e-6


@dataclass(frozen=True, kw_only=True)
class Pick:
    """A story to rehearse: rows it is strong or partly at, and those that no earlier pick was strong at."""

    story: str
    title: str
    strong: tuple[str, ...]
    partly: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Choice(Looked):
    """Stories to rehearse for a set, the most useful first.

    ``most`` is None where the fewest were asked for. ``twice``, ``once`` and
    ``never`` count the rows for which two of them, one, none is strong;
    ``short`` are rows for which fewer than two strong stories exist at all.
    ``value`` and ``bound``: how many stories, or what they are worth, and what
    no other choice can better (None where nobody looked); ``proven`` says that
    nothing better exists, ``stopped`` that the person ended the search.
    ``names`` says what each row is called.
    """

    set_name: str
    title: str
    most: int | None
    picks: tuple[Pick, ...]
    twice: int
    once: int
    never: int
    short: tuple[str, ...]
    value: int
    bound: int | None
    proven: bool
    stopped: bool
    exact: bool
    names: Mapping[str, str]


def fewest(
    work: Workspace, set_name: str, optimiser: Optimiser | None = None, progress: Progress = lambda *_: None
) -> Choice:
    """The fewest stories of which two are strong in every row, or one where there is but one.

    Without an *optimiser* it is a greedy choice improved by swaps.
    """
    material = read_material(work)
    return _choice(work, material, find_set(material.whole, set_name), None, (optimiser, progress))


def best(
    work: Workspace,
    set_name: str,
    most: int,
    optimiser: Optimiser | None = None,
    progress: Progress = lambda *_: None,
) -> Choice:
    """The *most* stories that are worth most for a set (docs/coverage.md); UsageError for fewer than one."""
    if most < 1:
        raise UsageError("The best of no stories are none.", try_this="Ask for one or more: --best 10")
    material = read_material(work)
    return _choice(work, material, find_set(material.whole, set_name), most, (optimiser, progress))


def _choice(
    work: Workspace, material: Material, name: str, most: int | None, exact: tuple[Optimiser | None, Progress]
) -> Choice:
    rows = rows_of(material, name)
    held = grid_of(work, material, rows)
    supply = held.supply
    chosen = choose(supply, most, *exact)
    counts = [sum(row in supply.strong[at] for at in chosen.stories) for row in range(len(rows))]
    return Choice(
        set_name=name,
        title=set_title(material.whole, name),
        most=most,
        picks=_picks(material, held, chosen.stories, [each.demand.slug for each in rows]),
        twice=sum(each > 1 for each in counts),
        once=counts.count(1),
        never=counts.count(0),
        short=tuple(each.demand.slug for each, need in zip(rows, supply.needs, strict=True) if need < 2),  # noqa: PLR2004
        value=chosen.value,
        bound=chosen.bound,
        proven=chosen.proven,
        stopped=chosen.stopped,
        exact=exact[0] is not None,
        names={each.demand.slug: each.name for each in rows},
        unread=material.unread,
    )


def strong_at(choice: Choice, pick: Pick, most: int) -> str:
    """What a story is strong at, *most* rows by name and the rest by number; "" where it is at none."""
    named = ", ".join(choice.names[each] for each in pick.strong[:most])
    more = len(pick.strong) - most
    return f"{named} and {more} more" if more > 0 else named


def choose(supply: Supply, most: int | None, optimiser: Optimiser | None, progress: Progress) -> Chosen:
    """The best *most* stories, or the fewest where that is None: exactly where there is an optimiser."""
    near = search.fewest(supply) if most is None else search.best(supply, most)
    if optimiser is None or not near.stories:
        return near
    program = search.fewest_program(supply) if most is None else search.best_program(supply, most)
    return _exactly(supply, most, near, optimiser.solve(program, near.stories, progress, SECONDS))


def _exactly(supply: Supply, most: int | None, near: Chosen, solved: Solved) -> Chosen:
    """What a solver found where it is no worse than what was found before, with the bound it gives."""
    bound: int | None
    if most is None:
        better = len(solved.chosen) <= near.value
        value, bound = len(solved.chosen), ceil(max(solved.bound, 0.0) - _CLOSE)
    else:
        value = search.value(supply, solved.chosen)
        better = value >= near.value
        bound = floor(-solved.bound + _CLOSE) if solved.bound > -float("inf") else None
    order = search.by_use(supply, solved.chosen) if better else near.stories
    chosen = replace(near, stories=order, value=value if better else near.value, stopped=solved.stopped)
    return replace(chosen, bound=bound, proven=solved.proven or bound == chosen.value)


def _picks(material: Material, held: Grid, stories: Sequence[int], slugs: Sequence[str]) -> tuple[Pick, ...]:
    seen: set[int] = set()
    picks = []
    for at in stories:
        strong = [number for number, row in enumerate(held.rows) if row[at].fit is Fit.STRONG]
        partly = [number for number, row in enumerate(held.rows) if row[at].fit is Fit.PARTLY]
        story = material.stories[held.telling(at, strong or partly)]
        picks.append(
            Pick(
                story=story.slug,
                title=story.title,
                strong=tuple(slugs[each] for each in strong),
                partly=tuple(slugs[each] for each in partly),
                new=tuple(slugs[each] for each in strong if each not in seen),
            )
        )
        seen.update(strong)
    return tuple(picks)
