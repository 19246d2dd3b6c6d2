"""The sets that stories can cover, and their rows: principles, questions, kinds of story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starling.content import bank as shipped
from starling.matching.asked_before import Bank
from starling.matching.demand import Demand
from starling.matching.kinds import of_kind
from starling.model.nearest import nearest
from starling.model.principle import Principle
from starling.model.problem import UsageError
from starling.model.question import BankQuestion, StoryKind
from starling.model.report import Confidence
from starling.prep.material import Material
from starling.prep.question_bank import QuestionBank

QUESTIONS, KINDS = "questions", "kinds"
"""The sets beside those of companies."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row before any story is looked at."""

    demand: Demand
    name: str
    gist: str = ""
    under: str = ""
    asks: tuple[str, ...] = ()
    sure: Confidence | None = None


def set_names(whole: QuestionBank) -> tuple[str, ...]:
    """The names of all sets: those of companies, the person's own, all questions, and the kinds of story."""
    return (*(name for name in whole.sets if name not in (QUESTIONS, KINDS)), QUESTIONS, KINDS)


def set_title(whole: QuestionBank, name: str) -> str:
    """What a set is called where a person reads it: its company, or what it holds."""
    return {QUESTIONS: "Questions", KINDS: "Story kinds"}.get(name) or whole.sets[name][0].company


def rows_called(name: str) -> str:
    """What the rows of a set are."""
    return {QUESTIONS: "questions", KINDS: "kinds of story"}.get(name, "principles")


def find_set(whole: QuestionBank, name: str) -> str:
    """The set of this name or of this company; UsageError names the nearest."""
    said = " ".join(name.split()).casefold()
    names = set_names(whole)
    companies = {each.company.casefold(): each.set_name for each in whole.principles}
    found = said if said in names else companies.get(said, "")
    if found not in names:
        known = {*names, *companies}
        raise UsageError(
            f"There is no set “{name}”.", try_this=f"{nearest(said, known)} See them all: starling coverage"
        )
    return found


def rows_of(material: Material, name: str) -> tuple[Row, ...]:
    """The rows of a set, in its order."""
    if name == KINDS:
        return _kind_rows(material)
    demands = {each.slug: each for each in material.demands}
    if name == QUESTIONS:
        return _question_rows(material.whole, demands)
    return _principle_rows(material.whole, demands, name)


def _question_rows(whole: QuestionBank, demands: Mapping[str, Demand]) -> tuple[Row, ...]:
    names = {each.slug: each.name for each in shipped.competencies()}
    return tuple(
        Row(
            demand=demands[each.slug],
            name=each.text,
            under=names.get(each.competency, ""),
            asks=(each.slug,),
        )
        for each in whole.questions
    )


def _principle_rows(whole: QuestionBank, demands: Mapping[str, Demand], name: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            demand=demands[each.ref],
            name=each.name,
            gist=each.gist,
            asks=whole.asking.get(each.ref, ()),
            sure=each.confidence,
        )
        for each in whole.sets.get(name, ())
        if each.standing.is_asked
    )


def _kind_rows(material: Material) -> tuple[Row, ...]:
    kinds, questions = shipped.story_kinds(), material.whole.questions
    demands = material.understood(
        "matching-kinds-asked", lambda: tuple(_kind_demand(each, questions, material.bank) for each in kinds)
    )
    return tuple(
        Row(
            demand=demand,
            name=each.name,
            gist=each.gist,
            asks=tuple(question.slug for question in questions if each.slug in question.kinds),
        )
        for each, demand in zip(kinds, demands, strict=True)
    )


def _kind_demand(kind: StoryKind, questions: Sequence[BankQuestion], bank: Bank) -> Demand:
    """What a kind of story asks for, as a principle of a set of its own."""
    principle = Principle(
        set_name=KINDS,
        company="",
        slug=kind.slug,
        name=kind.name,
        gist=kind.gist,
        good=" ".join(kind.has),
        source=kind.source,
        checked=None,
        confidence=Confidence.LOW,
    )
    return of_kind(principle, [each for each in questions if kind.slug in each.kinds], bank)
