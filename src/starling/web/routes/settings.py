"""Settings: what a person prepares for, how the pages look, which rules are silent."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from starling.usecases.settings import (
    ShownSettings,
    add_interview,
    change_settings,
    remove_interview,
    show_settings,
)
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, check_token, lead_on, twin, write
from starling.web.views.settings import settings_view

router = APIRouter(tags=["settings"], route_class=LateRoute)

Text = Annotated[str, Form()]
Remembered = Literal["theme", "keys", "interview"]


@twin(router, "/settings", "settings.html", settings_view)
def settings(work: Work) -> ShownSettings:
    """The settings as they are written."""
    return show_settings(work)


def _saved(_shown: ShownSettings) -> Done:
    return Done("/settings", Said("Saved."))


async def _sent(request: Request) -> frozenset[str]:
    """The names of the fields that were sent: an empty one is said too."""
    return frozenset(await request.form())


@write(router, "/settings", _saved)
def change(  # noqa: PLR0913, PLR0917 - the fields of a form
    work: Work,
    sent: Annotated[frozenset[str], Depends(_sent)],
    role: Text = "",
    company: Text = "",
    level: Text = "",
    minutes: Text = "",
    pace: Text = "",
    minutes_a_day: Text = "",
    stories: Text = "",
    ignore: Text = "",
) -> ShownSettings:
    """Change those settings that are sent; an empty one goes back to the usual."""
    fields = {
        "role": role,
        "company": company,
        "level": level,
        "minutes": minutes,
        "pace": pace,
        "minutes_a_day": minutes_a_day,
        "stories": stories,
        "ignore": ignore,
    }
    return change_settings(work, {key: value for key, value in fields.items() if key in sent})


def _interviews(_shown: ShownSettings) -> Done:
    return Done("/settings#interviews", Said("Saved."))


@write(router, "/settings/interviews", _interviews)
def add(work: Work, day: Text, company: Text = "") -> ShownSettings:
    """Remember an interview on a day (2026-12-09)."""
    return add_interview(work, company, day)


@write(router, "/interviews", lambda _: Done("/"))
def add_first(work: Work, day: Text, company: Text = "") -> ShownSettings:
    """Remember an interview on a day (2026-12-09), and go on to Today."""
    return add_interview(work, company, day)


@write(router, "/settings/interviews/remove", _interviews)
def remove(work: Work, day: Text, company: Text = "") -> ShownSettings:
    """Forget an interview."""
    return remove_interview(work, company, day)


@router.post("/settings/{what}", include_in_schema=False, dependencies=[Depends(check_token)])
def remember(
    request: Request, what: Remembered, theme: Text = "", keys: Text = "", interview: Text = ""
) -> Response:
    """What the browser is to remember: the theme, whether single keys work, "not yet" to the interview."""
    value = {"theme": theme, "keys": keys, "interview": interview}[what]
    return lead_on(Done(_back(request), cookies=((what, value[:20]),)))


def _back(request: Request) -> str:
    """The page that a form was on, or the settings."""
    page = urlsplit(request.headers.get("referer", ""))
    here = page.netloc == request.headers.get("host") and page.path.startswith("/") and page.path[1:2] != "/"
    return page.path if here else "/settings"
