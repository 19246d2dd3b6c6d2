"""A use case's answer -> a page, its JSON twin, or a redirect; errors -> sentences with a status."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, params
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from starling import wire
from starling.model.problem import (
    ConflictError,
    ForbiddenError,
    Looked,
    StarlingError,
    UnknownError,
    UnreadableError,
)
from starling.ports import Workspace
from starling.web import assets, draw
from starling.web.frame import ELSEWHERE, NAV, Said, frame, place_of, write_said
from starling.web.security import LARGEST
from starling.web.views.trouble import conflict_view, trouble_view, unread_lines

Handler = Callable[..., Any]
View = Callable[..., object]
MINUTE = 60


class NotShownError(HTTPException):
    """A page that is there for development only."""

    def __init__(self) -> None:
        super().__init__(404)


class Problem(BaseModel):
    """What went wrong, where, and what to try: the body of every refusal."""

    starling: int
    kind: str
    what: str
    where: str
    try_this: str


class Answer(BaseModel, extra="allow"):
    """An answer of the shape in docs/wire.md; ``kind`` says which."""

    starling: int
    kind: str


def _of(model: type[BaseModel]) -> dict[str, Any]:
    """A shape by its name; as a model it would be built anew for each status of each address."""
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}


SHAPES = {model.__name__: model.model_json_schema() for model in (Answer, Problem)}
"""The shapes that every address refers to, for the description of the API."""

_REFUSALS = {
    400: "What was asked for does not fit together.",
    403: "The request did not come from a page of this app.",
    404: "There is nothing of this name.",
    409: "The text has changed since it was seen; both texts are kept.",
    413: "The request is too large.",
    422: "A value is missing, or could not be read.",
}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "What was asked for.", "content": _of(Answer)},
    **{status: {"description": text, "content": _of(Problem)} for status, text in _REFUSALS.items()},
}


@dataclass(frozen=True, slots=True)
class Done:
    """Where a write leads, and what to say there; ``keep`` are cookies for a year."""

    url: str
    said: Said | None = None
    cookies: tuple[tuple[str, str], ...] = ()


def workspace(request: Request) -> Workspace:
    """All that the person keeps, as it is on disk now."""
    work: Workspace = request.app.state.open()
    return work


Work = Annotated[Workspace, Depends(workspace)]


async def check_token(request: Request, x_starling_token: Annotated[str | None, Header()] = None) -> None:
    """Refuse a write without the token of this app, from the form field ``token`` or the header."""
    token = x_starling_token
    if token is None:
        token = str((await request.form()).get("token", ""))
    if not request.app.state.policy.knows(token):
        raise ForbiddenError(
            "This page is from an earlier start of Starling.",
            try_this="Load the page again, and send it again.",
        )


def _nothing() -> None:
    return None


def twin(
    router: APIRouter, path: str, template: str, view: View, beside: Handler = _nothing
) -> Callable[[Handler], Handler]:
    """Show what a handler answers at *path* as a page, and at ``path.json`` as JSON.

    The page also shows what *beside* answers, which has a twin of its own elsewhere.
    """

    def register(handler: Handler) -> Handler:
        def page(request: Request, answer: Any = Depends(handler), more: Any = Depends(beside)) -> Response:
            shown = view(answer) if more is None else view(answer, more)
            return render(
                request, template, shown, unread=answer.unread if isinstance(answer, Looked) else ()
            )

        tell(router, path)(handler)
        router.add_api_route(path, page, methods=["GET"], include_in_schema=False)
        return handler

    return register


def tell(router: APIRouter, path: str, method: str = "GET") -> Callable[[Handler], Handler]:
    """Say at ``path.json`` what a handler answers. It writes nothing, so that a POST needs no token."""

    def register(handler: Handler) -> Handler:
        _say_as_json(router, path, handler, method, [])
        return handler

    return register


def write(router: APIRouter, path: str, then: Callable[[Any], Done]) -> Callable[[Handler], Handler]:
    """Do what a handler does on POST: a form is led on to a page, ``path.json`` answers as JSON."""

    def register(handler: Handler) -> Handler:
        def form(answer: Any = Depends(handler)) -> Response:
            return lead_on(then(answer))

        _say_as_json(router, path, handler, "POST", [Depends(check_token)])
        router.add_api_route(
            path, form, methods=["POST"], include_in_schema=False, dependencies=[Depends(check_token)]
        )
        return handler

    return register


def _say_as_json(
    router: APIRouter, path: str, handler: Handler, method: str, guards: Sequence[params.Depends]
) -> None:
    def as_json(answer: Any = Depends(handler)) -> Response:
        return Response(wire.to_json(answer), media_type="application/json")

    said = "/today" if path == "/" else path
    router.add_api_route(
        f"{said}.json",
        as_json,
        methods=[method],
        dependencies=guards,
        response_model=None,
        responses=_RESPONSES,
        summary=(handler.__doc__ or "").strip().partition("\n")[0].rstrip("."),
        operation_id=re.sub(r"\W+", "_", f"{method.lower()}{said}").strip("_"),
    )


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


def lead_on(done: Done) -> Response:
    """Lead a browser on after a write, so that a reload does not write twice."""
    response = RedirectResponse(done.url, 303)
    if done.said is not None:
        response.set_cookie("said", write_said(done.said), MINUTE, httponly=True, samesite="strict")
    for name, value in done.cookies:
        response.set_cookie(name, value, 365 * 24 * 60 * MINUTE, httponly=True, samesite="strict")
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


_STATUS: tuple[tuple[type[StarlingError], int], ...] = (
    (UnknownError, 404),
    (ConflictError, 409),
    (ForbiddenError, 403),
    (UnreadableError, 422),
    (StarlingError, 400),
)


def refuse(request: Request, error: Exception) -> Response:
    """An error as a page or as JSON, whichever was asked for."""
    problem, status = _problem(error)
    if request.url.path.endswith(".json") or "json" in request.headers.get("accept", ""):
        shape = Problem(starling=wire.VERSION, kind="error", **problem)
        return JSONResponse(shape.model_dump(), status)
    if isinstance(error, ConflictError) and request.url.path.endswith("/edit"):
        return render(request, "conflict.html", conflict_view(error, request.url.path), status)
    return render(
        request, "error.html", trouble_view(**problem, status=status, path=request.url.path), status
    )


_BEGIN_AGAIN = "Begin again from Today."
_PLAIN = {
    500: (
        "Something in Starling broke.",
        "What you saved is safe in its files. The terminal says more.",
    ),
    404: ("There is no such page.", _BEGIN_AGAIN),
    413: (
        f"This is larger than {LARGEST // 1_000_000} MB.",
        "Send the notes in parts, or bring in the files at a terminal: starling import FILE",
    ),
}


def _problem(error: Exception) -> tuple[dict[str, str], int]:
    if isinstance(error, StarlingError):
        status = next(status for kind, status in _STATUS if isinstance(error, kind))
        return {"what": error.what, "where": error.where, "try_this": error.try_this}, status
    if isinstance(error, RequestValidationError):
        names = ", ".join(str(each["loc"][-1]) for each in error.errors())
        what = f"These values are missing, or could not be read: {names}."
        return {"what": what, "where": "", "try_this": "Go back, fill them in, and send it again."}, 422
    status = error.status_code if isinstance(error, HTTPException) else 500
    what, advice = _PLAIN.get(status, ("This cannot be done here.", _BEGIN_AGAIN))
    return {"what": what, "where": "", "try_this": advice}, status
