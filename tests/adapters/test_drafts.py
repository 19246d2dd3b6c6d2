"""Drafts: what was pasted is read back as it came, under a name nobody guesses, until it is forgotten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starling.adapters.drafts import FolderDrafts
from starling.model.prep import Source
from starling.model.problem import UnreadableError


def test_a_draft_is_read_back_in_its_order(tmp_path: Path) -> None:
    """
    Files keep their order, names and texts; one that is no text is an error in its place.
    """
    drafts = FolderDrafts(tmp_path / "drafts")
    made = drafts.add(
        [("b.md", "später".encode()), ("picture.png", b"\x89PNG\r\n\x1a\n\0\0"), ("a.md", b"one")]
    )
    read = drafts.get(made.name)

    assert read is not None
    assert ["später", "one"] == [each.text for each in read.incoming if isinstance(each, Source)]
    assert ["b.md", "a.md"] == [each.name for each in read.incoming if isinstance(each, Source)]
    assert isinstance(read.incoming[1], UnreadableError)
    assert "picture.png" in read.incoming[1].where


@pytest.mark.parametrize("name", ["", "..", "../stories", "aaaaaaaaaaaa", "a" * 500, "a/b", "\0"])
def test_a_name_that_no_draft_has_is_none(tmp_path: Path, name: str) -> None:
    """
    A name that was never given finds nothing, whatever it is made of.
    """
    assert FolderDrafts(tmp_path).get(name) is None


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_file_name_is_kept_inside(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """
    Whatever a browser calls a file, it is one file below its draft.
    """
    folder = tmp_path_factory.mktemp("drafts")
    made = FolderDrafts(folder).add([(name, b"text")])
    files = [path for path in folder.rglob("*") if path.is_file()]

    assert ["text"] == [path.read_text() for path in files]
    assert all(path.is_relative_to(folder / made.name) for path in files)


def test_old_drafts_are_forgotten(tmp_path: Path) -> None:
    """
    Twenty drafts are remembered; the oldest goes when another comes.
    """
    drafts = FolderDrafts(tmp_path)
    names = [drafts.add([("a.md", b"one")]).name for _ in range(20)]
    for age, name in enumerate(names):
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    newest = drafts.add([("a.md", b"one")]).name

    assert drafts.get(names[0]) is None
    assert all(drafts.get(name) for name in (*names[1:], newest))
    assert 21 == len({newest, *names})


def test_a_draft_outlives_a_clock_that_was_set_back(tmp_path: Path) -> None:
    """
    The draft that was just made is there, though by their times all others are younger.
    """
    drafts = FolderDrafts(tmp_path)
    for _ in range(20):
        name = drafts.add([("a.md", b"one")]).name
        os.utime(tmp_path / name, (9_000_000_000, 9_000_000_000))

    newest = drafts.add([("a.md", b"two")])

    assert newest == drafts.get(newest.name)
    assert 20 == len(list(tmp_path.iterdir()))
