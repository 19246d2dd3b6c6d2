"""A story in a real browser: read, mended, called fine, saved twice at once, deleted and brought back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open, Site

STORY = "/stories/bread-nobody-bought"
_CONFLICT = "409 (Conflict)"


def _file(site: Site) -> Path:
    return site.folder / "stories" / "bread-nobody-bought.md"


def _highlighted(page: Page) -> list[str]:
    """The words under the marks of the editor, as the browser paints them."""
    found: list[str] = page.evaluate("() => [...CSS.highlights.values()].flatMap(h => [...h].map(String))")
    return found


def test_a_mark_leads_to_its_note_and_back(site: Site, open_page: Open) -> None:
    """
    A click on marked words goes to the note beside them, and its number leads back to the words.
    """
    page = open_page(site.url + STORY)
    page.locator("#m1").click()
    expect(page.locator("#n1")).to_have_css("border-left-width", "3px")
    page.locator("#n1 .ref").click()

    expect(page).to_have_url(f"{site.url}{STORY}#m1")


def test_notes_by_keys_alone(site: Site, open_page: Open) -> None:
    """
    Pressing j and k walks the notes, and e opens the editor.
    """
    page = open_page(site.url + STORY)
    page.keyboard.press("j")
    expect(page.locator("#n1 .ref")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#n2 .ref")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#n1 .ref")).to_be_focused()
    page.keyboard.press("e")

    expect(page).to_have_url(f"{site.url}{STORY}/edit")


def test_what_is_fine_stays_fine(site: Site, open_page: Open) -> None:
    """
    “It is fine” takes a note away, also after a reload, and the file of acceptances says so.
    """
    page = open_page(site.url + STORY)
    words = page.locator("#n1 p").first.inner_text()
    page.locator("#n1").get_by_role("button", name="It is fine").click()
    expect(page.get_by_role("status").first).to_contain_text("fine")
    page.reload()

    expect(page.locator(".script")).not_to_contain_text(words)
    assert "bread-nobody-bought" in (site.folder / "accepted.toml").read_text("utf-8")


def test_marks_stay_on_their_words_while_typing(site: Site, open_page: Open) -> None:
    """
    Text put in front of a mark, an emoji too, moves the mark with its words, before and after the answer.
    """
    page = open_page(f"{site.url}{STORY}/edit")
    field = page.get_by_label("The page as it stands in its file")
    expect(page.locator("#live .note").first).to_be_visible()
    assert "95%" in _highlighted(page)
    field.evaluate("f => f.setSelectionRange(0, 0)")
    field.press("Home")
    page.keyboard.insert_text("<!-- 🎯 for the autumn -->\n")
    assert "95%" in _highlighted(page)
    expect(page.locator(".editor")).to_have_attribute("data-notes", re.compile(r"\d+"))

    assert "95%" in _highlighted(page)


def test_a_note_goes_when_its_words_are_mended(site: Site, open_page: Open) -> None:
    """
    While a person types, the notes follow the text; undo brings text and notes back.
    """
    page = open_page(f"{site.url}{STORY}/edit")
    field = page.get_by_label("The page as it stands in its file")
    before = field.input_value()
    at = before.index(", with ≥ 95%")
    field.evaluate(f"f => {{ f.focus(); f.setSelectionRange({at}, {at + len(', with ≥ 95%')}) }}")
    page.keyboard.press("Delete")
    expect(page.locator("#live")).not_to_contain_text("95%")
    page.keyboard.press("Control+z")

    expect(field).to_have_value(before)
    expect(page.locator("#live")).to_contain_text("95%")


def test_saving_by_keys_writes_the_file_and_a_version(site: Site, open_page: Open) -> None:
    """
    Ctrl+Enter saves: the file has the new words and its old line ends, and both texts are versions.
    """
    page = open_page(f"{site.url}{STORY}/edit")
    field = page.get_by_label("The page as it stands in its file")
    old = _file(site).read_text("utf-8")
    field.evaluate("f => { f.focus(); f.setSelectionRange(f.value.length, f.value.length) }")
    page.keyboard.insert_text("The waste stayed at 9% for a year.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    page.goto(f"{site.url}{STORY}/versions")

    assert page.locator(".lines li").count() == 2
    assert _file(site).read_text("utf-8") == old + "The waste stayed at 9% for a year."


def test_two_browsers_save_the_same_story(site: Site, open_page: Open) -> None:
    """
    The first save is kept; the second browser sees both texts, and can save what it puts together.
    """
    first = open_page(f"{site.url}{STORY}/edit")
    second = open_page(f"{site.url}{STORY}/edit", expect=_CONFLICT)
    for page, words in ((first, "Said by the first."), (second, "Said by the second.")):
        field = page.locator("#text")
        field.evaluate("f => { f.focus(); f.setSelectionRange(f.value.length, f.value.length) }")
        page.keyboard.insert_text(words)
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("status").first).to_contain_text("Saved")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("heading", level=1)).to_contain_text("changed since you opened it")
    assert "Said by the second." in second.get_by_label("Your text").input_value()
    assert "Said by the first." in second.get_by_label("The text that is there now").input_value()
    assert "Said by the first." in _file(site).read_text("utf-8")
    aside = list((site.folder / "stories").glob("*.conflict-*.md"))
    assert ["Said by the second." in each.read_text("utf-8") for each in aside] == [True]
    second.get_by_role("button", name="Save this").click()

    expect(second.get_by_role("status").first).to_contain_text("Saved")
    assert "Said by the second." in _file(site).read_text("utf-8")


def test_a_file_changed_outside_is_seen_on_the_next_load(site: Site, open_page: Open) -> None:
    """
    An editor or git may change a story at any time; the page shows it, and the text before is a version.
    """
    page = open_page(site.url + STORY)
    changed = _file(site).read_text("utf-8").replace("# Bread nobody bought", "# Bread that sold out")
    _file(site).write_text(changed, "utf-8")
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bread that sold out")
    expect(page.locator(".dated").last.locator("li")).to_have_count(2)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_delete_and_undo(site: Site, open_page: Open, script: bool) -> None:
    """
    Deleting says what goes, takes the file away, and Undo brings the same bytes back; without JavaScript too.
    """
    page = open_page(site.url + STORY, java_script_enabled=script)
    before = _file(site).read_bytes()
    page.get_by_role("link", name="Delete this story").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Delete")
    page.get_by_role("button", name="Delete it").click()
    assert not _file(site).exists()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bread nobody bought")
    assert _file(site).read_bytes() == before


def test_mending_without_script(site: Site, open_page: Open) -> None:
    """
    Without JavaScript a story can be read, edited, saved and called fine.
    """
    page = open_page(site.url + STORY, java_script_enabled=False)
    page.locator("#n1").get_by_role("button", name="It is fine").click()
    expect(page.get_by_role("status").first).to_contain_text("fine")
    page.get_by_role("link", name="Edit", exact=True).first.click()
    page.locator("#text").fill(_file(site).read_text("utf-8") + "Said plainly.\n")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("status").first).to_contain_text("Saved")
    assert _file(site).read_text("utf-8").endswith("Said plainly.\n")
