"""Every page can be read and used: by axe's rules, on a narrow screen, in large text, in forced colours."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.browser.conftest import Open, Site
from tests.web.browser.pages import PAGES

_PARTS = 4
"""The pages are looked at in parts, which several workers share."""
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = {"runOnly": {"type": "tag", "values": _TAGS}, "resultTypes": ["violations"]}
_OF_A_STORY = ("/edit", "/numbers", "/versions", "/answers", "/delete")
_EXPECTED = "404 (Not Found)"
_MORE = {
    "Recommendations for a newsroom": "I asked forty editors which headlines they had missed on Monday.",
    "The lantern that flickered": "I soldered the driver anew because its joint had cracked in the frost.",
    "Interpreting kettle temperatures": "I wrote a parser for the sensor logs and dropped its silent rows.",
    "An anchor nobody trusted": "I went out with the crew twice and weighed each chain before lunch.",
    "Violin lessons by telephone": "I rehearsed with the teacher until the delay of the line was bearable.",
    "Saddles, counted by hand": "I trained a detector on photographs of the stable and its wooden racks.",
    "Fourteen candles in a drawer": "I labelled the smells with two perfumers who seldom agreed on musk.",
    "Bucket brigades and queues": "I drew the pipeline on paper and moved the slowest joiner to the front.",
}
_TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth + 1 ? [] :
  [document.documentElement.scrollWidth + ' of ' + innerWidth,
   ...[...document.querySelectorAll("body *")]
     .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
     .map(each => each.outerHTML.slice(0, 80))]"""


def _violations(page: Page) -> list[str]:
    """
    What breaks a rule of axe on a page, which holds axe's script already.
    """
    found = page.evaluate(f"axe.run({json.dumps(_OPTIONS)}).then(results => results.violations)")
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found
        for node in each["nodes"]
    ]


def _on_every_screen(page: Page) -> dict[str, list[str]]:
    """
    What breaks a rule of axe on a page that is open, by theme and width.
    """
    page.evaluate(Axe().axe_script)
    broken: dict[str, list[str]] = {}
    for scheme, width in product(_SCHEMES, (1440, 390)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        if found := _violations(page):
            broken[f"{urlsplit(page.url).path} {scheme} {width}"] = found
    return broken


@pytest.mark.parametrize("part", range(_PARTS))
def test_no_page_breaks_a_rule_of_axe(site: Site, open_page: Open, part: int) -> None:
    """
    WCAG 2.0 to 2.2 A and AA and axe's best practice hold on every page, in both themes, on desk and phone.
    """
    page = open_page(f"{site.url}/", expect=_EXPECTED)
    broken: dict[str, list[str]] = {}
    for path in PAGES[part::_PARTS]:
        page.goto(site.url + path)
        broken |= _on_every_screen(page)

    assert broken == {}


def test_the_first_pages_break_no_rule_of_axe(
    serve: Callable[[Path], Site], empty: Path, prep: Path, open_page: Open
) -> None:
    """
    The same holds before there is a story, and while it is not known when the interview is.
    """
    (prep / "starling.toml").write_text("", "utf-8")

    assert [{}, {}] == [_on_every_screen(open_page(serve(folder).url)) for folder in (empty, prep)]


def test_no_page_scrolls_sideways(site: Site, open_page: Open) -> None:
    """
    At 320 pixels, and in text of twice the size, every page fits its width.
    """
    page = open_page(f"{site.url}/", width=320, expect=_EXPECTED)
    wide: dict[str, list[str]] = {}
    for path in PAGES:
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(site.url + path)
        narrow = page.evaluate(_TOO_WIDE)
        page.set_viewport_size({"width": 640, "height": 900})
        page.evaluate("document.documentElement.style.fontSize = '32px'")
        if found := [*narrow, *page.evaluate(_TOO_WIDE)]:
            wide[path] = found

    assert wide == {}


@pytest.mark.parametrize("width", [1440, 390])
def test_no_text_of_a_person_widens_a_page(site: Site, open_page: Open, width: int) -> None:
    """
    A title of one word of 3,000 letters, and a story told from right to left, fit the width of every page.
    """
    told = "## Situation\n\n{0}\n\n## Action\n\n{0}\n\n## Result\n\n{0} 92%\n"
    long, turned = "Unbreakable" * 270, "בשנה שעברה כתבתי מודל"
    for slug, title, text in (("long", long, long), ("turned", turned, f"{turned}. " * 40)):
        (site.folder / "stories" / f"{slug}.md").write_text(f"# {title}\n\n{told.format(text)}", "utf-8")
    page = open_page(f"{site.url}/stories", width=width)
    wide: dict[str, list[str]] = {}
    for path in (
        "/",
        "/stories",
        "/coverage/amazon",
        "/coverage/kinds/choice?most=20",
        "/match?question=mistake",
        *(f"/stories/{slug}{at}" for slug in ("long", "turned") for at in ("", *_OF_A_STORY)),
    ):
        page.goto(site.url + path)
        if found := page.evaluate(_TOO_WIDE):
            wide[path] = found

    assert wide == {}


@pytest.mark.parametrize("width", [1440, 1280, 1100, 1056])
def test_a_matrix_of_twelve_stories_fits(site: Site, open_page: Open, width: int) -> None:
    """
    From the width on from which it is a table the matrix fits its page, and every name over it can be read.
    """
    for title, told in _MORE.items():
        page_of = f"# {title}\n\n## Action\n\n{told}\n"
        (site.folder / "stories" / f"{title[:9].lower().replace(' ', '-')}.md").write_text(page_of, "utf-8")
    page = open_page(f"{site.url}/coverage/amazon", width=width)
    for path in ("/coverage/amazon", "/coverage/kinds", "/coverage/questions"):
        page.goto(site.url + path)
        sizes = page.locator(".matrix-wrap").evaluate("wrap => [wrap.scrollWidth, wrap.clientWidth]")
        assert page.locator(".matrix thead a").count() == 12
        assert sizes[0] <= sizes[1], (path, sizes)
        assert page.locator(".matrix thead a").evaluate_all("all => all.every(a => a.offsetHeight > 12)")


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
