"""A real Chromium before the real app on a port of this computer; a request to another host fails a test."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.web.browser.forms import sent_as
from tests.web.browser.hands import Hand, Keys, Mouse, NoScript
from tests.web.conftest import AppFor

expect.set_options(timeout=30_000)

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark of a flow known that says which forms it sends."""
    config.addinivalue_line(
        "markers",
        'sends(*forms): the forms that a flow sends, each as "page → address"; held for every hand',
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of scripts/browser.py; without one the tests fail and say how to get one."""
    script = Path(__file__).parents[3] / "scripts" / "browser.py"
    found = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found.stdout.strip(), args=list(_FLAGS))
        yield browser
        browser.close()


@dataclass(frozen=True)
class Site:
    """The app on a port, over a prep folder."""

    url: str
    folder: Path


@pytest.fixture
def serve(app_for: AppFor) -> Iterator[Callable[[Path], Site]]:
    """Serve a prep folder on a free port until the test ends."""
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve_one(folder: Path) -> Site:
        config = uvicorn.Config(app_for(folder), port=0, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        servers.append((server, thread))
        return Site(f"http://localhost:{port}", folder)

    yield serve_one
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def site(serve: Callable[[Path], Site], prep: Path) -> Site:
    """The app over the demo's stories."""
    return serve(prep)


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """A page of a new window; what goes wrong in it, and any request to another host, fails the test."""
    wrong: list[str] = []
    contexts: list[BrowserContext] = []

    def asked(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("localhost", None) and request.url[:5] != "data:":
            wrong.append(f"a request to {request.url}")

    def noted(said: ConsoleMessage, expect: str) -> None:
        if said.type == "error" and not (expect and expect in said.text):
            wrong.append(said.text)

    def opened(
        url: str, *, width: int = 1440, height: int = 900, expect: str = "", **options: object
    ) -> Page:
        window = {
            "viewport": {"width": width, "height": height},
            "locale": "en-US",
            "reduced_motion": "reduce",
            **options,
        }
        context = browser.new_context(**window)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.set_default_navigation_timeout(60_000)  # the first page of a process reads all lists
        page.on("request", asked)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: noted(said, expect))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(params=[Mouse, Keys, NoScript], ids=["mouse", "keys", "no script"])
def by(request: pytest.FixtureRequest) -> type[Hand]:
    """By whom a flow is done: each of them does the whole of it."""
    hand: type[Hand] = request.param
    return hand


Start = Callable[..., Hand]


@pytest.fixture
def start(request: pytest.FixtureRequest, open_page: Open, by: type[Hand]) -> Iterator[Start]:
    """Somebody in front of a page; the forms that are sent are those which the mark ``sends`` names."""
    sent: set[str] = set()
    failed = request.session.testsfailed

    def watch(page: Page, asked: Request) -> None:
        if asked.method == "POST" and asked.is_navigation_request():
            sent.add(sent_as(page.url, asked.url))

    def started(url: str, **options: object) -> Hand:
        page = open_page(url, **by.options, **options)
        page.on("request", lambda asked: watch(page, asked))
        return by(page)

    yield started
    if request.session.testsfailed == failed:
        assert sent == {form for mark in request.node.iter_markers("sends") for form in mark.args}


BY_SCRIPT = pytest.mark.parametrize("by", [Mouse, Keys], indirect=True, ids=["mouse", "keys"])
"""For a flow that JavaScript alone makes possible."""
