"""An SQLite file, opened for several writers: write-ahead log, foreign keys, migrations on the first use."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from starling.adapters.files import make_room
from starling.adapters.sql.tables import HEAD
from starling.model.problem import StarlingError, UnreadableError, UsageError

_MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT = 10_000
"""Milliseconds that a writer waits for another one."""
_REFUSED = frozenset(
    (
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    )
)
"""What SQLite says where the system refuses and the file itself is whole: nothing is to be repaired."""


def open_database(path: Path, rebuild: Callable[[], object]) -> Engine:
    """The database in a file, made and migrated where that is due.

    *rebuild* is called after a migration that says that caches must be rebuilt.
    UnreadableError where the file is no database, UsageError where a newer
    Starling made it, or where another program or the system keeps it closed.
    """
    make_room(path.parent)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _WAIT / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _say(path, context.original_exception))
    try:
        with engine.begin() as connection:
            if _revision(connection) != HEAD:
                _migrate(connection, path, rebuild)
    except DatabaseError as error:
        engine.dispose()
        raise _broken(path, error.orig) from error
    except StarlingError:
        engine.dispose()
        raise
    return engine


def _say(path: Path, error: BaseException) -> None:
    """What is refused, and damage that shows only when a page of the file is read, as errors of ours."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _REFUSED:
        advice = "Check that the disk has room, that you may write here, and that nothing holds the file."
        what = f"The history cannot be used now: {error}."
        raise UsageError(what, where=str(path), try_this=advice) from error
    if type(error) is sqlite3.DatabaseError:
        raise _broken(path, error) from error


def _broken(path: Path, why: BaseException | None) -> UnreadableError:
    advice = "Your stories are not in it. To move it aside and begin another: starling doctor --repair"
    return UnreadableError(f"The history cannot be read: {why}.", where=str(path), try_this=advice)


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_WAIT}"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later is refused under load."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _revision(connection: Connection) -> str | None:
    with suppress(OperationalError):
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found
    return None


def _migrate(connection: Connection, path: Path, rebuild: Callable[[], object]) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second, and seldom due
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.script.revision import RevisionError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    before = _revision(connection)
    try:
        due: list[Any] = list(ScriptDirectory.from_config(config).iterate_revisions("head", before or "base"))
    except RevisionError as error:
        what = "This history was written by a newer Starling."
        raise UsageError(what, where=str(path), try_this="Bring Starling up to date.") from error
    command.upgrade(config, "head")
    if any(each.module.rebuild_caches for each in due):
        rebuild()
