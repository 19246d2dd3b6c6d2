"""Which of a person's stories answer a question, and which questions a story answers."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from starling.content import bank as shipped
from starling.matching.asked_before import Bank
from starling.matching.demand import LONGEST, Demand, content, of_all, of_principle, of_question, of_text
from starling.matching.features import Features, read_features, version
from starling.matching.fit import Fit, Match
from starling.matching.proof import explain
from starling.matching.score import SHOWN as SLOT_SHOWN
from starling.matching.score import Row, Rows, cell, order
from starling.matching.tellings import groups
from starling.model.prep import Kept
from starling.model.problem import UsageError
from starling.model.question import BankQuestion, Slot
from starling.model.report import QuestionType
from starling.model.story import Story
from starling.ports import Cache, Workspace
from starling.text.telling import one_line, words_of
from starling.usecases.bank import find_story
from starling.usecases.edition import edition
from starling.usecases.keeping import kept_as
from starling.usecases.meaning import Meaning
from starling.usecases.pages import read_page
from starling.usecases.principles import find_principles
from starling.usecases.question_bank import QuestionBank, question_bank
from starling.usecases.questions import find_question

SHOWN = 5
"""Stories that are worth a look for one question."""

_FEATURES, _CELLS = "matching-features", "matching-cells"
_GROUPS, _DEMANDS = "matching-groups", "matching-demands"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_REF = re.compile(r"[\w-]+/[\w-]+")


@dataclass(frozen=True, kw_only=True)
class Material:
    """The stories of one person: as pages, as read, as features, and by what they mean."""

    kept: tuple[Kept, ...]
    stories: tuple[Story, ...]
    features: tuple[Features, ...]
    whole: QuestionBank
    meaning: Meaning
    cache: Cache

    @property
    def bank(self) -> Bank:
        """The questions by their words."""
        return _by_words(self.whole.questions)

    def explain(self, demand: Demand, place: int) -> Match:
        """How well the story at *place* fits, with its evidence."""
        story = self.stories[place]
        return explain(demand, story, self.features[place], self.meaning.near(demand, (story,))[0])

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The places of the stories by event."""
        key = _hashed([_mark(each) for each in self.kept])
        return kept_as(self.cache, _GROUPS, key, lambda: groups(self.stories), (list, _read_groups))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What every question, and every principle that is asked today, asks for."""
        return self.understood(_DEMANDS, lambda: _demands(self.whole))

    def understood(self, name: str, make: Callable[[], tuple[Demand, ...]]) -> tuple[Demand, ...]:
        """Demands that follow from the questions and principles alone, kept under a name."""
        return kept_as(self.cache, name, _key_of(self.whole), make, (_written, _read_demands))


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A story for a question; ``elsewhere`` names, for a slot it lacks, another telling that shows it."""

    match: Match
    title: str
    where: str
    missing: tuple[Slot, ...]
    elsewhere: tuple[tuple[Slot, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Matches:
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
class Answers:
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
    demand = demand_of(material, asked)
    lifts = [each.lift for each in material.meaning.near(demand, material.stories)]
    best = _best_of_each(order(demand, material.features, lifts), material.groups)
    found = [(place, cell(demand, material.features[place], lifts[place])) for place, _ in best]
    fits = [(place, each) for place, each in found if each.fit is not Fit.NONE]
    fits.sort(key=lambda each: (each[1].fit.rank, -each[1].score, material.stories[each[0]].slug))
    told = dict(best)
    return Matches(
        asked=one_line(asked)[:LONGEST],
        demand=demand,
        competency=next((each.name for each in shipped.competencies() if each.slug == demand.competency), ""),
        stories=tuple(
            _matched(material, place, told[place], material.explain(demand, place))
            for place, _ in fits[:most]
        ),
        others=len(best) - len(fits[:most]),
        total=len(material.stories),
        cut=len(asked) > LONGEST,
    )


def answers_of(work: Workspace, slug: str, most: int = 2 * SHOWN) -> Answers:
    """What a story answers at least partly, best first; UsageError names the nearest story."""
    material = read_material(work)
    kept = find_story(material.kept, slug)
    place = material.kept.index(kept)
    row = cells(work, material)[place]
    pairs = zip(row, material.demands, strict=True)
    fits = [(cell, demand) for cell, demand in pairs if cell.fit in (Fit.STRONG, Fit.PARTLY)]
    fits.sort(key=lambda each: (each[0].fit.rank, -each[0].score, each[1].slug))
    of_kind = {
        kind: [demand for _, demand in fits if demand.kind == kind] for kind in ("question", "principle")
    }
    group = next(group for group in material.groups if place in group)
    return Answers(
        story=material.stories[place],
        where=kept.where,
        questions=tuple(_answer(material, place, each) for each in of_kind["question"][:most]),
        principles=tuple(_answer(material, place, each) for each in of_kind["principle"][:most]),
        more_questions=max(0, len(of_kind["question"]) - most),
        more_principles=max(0, len(of_kind["principle"]) - most),
        tellings=tuple(material.stories[other].slug for other in group if other != place),
    )


def demand_of(material: Material, asked: str) -> Demand:
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


def read_material(work: Workspace) -> Material:
    """The stories of a prep folder with their features; those of unchanged pages come from the cache."""
    kept = work.stories.all()
    before = _kept_features(work.cache.get(_FEATURES) or b"{}")
    stories = tuple(read_page(each)[0] for each in kept)
    marks = [_mark(each) for each in kept]
    features = tuple(
        before.get(mark) or read_features(story) for mark, story in zip(marks, stories, strict=True)
    )
    if any(mark not in before for mark in marks):
        pages = {mark: each.to_json() for mark, each in zip(marks, features, strict=True)}
        work.cache.put(_FEATURES, json.dumps({"version": version(), "pages": pages}).encode())
    meaning = Meaning(work.embedder, work.cache)
    return Material(
        kept=kept,
        stories=stories,
        features=features,
        whole=question_bank(work),
        meaning=meaning,
        cache=work.cache,
    )


def cells(
    work: Workspace, material: Material, demands: Sequence[Demand] | None = None, name: str = _CELLS
) -> tuple[Row, ...]:
    """For each story a cell for each demand (all, unless given); those of unchanged pages are kept."""
    demands = material.demands if demands is None else tuple(demands)
    key = _key(demands, material.meaning.name)
    before = _kept_rows(work.cache.get(name) or b"", key)
    marks = [_mark(each) for each in material.kept]
    new = [place for place, mark in enumerate(marks) if mark not in before]
    if not new:
        return tuple(before[mark] for mark in marks)
    rows, lifts = Rows(demands), material.meaning.lifts(demands, [material.stories[place] for place in new])
    made = {
        marks[place]: rows.row(material.features[place], lift) for place, lift in zip(new, lifts, strict=True)
    }
    table = [made[mark] if mark in made else before[mark] for mark in marks]
    head = json.dumps({"key": key, "size": len(demands), "marks": marks})
    work.cache.put(name, head.encode() + b"\n" + b"".join(row.to_bytes() for row in table))
    return tuple(table)


def _read_groups(written: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, written))


@lru_cache(maxsize=4)
def _by_words(questions: tuple[BankQuestion, ...]) -> Bank:
    return Bank(questions, content)


def _demands(whole: QuestionBank) -> tuple[Demand, ...]:
    principles = [each for each in whole.principles if each.standing.is_asked]
    return of_all(whole.questions, principles, _by_words(whole.questions))


@lru_cache(maxsize=4)
def _key_of(whole: QuestionBank) -> str:
    return _hashed((whole.questions, whole.principles))


def _hashed(said: object) -> str:
    return hashlib.sha256(repr((edition(), said)).encode("utf-8", "replace")).hexdigest()


def _written(demands: Sequence[Demand]) -> list[Any]:
    return [{**asdict(each), "near": ()} for each in demands]


def _read_demands(written: Sequence[Mapping[str, Any]]) -> tuple[Demand, ...]:
    return tuple(map(_demand, written))


def _demand(each: Mapping[str, Any]) -> Demand:
    """A demand as it was written: lists are tuples again."""
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in each.items()}
    values |= {key: tuple(map(tuple, each[key])) for key in ("themes", "stems")}
    values["type"] = QuestionType(each["type"]) if each["type"] else None
    return Demand(**values)


