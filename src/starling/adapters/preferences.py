"""starling.toml, changed in place: comments, order and spaces stay as they are (port: Preferences)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from starling.adapters import files
from starling.model.prep import Kept

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


class FolderPreferences:
    """The settings of one prep folder. What is asked for has been looked at by `starling.settings` before."""

    def __init__(self, folder: Path, name: str) -> None:
        self._home = folder
        self._name = name

    @property
    def _path(self) -> Path:
        return files.inside(self._home, self._home / self._name)

    def page(self) -> Kept:
        """All of them as they are written."""
        data = files.read(self._path)
        return Kept("settings", str(self._path), files.text_of(data, self._path), files.fingerprint(data))

    def put(self, values: Mapping[str, object]) -> None:
        """Say what some keys are; None takes one out."""

        def change(page: TOMLDocument) -> None:
            for key, value in values.items():
                if value is None:
                    page.pop(key, None)
                else:
                    page[key] = value

        self._change(change, [key for key, value in values.items() if value is not None])

    def add(self, table: str, entry: Mapping[str, object]) -> None:
        """One more table of this name, below the others."""
        from tomlkit import aot, item  # noqa: PLC0415 - only a change needs it

        def change(page: TOMLDocument) -> None:
            if table not in page:
                page[table] = aot()
            new = item(dict(entry))
            new.trivia.indent = "\n"  # an empty line above it
            page[table].append(new)

        self._change(change)

    def drop(self, table: str, index: int) -> None:
        """Take the table of this name at *index*, from 0, away."""

        def change(page: TOMLDocument) -> None:
            if len(page[table]) == 1:
                page.pop(table)
            else:
                page[table].pop(index)

        self._change(change)

    def _change(self, change: Callable[[TOMLDocument], None], keys: Iterable[str] = ()) -> None:
        from tomlkit import parse  # noqa: PLC0415 - only a change needs it

        with files.alone(self._home):
            before = self.page().text
            page = parse(_opened(before, keys))
            change(page)
            if page.as_string() != before:
                files.write(self._path, page.as_string().encode())


def _opened(text: str, keys: Iterable[str]) -> str:
    """*text* with the # taken from before those keys that stand there as a comment, and nowhere else."""
    for key in keys:
        if key not in tomli.loads(text):
            opened = re.sub(rf"^# ?(?={key} = )", "", text, count=1, flags=re.MULTILINE)
            text = opened if _has(opened, key) else text
    return text


def _has(text: str, key: str) -> bool:
    """Whether this is TOML with the key at its top."""
    try:
        return key in tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
