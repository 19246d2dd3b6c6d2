"""The history of a prep folder, opened when it is first asked: most commands never do (port: History)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from starling.model.history import Event, Version

if TYPE_CHECKING:
    from starling.adapters.sql.history import SqlHistory


class FolderHistory:
    """``.starling/history.db``; *rebuild* is called where a migration says that caches must be."""

    def __init__(self, path: Path, rebuild: Callable[[], object]) -> None:
        self._path = path
        self._rebuild = rebuild

    @cached_property
    def _kept(self) -> SqlHistory:
        from starling.adapters.sql.history import SqlHistory  # noqa: PLC0415 - a third of a second

        return SqlHistory(self._path, self._rebuild)

    def add(self, story: str, text: str, seen: str, event: Event, at: datetime) -> Version:
        """Keep a version; a text that is the last one already is not kept again."""
        return self._kept.add(story, text, seen, event, at)

    def versions(self, story: str) -> tuple[Version, ...]:
        """All versions of a story, the oldest first."""
        return self._kept.versions(story)

    def last(self) -> tuple[Version, ...]:
        """The newest version of every story, by slug; of a deleted one too."""
        return self._kept.last()

    def check(self) -> tuple[str, ...]:
        """What is wrong with it; nothing, as a rule. UnreadableError where it cannot be opened."""
        return self._kept.check()

    def renew(self) -> str:
        """Move one that cannot be opened aside and begin another; where the old one is kept."""
        kept: SqlHistory | None = self.__dict__.pop("_kept", None)
        if kept is not None:
            kept.close()
        aside = next(
            path
            for path in (self._path.with_name(f"{self._path.name}.broken-{n}") for n in count(1))
            if not path.exists()
        )
        for end in ("", "-wal", "-shm"):
            old = self._path.with_name(self._path.name + end)
            if old.exists():
                old.replace(aside.with_name(aside.name + end))
        return str(aside)
