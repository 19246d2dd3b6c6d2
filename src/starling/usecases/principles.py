"""What companies look for: their sets of principles, or one of them."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.nearest import nearest
from starling.model.principle import Principle
from starling.model.problem import Looked, UsageError
from starling.ports import Workspace
from starling.prep.question_bank import QuestionBank, Unfit, question_bank


@dataclass(frozen=True, kw_only=True)
class ListedPrinciple:
    """A principle, and the slugs of the questions that probe it."""

    principle: Principle
    questions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PrincipleList(Looked):
    """The principles of one company, or of all (``company`` "")."""

    company: str
    principles: tuple[ListedPrinciple, ...]
    unfit: tuple[Unfit, ...] = ()


def list_principles(work: Workspace | None = None, company: str = "") -> PrincipleList:
    """The principles of a company, of one (``amazon/dive-deep``), or of all; UsageError names the nearest."""
    whole = question_bank(work)
    found = find_principles(whole, company) if company else whole.principles
    return PrincipleList(
        company=found[0].company if company else "",
        principles=tuple(ListedPrinciple(principle=each, questions=_probing(whole, each)) for each in found),
        unfit=whole.unfit,
        unread=whole.unread,
    )


def find_principles(whole: QuestionBank, name: str, *, or_asked: bool = False) -> tuple[Principle, ...]:
    """The principles of a set, or one of them (``amazon/dive-deep``); UsageError names the nearest.

    With *or_asked* a company without principles that asked a question is known too, and has none.
    """
    company, _, slug = name.strip().lower().partition("/")
    by_name = {each.company.casefold(): each.set_name for each in whole.principles}
    found = whole.sets.get(company) or whole.sets.get(by_name.get(company, ""), ())
    if found and slug:
        one = tuple(each for each in found if each.slug == slug)
        if not one:
            near = nearest(slug, [each.slug for each in found])
            raise UsageError(f"{found[0].company} has no principle “{slug}”.", try_this=near)
        return one
    companies = {each.company.casefold() for question in whole.questions for each in question.asked}
    if not found and not (or_asked and company in companies):
        advice = f"{nearest(company, whole.sets)} For a company without published principles: general."
        raise UsageError(f"There are no principles of “{name}”.", try_this=advice)
    return found


def _probing(whole: QuestionBank, principle: Principle) -> tuple[str, ...]:
    return tuple(each.slug for each in whole.questions if principle.ref in each.probes)
