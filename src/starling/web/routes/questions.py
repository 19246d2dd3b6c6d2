"""The questions: the bank, one of them, one more, and that one was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query

from starling.model.question import Asked
from starling.model.report import Level, QuestionType
from starling.usecases.matching import SHOWN, Matches, match_question
from starling.usecases.principles import PrincipleList, list_principles
from starling.usecases.questions import (
    QuestionKept,
    QuestionList,
    QuestionShown,
    Wanted,
    add_question,
    list_questions,
    mark_asked,
    show_question,
)
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, twin, write
from starling.web.views.fits import FitRow, fit_rows, matches_view, no_story
from starling.web.views.principles import principles_view
from starling.web.views.questions import QuestionView, question_url, question_view, questions_view

router = APIRouter(tags=["questions"], route_class=LateRoute)

Text = Annotated[str, Form()]


@twin(router, "/questions", "questions.html", questions_view)
def questions(  # noqa: PLR0913 - one wish each
    work: Work,
    competency: str | None = None,
    company: str | None = None,
    kind: Annotated[QuestionType | None, Query(alias="type")] = None,
    level: Level | None = None,
    *,
    own: bool = False,
) -> QuestionList:
    """The bank, or the questions that fit a wish."""
    return list_questions(
        work, Wanted(competency=competency, company=company, type=kind, level=level, own=own)
    )


def _added(kept: QuestionKept) -> Done:
    said = "Kept among your questions." if kept.new else "You have this question already."
    return Done(question_url(kept.slug) if kept.question is not None else "/questions?own=true", Said(said))


@write(router, "/questions/new", _added)
def new_question(work: Work, text: Text, company: Text = "", day: Text = "") -> QuestionKept:
    """One more question, perhaps with who asked it and when."""
    return add_question(work, text, Asked(company, _day(day)) if company.strip() else None)


@dataclass(frozen=True, slots=True)
class Page:
    """A question's page whole."""

    question: QuestionView
    stories: tuple[FitRow, ...]
    none: str


def _stories(work: Work, slug: str) -> Matches:
    return match_question(work, slug)


def _page(shown: QuestionShown, matches: Matches) -> Page:
    return Page(question_view(shown), fit_rows(matches), "" if matches.stories else no_story(matches))


@twin(router, "/questions/{slug}", "question.html", _page, _stories)
def question(work: Work, slug: str) -> QuestionShown:
    """One question with what it wants to hear."""
    return show_question(work, slug)


@twin(router, "/questions/{slug}/stories", "matches.html", matches_view)
def stories(work: Work, slug: str) -> Matches:
    """The stories that answer a question."""
    return match_question(work, slug)


@twin(router, "/match", "matches.html", matches_view)
def match(work: Work, question: str, most: Annotated[int, Query(ge=1, le=50)] = SHOWN) -> Matches:
    """The stories that answer a question in any words, or a principle such as amazon/dive-deep."""
    return match_question(work, question, most)


def _marked(kept: QuestionKept) -> Done:
    return Done(question_url(kept.slug), Said("Remembered."))


@write(router, "/questions/{slug}/asked", _marked)
def asked(work: Work, slug: str, company: Text, day: Text = "") -> QuestionKept:
    """Remember that a company asked a question."""
    return mark_asked(work, slug, company, _day(day))


@twin(router, "/principles/{company}", "principles.html", principles_view)
def principles(work: Work, company: str) -> PrincipleList:
    """What a company looks for, with how sure that is."""
    return list_principles(work, company)


def _day(said: str) -> date | None:
    """A day as a date field sends it, or None."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
