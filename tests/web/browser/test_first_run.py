"""The first minute: from an empty folder to a mended story and the day of the interview."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import BY_SCRIPT, Site, Start
from tests.web.browser.seen import editor, said
from tests.web.conftest import NOTES

PASTED = """\
# Stories for the loop

## The slow night

**Situation:** Pricing ran every night and held up the report of the morning.
**Task:** I had to have it done before six – a report that is late isn’t read.
**Action:** I moved the join in front of the loop, because the loop read the table 40 times, and wrote a test.
**Result:** Pricing fell from 80 → 20 minutes, a reduction of 40%.

## The label nobody owned

**Situation:** Two teams labelled the same calls in their own ways.
**Task:** My lead asked me to find one label that both could live with.
**Action:** I sat with both for a day and wrote down where they differed, then I proposed one page of rules.
**Result:** Both teams have used the page since March, and disagree on 3 of 100 calls.

## Questions

- Tell me about a time you failed. ✅
- Why do you want to work here?
"""
DAMAGED = {
    "as Windows-1252": PASTED.encode().decode("cp1252"),
    "as Mac Roman": PASTED.encode().decode("mac_roman"),
}
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
"""Notes of real people, beside the checkout where there are any; nothing of them is in it."""
DEBRIS = re.compile("â€|â†|Ã.|‚Ä|‚Ü|√|ü[åìöî]|ðŸ")
"""What UTF-8 looks like after it was read as Windows-1252 or as Mac Roman."""


@pytest.fixture
def new(serve: Callable[[Path], Site], empty: Path) -> Site:
    """The app over a folder without stories."""
    return serve(empty)


def headline(page: Page, words: str) -> None:
    """
    The page says so in its headline.
    """
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def no_debris(page: Page) -> bool:
    """
    Nothing on the page is damaged, beside the one example that says what was repaired.
    """
    text = page.locator("main").inner_text()
    for example in page.locator(".mended").all_inner_texts():
        text = text.replace(example, "")
    return DEBRIS.search(text) is None


def stories(site: Site) -> list[str]:
    """
    The files of the stories that are kept.
    """
    return sorted(path.name for path in (site.folder / "stories").glob("*.md"))


@pytest.mark.sends(
    "/ → /paste",
    "/paste/{draft} → /paste/{draft}",
    "/stories/{slug}/edit → /stories/{slug}/edit",
    "/ → /interviews",
)
def test_the_first_minute(new: Site, start: Start) -> None:
    """
    Paste, see what disagrees, keep and mend it, see it checked, say when the interview is, and be on Today.
    """
    hand = start(new.url)
    page = hand.page
    headline(page, "They stay on this computer")
    field = page.get_by_label("Your notes")
    hand.paste(field, PASTED)
    hand.save(page.get_by_role("button", name="See what is in them"))

    headline(page, "2 stories, 2 questions, and numbers that disagree")
    expect(page.locator(".first")).to_contain_text("40%")
    assert stories(new) == []
    hand.press(page.get_by_role("button", name="Keep these and fix it"))

    expect(page).to_have_url(re.compile(r"/stories/the-slow-night#n\d+$"))
    assert stories(new) == ["the-label-nobody-owned.md", "the-slow-night.md"]
    note = page.locator(f"#{page.url.partition('#')[2]}")
    expect(note.locator(".kind")).to_have_text("Disagrees")
    hand.press(note.get_by_role("link", name="Settle"))
    field = editor(page)
    hand.paste(field, field.input_value().replace("a reduction of 40%", "a reduction of 75%"))
    hand.save(page.get_by_role("button", name="Save"))

    expect(said(page)).to_contain_text("Saved")
    expect(page.locator("[data-kind=ok] .kind").first).to_have_text("Checked")
    expect(page.locator("[data-kind=clash]")).to_have_count(0)
    hand.go(page.locator(".nav").get_by_role("link", name="Today"))

    headline(page, "When is your interview?")
    hand.say_day(page.get_by_label("Day"), date(2030, 5, 17))
    hand.write(page.get_by_label("Company"), "Amazon")
    hand.save(page.get_by_role("button", name="Plan for it"))

    headline(page, "days to Amazon")
    expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()


@pytest.mark.sends("/ → /paste", "/paste/{draft} → /paste/{draft}", "/ → /settings/interview")
def test_an_example_and_no_day_yet(new: Site, start: Start) -> None:
    """
    Who has no notes at hand sees the example, of which looking keeps nothing; “Not yet” leads to Today too.
    """
    hand = start(new.url)
    page = hand.page
    hand.press(page.get_by_role("button", name="Try it with an example"))
    headline(page, "disagree")
    assert stories(new) == []
    hand.press(page.get_by_role("button", name="Keep these", exact=True))
    headline(page, "When is your interview?")
    hand.press(page.get_by_role("button", name="Not yet"))

    expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()


@pytest.mark.sends("/paste → /paste", "/paste/{draft} → /paste/{draft}")
def test_files_are_chosen_and_only_what_is_ticked_is_kept(new: Site, start: Start) -> None:
    """
    The file button takes several files; a story whose box is emptied stays out, and so do the questions.
    """
    own = new.folder / "questions.toml"
    before = own.read_bytes()
    hand = start(f"{new.url}/keys")
    page = hand.page
    hand.go(page.get_by_role("link", name="Paste notes"))
    hand.attach(page.get_by_label("Or choose files"), NOTES / "star-stories.md", NOTES / "question-bank.md")
    hand.press(page.get_by_role("button", name="See what is in them"))
    headline(page, "4 stories")
    hand.press(page.get_by_role("checkbox", name="Reading invoices"))
    hand.press(page.get_by_role("checkbox", name="questions"))
    hand.press(page.get_by_role("button", name="Keep these", exact=True))

    expect(said(page)).to_contain_text("3 stories")
    assert len(stories(new)) == 3
    assert "the-leak-i-shipped.md" in stories(new)
    assert own.read_bytes() == before


@BY_SCRIPT
@pytest.mark.sends("/ → /paste")
@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_damaged_text_is_mended_before_it_is_shown(new: Site, start: Start, text: str) -> None:
    """
    Notes that were decoded twice are read as they were meant: the finding has its arrow, and no debris.
    """
    hand = start(new.url)
    assert DEBRIS.search(text)
    hand.paste(hand.page.get_by_label("Your notes"), text)
    hand.save(hand.page.get_by_role("button", name="See what is in them"))

    expect(hand.page.locator(".first")).to_contain_text("→")
    expect(hand.page.locator("main")).to_contain_text("repaired")
    assert no_debris(hand.page)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="The seed notes are not on this machine: nothing was pasted.")
@BY_SCRIPT
@pytest.mark.sends("/ → /paste")
def test_real_notes_are_pasted(new: Site, start: Start) -> None:
    """
    The notes of five people, pasted as one: a finding is on the screen, and no debris.
    """
    seeds = sorted(SEEDS.glob("*.txt"))
    hand = start(new.url)
    hand.paste(hand.page.get_by_label("Your notes"), "\n\n".join(path.read_text("utf-8") for path in seeds))
    hand.save(hand.page.get_by_role("button", name="See what is in them"))

    expect(hand.page.locator(".first .said").first).to_be_visible()
    assert no_debris(hand.page)
