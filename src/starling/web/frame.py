"""What stands around every page: the navigation with its keys, the theme, and what was done a moment ago."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import asdict, dataclass

THEMES = ("light", "dark")

_ROOM = 3_800
"""Characters of a cookie's value; browsers drop one of more than 4096 bytes with its name (RFC 6265, 6.1)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the navigation: ``keys`` are pressed one after the other; ``tab`` shows it on a phone."""

    name: str
    url: str
    text: str
    keys: str
    tab: bool = True


NAV: tuple[tuple[Link, ...], ...] = (
    (Link("today", "/", "Today", "g t"),),
    (
        Link("stories", "/stories", "Stories", "g s"),
        Link("questions", "/questions", "Questions", "g q"),
        Link("coverage", "/coverage", "Coverage", "g c"),
    ),
)
"""The navigation in groups; a place is named here when it works, and not before."""

_WITHIN = {
    "facts": "stories",
    "match": "questions",
    "principles": "questions",
    "sets": "coverage",
    "loop": "coverage",
    "rules": "settings",
    "doctor": "settings",
    "api": "settings",
}
"""Pages that stand within a place of the navigation, by the first word of their address."""

ELSEWHERE = (
    Link("paste", "/paste", "Paste notes", "i"),
    Link("settings", "/settings", "Settings", ""),
    Link("export", "/export", "Export", ""),
)
"""Places that the palette and the foot of the page lead to."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was done a moment ago; ``undo`` is where a form of *fields* takes it back, or ""."""

    text: str
    undo: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The surroundings of one page; ``place`` is the name of the link to it, or to what holds it.

    ``unread`` says in lines which files of the prep folder could not be read.
    """

    place: str
    token: str
    theme: str = ""
    keys: bool = True
    local: bool = True
    said: Said | None = None
    unread: tuple[str, ...] = ()


def place_of(path: str) -> str:
    """The place in the navigation that a page belongs to."""
    first = path.split("/")[1] or "today"
    return _WITHIN.get(first, first)


def frame(place: str, token: str, cookies: Mapping[str, str], *, local: bool) -> Frame:
    """The surroundings, after what the browser remembers."""
    theme = cookies.get("theme", "")
    return Frame(
        place=place,
        token=token,
        theme=theme if theme in THEMES else "",
        keys=cookies.get("keys") != "off",
        local=local,
        said=read_said(cookies.get("said", "")),
    )


def write_said(said: Said) -> str:
    """What was done, as the value of a cookie; an Undo that no cookie has room for is left out."""
    value = urlsafe_b64encode(json.dumps(asdict(said)).encode()).decode()
    return value if len(value) <= _ROOM or not said.undo else write_said(Said(said.text))


def read_said(value: str) -> Said | None:
    """What a cookie says was done; anything else is nothing."""
    try:
        held = json.loads(urlsafe_b64decode(value.encode()))
        undo = str(held["undo"])
        fields = tuple((str(name), str(value)) for name, value in held["fields"])
        is_here = undo.startswith("/") and not undo.startswith("//")
        return Said(str(held["text"]), *((undo, fields) if is_here else ()))
    except (Error, ValueError, KeyError, TypeError):
        return None
