"""What could not be done, as a page shows it: what is wrong, what to try, and the next step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import PurePath

from starling.model.problem import ConflictError
from starling.web.views.versions import DiffLine, diff_lines

_COMMAND = re.compile(r"\s*See them all: starling .*$")
_STEPS = {
    "stories": ("/stories", "See your stories"),
    "questions": ("/questions", "See the questions"),
    "coverage": ("/coverage", "See the coverage"),
    "paste": ("/paste", "Paste notes"),
    "settings": ("/settings", "See the settings"),
    "rules": ("/rules", "See the rules"),
}
_UNREADABLE = 422


@dataclass(frozen=True, slots=True)
class TroubleView:
    """An error with the one step that leads on."""

    what: str
    where: str
    try_this: str
    url: str
    step: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two texts of one story, and the lines in which they differ."""

    kept: str
    ours: str
    theirs: str
    seen: str
    action: str
    lines: tuple[DiffLine, ...]


def trouble_view(what: str, where: str, try_this: str, status: int, path: str) -> TroubleView:
    """An error as a page says it: a command is no advice here, and a file is named before its fault."""
    if status == _UNREADABLE and where:
        name = PurePath(where).name
        advice = f"{what} {try_this}".strip()
        return TroubleView(f"{name} cannot be read", where, advice, "/doctor", "Look the folder over")
    url, step = _STEPS.get(path.split("/")[1], ("/", "Go to Today"))
    return TroubleView(what, where, _COMMAND.sub("", try_this), url, step)


def conflict_view(error: ConflictError, action: str) -> ConflictView:
    """Both texts; what differs is told from the text that is there to the one that was sent."""
    there, sent = error.theirs.splitlines(), error.ours.splitlines()
    diff = "\n".join(unified_diff(there, sent, lineterm="", n=1))
    return ConflictView(error.what, error.ours, error.theirs, error.seen, action, diff_lines(diff))
