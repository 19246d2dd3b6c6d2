"""Pasting: the box, what was found in it, and what is kept of that."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from starling.usecases.paste import (
    KeptNotes,
    Preview,
    Started,
    Wanted,
    example,
    keep,
    preview,
    start_draft,
)
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.render import render
from starling.web.respond import Done, Work, twin, write
from starling.web.sent import Sent
from starling.web.views.paste import fix_url, kept_text, preview_view

router = APIRouter(tags=["paste"], route_class=LateRoute)


@router.get("/paste", include_in_schema=False)
def box(request: Request) -> HTMLResponse:
    """The box to paste into."""
    return render(request, "paste.html", {})


def _looked_at(started: Started) -> Done:
    return Done(f"/paste/{started.draft}")


@write(router, "/paste", _looked_at)
def paste(work: Work, notes: Sent, shown: Annotated[str, Form()] = "") -> Started:
    """Take up a pasted text and chosen files; nothing is kept yet. `shown` asks for the example instead."""
    return start_draft(work, [example()] if shown else notes)


@twin(router, "/paste/{draft}", "paste_preview.html", preview_view)
def look(work: Work, draft: str) -> Preview:
    """What is in pasted notes; nothing of it is kept yet."""
    return preview(work, draft)


def _kept(kept: KeptNotes) -> Done:
    return Done(fix_url(kept) or "/", Said(kept_text(kept)))


@write(router, "/paste/{draft}", _kept)
def keep_draft(  # noqa: PLR0913, PLR0917 - the fields of a form
    work: Work,
    draft: str,
    take: Annotated[list[int] | None, Form()] = None,
    update: Annotated[list[int] | None, Form()] = None,
    questions: Annotated[bool, Form()] = False,  # noqa: FBT002 - a box that is not ticked is not sent
    mend: Annotated[bool, Form()] = False,  # noqa: FBT002 - the button that was pressed
) -> KeptNotes:
    """Keep the stories of pasted notes that are taken, by their numbers, and the questions if they are."""
    wanted = Wanted(chosen=take or (), update=update or (), questions=questions, mend=mend)
    return keep(work, draft, wanted)
