"""Keys and the palette: everywhere but in fields, and off when a person wants them off."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.browser.conftest import Open, Site


def test_two_keys_go_to_a_place(site: Site, open_page: Open) -> None:
    """
    Pressing g and a letter goes to a place; a field swallows neither of them.
    """
    page = open_page(f"{site.url}/keys")
    page.keyboard.press("g")
    page.keyboard.press("s")
    expect(page).to_have_url(f"{site.url}/stories")
    page.keyboard.press("/")
    page.locator("#palette-q").press_sequentially("gq")

    expect(page).to_have_url(f"{site.url}/stories")
    expect(page.locator("#palette-q")).to_have_value("gq")


def test_the_palette_finds_a_story(site: Site, open_page: Open) -> None:
    """
    Ctrl+K, some letters and Enter open a story; Escape closes the palette.
    """
    page = open_page(f"{site.url}/stories")
    page.keyboard.press("Control+k")
    page.keyboard.type("brea")
    expect(page.locator("#palette-list li").first).to_contain_text("Bread nobody bought")
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("brea")
    expect(page.locator("#palette-list li").first).to_contain_text("Bread nobody bought")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site.url}/stories/bread-nobody-bought")


def test_keys_show_where_they_work(site: Site, open_page: Open) -> None:
    """
    ? lays each key over its control, and Escape takes it away.
    """
    page = open_page(f"{site.url}/stories")
    page.keyboard.press("?")
    expect(page.locator("html.show-keys")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator("html.show-keys")).to_have_count(0)


def test_single_keys_can_be_turned_off(site: Site, open_page: Open) -> None:
    """
    Turned off, single keys do nothing; Ctrl+K still opens the palette.
    """
    page = open_page(f"{site.url}/keys")
    page.locator("main").get_by_role("button", name="Turn single keys off").click()
    page.goto(f"{site.url}/stories")
    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page).to_have_url(f"{site.url}/stories")
    page.keyboard.press("Control+k")

    expect(page.locator("#palette")).to_be_visible()


def test_the_skip_link_comes_first(site: Site, open_page: Open) -> None:
    """
    The first Tab of every page is on “Skip to content”, and Enter goes there.
    """
    page = open_page(f"{site.url}/stories")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()
