"""Errors as sentences with a status: a page, or JSON where that was asked for."""

from __future__ import annotations

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from starling import wire
from starling.model.problem import (
    ConflictError,
    ForbiddenError,
    StarlingError,
    UnknownError,
    UnreadableError,
)
from starling.web.render import render
from starling.web.security import LARGEST
from starling.web.views.trouble import conflict_view, trouble_view


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
