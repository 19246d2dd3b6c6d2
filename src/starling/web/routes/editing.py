"""The editor over a story's page: its text, the notes while it is written, and the save."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from starling.usecases.bank import review_text, show_story
from starling.usecases.versions import Saved, save_story, story_versions
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.render import render
from starling.web.respond import Done, Work, write
from starling.web.views.editor import edit_view, live_view
from starling.web.views.story import story_url

router = APIRouter(tags=["stories"], route_class=LateRoute)

Text = Annotated[str, Form()]


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
