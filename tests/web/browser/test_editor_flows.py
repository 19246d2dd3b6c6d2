"""The editor in a real browser: marks and notes follow the text, a save is kept, and two saves meet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.web.browser.conftest import BY_SCRIPT, Site, Start
from tests.web.browser.pages import STORY
from tests.web.browser.seen import editor, file_of, said

EDIT = "/stories/{slug}/edit → /stories/{slug}/edit"
_CONFLICT = "409 (Conflict)"


def highlighted(page: Page) -> list[str]:
    """
    The words under the marks of the editor, as the browser paints them.
    """
    found: list[str] = page.evaluate("() => [...CSS.highlights.values()].flatMap(h => [...h].map(String))")
    return found


@BY_SCRIPT
def test_settle_opens_the_words_to_mend(site: Site, start: Start) -> None:
    """
    “Settle” goes to the editor with the words of the note selected: what is written next replaces them.
    """
    hand = start(site.url + STORY)
    page = hand.page
    hand.press(page.get_by_role("link", name=re.compile("Settle")).first)
    expect(editor(page)).to_be_focused()
    before = editor(page).input_value()
    page.keyboard.press("Delete")
    after = editor(page).input_value()

    gone = len(before) - len(after)
    assert gone > 0
    assert re.search(r"\d", before[len(after) - len(after.lstrip()) :])
    page.keyboard.press("Control+z")
    expect(editor(page)).to_have_value(before)


@BY_SCRIPT
def test_marks_stay_on_their_words_while_typing(site: Site, start: Start) -> None:
    """
    Text put in front of a mark, an emoji too, moves the mark with its words, before and after the answer.
    """
    hand = start(site.url + STORY)
    page = hand.page
    hand.go(page.get_by_role("link", name="Edit", exact=True))
    expect(page.locator(".editor[data-notes]")).to_be_visible()
    assert "95%" in highlighted(page)
    hand.add(editor(page), "<!-- 🎯 for the autumn -->\n", "Home")
    assert "95%" in highlighted(page)
    expect(page.locator("#live-said")).to_have_text(re.compile(r"^\d+ notes$"))

    assert "95%" in highlighted(page)


@BY_SCRIPT
def test_a_note_goes_when_its_words_are_mended(site: Site, start: Start) -> None:
    """
    A live note leads to its words; while a person types, the notes follow, and undo brings both back.
    """
    hand = start(f"{site.url}{STORY}/edit")
    page = hand.page
    expect(page.locator(".editor[data-notes]")).to_be_visible()
    before = editor(page).input_value()
    note = page.locator("#live .note", has_text="95%").first
    words = note.inner_text()
    hand.press(note.locator(".ref"))
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator("#live")).not_to_contain_text(words)
    page.keyboard.press("Control+z")

    expect(editor(page)).to_have_value(before)
    expect(page.locator("#live")).to_contain_text("95%")


@pytest.mark.sends(EDIT)
def test_saving_writes_the_file_and_a_version(site: Site, start: Start) -> None:
    """
    A save writes the new words and leaves all others as they were; both texts are versions.
    """
    hand = start(site.url + STORY)
    page = hand.page
    old = file_of(site).read_bytes()
    hand.go(page.get_by_role("link", name="Edit", exact=True))
    hand.add(editor(page), "The waste stayed at 9% for a year.")
    hand.save(page.get_by_role("button", name="Save"))

    expect(said(page)).to_contain_text("Saved")
    expect(page.locator(".dated").last.locator("li")).to_have_count(2)
    assert file_of(site).read_bytes() == old + b"The waste stayed at 9% for a year."


@BY_SCRIPT
def test_leaving_a_changed_text_asks_first(site: Site, start: Start) -> None:
    """
    Who leaves the editor with words that are not saved is asked, and may stay with all of them.
    """
    hand = start(f"{site.url}{STORY}/edit")
    page = hand.page
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    expect(page.locator(".editor[data-notes]")).to_be_visible()
    hand.add(editor(page), "Half a sentence")
    hand.press(page.get_by_role("link", name="Leave as it was"))

    expect(editor(page)).to_have_value(re.compile("Half a sentence$"))
    assert asked == ["beforeunload"]


@pytest.mark.sends(EDIT)
def test_two_browsers_save_the_same_story(site: Site, start: Start) -> None:
    """
    The first save is kept; the second browser sees both texts, and can save what it puts together.
    """
    first = start(f"{site.url}{STORY}/edit")
    second = start(f"{site.url}{STORY}/edit", expect=_CONFLICT)
    for hand, words in ((first, "Said by the first."), (second, "Said by the second.")):
        hand.add(editor(hand.page), words)
    first.save(first.page.get_by_role("button", name="Save"))
    expect(said(first.page)).to_contain_text("Saved")
    page = second.page
    second.save(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("changed since you opened it")
    ours, theirs = page.get_by_label("Your text"), page.get_by_label("The text that is there now")
    assert "Said by the second." in ours.input_value()
    assert "Said by the first." in theirs.input_value()
    assert "Said by the first." in file_of(site).read_text("utf-8")
    aside = list((site.folder / "stories").glob("*.conflict-*.md"))
    assert ["Said by the second." in each.read_text("utf-8") for each in aside] == [True]
    second.add(ours, " Said by the first as well.")
    second.save(page.get_by_role("button", name="Save this"))

    expect(said(page)).to_contain_text("Saved")
    assert file_of(site).read_text("utf-8").endswith("Said by the second. Said by the first as well.")
