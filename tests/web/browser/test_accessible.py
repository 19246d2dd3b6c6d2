"""Every page can be read and used: by axe's rules, on a narrow screen, in large text, in forced colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.browser.conftest import Open, Site
from tests.web.browser.pages import PAGES

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_EXPECTED = "404 (Not Found)"
_TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth + 1 ? [] :
  [document.documentElement.scrollWidth + ' of ' + innerWidth,
   ...[...document.querySelectorAll("body *")]
     .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
     .map(each => each.outerHTML.slice(0, 80))]"""


def _violations(page: Page) -> list[str]:
    found = Axe().run(
        page, options={"runOnly": {"type": "tag", "values": _TAGS}, "resultTypes": ["violations"]}
    )
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found.response["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_axe(site: Site, open_page: Open, scheme: str, width: int) -> None:
    """
    WCAG 2.0 to 2.2 A and AA and axe's best practice hold on every page, in both themes, on desk and phone.
    """
    page = open_page(f"{site.url}/", width=width, color_scheme=scheme, expect=_EXPECTED)
    broken: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(site.url + path)
        if found := _violations(page):
            broken[path] = found

    assert broken == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_pages_break_no_rule_of_axe(
    serve: Callable[[Path], Site], empty: Path, prep: Path, open_page: Open, scheme: str
) -> None:
    """
    The same holds before there is a story, and while it is not known when the interview is.
    """
    (prep / "starling.toml").write_text("", "utf-8")
    broken: dict[str, list[str]] = {}
    for folder in (empty, prep):
        url = serve(folder).url
        for width in (1440, 390):
            if found := _violations(open_page(url, width=width, color_scheme=scheme)):
                broken[f"{folder.name} {width}"] = found

    assert broken == {}


@pytest.mark.parametrize("size", [16, 32])
def test_no_page_scrolls_sideways(site: Site, open_page: Open, size: int) -> None:
    """
    At 320 pixels, and in text of twice the size, every page fits its width.
    """
    page = open_page(f"{site.url}/", width=320 if size == 16 else 640, expect=_EXPECTED)
    wide: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(site.url + path)
        if size != 16:
            page.evaluate("size => { document.documentElement.style.fontSize = size + 'px' }", size)
        if found := page.evaluate(_TOO_WIDE):
            wide[path] = found

    assert wide == {}


def test_forced_colours_keep_the_text(site: Site, open_page: Open) -> None:
    """
    In forced colours every page still shows its headline and its marks have a line under them.
    """
    page = open_page(f"{site.url}/", forced_colors="active", reduced_motion="reduce", expect=_EXPECTED)
    for path in PAGES:
        page.goto(site.url + path)
        assert page.locator("h1").first.is_visible(), path
    page.goto(f"{site.url}/stories/bread-nobody-bought")
    lines = page.locator(".mark").evaluate_all("all => all.map(m => getComputedStyle(m).textDecorationLine)")

    assert set(lines) == {"underline"}


def test_nothing_moves_for_who_wants_no_motion(site: Site, open_page: Open) -> None:
    """
    With reduced motion no control of any page fades or slides.
    """
    page = open_page(f"{site.url}/coverage/amazon", reduced_motion="reduce")
    times = page.locator("a, button").evaluate_all(
        "all => all.map(e => getComputedStyle(e).transitionDuration)"
    )

    assert set(times) == {"0s"}
