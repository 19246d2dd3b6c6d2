"""The versions of a story: what changed between them, its end, and its return."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from starling.usecases.versions import (
    Deleted,
    Difference,
    Saved,
    Versions,
    compare_versions,
    delete_story,
    restore_story,
    story_versions,
)
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.render import render
from starling.web.respond import Done, Work, twin, write
from starling.web.there import There
from starling.web.views.story import story_url
from starling.web.views.versions import diff_view, versions_view

router = APIRouter(tags=["stories"], route_class=LateRoute)


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
