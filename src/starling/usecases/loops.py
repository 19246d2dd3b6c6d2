"""Simulated interview loops: how often a question finds no fresh story, why, and what would help most.

Facts under assumptions that are named with them; nothing here is a score of a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from starling.content import bank as shipped
from starling.matching.coverage import Held
from starling.matching.fit import Fit
from starling.matching.loops import Change, Outcome, Share, helped, simulate, wilson
from starling.matching.mended import mended
from starling.matching.score import Rows, missing
from starling.model.problem import Looked
from starling.ports import Workspace
from starling.prep.cover_rows import KINDS, rows_of
from starling.prep.material import Material, read_material
from starling.usecases.coverage import grid_of
from starling.usecases.loop_draws import (
    MOST_WANTED,
    Design,
    Setup,
    Wish,
    assumptions,
    design_of,
    set_up,
    within,
)

SHOWN = 5
_TRIED = 6
"""Stories and mendings that are simulated: those that touch most of what was left open."""

_MENDED = 40
"""Mendings of which it is looked up what they would change."""


@dataclass(frozen=True, kw_only=True)
class Blamed:
    """A question or principle that was left without a fresh story: how often asked, and how often left.

    ``has`` says whether any story fits it; where one does, it had been told already.
    """

    slug: str
    name: str
    asked: int
    left: int
    has: bool


@dataclass(frozen=True, kw_only=True)
class Help:
    """One story more, or one story mended, in the same loops: what it would have changed.

    ``slug`` is a competency, or the slot that ``story`` would have to tell;
    ``loops`` leave no question open any more, ``questions`` find a story.
    ``example`` is the question that it would answer most often.
    """

    slug: str
    name: str
    story: str
    example: str
    loops: int
    questions: int


@dataclass(frozen=True, kw_only=True)
class MustHave:
    """A kind of story that everybody is asked for, and the stories that are strong at it."""

    slug: str
    name: str
    stories: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LoopReport(Looked):
    """What came of some loops.

    ``short`` counts those in which a question found no fresh strong story,
    ``touched`` those in which one found not even a story that fits partly.
    ``asked`` questions in all loops, of which ``answered`` found a strong
    story. ``assumptions`` are what all of this rests on, in sentences.
    """

    design: Design
    stories: int
    events: int
    wanted: int
    short: Share
    touched: Share
    asked: int
    answered: int
    blamed: tuple[Blamed, ...]
    principles: tuple[Blamed, ...]
    missing: tuple[Help, ...]
    mended: tuple[Help, ...]
    musts: tuple[MustHave, ...] = ()
    assumptions: tuple[str, ...] = ()


def simulate_loops(work: Workspace, wish: Wish | None = None) -> LoopReport:
    """Loops of a company, drawn and told; UsageError names the nearest company, and what cannot be drawn."""
    wish = Wish() if wish is None else wish
    material = read_material(work)
    design = design_of(work, material, wish)
    wanted = within("stories", work.wanted if wish.wanted is None else wish.wanted, MOST_WANTED)
    setup = set_up(work, material, design)
    found = _report(setup, design, wanted)
    musts = _musts(work, material)
    return replace(found, musts=musts, assumptions=assumptions(work, design), unread=material.unread)


def _report(setup: Setup, design: Design, wanted: int) -> LoopReport:
    """What came of the drawn loops."""
    fits = setup.fits(Fit.STRONG)
    outcome = simulate(setup.loops, design.per_round, fits, len(setup.topics))
    touched = simulate(setup.loops, design.per_round, setup.fits(Fit.STRONG, Fit.PARTLY), len(setup.topics))
    return LoopReport(
        design=design,
        stories=len(setup.material.stories),
        events=len(setup.material.groups),
        wanted=wanted,
        short=wilson(len(outcome.short), outcome.loops),
        touched=wilson(len(touched.short), outcome.loops),
        asked=sum(outcome.asked),
        answered=outcome.answered,
        blamed=_blamed(setup, outcome, fits),
        principles=_topics(setup, outcome, fits),
        missing=_best(_missing(setup, outcome, fits)),
        mended=_best(_mended(setup, outcome, fits)),
    )


# --- Who is to blame -------------------------------------------------------


def _blamed(setup: Setup, outcome: Outcome, fits: Sequence[int]) -> tuple[Blamed, ...]:
    """The questions that were left most often."""
    found = [
        Blamed(slug=row.demand.slug, name=row.name, asked=asked, left=left, has=bool(mask))
        for row, asked, left, mask in zip(setup.rows, outcome.asked, outcome.left, fits, strict=True)
        if left
    ]
    return tuple(sorted(found, key=lambda each: (-each.left, each.slug))[:SHOWN])


def _topics(setup: Setup, outcome: Outcome, fits: Sequence[int]) -> tuple[Blamed, ...]:
    """The principles whose questions were left most often."""
    found = [
        Blamed(
            slug=each.ref,
            name=each.name,
            asked=outcome.topics_asked[at],
            left=outcome.topics_left[at],
            has=any(fits[place] for place, row in enumerate(setup.rows) if each.ref in row.demand.probes),
        )
        for at, each in enumerate(setup.topics)
        if outcome.topics_left[at]
    ]
    return tuple(sorted(found, key=lambda each: (-each.left, each.slug))[:SHOWN])


# --- What would help -------------------------------------------------------


def _missing(setup: Setup, outcome: Outcome, fits: Sequence[int]) -> Iterator[Help]:
    """One story more: for each competency one that answers all its questions, and no other."""
    names = {each.slug: each.name for each in shipped.competencies()}
    by_name: dict[str, set[int]] = {}
    for place, row in enumerate(setup.rows):
        if row.demand.competency in names:
            by_name.setdefault(row.demand.competency, set()).add(place)
    changes = [(slug, "", Change(len(setup.order), frozenset(each))) for slug, each in by_name.items()]
    for slug, _, change in _tried(changes, outcome):
        yield _help(setup, outcome, fits, change, (slug, names[slug], ""))


def _mended(setup: Setup, outcome: Outcome, fits: Sequence[int]) -> Iterator[Help]:
    """One story that tells one slot more in a line: what is strong then and was partly before."""
    slots = {each.slug: each for each in shipped.slots()}
    stories = setup.material.stories
    demands = [each.demand for each in setup.rows]
    rows = Rows(demands)
    changes = []
    for slot, bit, telling in _lacking(setup, outcome):
        (lifts,) = setup.material.meaning.lifts(demands, [stories[telling]])
        after = rows.row(mended(stories[telling], slots[slot]), lifts)
        event = setup.order[bit]
        won = frozenset(
            place
            for place, row in enumerate(setup.held.rows)
            if _is_open(row[event], telling) and after[place].fit is Fit.STRONG
        )
        changes.append((slot, stories[telling].slug, Change(bit, won)))
    for slot, story, change in _tried(changes, outcome):
        yield _help(setup, outcome, fits, change, (slot, slots[slot].name, story))


def _is_open(held: Held, telling: int) -> bool:
    """Whether a telling fits partly, and its author has not said otherwise."""
    return held.fit is Fit.PARTLY and not held.stated and held.telling == telling


def _lacking(setup: Setup, outcome: Outcome) -> list[tuple[str, int, int]]:
    """The slots that tellings lack (slot, bit of the event, telling) where most was left open, most first."""
    touched: Counter[tuple[str, int, int]] = Counter()
    for bit, event in enumerate(setup.order):
        for place, left in enumerate(outcome.left):
            held = setup.held.rows[place][event]
            if left and _is_open(held, held.telling):
                features = setup.material.features[held.telling]
                for slot in missing(setup.rows[place].demand, features):
                    touched[slot, bit, held.telling] += left
    return sorted(touched, key=lambda each: (-touched[each], each))[:_MENDED]


def _tried(changes: Sequence[tuple[str, str, Change]], outcome: Outcome) -> list[tuple[str, str, Change]]:
    """The changes that touch most of what was left open."""
    touched = {
        (slug, story): sum(outcome.left[each] for each in change.questions) for slug, story, change in changes
    }
    ranked = sorted(changes, key=lambda each: (-touched[each[:2]], each[:2]))
    return [each for each in ranked if touched[each[:2]]][:_TRIED]


def _help(
    setup: Setup, outcome: Outcome, fits: Sequence[int], change: Change, named: tuple[str, str, str]
) -> Help:
    loops, questions = helped(setup.loops, setup.per_round, fits, outcome, change)
    most = max(change.questions, key=lambda each: (outcome.left[each], -each))
    slug, name, story = named
    return Help(
        slug=slug, name=name, story=story, example=setup.rows[most].name, loops=loops, questions=questions
    )


def _best(found: Iterator[Help]) -> tuple[Help, ...]:
    """Those that help most questions first; none that help nobody."""
    each = [one for one in found if one.questions]
    return tuple(sorted(each, key=lambda one: (-one.questions, -one.loops, one.slug, one.story)))


# --- What everybody is asked -----------------------------------------------


def _musts(work: Workspace, material: Material) -> tuple[MustHave, ...]:
    rows = rows_of(material, KINDS)
    held = grid_of(work, material, rows)
    must = {f"{KINDS}/{each.slug}" for each in shipped.story_kinds() if each.must}
    return tuple(
        MustHave(
            slug=row.demand.slug,
            name=row.name,
            stories=tuple(material.stories[each.telling].slug for each in cells if each.fit is Fit.STRONG),
        )
        for row, cells in zip(rows, held.rows, strict=True)
        if row.demand.slug in must
    )
