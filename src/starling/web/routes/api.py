"""The API for a person to read; programs read /api/openapi.json."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from starling.web.late import LateRoute
from starling.web.render import render
from starling.web.views.api import api_view

router = APIRouter(include_in_schema=False, route_class=LateRoute)


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """Every address with what it takes."""
    return render(request, "api.html", api_view(request.app.openapi()))
