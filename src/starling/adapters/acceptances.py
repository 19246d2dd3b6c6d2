"""``accepted.toml``: entries come and go whole, none is rewritten (port: Acceptances)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starling.adapters import files, tables
from starling.model.prep import Acceptance
from starling.model.problem import UnreadableError

_TABLE = "accepted"


class FolderAcceptances:
    """The findings called fine in one prep folder."""

    def __init__(self, folder: Path) -> None:
        self._home = folder

    @property
    def _path(self) -> Path:
        return files.inside(self._home, self._home / "accepted.toml")

    def all(self) -> tuple[Acceptance, ...]:
        """Every acceptance, in the order of the file; none where it cannot be read."""
        with suppress(UnreadableError):
            read = map(_acceptance, tables.entries(self._path, _TABLE))
            return tuple(each for each in read if each is not None)
        return ()

    def unread(self) -> tuple[UnreadableError, ...]:
        """Why the file cannot be read, if it cannot."""
        try:
            tables.entries(self._path, _TABLE)
        except UnreadableError as error:
            return (error,)
        return ()

    def add(self, acceptance: Acceptance) -> None:
        """Remember one more."""
        entry = {key: value for key, value in asdict(acceptance).items() if value}
        with files.alone(self._home):
            tables.append(self._path, _TABLE, [entry])

    def remove(self, acceptances: Collection[Acceptance]) -> None:
        """Forget these; comments, order and every other entry of the file stay as they are."""
        with files.alone(self._home):
            held = enumerate(tables.entries(self._path, _TABLE))
            places = {place for place, entry in held if _acceptance(entry) in acceptances}
            if places:
                tables.drop(self._path, _TABLE, places)


def _acceptance(entry: Mapping[str, Any]) -> Acceptance | None:
    """What an entry says; None where it names no story or no rule."""
    if "story" not in entry or "rule" not in entry:
        return None
    known = Acceptance.__dataclass_fields__
    return Acceptance(**{"words": "", "day": ""} | {key: str(entry[key]) for key in known if key in entry})
