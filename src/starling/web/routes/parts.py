"""Every component of the pages on one page, in both themes; for who works on them, and only then."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from starling.model.story import Place
from starling.web.late import LateRoute
from starling.web.refuse import NotShownError
from starling.web.render import render
from starling.web.views.notes import Note

router = APIRouter(include_in_schema=False, route_class=LateRoute)

_HERE = Place(1, 1)
NOTES = (
    Note(
        _HERE,
        _HERE,
        "clash",
        "Disagrees",
        "Two of these cannot both hold.",
        "12 and 9 make 21.",
        "r",
        "",
        "Settle",
        1,
    ),
    Note(_HERE, _HERE, "gap", "Mend", "Say what became of the target.", "", "r", "", "Edit", 2),
    Note(_HERE, _HERE, "we", "We", "Name two steps that were yours.", "", "r", "", "Edit", 3),
    Note(_HERE, _HERE, "ok", "Checked", "“9 of 12” checks out.", "9 ÷ 12 = 75%", number=4),
    Note(_HERE, _HERE, "keep", "Keep", "Keep “from 12 to 9”.", "It gives both ends.", number=5),
)


@router.get("/_parts")
def parts(request: Request) -> HTMLResponse:
    """The components, where the app was started for development (STARLING_DEV=1)."""
    if not request.app.state.dev:
        raise NotShownError
    return render(request, "parts.html", {"notes": NOTES, "url": "/_parts"})
