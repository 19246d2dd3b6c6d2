"""Every page that a link leads to is there, every form goes somewhere, and nothing weighs too much."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from starling.web.assets import STATIC
from starling.web.routes import routers

HTML, CSS, JS = 60_000, 40_000, 25_000
"""Bytes of a page for a bank of 20 stories, of the style sheet, and of our own scripts (issue 5)."""

_LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]*)')
_FORM = re.compile(
    r'<form\b[^>]*\bmethod="post"[^>]*\baction="([^"]+)"|<form\b[^>]*\baction="([^"]+)"[^>]*\bmethod="post"'
)
_TEMPLATED = re.compile(r"\{[^}]+\}")


def _crawl(client: TestClient) -> dict[str, str]:
    """Every page that can be reached from Today by links, with its text; one page of each kind of query."""
    pages: dict[str, str] = {}
    waiting = ["/"]
    while waiting and len(pages) < 700:
        path = waiting.pop()
        if path in pages or path.startswith(("http", "/static")):
            continue
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        kind = answer.headers["content-type"]
        pages[path] = answer.text if "html" in kind else ""
        waiting += [unescape(link) for link in _LINK.findall(pages[path]) if link]
    return pages


@pytest.fixture
def pages(client: TestClient) -> dict[str, str]:
    """The pages of the demo's folder."""
    return _crawl(client)


def test_every_link_leads_to_a_page(pages: dict[str, str]) -> None:
    """
    Nothing that is shown leads nowhere, and every place of the navigation is among the pages.
    """
    assert {"/", "/stories", "/questions", "/coverage", "/paste", "/settings", "/export"} <= set(pages)


def test_every_form_goes_somewhere_and_carries_the_token(pages: dict[str, str]) -> None:
    """
    Each form posts to an address of the app, and has the field that lets it write.
    """
    known = [
        re.compile(_TEMPLATED.sub("[^/]+", route.path))
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute) and "POST" in (route.methods or ())
    ]
    for path, text in pages.items():
        for one, other in _FORM.findall(text):
            action = unescape(one or other).partition("?")[0]
            assert any(each.fullmatch(action) for each in known), f"{path} posts to {action}"
        forms = re.findall(r'<form\b[^>]*method="post".*?</form>', text, re.DOTALL)
        assert all('name="token"' in form for form in forms), path


def test_no_page_weighs_too_much(client: TestClient, pages: dict[str, str], prep: Path) -> None:
    """
    With twenty stories a page has at most 60 KB, the style sheet 40 KB, our scripts together 25 KB.
    """
    text = (prep / "stories" / "the-leak-i-shipped.md").read_text("utf-8")
    for number in range(20 - len(list((prep / "stories").glob("*.md")))):
        (prep / "stories" / f"another-{number}.md").write_text(
            text.replace("The leak", f"Leak {number}"), "utf-8"
        )
    heavy = {
        path: size for path, text in pages.items() if text if (size := len(client.get(path).content)) > HTML
    }

    assert heavy == {}
    assert (STATIC / "app.css").stat().st_size <= CSS
    assert sum(path.stat().st_size for path in STATIC.glob("*.js")) <= JS


def test_every_page_has_one_headline_and_a_title(pages: dict[str, str]) -> None:
    """
    A page says what it found in its one headline, and its title names it in the history of a browser.
    """
    for path, text in pages.items():
        if text:
            assert len(re.findall(r"<h1\b", text)) == 1, path
            assert re.search(r"<title>[^<]+ · Starling</title>", text), path


def test_every_page_that_shows_something_has_a_twin(client: TestClient, pages: dict[str, str]) -> None:
    """
    Each page that a link leads to speaks JSON at its address; the empty box and the keys show nothing.
    """
    silent = {"/paste", "/keys", "/api/docs", "/api/openapi.json", "/export.zip"}
    for path in pages:
        place, mark, query = path.partition("?")
        if place not in silent and not place.startswith("/static"):
            twin = "/today.json" if place == "/" else f"{place}.json"
            answer = client.get(f"{twin}{mark}{query}", follow_redirects=True)
            assert (answer.status_code, answer.json()["starling"]) == (200, 1), twin
