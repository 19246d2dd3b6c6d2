"""Three who use a page, of one interface: a mouse, the keys alone, and a mouse without JavaScript."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Locator, Page, expect

STOPS = 250
"""Stops of Tab after which a control counts as out of reach: the largest matrix of the demo has fewer."""

_WAY = """e => {
  const at = document.activeElement, inGroup = e.type === "radio" && at.type === "radio";
  if (at === e || (inGroup && at.name === e.name && at.form === e.form)) return "";
  return at.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING ? "Tab" : "Shift+Tab";
}"""
"""How a person who sees the page would press Tab to come nearer; "" on the control or in its radio group."""

_NAME = """() => {
  const at = document.activeElement;
  return at.tagName.toLowerCase() + " “" + (at.innerText || at.name || at.id || "").trim().slice(0, 30) + "”";
}"""

_UNSEEN = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const box = [...at.getClientRects()].find(each => each.width > 1 && each.height > 1);
  if (!box) return "it has no place on the page";
  if (!at.matches(":focus-visible") || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1)
    return "nothing shows that it has the focus";
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
  const over = document.elementFromPoint(x, y);
  if (!over) return "it is out of sight";
  return at.contains(over) || over.contains(at) ? "" : "it is hidden under " + over.outerHTML.slice(0, 80);
}"""
"""Why a person would not see where the focus is; "" where they do (WCAG 2.4.7 and 2.4.11)."""


class Hand(ABC):
    """Somebody in front of a page. Each action is done as this hand does it; what comes of it is the same."""

    options: ClassVar[dict[str, Any]] = {}
    """Of the browser window that the hand works in."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def press(self, control: Locator) -> None:
        """Follow a link, press a button, tick a box, choose a radio button."""

    @abstractmethod
    def enter(self, field: Locator) -> None:
        """Go into a field."""

    @abstractmethod
    def choose(self, field: Locator, option: str) -> None:
        """Choose an option of a list by its text."""

    @abstractmethod
    def save(self, button: Locator) -> None:
        """Save the form that was written in."""

    @abstractmethod
    def go(self, control: Locator) -> None:
        """Use a control that has keys of its own."""

    @abstractmethod
    def open_row(self, row: Locator) -> None:
        """Open one of the rows, notes or tasks of a page."""

    @abstractmethod
    def find(self, letters: str, name: str) -> None:
        """Find something by some letters of its name, and go there."""

    def write(self, field: Locator, text: str) -> None:
        """Write over what a field holds, key by key."""
        self.enter(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def add(self, field: Locator, text: str, where: str = "End") -> None:
        """Write at the end of a field, or at its beginning ("Home")."""
        self.enter(field)
        self.page.keyboard.press(f"Control+{where}")
        self.page.keyboard.insert_text(text)

    def paste(self, field: Locator, text: str) -> None:
        """Paste over what a field holds."""
        self.enter(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def say_day(self, field: Locator, day: date) -> None:
        """Write a day into a date field, as it is written in the United States, where the windows stand."""
        self.enter(field)
        self.page.keyboard.type(f"{day:%m%d%Y}")
        expect(field).to_have_value(day.isoformat())

    def attach(self, field: Locator, *paths: Path) -> None:
        """Choose files by the button of a file field."""
        with self.page.expect_file_chooser() as chooser:
            self.press(field)
        chooser.value.set_files(paths)


class Mouse(Hand):
    """Clicks, and types into what was clicked."""

    def press(self, control: Locator) -> None:
        """Click it."""
        control.click()

    def enter(self, field: Locator) -> None:
        """Click its upper left corner, where a date begins."""
        field.click(position={"x": 14, "y": 10})

    def choose(self, field: Locator, option: str) -> None:
        """Choose from the list, which the system draws where no test can click."""
        field.select_option(label=option)

    def save(self, button: Locator) -> None:
        """Click the button."""
        button.click()

    def go(self, control: Locator) -> None:
        """Click it."""
        control.click()

    def open_row(self, row: Locator) -> None:
        """Click it."""
        row.click()

    def find(self, letters: str, name: str) -> None:
        """Click on the palette, write, and click on what it found."""
        self.page.get_by_role("button", name="Find or do").click()
        self.page.keyboard.type(letters)
        self.page.locator("#palette-list").get_by_text(name, exact=True).click()


class NoScript(Mouse):
    """A mouse in a browser that runs no JavaScript."""

    options: ClassVar[dict[str, Any]] = {"java_script_enabled": False}

    def find(self, letters: str, name: str) -> None:
        """The page behind the palette does the same."""
        self.page.locator(".find").click()
        self.write(self.page.locator("main").get_by_role("searchbox"), letters)
        self.page.get_by_role("button", name="Find", exact=True).click()
        self.page.get_by_role("main").get_by_role("link", name=name, exact=True).click()


class Keys(Hand):
    """Presses keys, and nothing else; where it stands must be seen at every stop."""

    def press(self, control: Locator) -> None:
        """Tab to it, then Enter, Space or an arrow."""
        self._reach(control)
        kind = control.evaluate("e => e.type ?? ''")
        if kind == "radio":
            self._choose_radio(control)
        else:
            self.page.keyboard.press("Space" if kind == "checkbox" else "Enter")

    def enter(self, field: Locator) -> None:
        """Tab into it."""
        self._reach(field)

    def choose(self, field: Locator, option: str) -> None:
        """Write the beginning of the option."""
        self._reach(field)
        self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(option)

    def save(self, button: Locator) -> None:
        """Ctrl+Enter, wherever the focus is in the form."""
        expect(button).to_be_visible()
        self.page.keyboard.press("Control+Enter")

    def go(self, control: Locator) -> None:
        """Press the keys that the control names."""
        keys = control.get_attribute("data-key")
        assert keys, f"{control} has no keys of its own"
        self.page.wait_for_load_state()
        for key in keys.split():
            self.page.keyboard.press(key)

    def open_row(self, row: Locator) -> None:
        """Press j until the row has the focus, then Enter."""
        self.page.wait_for_load_state()
        for _ in range(STOPS):
            self.page.keyboard.press("j")
            if row.evaluate("e => e === document.activeElement"):
                break
        self._stand_on(row)
        self.page.keyboard.press("Enter")

    def find(self, letters: str, name: str) -> None:
        """Ctrl+K, the letters, the arrow down to it, Enter."""
        self.page.wait_for_load_state()
        self.page.keyboard.press("Control+k")
        self.page.keyboard.type(letters)
        options = self.page.get_by_role("option")
        wanted = options.filter(has=self.page.get_by_text(name, exact=True))
        expect(wanted).to_be_visible()
        for _ in range(options.count()):
            if wanted.get_attribute("aria-selected") == "true":
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")

    def _reach(self, control: Locator) -> None:
        expect(control).to_be_visible()
        passed: list[str] = []
        while way := control.evaluate(_WAY):
            assert len(passed) < STOPS, f"Tab does not reach {control}; the last stops: {passed[-12:]}"
            self.page.keyboard.press(way)
            passed.append(self.page.evaluate(_NAME))
        why = self.page.evaluate(_UNSEEN)
        assert why == "", f"{control} has the focus, but {why}"

    def _stand_on(self, control: Locator) -> None:
        expect(control).to_be_focused()
        why = self.page.evaluate(_UNSEEN)
        assert why == "", f"{control} has the focus, but {why}"

    def _choose_radio(self, control: Locator) -> None:
        for _ in range(STOPS):
            if control.evaluate("e => e === document.activeElement"):
                break
            self.page.keyboard.press("ArrowDown")
        if not control.is_checked():
            self.page.keyboard.press("Space")
        expect(control).to_be_checked()
