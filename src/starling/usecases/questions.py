"""The questions an interviewer may ask: a list of them, one of them, one more, and that one was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starling.content import bank
from starling.model.nearest import did_you_mean, nearest
from starling.model.principle import Principle
from starling.model.problem import Looked, UsageError
from starling.model.question import Asked, BankQuestion, Competency, InterviewType, Slot, StoryKind
from starling.model.report import Level, QuestionType
from starling.ports import Workspace
from starling.prep.question_bank import QuestionBank, Unfit, own_questions, question_bank
from starling.prep.slugs import free_slug
from starling.text.question_page import mark_asked as mark_in
from starling.text.telling import one_line, words_of
from starling.text.toml_write import toml
from starling.usecases.principles import find_principles


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which questions to list; None and False leave a wish open.

    ``competency`` is a leaf or a branch of the tree, ``company`` the name of a
    set of principles, of a company that asked, or one principle
    (``amazon/dive-deep``). ``level`` leaves out what is asked from a higher
    level on; ``own`` keeps the person's own.
    """

    competency: str | None = None
    company: str | None = None
    type: QuestionType | None = None
    level: Level | None = None
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class QuestionList(Looked):
    """The questions that were wanted, their tree, where such are asked, and how many there are in all."""

    questions: tuple[BankQuestion, ...]
    competencies: tuple[Competency, ...]
    interviews: tuple[InterviewType, ...]
    total: int
    wanted: Wanted
    others: int = 0
    unfit: tuple[Unfit, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QuestionShown:
    """One question with all that it names, spelt out."""

    question: BankQuestion
    competency: Competency | None
    shows: tuple[Slot, ...]
    probes: tuple[Principle, ...]
    kinds: tuple[StoryKind, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionKept:
    """A question that was added or marked, where it is kept, and whether that is new.

    ``question`` is None where it asks for no event, and so belongs to no story.
    """

    slug: str
    where: str
    new: bool
    question: BankQuestion | None


def list_questions(work: Workspace | None = None, wanted: Wanted | None = None) -> QuestionList:
    """The questions that are wanted; UsageError names the nearest competency or company."""
    wanted = Wanted() if wanted is None else wanted
    whole = question_bank(work)
    chosen = tuple(each for each in whole.questions if not wanted.own or each.own)
    if wanted.type is not None:
        chosen = tuple(each for each in chosen if each.type is wanted.type)
    chosen = tuple(each for each in chosen if each.is_asked_at(wanted.level))
    if wanted.competency is not None:
        leaves = _below(wanted.competency)
        chosen = tuple(each for each in chosen if each.competency in leaves)
    if wanted.company is not None:
        chosen = _of_company(chosen, whole, wanted.company)
    return QuestionList(
        questions=chosen,
        competencies=bank.competencies(),
        interviews=bank.interview_types(),
        total=len(whole.questions),
        wanted=wanted,
        others=len(whole.others),
        unfit=whole.unfit,
        unread=whole.unread,
    )


def _below(name: str) -> frozenset[str]:
    """A competency and what stands below it; it goes by its slug or its name."""
    known = {each.slug: each for each in bank.competencies()}
    by_name = {each.name.casefold(): each.slug for each in known.values()}
    slug = name.strip().lower()
    slug = slug if slug in known else by_name.get(name.strip().casefold(), "")
    if not slug:
        raise UsageError(f"There is no competency “{name}”.", try_this=nearest(name, known))
    found = {slug}
    while more := {each.slug for each in known.values() if each.parent in found} - found:
        found |= more
    return frozenset(found)


def _of_company(
    questions: Sequence[BankQuestion], whole: QuestionBank, name: str
) -> tuple[BankQuestion, ...]:
    """The questions that probe a company's principles, or one of them, and those that it asked."""
    asked = name.strip().casefold()
    refs = {each.ref for each in find_principles(whole, name, or_asked=True)}
    return tuple(
        each
        for each in questions
        if refs & set(each.probes) or any(one.company.casefold() == asked for one in each.asked)
    )


def show_question(work: Workspace | None, slug: str) -> QuestionShown:
    """One question with what it wants to hear; UsageError names the nearest."""
    whole = question_bank(work)
    question = find_question(whole, slug)
    tree = {each.slug: each for each in bank.competencies()}
    return QuestionShown(
        question=question,
        competency=tree.get(question.competency),
        shows=tuple(each for each in bank.slots() if each.slug in question.shows),
        probes=tuple(each for each in whole.principles if each.ref in question.probes),
        kinds=tuple(each for each in bank.story_kinds() if each.slug in question.kinds),
    )


def find_question(whole: QuestionBank, slug: str) -> BankQuestion:
    """The question of this slug, or that begins so, or has these words; UsageError names the nearest."""
    asked = slug.strip().lower()
    if asked in whole.by_slug:
        return whole.by_slug[asked]
    fitting = [each for each in whole.questions if each.slug.startswith(asked)] if asked else []
    fitting = fitting or [each for each in whole.questions if _says(each, slug)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(each.slug for each in fitting[:4])
        raise UsageError(
            f"More than one question begins with “{slug}”.", try_this=f"Name one of them: {names}"
        )
    advice = did_you_mean(asked, whole.by_slug, "See what they are about: starling questions")
    raise UsageError(f"There is no question “{slug}”.", try_this=advice)


def add_question(work: Workspace, text: str, asked: Asked | None = None) -> QuestionKept:
    """Keep a question of the person's own; one that is there already is marked as asked, or left as it is."""
    said = one_line(text)
    if not words_of(said):
        raise UsageError("The question has no words.", try_this='Write it in quotes: "Tell me about …"')
    whole = question_bank(work)
    there = next((each for each in whole.questions if _says(each, said)), None)
    if there is not None and asked is not None:
        return mark_asked(work, there.slug, asked.company, asked.day)
    if there is not None:
        return _kept(work, there.slug, new=False)
    slug = free_slug(said, {*whole.by_slug, *work.questions.kept()})
    work.questions.add([_entry(slug, said, asked)])
    return _kept(work, slug, new=True)


def mark_asked(work: Workspace, slug: str, company: str, day: date | None = None) -> QuestionKept:
    """Remember that a company asked a question; a shipped one is then kept among the person's own too."""
    asked = Asked(one_line(company), day)
    if not asked.company:
        raise UsageError("Nobody asked it.", try_this="Name the company.")
    question = find_question(question_bank(work), slug)
    if asked in question.asked:
        return _kept(work, question.slug, new=False)
    page, own = work.questions.page(), own_questions(work)
    numbers = dict(zip((each.slug for each in own.questions), own.numbers, strict=True))
    if question.slug not in numbers:
        work.questions.add([_entry(question.slug, question.text, asked)])
        return _kept(work, question.slug, new=True)
    text = mark_in(page.text, numbers[question.slug], toml(_mark(asked)))
    if text is None:
        advice = f"Add  {toml(_mark(asked))}  to its list  asked  yourself."
        raise UsageError(
            f"There is no room for a mark at “{question.slug}”.", where=page.where, try_this=advice
        )
    work.questions.save(text, page.seen)
    return _kept(work, question.slug, new=True)


def _says(question: BankQuestion, text: str) -> bool:
    return any(words_of(each) == words_of(text) for each in (question.text, *question.also))


def _entry(slug: str, text: str, asked: Asked | None) -> dict[str, object]:
    return {"slug": slug, "text": text} | ({"asked": [_mark(asked)]} if asked is not None else {})


def _mark(asked: Asked) -> dict[str, object]:
    return {"company": asked.company} | ({"day": asked.day} if asked.day is not None else {})


def _kept(work: Workspace, slug: str, *, new: bool) -> QuestionKept:
    question = question_bank(work).by_slug.get(slug)
    return QuestionKept(slug=slug, where=work.questions.page().where, new=new, question=question)
