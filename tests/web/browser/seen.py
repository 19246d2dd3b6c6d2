"""What several flows look at: what was done a moment ago, the editor, the file of the story."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.web.browser.conftest import Site


def said(page: Page) -> Locator:
    """What was done a moment ago."""
    return page.get_by_role("main").get_by_role("status").first


def editor(page: Page) -> Locator:
    """The field of the editor."""
    return page.get_by_label("The page as it stands in its file")


def file_of(site: Site) -> Path:
    """The file of the story that the flows use."""
    return site.folder / "stories" / "bread-nobody-bought.md"
