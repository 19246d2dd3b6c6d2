"""The stories: the list, one of them with its notes, what its author calls fine, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import PlainTextResponse

from starling.ports import Workspace
from starling.usecases.bank import (
    Accepted,
    Reopened,
    Shown,
    StoryList,
    accept_finding,
    find_story,
    list_stories,
    reopen_finding,
    show_story,
)
from starling.usecases.glance import Glance, glances
from starling.usecases.matching import Answers, answers_of
from starling.usecases.numbers import Numbers, numbers_in_bank
from starling.usecases.versions import Saved, Versions, add_story, story_versions
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, twin, write
from starling.web.there import There
from starling.web.views.fits import AnswerRow, answer_rows, answers_view
from starling.web.views.ledger import ledger_view
from starling.web.views.stories import stories_view
from starling.web.views.story import StoryView, story_url, story_view
from starling.web.views.versions import VersionRow, rows

router = APIRouter(tags=["stories"], route_class=LateRoute)

Text = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class ListPage:
    """What each story is at a glance, and which page of them was asked for."""

    glances: tuple[Glance, ...]
    page: int


def _list_page(work: Work, page: Annotated[int, Query(ge=1, le=1000)] = 1) -> ListPage:
    return ListPage(glances(work), page)


@twin(
    router,
    "/stories",
    "stories.html",
    lambda found, beside: stories_view(found, beside.glances, beside.page),
    _list_page,
)
def stories(work: Work) -> StoryList:
    """The stories at a glance."""
    return list_stories(work)


def _opened(saved: Saved) -> Done:
    return Done(f"{story_url(saved.slug)}/edit")


@write(router, "/stories/new", _opened)
def new_story(work: Work, title: Text) -> Saved:
    """A new page with four empty parts."""
    return add_story(work, title)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a story's page shows beside the review."""

    work: Workspace
    numbers: Numbers
    past: Versions
    answers: Answers


@dataclass(frozen=True, slots=True)
class Page:
    """A story's page whole."""

    story: StoryView
    version: str
    versions: tuple[VersionRow, ...]
    answers: tuple[AnswerRow, ...]


def _beside(work: Work, slug: str) -> Beside:
    past = story_versions(work, slug)
    return Beside(work, numbers_in_bank(work, [past.slug]), past, answers_of(work, past.slug))


def _page(shown: Shown, beside: Beside) -> Page:
    ledger = beside.numbers.sources[0].stories[0]
    brief = beside.work.brief
    versions = rows(beside.past.versions)
    newest = versions[0]
    version = f"Version {newest.number}, {newest.event} {newest.day}"
    view = story_view(shown, ledger, brief.pace, brief.minutes)
    return Page(view, version, versions[:5], answer_rows(beside.answers))


@router.get("/stories/{slug}.md", include_in_schema=False)
def page_as_it_is(work: Work, slug: str) -> PlainTextResponse:
    """A story's page as it stands in its file."""
    kept = find_story(work, slug)
    return PlainTextResponse(kept.text, media_type="text/markdown")


@twin(router, "/stories/{slug}", "story.html", _page, _beside)
def story(work: Work, slug: str) -> Shown:
    """One story with its review."""
    return show_story(work, slug)


@twin(router, "/stories/{slug}/numbers", "ledger.html", ledger_view)
def numbers(work: Work, slug: str) -> Numbers:
    """Every figure of a story, and how they fit together."""
    return numbers_in_bank(work, [slug])


def _fine(accepted: Accepted) -> Done:
    said = Said("It is fine from now on, for this wording.")
    if len(accepted.words) == 1:
        fields = (("rule", accepted.rule), ("about", accepted.words[0]))
        said = Said(said.text, f"{story_url(accepted.story)}/reopen", fields)
    return Done(story_url(accepted.story), said)


@write(router, "/stories/{slug}/accept", _fine)
def accept(work: Work, slug: There, rule: Text, about: Text = "", reason: Text = "") -> Accepted:
    """Call a finding fine, for this wording."""
    return accept_finding(work, slug, rule, about, reason)


def _reopened(reopened: Reopened) -> Done:
    return Done(story_url(reopened.story), Said("Taken back: it is open again."))


@write(router, "/stories/{slug}/reopen", _reopened)
def reopen(work: Work, slug: There, rule: Text, about: Text = "") -> Reopened:
    """Take back that a finding is fine."""
    return reopen_finding(work, slug, rule, about)


@twin(router, "/stories/{slug}/answers", "answers.html", answers_view)
def answers(work: Work, slug: str) -> Answers:
    """What a story answers."""
    return answers_of(work, slug)
