"""Which of a person's stories answer a question, and which questions a story answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starling.content import bank as shipped
from starling.matching.demand import LONGEST, Demand, of_principle, of_question, of_text
from starling.matching.fit import Cell, Fit, Match
from starling.matching.score import SHOWN as SLOT_SHOWN
from starling.matching.score import cell, order
from starling.model.problem import Looked, UsageError
from starling.model.question import Slot
from starling.model.story import Story
from starling.ports import Workspace
from starling.prep.material import Material, cells, read_material
from starling.text.telling import one_line, words_of
from starling.usecases.bank import find_story
from starling.usecases.principles import find_principles
from starling.usecases.questions import find_question

SHOWN = 5
"""Stories that are worth a look for one question."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_REF = re.compile(r"[\w-]+/[\w-]+")


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A story for a question; ``elsewhere`` names, for a slot it lacks, another telling that shows it."""

    match: Match
    title: str
    where: str
    missing: tuple[Slot, ...]
    elsewhere: tuple[tuple[Slot, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Matches(Looked):
    """The stories for one question, best first; ``others`` are those that do not answer it."""

    asked: str
    demand: Demand
    competency: str
    stories: tuple[Matched, ...]
    others: int
    total: int
    cut: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A question or principle that a story answers, and how well."""

    demand: Demand
    match: Match
    missing: tuple[Slot, ...]


@dataclass(frozen=True, kw_only=True)
class Answers(Looked):
    """What one story answers, best first, and how many more of each kind there are."""

    story: Story
    where: str
    questions: tuple[Answer, ...]
    principles: tuple[Answer, ...]
    more_questions: int
    more_principles: int
    tellings: tuple[str, ...] = ()


def match_question(work: Workspace, asked: str, most: int = SHOWN) -> Matches:
    """The stories that answer a question: in any words, by its slug, or a principle as ``company/slug``.

    Of several tellings of one event the best is offered. UsageError where
    nothing is asked, or no question or principle goes by that name.
    """
    material = read_material(work)
    demand = _demand_of(material, asked)
    events = _by_event(material, demand)
    told = [(place, others) for place, others, fit in events if fit is not Fit.NONE][:most]
    return Matches(
        asked=one_line(asked)[:LONGEST],
        demand=demand,
        competency=next((each.name for each in shipped.competencies() if each.slug == demand.competency), ""),
        stories=tuple(
            _matched(material, place, others, material.explain(demand, place)) for place, others in told
        ),
        others=len(events) - len(told),
        total=len(material.stories),
        cut=len(asked) > LONGEST,
        unread=material.unread,
    )


def _by_event(material: Material, demand: Demand) -> list[tuple[int, tuple[int, ...], Fit]]:
    """The best telling of each event, the places of its others, and its fit; the best fit first."""
    lifts = [each.lift for each in material.meaning.near(demand, material.stories)]
    found = []
    for place, others in _best_of_each(order(demand, material.features, lifts), material.groups):
        computed = cell(demand, material.features[place], lifts[place])
        found.append((place, others, material.fit(demand, place, computed)))
    found.sort(key=lambda each: _first(each[2], material.stories[each[0]].slug))
    return [(place, others, each.fit) for place, others, each in found]


def _first(found: Cell, slug: str) -> tuple[int, float, str]:
    """What puts fits in order: the better first, then the higher score, then by name."""
    return found.fit.rank, -found.score, slug


def answers_of(work: Workspace, slug: str, most: int = 2 * SHOWN) -> Answers:
    """What a story answers at least partly, best first; UsageError names the nearest story."""
    material = read_material(work)
    kept = find_story(work, slug, material.kept)
    place = material.kept.index(kept)
    fits = _answered(material, place, cells(work, material)[place])
    questions = [each for each in fits if each.kind == "question"]
    principles = [each for each in fits if each.kind == "principle"]
    group = next(group for group in material.groups if place in group)
    return Answers(
        story=material.stories[place],
        where=kept.where,
        questions=tuple(_answer(material, place, each) for each in questions[:most]),
        principles=tuple(_answer(material, place, each) for each in principles[:most]),
        more_questions=max(0, len(questions) - most),
        more_principles=max(0, len(principles) - most),
        tellings=tuple(material.stories[other].slug for other in group if other != place),
        unread=material.unread,
    )


def _answered(material: Material, place: int, row: Sequence[Cell]) -> list[Demand]:
    """What the story at *place* answers at least partly, the best fit first."""
    pairs = [
        (material.fit(demand, place, each), demand)
        for each, demand in zip(row, material.demands, strict=True)
    ]
    fits = [(each, demand) for each, demand in pairs if each.fit in (Fit.STRONG, Fit.PARTLY)]
    fits.sort(key=lambda each: _first(each[0], each[1].slug))
    return [demand for _, demand in fits]


def _demand_of(material: Material, asked: str) -> Demand:
    """What a text, the slug of a question, or ``company/principle`` asks for."""
    said = one_line(asked)
    if not words_of(said):
        raise UsageError("Nothing is asked.", try_this='Write the question in quotes: "Tell me about …"')
    if _REF.fullmatch(said.lower()):
        (principle,) = find_principles(material.whole, said)[:1]
        return of_principle(principle, material.whole.questions, material.bank)
    if said.lower() in material.whole.by_slug or _SLUG.fullmatch(said):
        return of_question(find_question(material.whole, said), material.bank)
    return of_text(said, material.bank)


def _best_of_each(
    places: Sequence[int], events: Sequence[Sequence[int]]
) -> list[tuple[int, tuple[int, ...]]]:
    """Of each event the place that comes first, and the other tellings of it."""
    event = {place: group for group in events for place in group}
    seen: set[int] = set()
    best = []
    for place in places:
        if event[place][0] not in seen:
            seen.add(event[place][0])
            best.append((place, tuple(other for other in event[place] if other != place)))
    return best


def _matched(material: Material, place: int, others: Sequence[int], match: Match) -> Matched:
    missing = shipped.slots_of(match.missing)
    elsewhere = tuple(
        (slot, material.stories[other].slug)
        for slot in missing
        for other in others[:SHOWN]
        if material.features[other].slots.get(slot.slug, 0.0) >= SLOT_SHOWN
    )
    return Matched(
        match=replace(match, tellings=tuple(material.stories[other].slug for other in others)),
        title=material.stories[place].title,
        where=material.kept[place].where,
        missing=missing,
        elsewhere=elsewhere,
    )


def _answer(material: Material, place: int, demand: Demand) -> Answer:
    match = material.explain(demand, place)
    return Answer(demand=demand, match=match, missing=shipped.slots_of(match.missing))
