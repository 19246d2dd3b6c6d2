"""``accepted.toml``: entries come and go whole, none is rewritten (port: Acceptances)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starling.adapters import files, tables
from starling.model.prep import Acceptance

_TABLE = "accepted"


class FolderAcceptances:
    """The findings called fine in one prep folder."""

    def __init__(self, folder: Path) -> None:
        self._home = folder

    @property
    def _path(self) -> Path:
        return files.inside(self._home, self._home / "accepted.toml")

    def all(self) -> tuple[Acceptance, ...]:
        """Every acceptance, in the order of the file."""
        read = map(_acceptance, tables.entries(self._path, _TABLE))
        return tuple(each for each in read if each is not None)

    def add(self, acceptance: Acceptance) -> None:
        """Remember one more."""
        tables.append(
            self._path, _TABLE, [{key: value for key, value in asdict(acceptance).items() if value}]
        )

    def remove(self, acceptances: Collection[Acceptance]) -> None:
        """Forget these; comments, order and every other entry of the file stay as they are."""
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
