"""The fact sheet of a project: every figure in all its tellings."""

from __future__ import annotations

from fastapi import APIRouter

from starling.usecases.facts import Facts, project_facts
from starling.web.late import LateRoute
from starling.web.respond import Work, twin
from starling.web.views.facts import facts_view

router = APIRouter(tags=["stories"], route_class=LateRoute)


@twin(router, "/facts/{project}", "facts.html", facts_view)
def facts(work: Work, project: str) -> Facts:
    """Every figure of a project, or of the stories that tell the event of one, in all its tellings."""
    return project_facts(work, project)
