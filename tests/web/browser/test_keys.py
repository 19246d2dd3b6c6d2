"""Keys and the palette: everywhere but in fields, and off when a person wants them off."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.browser.conftest import BY_SCRIPT, Open, Site, Start
from tests.web.browser.hands import Keys
from tests.web.browser.pages import PAGES, STORY

_PLACES = {
    "Today": "/",
    "Stories": "/stories",
    "Questions": "/questions",
    "Coverage": "/coverage/amazon",
    "Paste notes": "/paste",
}
_FOUND = {
    "bread": ("Bread nobody bought", "/stories/bread-nobody-bought"),
    "sett": ("Settings", "/settings"),
    "expo": ("Export", "/export"),
}


def test_keys_and_links_go_to_the_places(site: Site, start: Start) -> None:
    """
    Each place of the navigation is one link, or its own keys, away from the one before.
    """
    hand = start(f"{site.url}/keys")
    for name, place in _PLACES.items():
        hand.go(hand.page.locator(".nav").get_by_role("link", name=name))
        expect(hand.page).to_have_url(site.url + place)


_FIELDS = "textarea, select, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])"


def test_no_key_fires_in_a_field(site: Site, open_page: Open) -> None:
    """
    In no field of any page does a single key, or g and a letter, do what it does elsewhere.
    """
    page = open_page(f"{site.url}/keys")
    keys = Keys(page)
    page.on("dialog", lambda dialog: dialog.accept())
    for path in ("/stories", f"{STORY}/edit", "/questions", "/loop", "/paste", "/settings"):
        page.goto(site.url + path)
        here = page.url
        fields = page.locator("main").locator(_FIELDS)
        assert fields.count(), path
        for field in fields.all():
            keys.enter(field)
            page.keyboard.type("gs?jkeni/")
            expect(field).to_be_focused()
        assert page.url == here
        assert page.locator("html.show-keys, :popover-open").count() == 0


def test_no_key_fires_in_the_palette(site: Site, open_page: Open) -> None:
    """
    Pressing / opens the palette, which takes every letter; Esc closes it, and the focus is where it was.
    """
    page = open_page(f"{site.url}/stories")
    keys = Keys(page)
    find = page.get_by_role("button", name="Find or do")
    for opened in ("Enter", "Space"):
        keys.enter(find)
        page.keyboard.press(opened)
        expect(page.get_by_role("dialog", name="Find or do")).to_be_visible()
        page.keyboard.type("gq?j")
        expect(page.locator("#palette-q")).to_have_value("gq?j")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Find or do")).to_be_hidden()
        expect(find).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#palette-q")).to_be_focused()

    expect(page).to_have_url(f"{site.url}/stories")


def test_the_palette_finds(site: Site, start: Start) -> None:
    """
    Some letters find a story and a page, in the palette and without script on its page.
    """
    hand = start(f"{site.url}/questions")
    for letters, (name, place) in _FOUND.items():
        hand.find(letters, name)
        expect(hand.page).to_have_url(site.url + place)


def test_the_find_page(site: Site, start: Start) -> None:
    """
    The page behind the palette keeps what was sought, and says so where nothing has these words.
    """
    hand = start(f"{site.url}/find")
    page = hand.page
    field = page.locator("main").get_by_role("searchbox")
    hand.write(field, "bread")
    hand.press(page.get_by_role("button", name="Find", exact=True))
    expect(field).to_have_value("bread")
    hand.open_row(page.get_by_role("link", name="Bread nobody bought"))
    expect(page).to_have_url(f"{site.url}/stories/bread-nobody-bought")
    page.goto(f"{site.url}/find?q=no-such-words")

    expect(page.locator("main")).to_contain_text("Nothing has")


def test_the_first_task_of_today_is_opened(site: Site, start: Start) -> None:
    """
    Today's tasks are rows: the first leads to the story that it is about.
    """
    hand = start(site.url)
    page = hand.page
    first = page.locator(".tasks a").first
    where = first.get_attribute("href")
    hand.open_row(first)

    expect(page).to_have_url(f"{site.url}{where}")


def test_keys_show_where_they_work(site: Site, open_page: Open) -> None:
    """
    ? lays each key over its control, and Escape takes it away.
    """
    page = open_page(f"{site.url}/stories")
    page.keyboard.press("?")
    expect(page.locator("html.show-keys")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator("html.show-keys")).to_have_count(0)


@BY_SCRIPT
def test_the_window_of_the_keys_closes(site: Site, start: Start) -> None:
    """
    The keys open over the page with the focus in them; Esc closes them and goes back to where it was.
    """
    hand = start(f"{site.url}/stories")
    page = hand.page
    opener = page.get_by_role("button", name="Keys", exact=False).last
    hand.press(opener)
    expect(page.get_by_role("dialog", name="Keys")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_skip_link_comes_first(site: Site, open_page: Open) -> None:
    """
    The first Tab of every page is on “Skip to content”, and Enter goes there.
    """
    page = open_page(f"{site.url}/stories")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_every_page_works_without_script(site: Site, open_page: Open) -> None:
    """
    Without JavaScript each page has its headline, and nothing on it is dead: buttons send, links lead on.
    """
    page = open_page(f"{site.url}/", expect="404 (Not Found)", java_script_enabled=False)
    for path in (each for each in PAGES if each != "/_parts"):
        page.goto(site.url + path)
        assert page.locator("h1").first.is_visible(), path
        assert page.locator("main button:not(form button), main a:not([href])").count() == 0, path
