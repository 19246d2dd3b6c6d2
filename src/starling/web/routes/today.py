"""Today: what to do before the interview; with an empty folder, the box to paste notes into."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from starling.usecases.today import Today, today
from starling.web.first import first_run
from starling.web.late import LateRoute
from starling.web.respond import Work, twin
from starling.web.views.today import today_view

router = APIRouter(tags=["today"], dependencies=[Depends(first_run)], route_class=LateRoute)


@twin(router, "/", "today.html", today_view)
def today_page(work: Work) -> Today:
    """What to do today."""
    return today(work)
