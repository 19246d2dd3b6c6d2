"""A view inside its frame: a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from starling.model.problem import UnreadableError
from starling.web import assets, draw
from starling.web.frame import ELSEWHERE, NAV, frame, place_of
from starling.web.views.trouble import unread_lines


def render(
    request: Request, template: str, view: object, status: int = 200, unread: Sequence[UnreadableError] = ()
) -> HTMLResponse:
    """A page: the view *v* inside the frame *f*, which names what could not be read."""
    state = request.app.state
    around = frame(place_of(request.url.path), state.policy.token, request.cookies, local=state.local)
    around = replace(around, unread=unread_lines(unread))
    html = templates().get_template(template).render(f=around, v=view, nav=NAV, elsewhere=ELSEWHERE)
    response = HTMLResponse(html, status, {"cache-control": "no-store"})
    if around.said is not None:
        response.delete_cookie("said")
    return response


@cache
def templates() -> Environment:
    """The templates of ``templates/``; a name that is not there is an error, and text is always escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(asset=assets.url, draw=draw)
    return environment
