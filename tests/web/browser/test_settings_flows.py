"""Settings, the doctor and the export in a real browser."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import BY_SCRIPT, Site, Start
from tests.web.browser.seen import said


@pytest.mark.sends("/settings → /settings")
def test_what_you_prepare_for_is_changed(site: Site, start: Start) -> None:
    """
    The form changes what it shows in starling.toml, and leaves what else stands there.
    """
    settings = site.folder / "starling.toml"
    settings.write_text(f"# My own words.\n{settings.read_text('utf-8')}", "utf-8")
    hand = start(f"{site.url}/keys")
    page = hand.page
    hand.find("settin", "Settings")
    hand.write(page.get_by_label("Role"), "Staff ML engineer")
    hand.choose(page.get_by_label("Level"), "Staff")
    hand.write(page.get_by_label("You speak"), "150")
    hand.save(page.get_by_role("button", name="Save", exact=True))

    expect(said(page)).to_have_text("Saved.")
    expect(page.get_by_label("Role")).to_have_value("Staff ML engineer")
    text = settings.read_text("utf-8")
    assert all(each in text for each in ("# My own words.", '"Staff ML engineer"', '"staff"', "pace = 150"))


@pytest.mark.sends("/settings → /settings/interviews", "/settings → /settings/interviews/remove")
def test_an_interview_is_added_and_taken_away(site: Site, start: Start) -> None:
    """
    A day with a company is remembered, Today counts to it when it is the next, and it can be taken away.
    """
    hand = start(f"{site.url}/settings")
    page = hand.page
    interviews = page.locator("#interviews")
    hand.say_day(interviews.get_by_label("Day"), date(2029, 3, 1))
    hand.write(interviews.get_by_label("With"), "Saltmarsh")
    hand.save(interviews.get_by_role("button", name="Add it"))
    expect(interviews.locator("li")).to_have_count(2)
    hand.go(page.locator(".nav").get_by_role("link", name="Today"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Saltmarsh")
    page.goto(f"{site.url}/settings")
    hand.press(interviews.get_by_role("button", name=re.compile("Saltmarsh")))

    expect(interviews.locator("li")).to_have_count(1)
    assert "Saltmarsh" not in (site.folder / "starling.toml").read_text("utf-8")


@pytest.mark.sends("/settings → /settings/theme")
def test_the_theme_is_chosen(site: Site, start: Start) -> None:
    """
    A theme that was chosen holds on every page until the system's is chosen again.
    """
    hand = start(f"{site.url}/settings", color_scheme="light")
    page = hand.page
    paper = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    hand.press(page.get_by_role("button", name="Dark"))
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site.url}/stories")
    expect(page.locator("body")).not_to_have_css("background-color", paper)
    page.goto(f"{site.url}/settings")
    hand.press(page.get_by_role("button", name="As the system"))

    expect(page.locator("body")).to_have_css("background-color", paper)


@pytest.mark.sends("/settings → /settings/keys", "/keys → /settings/keys")
def test_single_keys_are_turned_off_and_on(site: Site, start: Start) -> None:
    """
    The settings and the page of the keys turn single keys off and on; off, they do nothing.
    """
    hand = start(f"{site.url}/settings")
    page = hand.page
    hand.press(page.locator("#keys-set").get_by_role("button", name="Off"))
    expect(page.locator("html[data-keys=off]")).to_have_count(1)
    page.keyboard.press("g")
    page.keyboard.press("q")
    hand.press(page.get_by_role("link", name="all of them"))
    expect(page).to_have_url(f"{site.url}/keys")
    hand.press(page.locator("main").get_by_role("button", name="Turn single keys on"))

    expect(page.locator("html[data-keys=off]")).to_have_count(0)


@BY_SCRIPT
@pytest.mark.sends("/stories → /settings/keys")
def test_the_window_of_the_keys(site: Site, start: Start) -> None:
    """
    The keys open over any page and turn single keys off there; Ctrl+K opens the palette all the same.
    """
    hand = start(f"{site.url}/stories")
    page = hand.page
    hand.press(page.get_by_role("button", name="Keys"))
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    hand.press(page.get_by_role("dialog", name="Keys").get_by_role("button", name="Turn single keys off"))
    expect(page.locator("html[data-keys=off]")).to_have_count(1)
    expect(page).to_have_url(f"{site.url}/stories")
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.keyboard.press("Control+k")

    expect(page.get_by_role("dialog", name="Find or do")).to_be_visible()
    expect(page).to_have_url(f"{site.url}/stories")


@pytest.mark.sends("/rules/{name} → /settings", "/settings → /settings")
def test_a_rule_is_silenced_and_speaks_again(site: Site, start: Start) -> None:
    """
    A rule is silenced on its page, is named in the settings from then on, and one press lets it speak.
    """
    settings = site.folder / "starling.toml"
    hand = start(f"{site.url}/rules/too-long")
    page = hand.page
    hand.press(page.locator("main form button"))
    expect(said(page)).to_be_visible()
    assert 'ignore = ["too-long"]' in settings.read_text("utf-8")
    page.goto(f"{site.url}/settings")
    hand.press(page.locator("#rules form button"))

    expect(page.locator("#rules form")).to_have_count(0)
    assert "too-long" not in settings.read_text("utf-8")


@pytest.mark.sends("/doctor → /doctor/repair")
def test_the_folder_is_repaired(site: Site, start: Start) -> None:
    """
    What a broken save left behind is said, and gone after one press.
    """
    (site.folder / "stories" / ".late.md.x1y2.tmp").write_text("half a st", "utf-8")
    hand = start(f"{site.url}/settings")
    page = hand.page
    hand.press(page.locator("main a[href='/doctor']"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("one thing is worth knowing")
    hand.press(page.locator("form[action='/doctor/repair'] button"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is wrong in this folder")


def test_everything_can_be_taken_along(site: Site, start: Start) -> None:
    """
    Export downloads one zip archive with every story as it stands in its file.
    """
    hand = start(f"{site.url}/stories")
    page = hand.page
    hand.press(page.locator(".nav").get_by_role("link", name="Export"))
    with page.expect_download() as download:
        hand.press(page.get_by_role("link", name="Save the archive"))

    assert re.fullmatch(r"starling-\d{4}-\d\d-\d\d\.zip", download.value.suggested_filename)
    archive = zipfile.ZipFile(BytesIO(Path(download.value.path()).read_bytes()))
    for path in (site.folder / "stories").glob("*.md"):
        assert archive.read(f"stories/{path.name}") == path.read_bytes()
