"""Coverage in a real browser: a fit is stated or denied, one's own set is a tab, and loops are drawn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Site, Start
from tests.web.browser.seen import said

FIT = "/coverage/{set_name}/fit → /coverage/fit"


@pytest.mark.sends(FIT)
def test_a_cell_is_linked_and_there_is_one_gap_less(site: Site, start: Start) -> None:
    """
    From a gap, an empty cell is opened, a fit and its sentence are said, and the count of gaps falls.
    """
    hand = start(site.url)
    page = hand.page
    hand.go(page.locator(".nav").get_by_role("link", name="Coverage"))
    expect(page).to_have_url(re.compile("/coverage/amazon$"))
    gaps = int(page.locator(".grp-gap .grp-n").inner_text())
    row = page.locator(".grp-gap tr[id]").first
    name = row.locator("th a").inner_text()
    hand.press(row.locator("td a").first)
    expect(page.get_by_role("heading", name="Say it yourself")).to_be_visible()
    hand.press(page.get_by_label("strong", exact=True))
    hand.write(page.get_by_label(re.compile("sentence")), "I read every order of a week before I chose.")
    hand.save(page.get_by_role("button", name="Keep it"))

    expect(said(page)).to_contain_text("Kept")
    expect(page.locator(".grp-one")).to_contain_text(name)
    left = page.locator(".grp-gap .grp-n")
    assert (int(left.inner_text()) if left.count() else 0) == gaps - 1


@pytest.mark.sends(FIT)
def test_a_fit_is_denied_and_left_to_be_read_again(site: Site, start: Start) -> None:
    """
    A fit that is denied is so by the file of the story, whose words are untouched, until it is taken back.
    """
    path = site.folder / "stories" / "bread-nobody-bought.md"
    before = path.read_text("utf-8").partition("\n# ")[2]
    fit = f"{site.url}/coverage/amazon/fit?story=bread-nobody-bought&row=amazon/deliver-results"
    hand = start(fit)
    page = hand.page
    for choice in ("not at all", "as Starling reads it"):
        hand.press(page.get_by_label(choice))
        hand.save(page.get_by_role("button", name="Keep it"))
        expect(said(page)).to_contain_text("Kept")
        head, _, body = path.read_text("utf-8").partition("\n# ")
        assert ("deliver-results" in head) == (choice == "not at all")
        assert body == before
        page.goto(fit)


def test_your_own_set_is_a_tab(site: Site, start: Start) -> None:
    """
    A file in principles/ is a set like any other: a tab, a matrix of its rows, and what it looks for.
    """
    (site.folder / "principles").mkdir(exist_ok=True)
    (site.folder / "principles" / "waxworks.toml").write_text(
        'company = "Waxworks"\n[[principle]]\nslug = "give-light"\nname = "Give light"\n'
        'gist = "Make it clearer for everybody."\n',
        "utf-8",
    )
    hand = start(f"{site.url}/coverage/amazon")
    hand.press(hand.page.get_by_role("navigation", name="What to cover").get_by_role("link", name="Waxworks"))

    expect(hand.page).to_have_url(f"{site.url}/coverage/waxworks")
    expect(hand.page.get_by_role("rowheader", name=re.compile("Give light"))).to_be_visible()


def test_loops_are_drawn_as_wished(site: Site, start: Start) -> None:
    """
    The form of the loops draws for another company, with as many rounds and questions as are asked for.
    """
    hand = start(f"{site.url}/coverage/amazon")
    page = hand.page
    hand.press(page.locator("main a[href^='/loop']").first)
    company = page.get_by_label("Company")
    expect(company).to_have_value(re.compile("amazon", re.IGNORECASE))
    hand.write(company, "Google")
    hand.write(page.get_by_label("Rounds"), "3")
    hand.write(page.get_by_label("Questions in each"), "2")
    hand.press(page.locator("form[action='/loop'] button"))

    expect(page).to_have_url(re.compile("company=Google&rounds=3&questions=2"))
    expect(page.get_by_label("Rounds")).to_have_value("3")
    expect(page.locator("main")).to_contain_text("Google")
