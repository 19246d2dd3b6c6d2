"""A story in a real browser: read, called fine, begun, deleted and brought back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, Site, Start
from tests.web.browser.hands import Hand
from tests.web.browser.pages import STORY
from tests.web.browser.seen import editor, file_of, said

EDIT = "/stories/{slug}/edit → /stories/{slug}/edit"


def test_a_mark_leads_to_its_note_and_back(site: Site, start: Start) -> None:
    """
    Marked words lead to the note beside them, and its number leads back to the words.
    """
    hand = start(site.url + STORY)
    page = hand.page
    hand.press(page.locator("#m1"))
    expect(page).to_have_url(f"{site.url}{STORY}#n1")
    expect(page.locator("#n1")).to_have_css("border-left-width", "3px")
    hand.press(page.locator("#n1 .ref"))

    expect(page).to_have_url(f"{site.url}{STORY}#m1")


def test_j_and_k_walk_the_notes(site: Site, open_page: Open) -> None:
    """
    Pressing j and k goes to the next and to the previous note, round and round.
    """
    page = open_page(site.url + STORY)
    notes = page.locator(".note .ref")
    for key, number in (("j", 0), ("j", 1), ("k", 0), ("k", -1), ("j", 0)):
        page.keyboard.press(key)
        expect(notes.nth(number)).to_be_focused()


@pytest.mark.sends("/stories/{slug} → /stories/{slug}/accept")
def test_what_is_fine_stays_fine(site: Site, start: Start) -> None:
    """
    “It is fine” takes a note away, also after a reload; the page still says what was called fine.
    """
    hand = start(site.url + STORY)
    page = hand.page
    words = page.locator("#n1 p").first.inner_text()
    hand.press(page.locator("#n1").get_by_role("button", name="It is fine"))
    expect(said(page)).to_contain_text("fine")
    page.reload()

    expect(page.locator(".script")).not_to_contain_text(words)
    hand.press(page.get_by_text("One finding is fine by you"))
    expect(page.locator("details li")).to_contain_text(words.partition(".")[0])
    assert "bread-nobody-bought" in (site.folder / "accepted.toml").read_text("utf-8")


@pytest.mark.sends("/stories/{slug} → /stories/{slug}/accept", "/stories/{slug} → /stories/{slug}/reopen")
def test_what_is_fine_can_be_taken_back(site: Site, start: Start) -> None:
    """
    Undo right after “It is fine”, and “Take it back” later, both bring the note back, and leave no entry.
    """
    hand = start(site.url + STORY)
    page = hand.page
    note = page.locator("#n1 p").first
    words = note.inner_text()
    for way in ("Undo", "Take it back"):
        hand.press(page.locator("#n1").get_by_role("button", name="It is fine"))
        expect(note).not_to_have_text(words)
        if way == "Take it back":
            page.reload()
            hand.press(page.get_by_text("One finding is fine by you"))
        hand.press(page.get_by_role("button", name=way))
        expect(said(page)).to_contain_text("open again")
        expect(note).to_have_text(words)

    expect(page.get_by_text("fine by you")).to_have_count(0)
    assert "" == (site.folder / "accepted.toml").read_text("utf-8")


@pytest.mark.sends(
    "/stories/{slug}/numbers → /stories/{slug}/accept", "/stories/{slug}/numbers → /stories/{slug}/reopen"
)
def test_numbers_are_fine_for_a_reason(site: Site, start: Start) -> None:
    """
    Numbers that disagree can be called fine with the reason, which stands beside them until it is taken back.
    """
    hand = start(site.url + STORY)
    page = hand.page
    hand.press(page.get_by_role("link", name="Numbers", exact=True))
    hand.write(page.get_by_label("Why it is fine").first, "The board wrote it so.")
    hand.save(page.get_by_role("button", name="It is fine").first)
    expect(said(page)).to_contain_text("fine")
    hand.press(page.get_by_role("link", name="Numbers", exact=True))

    expect(page.locator("main")).to_contain_text("Fine by you: The board wrote it so.")
    hand.press(page.get_by_role("button", name="Take it back"))
    expect(said(page)).to_contain_text("open again")
    hand.press(page.get_by_role("link", name="Numbers", exact=True))

    expect(page.locator("main")).not_to_contain_text("Fine by you")


def test_a_file_changed_outside_is_seen_on_the_next_load(site: Site, open_page: Open) -> None:
    """
    An editor or git may change a story at any time; the page shows it, and the text before is a version.
    """
    page = open_page(site.url + STORY)
    changed = file_of(site).read_text("utf-8").replace("# Bread nobody bought", "# Bread that sold out")
    file_of(site).write_text(changed, "utf-8")
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bread that sold out")
    expect(page.locator(".dated").last.locator("li")).to_have_count(2)


@pytest.mark.sends("/stories/{slug}/delete → /stories/{slug}/delete", "/stories → /stories/{slug}/restore")
def test_delete_and_undo(site: Site, start: Start) -> None:
    """
    Deleting says what goes, takes the file away, and Undo brings the same bytes back.
    """
    hand = start(site.url + STORY)
    page = hand.page
    before = file_of(site).read_bytes()
    hand.press(page.get_by_role("link", name="Delete this story"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Delete")
    hand.press(page.get_by_role("button", name="Delete it"))
    expect(said(page)).to_contain_text("is deleted")
    assert not file_of(site).exists()
    hand.press(page.get_by_role("button", name="Undo"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Bread nobody bought")
    assert file_of(site).read_bytes() == before


@pytest.mark.sends(
    "/stories/{slug}/delete → /stories/{slug}/delete", "/stories/{slug}/versions → /stories/{slug}/restore"
)
def test_an_old_link_brings_a_deleted_story_back(site: Site, start: Start) -> None:
    """
    The address of a deleted story leads to its versions, where one press brings the same bytes back.
    """
    hand = start(site.url + STORY)
    page = hand.page
    before = file_of(site).read_bytes()
    hand.press(page.get_by_role("link", name="Delete this story"))
    hand.press(page.get_by_role("button", name="Delete it"))
    hand.go(page.locator(".nav").get_by_role("link", name="Today"))
    page.goto(f"{site.url}{STORY}/versions")
    hand.press(page.get_by_role("button", name="Bring it back as it was"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Bread nobody bought")
    assert file_of(site).read_bytes() == before


def changed(site: Site, hand: Hand, times: int) -> list[bytes]:
    """
    Change the file in an editor and look at the page, some times; every text that there was.
    """
    texts = [file_of(site).read_bytes()]
    for number in range(1, times + 1):
        texts.append(texts[-1] + f"Sentence {number} of a quiet evening.\n".encode())
        file_of(site).write_bytes(texts[-1])
        hand.page.reload()
    return texts


@pytest.mark.sends("/stories/{slug}/v/{number} → /stories/{slug}/restore")
def test_versions_are_looked_at_compared_and_brought_back(site: Site, start: Start) -> None:
    """
    Any version can be read, compared with what is there now, and brought back byte for byte.
    """
    hand = start(site.url + STORY)
    page = hand.page
    texts = changed(site, hand, 2)
    expect(page.locator(".dated").last.locator("li")).to_have_count(3)
    hand.press(page.get_by_role("link", name="Compare them"))
    expect(page.get_by_role("heading", level=1)).to_have_text("3 versions")
    hand.press(page.get_by_role("link", name="what has changed since version 1"))
    expect(page.locator("ins")).to_have_text(
        ["Sentence 1 of a quiet evening.", "Sentence 2 of a quiet evening."]
    )
    hand.press(page.get_by_role("link", name="Bread nobody bought"))
    hand.open_row(page.get_by_role("link", name="Version 2", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Version 2")
    expect(page.locator("ins")).to_have_text(["Sentence 1 of a quiet evening."])
    hand.press(page.get_by_role("button", name="Bring this version back"))

    expect(said(page)).to_have_text("It is back.")
    assert file_of(site).read_bytes() == texts[1]


@pytest.mark.sends("/stories → /stories/new", EDIT)
def test_a_story_from_nothing(site: Site, start: Start) -> None:
    """
    A story that is in no notes is begun by its name, written in the editor, and stands in the list.
    """
    hand = start(f"{site.url}/keys")
    page = hand.page
    hand.go(page.locator(".nav").get_by_role("link", name="Stories"))
    title = page.get_by_label("A story that is in no notes yet")
    hand.go(title)
    hand.write(title, "The clock that ran ahead")
    hand.save(page.get_by_role("button", name="Begin it"))
    expect(page).to_have_url(f"{site.url}/stories/the-clock-that-ran-ahead/edit")
    hand.add(editor(page), "\nI set it back by hand.\n")
    hand.save(page.get_by_role("button", name="Save"))
    expect(said(page)).to_contain_text("Saved")
    hand.go(page.locator(".nav").get_by_role("link", name="Stories"))
    hand.open_row(page.get_by_role("link", name="The clock that ran ahead"))

    expect(page.locator(".script")).to_contain_text("I set it back by hand.")
