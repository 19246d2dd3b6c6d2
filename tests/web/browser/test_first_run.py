"""The first minute: from an empty folder to a mended story and the day of the interview."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open, Site

NOTES = """\
# Stories for the loop

## The slow night

**Situation:** Pricing ran every night and held up the report of the morning.
**Task:** I had to have it done before six.
**Action:** I moved the join in front of the loop, because the loop read the table 40 times, and wrote a test.
**Result:** Pricing fell from 80 minutes to 20 minutes, a reduction of 40%.

## The label nobody owned

**Situation:** Two teams labelled the same calls in their own ways.
**Task:** My lead asked me to find one label that both could live with.
**Action:** I sat with both for a day and wrote down where they differed, then I proposed one page of rules.
**Result:** Both teams have used the page since March, and disagree on 3 of 100 calls.

## Questions

- Tell me about a time you failed.
- Why do you want to work here?
"""


def _paste(page: Page) -> None:
    page.get_by_label(re.compile("notes", re.IGNORECASE)).first.fill(NOTES)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_first_minute(serve: Callable[[Path], Site], empty: Path, open_page: Open, script: bool) -> None:
    """
    Paste, see what disagrees, keep and mend it, see it checked, say when the interview is, and be on Today.
    """
    site = serve(empty)
    page = open_page(site.url, java_script_enabled=script)
    expect(page.get_by_role("heading", level=1)).to_contain_text("They stay on this computer")
    _paste(page)
    page.get_by_role("button", name="See what is in them").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "2 stories, 2 questions, and numbers that disagree"
    )
    expect(page.locator(".first")).to_contain_text("40%")
    assert list((empty / "stories").glob("*.md")) == []

    page.get_by_role("button", name="Keep these and fix it").click()
    page.wait_for_url(re.compile("/stories/the-slow-night"))
    assert len(list((empty / "stories").glob("*.md"))) == 2
    if "/edit" not in page.url:
        page.get_by_role("link", name=re.compile("Settle")).first.click()
    field = page.locator("#text")
    text = field.input_value()
    field.fill(text.replace("a reduction of 40%", "a reduction of 75%"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-kind=ok] .kind").first).to_have_text("Checked")
    expect(page.locator("[data-kind=clash]")).to_have_count(0)

    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("When is your interview?")
    page.get_by_label("Day").fill("2030-05-17")
    page.get_by_label("Company").fill("Amazon")
    page.get_by_role("button", name="Plan for it").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("days to Amazon")
    expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()


def test_the_first_minute_by_keys_alone(serve: Callable[[Path], Site], empty: Path, open_page: Open) -> None:
    """
    The same without a mouse: typing, Tab, Enter and Ctrl+Enter are enough.
    """
    site = serve(empty)
    page = open_page(site.url)
    page.get_by_label(re.compile("notes", re.IGNORECASE)).first.focus()
    page.keyboard.insert_text(NOTES)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("numbers that disagree")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent.includes('fix it')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/stories/the-slow-night"))

    assert len(list((empty / "stories").glob("*.md"))) == 2


def test_damaged_text_is_mended_before_it_is_shown(
    serve: Callable[[Path], Site], empty: Path, open_page: Open
) -> None:
    """
    Notes that were decoded twice are read as they were meant: arrows and quotes, not their debris.
    """
    site = serve(empty)
    page = open_page(site.url)
    damaged = NOTES.replace("from 80 minutes to 20 minutes", "80 → 20 minutes").encode().decode("cp1252")
    page.get_by_label(re.compile("notes", re.IGNORECASE)).first.fill(damaged)
    page.get_by_role("button", name="See what is in them").click()
    expect(page.locator("main")).to_contain_text("repaired")

    expect(page.locator("main .first")).not_to_contain_text("â")
    expect(page.locator("main .first")).to_contain_text("→")


def test_an_example_without_notes(serve: Callable[[Path], Site], empty: Path, open_page: Open) -> None:
    """
    Who has no notes at hand sees what Starling does with an example; nothing of it is kept by looking.
    """
    site = serve(empty)
    page = open_page(site.url)
    page.get_by_role("button", name=re.compile("example")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("disagree")

    assert list((empty / "stories").glob("*.md")) == []
