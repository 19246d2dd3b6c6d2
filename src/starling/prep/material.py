"""The stories of one person as matching reads them: features, events, demands and cells, each kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from starling.matching.asked_before import Bank
from starling.matching.demand import Demand, content, of_all
from starling.matching.features import Features
from starling.matching.fit import Cell, Fit, Match
from starling.matching.proof import explain
from starling.matching.score import Row, Rows
from starling.matching.stated import own_proof, stated_fit
from starling.matching.tellings import groups
from starling.model.prep import Kept
from starling.model.problem import UnreadableError
from starling.model.question import BankQuestion
from starling.model.report import QuestionType
from starling.model.story import Story
from starling.ports import Cache, Workspace
from starling.prep.kept_features import features_of
from starling.prep.meaning import Meaning
from starling.prep.memo import edition, memoized
from starling.prep.pages import read_page
from starling.prep.question_bank import QuestionBank, question_bank

_CELLS, _GROUPS, _DEMANDS = "matching-cells", "matching-groups", "matching-demands"


@dataclass(frozen=True, kw_only=True)
class Material:
    """The stories of one person: as pages, as read, as features, and by what they mean.

    ``unread`` are the stories, questions and sets of principles that could not be read.
    """

    kept: tuple[Kept, ...]
    stories: tuple[Story, ...]
    features: tuple[Features, ...]
    whole: QuestionBank
    meaning: Meaning
    cache: Cache
    unread: tuple[UnreadableError, ...] = ()

    @property
    def bank(self) -> Bank:
        """The questions by their words."""
        return _by_words(self.whole.questions)

    def explain(self, demand: Demand, place: int) -> Match:
        """How well the story at *place* fits, with its evidence."""
        story = self.stories[place]
        match = explain(demand, story, self.features[place], self.meaning.near(demand, (story,))[0])
        said = stated_fit(story, demand)
        if said is None:
            return match
        return replace(match, fit=Fit(said.fit), proofs=own_proof(story, said) + match.proofs)

    def fit(self, demand: Demand, place: int, computed: Cell) -> Cell:
        """How well the story at *place* fits: what its author states, else what was *computed*."""
        said = stated_fit(self.stories[place], demand)
        return computed if said is None else replace(computed, fit=Fit(said.fit), stated=True)

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The places of the stories by event."""
        key = _hashed([_mark(each) for each in self.kept])
        return memoized(self.cache, _GROUPS, key, lambda: groups(self.stories), (list, _read_groups))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What every question, and every principle that is asked today, asks for."""
        return self.understood(_DEMANDS, lambda: _demands(self.whole))

    def understood(self, name: str, make: Callable[[], tuple[Demand, ...]]) -> tuple[Demand, ...]:
        """Demands that follow from the questions and principles alone, kept under a name."""
        return memoized(self.cache, name, _key_of(self.whole), make, (_written, _read_demands))


def read_material(work: Workspace) -> Material:
    """The stories of a prep folder with their features; those of unchanged pages come from the cache."""
    kept = work.stories.all()
    stories = tuple(read_page(each)[0] for each in kept)
    whole = question_bank(work)
    return Material(
        kept=kept,
        stories=stories,
        features=features_of(work.cache, [_mark(each) for each in kept], stories),
        whole=whole,
        meaning=Meaning(work.embedder, work.cache),
        cache=work.cache,
        unread=(*work.stories.unread(), *whole.unread),
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
    return _hashed((demands, model))


def _mark(kept: Kept) -> str:
    return f"{kept.slug} {kept.seen}"


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
