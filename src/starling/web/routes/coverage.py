"""Coverage: what the stories answer of a set, one cell of it, and simulated loops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse

from starling.usecases.bank import StoryList, list_stories
from starling.usecases.choose import Choice, best, fewest
from starling.usecases.coverage import Coverage, CoverSets, cover, coverage_sets
from starling.usecases.fits import FitSet, FitShown, forget_fit, set_fit, show_fit
from starling.usecases.loop_draws import DRAWS, MOST_WANTED, Wish
from starling.usecases.loops import LoopReport, simulate_loops
from starling.usecases.today import set_of
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, twin, write
from starling.web.views.choice import choice_view
from starling.web.views.coverage import CoverageView, coverage_view
from starling.web.views.fit import fit_view
from starling.web.views.loop import loop_view
from starling.web.views.sets import sets_view

router = APIRouter(tags=["coverage"], route_class=LateRoute)

Text = Annotated[str, Form()]


@router.get("/coverage", include_in_schema=False)
def coverage_of_next(work: Work) -> RedirectResponse:
    """The set of the company of the next interview."""
    today = work.clock.today()
    companies = [each.company for each in work.interviews if each.day >= today]
    return RedirectResponse(f"/coverage/{set_of(companies[0] if companies else '')}", 303)


@router.get("/coverage.json", include_in_schema=False)
def coverage_of_next_as_json() -> RedirectResponse:
    """Every set at a glance."""
    return RedirectResponse("/sets.json", 303)


@twin(router, "/sets", "sets.html", sets_view)
def sets(work: Work) -> CoverSets:
    """Every set, and how well it is covered."""
    return coverage_sets(work)


@dataclass(frozen=True, slots=True)
class Beside:
    """All sets, and which page of rows and of stories was asked for."""

    sets: CoverSets
    page: int
    stories: int


_Page = Annotated[int, Query(ge=1, le=1000)]


def _beside(work: Work, page: _Page = 1, stories: _Page = 1) -> Beside:
    return Beside(coverage_sets(work), page, stories)


def _view(coverage: Coverage, beside: Beside) -> CoverageView:
    return coverage_view(coverage, beside.sets, beside.page, beside.stories)


@twin(router, "/coverage/{set_name}", "coverage.html", _view, _beside)
def coverage(work: Work, set_name: str) -> Coverage:
    """What the stories cover of a set."""
    return cover(work, set_name)


@dataclass(frozen=True, slots=True)
class InSet:
    """The set whose page leads here and back."""

    set_name: str


def _in_set(set_name: str) -> InSet:
    return InSet(set_name)


@twin(
    router,
    "/coverage/{set_name}/fit",
    "fit.html",
    lambda shown, inside: fit_view(shown, inside.set_name),
    _in_set,
)
def fit(work: Work, story: str, row: str) -> FitShown:
    """How well a story fits a row, with the sentences that show it."""
    return show_fit(work, story, row)


def _stated(done: FitSet) -> Done:
    back = f"/coverage/{_set_of_row(done.shown.row)}#{done.shown.row.rpartition('/')[2]}"
    return Done(back, Said(f"Kept in the page of “{done.shown.title}”."))


def _set_of_row(row: str) -> str:
    return row.partition("/")[0] if "/" in row else "questions"


Fits = Literal["strong", "partly", "none", "computed"]


@write(router, "/coverage/fit", _stated)
def state_fit(work: Work, story: Text, row: Text, fit: Annotated[Fits, Form()], because: Text = "") -> FitSet:
    """State a fit with the sentence that shows it, deny it, or leave it to be computed again."""
    return forget_fit(work, story, row) if fit == "computed" else set_fit(work, story, row, fit, because)


@twin(router, "/coverage/{set_name}/choice", "choice.html", choice_view)
def choice(work: Work, set_name: str, most: Annotated[int | None, Query(ge=1, le=1000)] = None) -> Choice:
    """Which stories to rehearse: as many as are worth most, or the fewest that cover the set."""
    return fewest(work, set_name) if most is None else best(work, set_name, most)


Few = Annotated[int | None, Query(ge=1, le=20)]


def _stories(work: Work) -> StoryList:
    return list_stories(work)


@twin(router, "/loop", "loop.html", loop_view, _stories)
def loop(  # noqa: PLR0913, PLR0917 - one wish each
    work: Work,
    company: str = "",
    rounds: Few = None,
    questions: Few = None,
    seed: int = 1,
    draws: Annotated[int, Query(ge=1, le=DRAWS)] = 2000,
    stories: Annotated[int | None, Query(ge=1, le=MOST_WANTED)] = None,
) -> LoopReport:
    """Simulated loops of a company: how often a question finds no fresh story, and what would help."""
    return simulate_loops(
        work,
        Wish(company=company, rounds=rounds, questions=questions, draws=draws, seed=seed, wanted=stories),
    )
