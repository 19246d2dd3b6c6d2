"""The forms of the app, each known by the page it stands on and the address it is sent to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import get_args
from urllib.parse import urlsplit

import pytest
from fastapi.routing import APIRoute

from starling.web.routes import routers
from starling.web.routes.settings import Remembered

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_ACTION = re.compile(r'\b(?:form)?action="([^"]+)"')


@cache
def _routes(method: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (route.path, route.path_regex)
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute) and method in (route.methods or ()) and ".json" not in route.path
    )


def kind(method: str, url: str) -> str:
    """The address of a page or a form with what stands for any name in braces: /stories/{slug}."""
    path = urlsplit(url).path
    return next((each for each, pattern in _routes(method) if pattern.match(path)), path).replace(
        "{what}", path.rpartition("/")[2]
    )


def sent_as(page: str, url: str) -> str:
    """The name of a form: the page it stands on, and where it goes."""
    return f"{kind('GET', page)} → {kind('POST', url)}"


def forms_on(page: str, html: str) -> Iterator[str]:
    """The names of the forms of a page that write, without those of the frame around every page."""
    for opening, inside in _FORM.findall(html.partition("</main>")[0]):
        if 'method="post"' in opening:
            yield from (sent_as(page, unescape(url)) for url in _ACTION.findall(opening + inside))


def all_addresses() -> set[str]:
    """Where a form may go; what the editor asks while somebody types is no form."""
    kinds = {each for each, _ in _routes("POST")} - {"/stories/{slug}/live"}
    return {each.replace("{what}", what) for each in kinds for what in get_args(Remembered)}


def sent_without_script() -> set[str]:
    """The forms that the flows of this folder send also without JavaScript, by their marks."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        module = import_module(f"{__package__ or 'tests.web.browser'}.{path.stem}")
        for flow in vars(module).values():
            if isinstance(flow, FunctionType):
                found |= _sent(getattr(flow, "pytestmark", ()))
    return found


def _sent(marks: Iterable[pytest.Mark]) -> set[str]:
    """The forms that a flow names, unless it is done by some hands only."""
    held = list(marks)
    if any(mark.name == "parametrize" and mark.args[0] == "by" for mark in held):
        return set()
    return {form for mark in held if mark.name == "sends" for form in mark.args}
