"""The questions and principles that one person has: what ships, with their own over it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache

from starling.content import bank
from starling.content.read_principles import read_principles
from starling.content.read_questions import Beside, OwnQuestions, read_own_questions, unasked
from starling.matching.asked_before import Bank
from starling.matching.demand import content, of_text
from starling.model.prep import Kept
from starling.model.principle import Principle
from starling.model.problem import Problem, UnreadableError
from starling.model.question import BankQuestion
from starling.model.report import QuestionType
from starling.ports import Workspace
from starling.prep.memo import edition, memoized
from starling.review.question_type import question_type
from starling.text.asking import names_event, names_task

CACHE = "question-types.json"

Types = tuple[tuple[str, QuestionType | None], ...]
"""Own questions that do not say their type, and the type that was told from their words."""

_WIDE = (QuestionType.ACHIEVEMENT, QuestionType.LEADERSHIP)
"""Types that go by words of everyday work, which tasks use as well."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Something in a file of the person's own that could not be read as meant, and which file."""

    where: str
    problem: Problem


@dataclass(frozen=True, kw_only=True)
class QuestionBank:
    """All questions in the order of the tree of competencies, the person's own last in each place.

    ``others`` are own questions that ask for no event. ``unfit`` is what could
    not be read as meant, ``unread`` are files that could not be read at all;
    the rest is there all the same.
    """

    questions: tuple[BankQuestion, ...]
    principles: tuple[Principle, ...]
    others: tuple[str, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    unread: tuple[UnreadableError, ...] = field(default=(), compare=False)

    @cached_property
    def by_slug(self) -> dict[str, BankQuestion]:
        """Every question by its slug."""
        return {each.slug: each for each in self.questions}

    @cached_property
    def asking(self) -> dict[str, tuple[str, ...]]:
        """The slugs of the questions that ask for each principle, by its reference."""
        found: dict[str, list[str]] = {}
        for each in self.questions:
            for ref in each.probes:
                found.setdefault(ref, []).append(each.slug)
        return {ref: tuple(slugs) for ref, slugs in found.items()}

    @cached_property
    def sets(self) -> dict[str, tuple[Principle, ...]]:
        """The sets of principles by name; those that were replaced or are no rubric are in them too."""
        names = dict.fromkeys(each.set_name for each in self.principles)
        return {name: tuple(each for each in self.principles if each.set_name == name) for name in names}


def question_bank(work: Workspace | None = None) -> QuestionBank:
    """The bank of one person; without a prep folder, what ships."""
    if work is None:
        return QuestionBank(questions=bank.questions(), principles=bank.principles())
    page, unread = _page(work)
    unread = (*unread, *work.principles.unread())
    found = _bank(page, work.principles.all(), _types(work, page))
    return replace(found, unread=unread) if unread else found


def _page(work: Workspace) -> tuple[Kept, tuple[UnreadableError, ...]]:
    """The page of the person's own questions; an empty one, and why, where it cannot be read."""
    try:
        return work.questions.page(), ()
    except UnreadableError as error:
        return Kept("questions", error.where, "", ""), (error,)


@lru_cache(maxsize=4)
def _bank(page: Kept, sets: tuple[Kept, ...], types: Types) -> QuestionBank:
    """What ships, with the own questions of a page and the person's own sets of principles."""
    principles, unfit = _principles(sets)
    own = _own(page, principles, dict(types).get)
    questions = _joined(bank.questions(), own.questions, {each.ref for each in principles})
    unfit += [Unfit(page.where, each) for each in own.problems]
    unfit += [
        Unfit(kept.where, each)
        for kept in sets
        for each in unasked(kept.text, [p for p in principles if p.set_name == kept.slug], questions)
    ]
    return QuestionBank(questions=questions, principles=principles, others=own.others, unfit=tuple(unfit))


def own_questions(work: Workspace) -> OwnQuestions:
    """The questions of a prep folder, with the numbers of their entries; raises as `Questions.page`."""
    page = work.questions.page()
    return _own(page, _principles(work.principles.all())[0], dict(_types(work, page)).get)


def _own(
    page: Kept, principles: Iterable[Principle], guess: Callable[[str], QuestionType | None]
) -> OwnQuestions:
    known = replace(bank.known(), principles=frozenset(each.ref for each in principles))
    return read_own_questions(
        page.text, page.where, Beside(known=known, shipped=bank.questions(), guess=guess)
    )


def _types(work: Workspace, page: Kept) -> Types:
    """The types of own questions, kept until their page changes: to tell one, the whole bank is read."""
    key = hashlib.sha256(repr((edition(), page.text)).encode("utf-8", "replace")).hexdigest()
    return memoized(work.cache, CACHE, key, lambda: _tell_types(page), (list, _read_types))


def _tell_types(page: Kept) -> Types:
    told: dict[str, QuestionType | None] = {}

    def guess(text: str) -> QuestionType | None:
        return told.setdefault(text, _type_of(text))

    _own(page, bank.principles(), guess)
    return tuple(told.items())


def _read_types(entries: list[tuple[str, str | None]]) -> Types:
    return tuple((text, None if kind is None else QuestionType(kind)) for text, kind in entries)


def _type_of(text: str) -> QuestionType | None:
    """The type of an own question; None of a task, and of what is like no question about events.

    What its words name comes first, where they are clear, and then the type
    of the shipped questions most like it. One that asks for an event, and is
    like none, asks what was achieved.
    """
    found = question_type(text)
    if found is not None and found not in _WIDE:
        return found
    if names_task(text):
        return None
    like = of_text(text, _shipped()).type
    if names_event(text):
        return found if found is QuestionType.LEADERSHIP else like or QuestionType.ACHIEVEMENT
    return like or found


@cache
def _shipped() -> Bank:
    return Bank(bank.questions(), content)


def _principles(sets: Iterable[Kept]) -> tuple[tuple[Principle, ...], list[Unfit]]:
    """What ships, with the person's own sets; one of the same name replaces a shipped set."""
    unfit: list[Unfit] = []
    own: dict[str, tuple[Principle, ...]] = {}
    for kept in sets:
        read = read_principles(kept.text, kept.slug, kept.where, own=True)
        own[kept.slug] = read.values
        unfit += [Unfit(kept.where, each) for each in read.problems]
    shipped = [each for each in bank.principles() if each.set_name not in own]
    return (*shipped, *(each for values in own.values() for each in values)), unfit


def _joined(
    shipped: Iterable[BankQuestion], own: Iterable[BankQuestion], refs: set[str]
) -> tuple[BankQuestion, ...]:
    """Shipped questions with the own ones in their places; they probe principles that this person has."""
    joined = {each.slug: each for each in shipped}
    for each in own:
        before = joined.get(each.slug)
        joined[each.slug] = each if before is None or not before.own else _merged(before, each)
    order = {each.slug: at for at, each in enumerate(bank.competencies())}
    questions = (
        replace(each, probes=tuple(ref for ref in each.probes if ref in refs)) for each in joined.values()
    )
    return tuple(sorted(questions, key=lambda each: order.get(each.competency, len(order))))


def _merged(first: BankQuestion, second: BankQuestion) -> BankQuestion:
    """Two own entries that are one question: two wordings of it, asked by the companies of both."""
    also = dict.fromkeys((*first.also, second.text, *second.also))
    also.pop(first.text, None)
    asked = dict.fromkeys((*first.asked, *second.asked))
    return replace(first, also=tuple(also), asked=tuple(asked))
