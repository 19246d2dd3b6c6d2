"""The history database: every version stays, several writers do not lose any, and damage is said in words."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from starling.adapters.history import FolderHistory
from starling.adapters.sql import database
from starling.adapters.sql.database import open_database
from starling.adapters.sql.history import SqlHistory
from starling.adapters.sql.tables import HEAD, METADATA, VERSIONS
from starling.model.history import Event
from starling.model.problem import UnreadableError, UsageError

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def nothing() -> None:
    """
    What is called where caches must be rebuilt, and here need not be.
    """


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is, or will be."""
    return tmp_path / "hidden" / "history.db"


def see(history: SqlHistory | FolderHistory, story: str, text: str, event: Event = Event.SEEN) -> int:
    """
    Keep a version; its number.
    """
    return history.add(story, text, f"hash of {text}", event, NOW).number


def test_versions_are_counted_in_each_story_and_kept_in_order(path: Path) -> None:
    """
    Numbers begin at 1 in each story; a text that is the last one already is not kept again.
    """
    history = SqlHistory(path, nothing)
    counted = [see(history, "late", text) for text in ("one", "two", "two", "one")]
    see(history, "label", "other")

    assert [1, 2, 2, 3] == counted
    assert ["one", "two", "one"] == [each.text for each in history.versions("late")]
    assert NOW == history.versions("late")[0].at
    assert [("label", 1), ("late", 3)] == [(each.story, each.number) for each in history.last()]


def test_a_deletion_is_a_version_though_its_text_is_the_last(path: Path) -> None:
    """
    What happened is kept also where the text stays the same, once.
    """
    history = SqlHistory(path, nothing)
    see(history, "late", "one")

    assert 2 == see(history, "late", "one", Event.DELETED)
    assert 2 == see(history, "late", "one", Event.DELETED)
    assert 3 == see(history, "late", "one", Event.RESTORED)


def test_migrations_make_from_nothing_what_the_tables_say(path: Path) -> None:
    """
    A new file gets all migrations, and then has the tables, columns and keys that the code works with.
    """
    engine = open_database(path, nothing)
    made = inspect(engine)

    assert {*METADATA.tables, "alembic_version"} == set(made.get_table_names())
    for table in METADATA.tables.values():
        assert [each.name for each in table.columns] == [
            each["name"] for each in made.get_columns(table.name)
        ]
        keys = {tuple(each["constrained_columns"]) for each in made.get_foreign_keys(table.name)}
        assert {(each.name,) for each in table.columns if each.foreign_keys} == keys
    with engine.connect() as connection:
        assert HEAD == connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def test_foreign_keys_are_on_and_the_log_is_written_ahead(path: Path) -> None:
    """
    No version can belong to a story that is not there, on any connection.
    """
    engine = open_database(path, nothing)
    with engine.connect() as connection:
        assert 1 == connection.exec_driver_sql("PRAGMA foreign_keys").scalar()
        assert "wal" == connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    lost = {"story_id": 99, "number": 1, "text": "", "seen": "", "event": "seen", "at": ""}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(VERSIONS.insert().values(lost))


def test_writers_beside_one_another_lose_nothing(path: Path) -> None:
    """
    Eight writers with a connection each keep forty versions of one story, numbered without a gap.
    """
    SqlHistory(path, nothing).last()
    failed: list[Exception] = []

    def write(name: int) -> None:
        history = SqlHistory(path, nothing)
        try:
            for index in range(5):
                see(history, "late", f"{name}.{index}")
        except Exception as error:  # noqa: BLE001 - whatever it is, the test says it
            failed.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    versions = SqlHistory(path, nothing).versions("late")

    assert [] == failed
    assert list(range(1, 41)) == [each.number for each in versions]
    assert {f"{name}.{index}" for name in range(8) for index in range(5)} == {each.text for each in versions}


def garbage(path: Path) -> None:
    """
    No database at all.
    """
    path.write_bytes(b"not a database, but a letter to one\n" * 200)


def cut(path: Path) -> None:
    """
    A database that lost its second half.
    """
    filled(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 8192 * 4096])


def overwritten(path: Path) -> None:
    """
    A database with foreign bytes in the middle.
    """
    filled(path)
    data = bytearray(path.read_bytes())
    data[8192:40960] = b"\xff" * (40960 - 8192)
    path.write_bytes(bytes(data))


def filled(path: Path) -> None:
    """
    A database of a hundred versions, closed.
    """
    history = SqlHistory(path, nothing)
    for index in range(100):
        see(history, f"story-{index}", "text " * 300)
    history.close()


@pytest.mark.parametrize("damage", [garbage, cut, overwritten])
def test_damage_is_an_error_that_says_what_to_do(path: Path, damage: Callable[[Path], None]) -> None:
    """
    A file that is no database, or is none any more, is an UnreadableError with its place and the way out.
    """
    path.parent.mkdir()
    damage(path)
    history = SqlHistory(path, nothing)

    with pytest.raises(UnreadableError, match="The history cannot be read") as caught:
        history.check()
    assert str(path) == caught.value.where
    assert "starling doctor --repair" in caught.value.try_this


@pytest.mark.parametrize("is_open", [True, False])
def test_a_history_that_another_program_holds_is_not_called_broken(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, is_open: bool
) -> None:
    """
    A locked file is whole: the error says who may hold it, and is none that a repair would move aside.
    """
    monkeypatch.setattr(database, "_WAIT", 20)
    SqlHistory(path, nothing).add("late", "one", "1", Event.SEEN, NOW)
    history = SqlHistory(path, nothing)
    if is_open:
        history.last()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(UsageError, match="database is locked") as raised:
        see(history, "late", "two")
    other.close()

    assert "nothing holds the file" in raised.value.try_this
    assert 2 == see(history, "late", "two")


def test_a_history_of_a_newer_starling_is_left_alone(path: Path) -> None:
    """
    A migration that this program does not know is said, and is no damage.
    """
    SqlHistory(path, nothing).last()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()

    with pytest.raises(UsageError, match="newer Starling"):
        SqlHistory(path, nothing).check()


def test_a_renewed_history_begins_anew_and_keeps_the_old_file(path: Path) -> None:
    """
    A history that cannot be opened is moved aside whole, twice as well, and the next one works.
    """
    path.parent.mkdir()
    for number in (1, 2):
        garbage(path)
        old = path.read_bytes()
        history = FolderHistory(path, nothing)
        aside = Path(history.renew())

        assert f"history.db.broken-{number}" == aside.name
        assert old == aside.read_bytes()
        assert 1 == see(history, "late", "one")
        assert () == history.check()
        path.unlink()


def test_a_history_that_was_taken_away_is_begun_anew(path: Path) -> None:
    """
    An open history writes into the file that stands there: after a deletion, and after a repair elsewhere.
    """
    history = SqlHistory(path, nothing)
    see(history, "late", "one")

    shutil.rmtree(path.parent)
    assert 1 == see(history, "late", "two")
    FolderHistory(path, nothing).renew()
    assert 1 == see(history, "late", "three")

    assert ["three"] == [each.text for each in SqlHistory(path, nothing).versions("late")]


def test_versions_that_lost_their_story_are_named(path: Path) -> None:
    """
    A row that points to no story, which only another program can have made, shows in a check.
    """
    history = SqlHistory(path, nothing)
    see(history, "late", "one")
    with sqlite3.connect(path) as raw:
        raw.execute("DELETE FROM stories")
    raw.close()

    assert ("Version 1 has lost its story.",) == history.check()
