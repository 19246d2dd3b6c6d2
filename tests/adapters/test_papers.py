"""The plain files of a prep folder: what stands there now, and what may not be looked into."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from starling import wiring
from starling.adapters.inputs import find_files
from starling.model.problem import UnreadableError
from starling.ports import Workspace
from starling.settings import Settings
from starling.usecases.doctor import examine
from starling.usecases.export import export_zip
from starling.usecases.init_prep import init_prep


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    """A prep folder with one file of notes."""
    init_prep(wiring.home(tmp_path), str(tmp_path))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "oats.md").write_text("Oats.\n", "utf-8")
    return wiring.open_workspace(tmp_path, Settings())


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Takes the right to look into a folder away, from whoever runs the tests."""

    def deny(folder: Path) -> None:
        scan = os.scandir
        refused = PermissionError(13, "Permission denied", str(folder))

        def scandir(path: str | Path) -> object:
            if Path(path) == folder:
                raise refused
            return scan(path)

        monkeypatch.setattr(os, "scandir", scandir)

    return deny


def test_a_file_that_comes_later_is_seen(work: Workspace, tmp_path: Path) -> None:
    """
    What was asked for before does not hide what a person has added since.
    """
    before = work.papers.names()
    (tmp_path / "notes" / "rye.md").write_text("Rye.\n", "utf-8")

    assert {"notes/rye.md"} == set(work.papers.names()) - set(before)


def test_a_closed_folder_is_said_and_stops_an_archive(
    work: Workspace, tmp_path: Path, close: Callable[[Path], None]
) -> None:
    """
    An archive of everything is never short of a folder without a word, and the doctor names the folder.
    """
    close(tmp_path / "notes")

    files = next(each for each in examine(work).checks if each.name == "Files")
    assert [("notes", "Allow yourself to: chmod u+rx notes")] == [
        (each.where, each.try_this) for each in files.troubles
    ]
    with pytest.raises(UnreadableError, match="may not be looked into"):
        list(export_zip(work))


def test_a_closed_folder_of_notes_is_not_called_empty(tmp_path: Path, close: Callable[[Path], None]) -> None:
    """
    What could not be looked at is not said to hold nothing.
    """
    close(tmp_path)

    (error,) = find_files([str(tmp_path)]).unread
    assert f"Allow yourself to read it: chmod u+rx {tmp_path}" == error.try_this
