"""An SQLite file, opened for several writers: write-ahead log, foreign keys, migrations on the first use."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from starling.adapters.sql.tables import HEAD
from starling.model.problem import UnreadableError

_MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT = 10_000
"""Milliseconds that a writer waits for another one."""


def open_database(path: Path, rebuild: Callable[[], object]) -> Engine:
    """The database in a file, made and migrated where that is due.

    *rebuild* is called after a migration that says that caches must be rebuilt.
    UnreadableError where the file is no database.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _WAIT / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            if _revision(connection) != HEAD:
                _migrate(connection, rebuild)
    except DatabaseError as error:
        engine.dispose()
        advice = f"Move it away and start again: mv {path} {path}.broken  Your stories are not in it."
        what = f"The history is no database: {error.orig}."
        raise UnreadableError(what, where=str(path), try_this=advice) from error
    return engine


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


def _migrate(connection: Connection, rebuild: Callable[[], object]) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second, and seldom due
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    before = _revision(connection)
    due: list[Any] = list(ScriptDirectory.from_config(config).iterate_revisions("head", before or "base"))
    command.upgrade(config, "head")
    if any(each.module.rebuild_caches for each in due):
        rebuild()
