"""The first minute: without a story the front page is the box to paste into; then it asks for the day."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from starling.ports import Workspace
from starling.web.render import render
from starling.web.respond import Work

LATER = "interview"
"""The cookie that says "not yet" to the question for the day of the interview."""


class InsteadError(Exception):
    """A page that is shown in place of the one that was asked for."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


def first_run(request: Request, work: Work) -> None:
    """Show the box in place of the front page while there is no story, and once the question for the day."""
    if request.url.path != "/":
        return
    if not work.stories.slugs():
        raise InsteadError(render(request, "today_paste.html", {}))
    is_known = any(each.day >= work.clock.today() for each in work.interviews)
    if not is_known and request.cookies.get(LATER) != "later":
        raise InsteadError(render(request, "today_when.html", {"past": _past(work)}))


def _past(work: Workspace) -> str:
    """The last interview that is over, in a sentence; "" without one."""
    over = [each for each in work.interviews if each.day < work.clock.today()]
    if not over:
        return ""
    last = max(over)
    return f"{last.company or 'The last one'} was on {last.day.day} {last.day:%B}."


def show_instead(_request: Request, error: Exception) -> Response:
    """The page that was meant."""
    if isinstance(error, InsteadError):
        return error.response
    raise error
