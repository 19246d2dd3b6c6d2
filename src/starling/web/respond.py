"""A use case's answer -> a page and its JSON twin, or after a write the page that it leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, params
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from starling import wire
from starling.model.problem import ForbiddenError, Looked
from starling.ports import Workspace
from starling.web.frame import Said, write_said
from starling.web.refuse import Problem
from starling.web.render import render

Handler = Callable[..., Any]
View = Callable[..., object]
MINUTE = 60


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


def lead_on(done: Done) -> Response:
    """Lead a browser on after a write, so that a reload does not write twice."""
    response = RedirectResponse(done.url, 303)
    if done.said is not None:
        response.set_cookie("said", write_said(done.said), MINUTE, httponly=True, samesite="strict")
    for name, value in done.cookies:
        response.set_cookie(name, value, 365 * 24 * 60 * MINUTE, httponly=True, samesite="strict")
    return response
