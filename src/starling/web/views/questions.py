"""The bank of questions as pages show it: the tree of competencies, some questions, or one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starling.model.principle import Principle
from starling.model.question import Asked, BankQuestion, Competency, InterviewType
from starling.usecases.questions import QuestionList, QuestionShown


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of a list."""

    text: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A competency with how many questions ask for it."""

    name: str
    url: str
    gist: str
    count: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the tree and its leaves."""

    name: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The tree, or the questions that were chosen; ``own`` are the person's own, ``interviews`` the kinds."""

    headline: str
    lede: str
    chosen: bool
    branches: tuple[Branch, ...]
    rows: tuple[QuestionRow, ...]
    own: tuple[QuestionRow, ...]
    interviews: tuple[tuple[str, str], ...]
    unfit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question: what a full answer shows, what spoils it, and what comes next."""

    text: str
    url: str
    also: tuple[str, ...]
    competency: str
    competency_url: str
    level: str
    asked: tuple[str, ...]
    shows: tuple[tuple[str, str], ...]
    traps: tuple[str, ...]
    follow_ups: tuple[str, ...]
    probes: tuple[tuple[str, str], ...]
    source: str
    checked: str


def question_url(slug: str) -> str:
    """Where the page of a question is."""
    return f"/questions/{quote(slug, safe='')}"


def questions_view(answer: QuestionList) -> QuestionsView:
    """The whole tree, or with a wish the questions that fit it."""
    wanted = answer.wanted
    chosen = wanted.own or any((wanted.competency, wanted.company, wanted.type, wanted.level))
    named = {each.slug: each for each in answer.competencies}
    count = len(answer.questions)
    return QuestionsView(
        headline=_headline(answer, named) if chosen else f"{answer.total} questions they may ask",
        lede="" if chosen else "Each says what a full answer shows, what spoils it, and what comes next.",
        chosen=chosen,
        branches=() if chosen else tuple(_branches(answer)),
        rows=tuple(map(_row, answer.questions)) if chosen and count else (),
        own=() if chosen else tuple(_row(each) for each in answer.questions if each.own),
        interviews=() if chosen else tuple(map(_interview, answer.interviews)),
        unfit=tuple(f"{each.where}, line {each.problem.line}: {each.problem.what}" for each in answer.unfit),
    )


def _headline(answer: QuestionList, named: Mapping[str, Competency]) -> str:
    wanted = answer.wanted
    leaf = named.get(wanted.competency or "")
    about = leaf.name if leaf is not None else wanted.company or wanted.competency or ""
    count = len(answer.questions)
    questions = "one question" if count == 1 else f"{count} questions"
    if wanted.own:
        return f"{questions.capitalize()} of your own"
    return f"{about[:1].upper()}{about[1:]}: {questions}" if about else questions.capitalize()


def _branches(answer: QuestionList) -> Iterator[Branch]:
    counts = Counter(each.competency for each in answer.questions)
    for root in answer.competencies:
        if root.parent is None:
            below = [each for each in answer.competencies if each.parent == root.slug]
            yield Branch(root.name, tuple(_leaf(each, counts[each.slug]) for each in below))


def _leaf(competency: Competency, count: int) -> Leaf:
    url = f"/questions?{urlencode({'competency': competency.slug})}"
    return Leaf(competency.name, url, competency.gist, count)


def _interview(interview: InterviewType) -> tuple[str, str]:
    return f"{interview.name}, {interview.length}", interview.focus


def _row(question: BankQuestion) -> QuestionRow:
    note = ", ".join(map(_asked, question.asked)) or ("your own" if question.own else "")
    return QuestionRow(question.text, question_url(question.slug), note)


def _asked(asked: Asked) -> str:
    return f"asked at {asked.company}" + (f" on {asked.day:%d %b %Y}" if asked.day is not None else "")


def question_view(shown: QuestionShown) -> QuestionView:
    """One question with everything that it names spelt out."""
    question = shown.question
    competency = shown.competency
    return QuestionView(
        text=question.text,
        url=question_url(question.slug),
        also=question.also,
        competency=competency.name if competency is not None else "",
        competency_url=_leaf(competency, 0).url if competency is not None else "",
        level="" if question.level is None else f"Asked from {question.level.value} on",
        asked=tuple(map(_asked, question.asked)),
        shows=tuple((each.name, each.gist) for each in shown.shows),
        traps=question.traps,
        follow_ups=question.follow_ups,
        probes=tuple(map(_probe, shown.probes)),
        source=question.source,
        checked=f"{question.checked:%d %b %Y}" if question.checked is not None else "",
    )


def _probe(principle: Principle) -> tuple[str, str]:
    return f"{principle.company}: {principle.name}", f"/questions?{urlencode({'company': principle.ref})}"
