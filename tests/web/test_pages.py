"""Every page that a link leads to is there, every form goes somewhere, and nothing weighs too much."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from benchmarks.made import event
from starling.prep.slugs import free_slug
from starling.web.assets import STATIC
from starling.web.routes import routers
from tests.web.conftest import AppFor

HTML, CSS, JS = 60_000, 40_000, 25_000
"""Bytes of a page, of the style sheet, and of our own scripts (issue 5)."""
_TITLES = (
    "A tool nobody had asked for, and how it found those who use it every day",
    "The night the queue ran over in the middle of the largest release of the year",
    "What I told the board about the forecast that was wrong",
    "Two teams, one label, no owner",
)
_OF_A_KIND = 6
"""Pages of one kind that are weighed: stories, questions, and those that differ in what is asked for."""

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
        pages[path], links = _page(client, path)
        waiting += links
    return pages


def _page(client: TestClient, path: str) -> tuple[str, list[str]]:
    """The text of a page, and where its links lead."""
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    text = answer.text if "html" in answer.headers["content-type"] else ""
    return text, [urljoin(answer.url.path, unescape(link)) for link in _LINK.findall(text) if link]


def _one_of_each(client: TestClient) -> dict[str, str]:
    """The pages that links lead to, some of each kind."""
    pages: dict[str, str] = {}
    waiting, seen = ["/"], Counter[str]()
    while waiting:
        path = waiting.pop(0)
        shape = re.sub(r"\?.*", "?", re.sub(r"^/(stories|questions)/[^/?]+", r"/\1/*", path))
        if path in pages or path.startswith(("http", "/static", "/export")) or seen[shape] == _OF_A_KIND:
            continue
        seen[shape] += 1
        pages[path], links = _page(client, path)
        waiting += links
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


@pytest.mark.parametrize("count", [25, 200])
def test_no_page_weighs_too_much(app_for: AppFor, empty: Path, count: int) -> None:
    """
    With 25 stories and with 200, each of its own event and under a long title, a page has at most 60 KB.
    """
    (empty / "stories").mkdir()
    for number in range(count):
        title = f"{number}: {_TITLES[number % len(_TITLES)]}"
        text = event(number).replace(f"Made-up story {number}", title)
        (empty / "stories" / f"{free_slug(title, ())}.md").write_text(text, "utf-8")
    with TestClient(app_for(empty), base_url="http://localhost") as client:
        pages = _one_of_each(client)
        told = client.get("/sets.json").json()["events"]

    assert told > 0.9 * count
    assert {path: size for path, text in pages.items() if (size := len(text.encode())) > HTML} == {}


def test_every_story_is_on_one_page_of_the_list(app_for: AppFor, empty: Path) -> None:
    """
    A long list is told in pages: each story stands on one of them, and the headline counts all.
    """
    (empty / "stories").mkdir()
    for number in range(230):
        text = f"# Shop {number}\n\n## Action\n\nI wrote to the owner of shop {number}.\n"
        (empty / "stories" / f"shop-{number:03}.md").write_text(text, "utf-8")
    with TestClient(app_for(empty), base_url="http://localhost") as client:
        pages = [client.get(f"/stories?page={number}").text for number in (1, 2, 3)]
    rows = [re.findall(r'href="/stories/(shop-\d+)" data-row', page) for page in pages]

    assert [100, 100, 30] == list(map(len, rows))
    assert 230 == len(set().union(*rows))
    assert {230} == {int(said) for page in pages for said in re.findall(r"<h1>(\d+) stories", page)}
    assert ["Stories 1 to 100 of 230" in pages[0], "Stories 201 to 230 of 230" in pages[2]] == [True, True]


def test_no_file_weighs_too_much() -> None:
    """
    The style sheet has at most 40 KB, our scripts together 25 KB.
    """
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
