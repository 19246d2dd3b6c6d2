"""The palette and the keys, with and without script."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from starling import wire
from starling.web.commands import all_commands, find
from starling.web.late import LateRoute
from starling.web.render import render
from starling.web.respond import Work

router = APIRouter(include_in_schema=False, route_class=LateRoute)


@router.get("/commands.json")
def commands(work: Work) -> JSONResponse:
    """All that the palette finds, asked for once a page."""
    found = [asdict(each) for each in all_commands(work)]
    return JSONResponse({"starling": wire.VERSION, "kind": "commands", "commands": found})


@router.get("/find")
def find_page(request: Request, work: Work, q: str = "") -> HTMLResponse:
    """The palette as a page."""
    return render(request, "find.html", {"q": q, "found": find(work, q)})


@router.get("/find.json")
def find_as_json(work: Work, q: str = "") -> JSONResponse:
    """What the palette finds for some words."""
    found = [asdict(each) for each in find(work, q)]
    return JSONResponse({"starling": wire.VERSION, "kind": "commands", "commands": found})


@router.get("/keys")
def keys_page(request: Request) -> HTMLResponse:
    """The keys as a page."""
    return render(request, "keys.html", {})
