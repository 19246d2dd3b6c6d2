"""Questions in a real browser: one that was heard is kept, one that was asked is remembered."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Site, Start
from tests.web.browser.seen import said

HEARD = "Tell me about a time the weather changed your plan."


@pytest.mark.sends("/questions → /questions/new")
def test_a_question_heard_is_kept(site: Site, start: Start) -> None:
    """
    A question that was heard is kept with who asked it and when, and found among one's own.
    """
    hand = start(site.url)
    page = hand.page
    hand.go(page.locator(".nav").get_by_role("link", name="Questions"))
    field = page.get_by_label("The question")
    hand.go(field)
    hand.write(field, HEARD)
    hand.write(page.get_by_label("Asked at"), "Marrowgate")
    hand.say_day(page.get_by_role("textbox", name="On", exact=True), date(2026, 11, 2))
    hand.save(page.get_by_role("button", name="Keep it"))
    expect(page.get_by_role("heading", level=1)).to_have_text(HEARD)
    hand.go(page.locator(".nav").get_by_role("link", name="Questions"))
    hand.open_row(page.get_by_role("link", name=HEARD))

    expect(page.get_by_role("heading", level=1)).to_have_text(HEARD)
    expect(page.locator("header")).to_contain_text(["Starling", "asked at Marrowgate"])


@pytest.mark.sends("/questions/{slug} → /questions/{slug}/asked")
def test_a_shipped_question_is_asked(site: Site, start: Start) -> None:
    """
    That a company asked a question of the bank is remembered, and stands under it.
    """
    hand = start(f"{site.url}/questions/disagreed-with-a-peer")
    page = hand.page
    hand.write(page.get_by_role("textbox", name="At", exact=True), "Saltmarsh")
    hand.say_day(page.get_by_role("textbox", name="On", exact=True), date(2026, 11, 3))
    hand.save(page.get_by_role("button", name="Remember it"))

    expect(said(page)).to_have_text("Remembered.")
    expect(page.locator(".title")).to_contain_text("Saltmarsh")


def test_your_own_question_is_in_the_bank(site: Site, start: Start) -> None:
    """
    A question in questions.toml stands in the bank beside those that ship, with the stories that answer it.
    """
    with (site.folder / "questions.toml").open("a", encoding="utf-8") as own:
        own.write('\n[[question]]\ntext = "Tell me about a time you were wrong about a model."\n')
    hand = start(f"{site.url}/questions")
    hand.find("wrong about a model", "Tell me about a time you were wrong about a model.")

    expect(hand.page.get_by_role("heading", name="Your stories")).to_be_visible()