@lru_cache(maxsize=16)
def _key(demands: tuple[Demand, ...], model: str) -> str:
    return hashlib.sha256(repr((version(), demands, model)).encode()).hexdigest()


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
    names = {slot.slug: slot for slot in shipped.slots()}
    elsewhere = tuple(
        (names[slot], material.stories[other].slug)
        for slot in match.missing
        for other in others[:SHOWN]
        if material.features[other].slots.get(slot, 0.0) >= SLOT_SHOWN
    )
    return Matched(
        match=replace(match, tellings=tuple(material.stories[other].slug for other in others)),
        title=material.stories[place].title,
        where=material.kept[place].where,
        missing=tuple(names[slot] for slot in match.missing if slot in names),
        elsewhere=elsewhere,
    )


def _answer(material: Material, place: int, demand: Demand) -> Answer:
    match = material.explain(demand, place)
    names = {slot.slug: slot for slot in shipped.slots()}
    return Answer(
        demand=demand, match=match, missing=tuple(names[slot] for slot in match.missing if slot in names)
    )


def _mark(kept: Kept) -> str:
    return f"{kept.slug} {kept.seen}"


@lru_cache(maxsize=2)
def _kept_features(data: bytes) -> Mapping[str, Features]:
    """Features by page, of this version; none where what is kept cannot be read."""
    try:
        known = json.loads(data)
        if known.get("version") != version():
            return {}
        return {mark: Features.from_json(each) for mark, each in known["pages"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


@lru_cache(maxsize=4)
def _kept_rows(kept: bytes, key: str) -> Mapping[str, Row]:
    """Rows by page, for these demands; none where what is kept cannot be read."""
    head, _, data = kept.partition(b"\n")
    try:
        known = json.loads(head or b"{}")
        if known.get("key") != key:
            return {}
        size = 3 * known["size"]
        pieces = (data[at : at + size] for at in range(0, len(data), size or 1))
        return {mark: Row.from_bytes(each) for mark, each in zip(known["marks"], pieces, strict=True)}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
