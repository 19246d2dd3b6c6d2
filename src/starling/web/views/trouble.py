"""What could not be done, as a page shows it: what is wrong, what to try, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import PurePath

from starling.model.problem import ConflictError, UnreadableError
from starling.web.frame import place_of
from starling.web.views.advice import on_a_page
from starling.web.views.counted import count
from starling.web.views.versions import DiffLine, diff_lines

_STEPS = {
    "stories": ("/stories", "See your stories"),
    "questions": ("/questions", "See the questions"),
    "coverage": ("/coverage", "See the coverage"),
    "paste": ("/paste", "Paste notes"),
    "settings": ("/settings", "See the settings"),
    "rules": ("/rules", "See the rules"),
    "import": ("/paste", "Paste notes"),
    "doctor": ("/doctor", "Look the folder over"),
}
"""Where to go on, by the place that was asked for or by the command that an advice names."""
_UNREADABLE = 422
_UNREAD = 3
"""Files that are named on a page; the look over the folder names all of them."""


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
    """Two texts of one story, and the lines in which they differ; ``theirs`` is "" where its page is gone."""

    kept: str
    ours: str
    theirs: str
    seen: str
    action: str
    lines: tuple[DiffLine, ...]


def trouble_view(what: str, where: str, try_this: str, status: int, path: str) -> TroubleView:
    """An error as a page says it: a command becomes a step, and a file is named before its fault."""
    advice, command = on_a_page(try_this)
    if status == _UNREADABLE and where:
        name = PurePath(where).name
        return TroubleView(f"{name} cannot be read", where, f"{what} {advice}".strip(), *_STEPS["doctor"])
    if command == "restore":
        return TroubleView(what, where, advice, f"{_story_of(path)}/versions", "Bring it back")
    url, step = _STEPS.get(command) or _STEPS.get(place_of(path), ("/", "Go to Today"))
    return TroubleView(what, where, advice, url, "Try again" if url == path else step)


def _story_of(path: str) -> str:
    """The address of a story, from that of any page of it: its first two steps."""
    return "/".join(path.removesuffix(".json").split("/")[:3])


def unread_lines(unread: Sequence[UnreadableError]) -> tuple[str, ...]:
    """Which files could not be read and why, a line for each of the first and one for the rest."""
    said = [
        f"{PurePath(each.where).name} cannot be read. {each.what} {on_a_page(each.try_this).words}".strip()
        for each in unread[:_UNREAD]
    ]
    more = len(unread) - _UNREAD
    return (*said, *((f"{count(more, 'other file')} cannot be read either.",) if more > 0 else ()))


def conflict_view(error: ConflictError, action: str) -> ConflictView:
    """Both texts; what differs is told from the text that is there to the one that was sent."""
    there, sent = error.theirs.splitlines(), error.ours.splitlines()
    diff = "\n".join(unified_diff(there, sent, lineterm="", n=1))
    lines = diff_lines(diff) if there else ()
    return ConflictView(error.what, error.ours, error.theirs, error.seen, action, lines)
