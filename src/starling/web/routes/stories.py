"""The stories: the list, one of them with its notes, the editor, its versions, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse

from starling.model.problem import UnknownError
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
    review_text,
    show_story,
)
from starling.usecases.glance import Glance, glances
from starling.usecases.matching import Answers, answers_of
from starling.usecases.numbers import Numbers, numbers_in_bank
from starling.usecases.versions import (
    Deleted,
    Difference,
    Saved,
    Versions,
    add_story,
    compare_versions,
    delete_story,
    restore_story,
    save_story,
    story_versions,
)
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, render, twin, write
from starling.web.views.editor import edit_view, live_view
from starling.web.views.fits import AnswerRow, answer_rows, answers_view
from starling.web.views.ledger import ledger_view
from starling.web.views.stories import stories_view
from starling.web.views.story import StoryView, story_url, story_view
from starling.web.views.versions import VersionRow, diff_view, rows, versions_view

router = APIRouter(tags=["stories"], route_class=LateRoute)

Text = Annotated[str, Form()]


def _there(work: Work, slug: str) -> str:
    """The slug of a story that is there: what a page of a deleted one sends may not change another."""
    if work.stories.get(slug) is None:
        raise UnknownError(
            f"There is no story “{slug}”.", try_this="It was renamed or deleted since its page was opened."
        )
    return slug


There = Annotated[str, Depends(_there)]


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


@router.get("/stories/{slug}/edit", include_in_schema=False)
def edit(request: Request, work: Work, slug: str) -> HTMLResponse:
    """The editor over a story's page; what it says now is a version, so that nothing of it can be lost."""
    story_versions(work, slug)
    names = ("line", "column", "to_line", "to_column")
    said = [request.query_params.get(name, "") for name in names]
    places = [int(each) for each in said if each.isascii() and each.isdigit() and len(each) < 7]  # noqa: PLR2004
    return render(request, "edit.html", edit_view(show_story(work, slug), places))


@router.get("/stories/{slug}/edit.json", include_in_schema=False)
def edit_as_json(slug: str) -> RedirectResponse:
    """What the editor shows is the story with its review."""
    return RedirectResponse(f"{story_url(slug)}.json", 303)


@router.post("/stories/{slug}/live", include_in_schema=False)
def live(request: Request, work: Work, slug: str, text: Text) -> HTMLResponse:
    """The notes on a text as it stands in the editor; nothing is saved."""
    return render(request, "live.html", live_view(review_text(work, slug, text)))


def _kept(saved: Saved) -> Done:
    return Done(story_url(saved.slug), Said("Saved."))


@write(router, "/stories/{slug}/edit", _kept)
def save(work: Work, slug: str, text: Text, seen: Text = "") -> Saved:
    """Save a story's page; where it has changed since it was seen, both texts are kept."""
    return save_story(work, slug, text, seen)


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


@twin(router, "/stories/{slug}/versions", "versions.html", versions_view)
def versions(work: Work, slug: str) -> Versions:
    """Every version of a story, also of a deleted one."""
    return story_versions(work, slug)


@twin(router, "/stories/{slug}/v/{number}", "version.html", diff_view)
def version(work: Work, slug: str, number: int) -> Difference:
    """One version of a story, and what changed in it."""
    return compare_versions(work, slug, new=number)


@twin(router, "/stories/{slug}/diff/{old}..{new}", "version.html", diff_view)
def diff(work: Work, slug: str, old: int, new: int) -> Difference:
    """What changed between two versions of a story."""
    return compare_versions(work, slug, old, new)


@router.get("/stories/{slug}/delete", include_in_schema=False)
def ask(request: Request, work: Work, slug: str) -> HTMLResponse:
    """What goes with a story, before it goes."""
    return render(request, "delete.html", versions_view(story_versions(work, slug)))


@router.get("/stories/{slug}/delete.json", include_in_schema=False)
def ask_as_json(slug: str) -> RedirectResponse:
    """What stays when a story goes are its versions."""
    return RedirectResponse(f"{story_url(slug)}/versions.json", 303)


def _gone(deleted: Deleted) -> Done:
    undo = f"{story_url(deleted.slug)}/restore"
    return Done("/stories", Said(f"“{deleted.title}” is deleted.", undo))


@write(router, "/stories/{slug}/delete", _gone)
def delete(work: Work, slug: There) -> Deleted:
    """Delete a story; its versions stay, and bring it back."""
    return delete_story(work, slug)


def _back(saved: Saved) -> Done:
    return Done(story_url(saved.slug), Said("It is back."))


@write(router, "/stories/{slug}/restore", _back)
def restore(work: Work, slug: str, number: Annotated[int | None, Form()] = None) -> Saved:
    """Bring back a version of a story, without a number the newest."""
    return restore_story(work, slug, number)
