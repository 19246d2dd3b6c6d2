"""Every version of every story in SQLite (port: History); rows are added, none is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from weakref import finalize

from sqlalchemy import Connection, Engine, Row, Select, func, select

from starling.adapters.sql.database import open_database
from starling.adapters.sql.tables import STORIES, VERSIONS
from starling.model.history import Event, Version

_KEPT = (VERSIONS.c.number, VERSIONS.c.text, VERSIONS.c.seen, VERSIONS.c.event, VERSIONS.c.at)
_SELECT: Select[Any] = select(STORIES.c.slug, *_KEPT).join_from(VERSIONS, STORIES)


class SqlHistory:
    """The history database of one prep folder; the file is opened when it is first asked.

    Where another file stands there meanwhile, or none, that is opened: what is
    written into a file that was deleted is lost.
    """

    def __init__(self, path: Path, rebuild: Callable[[], object]) -> None:
        self._path = path
        self._rebuild = rebuild
        self._opened: tuple[tuple[int, int] | None, Engine] | None = None

    @property
    def _engine(self) -> Engine:
        if self._opened is None or self._opened[0] != _which(self._path):
            self.close()
            engine = open_database(self._path, self._rebuild)
            finalize(self, engine.dispose)  # its connections would be left open, which Python 3.13 warns of
            self._opened = _which(self._path), engine
        return self._opened[1]

    def add(self, story: str, text: str, seen: str, event: Event, at: datetime) -> Version:
        """Keep a version; a text that is the last one already is not kept again."""
        with self._engine.begin() as connection:
            last = _last(connection, story)
            known = last is not None and last.seen == seen
            if last is not None and known and (event is last.event or event is Event.SEEN):
                return last
            version = Version(story, 1 if last is None else last.number + 1, text, seen, event, at)
            _insert(connection, version)
        return version

    def versions(self, story: str) -> tuple[Version, ...]:
        """All versions of a story, the oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(_SELECT.where(STORIES.c.slug == story).order_by(VERSIONS.c.number))
            return tuple(map(_version, rows))

    def last(self) -> tuple[Version, ...]:
        """The newest version of every story, by slug; of a deleted one too."""
        newest = select(VERSIONS.c.story_id, func.max(VERSIONS.c.number).label("number"))
        top = newest.group_by(VERSIONS.c.story_id).subquery()
        at_top = (VERSIONS.c.story_id == top.c.story_id) & (VERSIONS.c.number == top.c.number)
        with self._engine.connect() as connection:
            rows = connection.execute(_SELECT.join(top, at_top).order_by(STORIES.c.slug))
            return tuple(map(_version, rows))

    def check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; nothing, as a rule."""
        with self._engine.connect() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        lost = [f"Version {row[1]} has lost its story." for row in broken]
        return (*(each for each in found if each != "ok"), *lost)

    def close(self) -> None:
        """Let the file go."""
        if self._opened is not None:
            self._opened[1].dispose()
            self._opened = None


def _which(path: Path) -> tuple[int, int] | None:
    """Tells a file from every other one; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _last(connection: Connection, story: str) -> Version | None:
    query = _SELECT.where(STORIES.c.slug == story).order_by(VERSIONS.c.number.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else _version(row)


def _insert(connection: Connection, version: Version) -> None:
    story = connection.execute(select(STORIES.c.id).where(STORIES.c.slug == version.story)).scalar()
    if story is None:
        connection.execute(STORIES.insert().values(slug=version.story))
        story = connection.execute(select(STORIES.c.id).where(STORIES.c.slug == version.story)).scalar_one()
    connection.execute(
        VERSIONS.insert().values(
            story_id=story,
            number=version.number,
            text=version.text,
            seen=version.seen,
            event=version.event.value,
            at=version.at.astimezone(UTC).isoformat(timespec="seconds"),
        )
    )


def _version(row: Row[Any]) -> Version:
    slug, number, text, seen, event, at = tuple(row)
    return Version(slug, number, text, seen, Event(event), datetime.fromisoformat(at))
