"""The app: one prep folder, its pages, and the guard in front of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from starling import __version__, wiring
from starling.model.problem import StarlingError
from starling.ports import Workspace
from starling.web import assets
from starling.web.first import InsteadError, show_instead
from starling.web.refuse import refuse
from starling.web.respond import SHAPES
from starling.web.routes import routers
from starling.web.security import FILES, HEADERS, LARGEST, Guard, Policy


class _Kept(StaticFiles):
    """Static files that a browser may keep for good, since their address names their content."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """A file, and how long it may be kept."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def make_app(
    folder: Path, environ: Mapping[str, str], policy: Policy | None = None, *, local: bool = True
) -> FastAPI:
    """The app over a prep folder. ``local`` says that it listens to this computer only."""
    app = FastAPI(
        title="Starling",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        form_limits={"max_part_size": LARGEST, "max_files": FILES},
    )
    app.state.policy = Policy() if policy is None else policy
    app.state.local = local
    app.state.dev = environ.get("STARLING_DEV") == "1"
    app.state.open = lambda: _open(folder, environ)
    app.mount(f"/static/{assets.version()}", _Kept(directory=assets.STATIC))
    for router in routers():
        app.router.routes.extend(router.routes)  # include_router would build each of them once more
    for kind in (StarlingError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, refuse)
    app.add_exception_handler(InsteadError, show_instead)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Guard, policy=app.state.policy)
    described = app.openapi
    app.openapi = lambda: _with_shapes(described())  # type: ignore[method-assign]
    return app


def _broken(request: Request, error: Exception) -> Response:
    """An error of the program, as a page; it stands outside of the guard, which would set the headers."""
    response = refuse(request, error)
    response.headers.update(HEADERS)
    return response


def _with_shapes(description: dict[str, Any]) -> dict[str, Any]:
    """The description of the API with the shapes that its addresses refer to."""
    description.setdefault("components", {}).setdefault("schemas", {}).update(SHAPES)
    return description


def _open(folder: Path, environ: Mapping[str, str]) -> Workspace:
    return wiring.open_workspace(folder, wiring.load_settings(folder, environ))
