"""Coverage in a real browser: a fit is stated by keys alone, and the count of gaps follows."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.web.browser.conftest import Open, Site

FIT = "/coverage/amazon/fit?story=bread-nobody-bought&row="


def test_a_cell_is_linked_by_keys_alone(site: Site, open_page: Open) -> None:
    """
    From a gap, an empty cell is opened, a fit and its sentence are said, and there is one gap less.
    """
    page = open_page(f"{site.url}/coverage/amazon")
    gaps = int(page.locator(".grp-gap .grp-n").inner_text())
    row = page.locator(".grp-gap tr[id]").first
    name = row.locator("th a").inner_text()
    row.locator("a.cell").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Say it yourself")).to_be_visible()
    page.get_by_label("strong", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_label(re.compile("sentence")).focus()
    page.keyboard.insert_text("I read every order of a week before I chose.")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("status").first).to_contain_text("Kept")
    expect(page.locator(".grp-one")).to_contain_text(name)
    left = page.locator(".grp-gap .grp-n")
    assert (int(left.inner_text()) if left.count() else 0) == gaps - 1


def test_a_fit_is_denied_without_script(site: Site, open_page: Open) -> None:
    """
    Without JavaScript a fit can be denied; the file of the story says so, and its words are untouched.
    """
    path = site.folder / "stories" / "bread-nobody-bought.md"
    before = path.read_text("utf-8").partition("\n# ")[2]
    page = open_page(f"{site.url}{FIT}amazon/deliver-results", java_script_enabled=False)
    page.get_by_label("not at all").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").first).to_contain_text("Kept")

    after = path.read_text("utf-8")
    assert "deliver-results" in after.partition("\n# ")[0]
    assert after.partition("\n# ")[2] == before


def test_a_question_heard_is_kept(site: Site, open_page: Open) -> None:
    """
    A question that was heard is kept with who asked it, and found among one's own.
    """
    page = open_page(f"{site.url}/questions", java_script_enabled=False)
    page.get_by_label("The question").fill("Tell me about a time the weather changed your plan.")
    page.get_by_label("Asked at").fill("Marrowgate")
    page.get_by_role("button", name="Keep it").click()
    page.goto(f"{site.url}/questions?own=true")

    expect(page.locator(".asks")).to_contain_text("the weather changed your plan")
    expect(page.locator(".asks")).to_contain_text("asked at Marrowgate")
