"""One entry of a content file, read field by field; what does not fit becomes a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from starling.model.nearest import nearest
from starling.model.problem import Problem
from starling.text.toml_page import Entry

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Choice = TypeVar("_Choice", bound=StrEnum)

Taken = dict[str, tuple[str, Entry]]
"""Slugs that are used, with the file and the entry that uses them."""


class Fields:
    """An entry, and the problems that were found in it; it may leave out what the file says at *shared*."""

    def __init__(self, entry: Entry, shared: Collection[str] = ()) -> None:
        self._entry = entry
        self._values: dict[str, Any] = {
            key: value for key, value in entry.page.values.items() if key in shared
        } | entry.values
        self.problems: list[Problem] = []

    def has(self, key: str) -> bool:
        """Whether it says this."""
        return key in self._values

    def value(self, key: str) -> Any:
        """What it says, as it stands."""
        return self._values.get(key)

    def problem(self, what: str, key: str = "", try_this: str = "", value: str = "") -> None:
        """Remember what does not fit, at the line of a key or of a value in it."""
        self.problems.append(Problem(what, self._entry.line(key, value), try_this))

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text; "" where it is missing."""
        found = self._values.get(key, "")
        if not isinstance(found, str):
            self.problem(f"{key} is not a text.", key, f'Write {key} = "…".')
            return ""
        if needed and not found.strip():
            self.problem(f"{self._called()} has no {key}.", key, f'Add  {key} = "…"  to it.')
        return found.strip()

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        found = self._values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
            self.problem(f"{key} is not a list of texts.", key, f'Write {key} = ["…", "…"].')
            return ()
        if needed and not found:
            self.problem(f"{self._called()} has no {key}.", key, f'Add  {key} = ["…"]  to it.')
        return tuple(each.strip() for each in found)

    def day(self) -> date | None:
        """The day at ``checked``, or None where it is missing or is none."""
        found = self._values.get("checked")
        if type(found) is date:
            return found
        self.problem(f"{self._called()} has no day at checked.", "checked", "Write checked = 2026-01-31.")
        return None

    def choice(self, key: str, choices: type[_Choice], *, needed: bool = True) -> _Choice | None:
        """One of some words, or None."""
        found = self._values.get(key)
        if found is None and not needed:
            return None
        names = [each.value for each in choices]
        if found in names:
            return choices(found)
        if found is None:
            self.problem(f"{self._called()} has no {key}.", key, f"It is one of {', '.join(names)}.")
        else:
            self.problem(f"“{found}” is no {key}.", key, nearest(str(found), names))
        return None

    def slug(self, taken: Taken, where: str) -> str:
        """Its short name, which no other has; *taken* remembers it with its place."""
        found = self.text("slug")
        if found and _SLUG.fullmatch(found) is None:
            self.problem(f"“{found}” is no slug.", "slug", "Use small letters, figures and single hyphens.")
        elif found in taken:
            other, entry = taken[found]
            place = f"{other}, line {entry.line('slug')}"
            self.problem(f"The slug “{found}” is taken: {place}.", "slug", "Give it another slug.")
        else:
            taken[found] = where, self._entry
        return found

    def refs(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """Names of other entries; one that does not exist is a problem, and is left out."""
        found = self.texts(key)
        for each in found:
            if each not in known:
                self.unknown(each, key, known, what)
        twice = sorted({each for each in found if found.count(each) > 1})
        for each in twice:
            self.problem(f"“{each}” stands twice in {key}.", key, "Delete one of them.", each)
        return tuple(each for each in dict.fromkeys(found) if each in known)

    def unknown(self, name: str, key: str, known: Collection[str], what: str) -> None:
        """Remember that a name does not exist, with the nearest one that does."""
        self.problem(f"There is no {what} “{name}”.", key, nearest(name, known), name)

    def only(self, keys: Collection[str]) -> None:
        """Remember every key that is none of *keys*."""
        for key in self._entry.values:
            if key not in keys:
                self.problem(f"“{key}” is not known here.", key, nearest(key, keys))

    def _called(self) -> str:
        slug = self._values.get("slug")
        return f"“{slug}”" if isinstance(slug, str) and slug else f"This {self._entry.table}"
