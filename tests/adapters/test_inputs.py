"""Notes on disk and from pipes: what is taken, what is left out, and what is said about the rest."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from docx import Document

from starling.adapters import inputs
from starling.adapters.inputs import Found, find_files, read_file, read_stream
from starling.model.prep import Source
from starling.model.problem import UnreadableError
from starling.text.notes.formats import all_formats


def write(folder: Path, *names: str) -> None:
    """
    Write small files.
    """
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A line.\n", "utf-8")


def refused(found: Found) -> UnreadableError:
    """
    Why a file was not read.
    """
    read = read_file(found)
    assert isinstance(read, UnreadableError)
    return read


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """
    Notes come sorted; hidden things, installed packages and prep folders are left out, other files are named.
    """
    write(
        tmp_path,
        "b.md",
        "a/z.txt",
        "a/b.adoc",
        ".git/x.md",
        "node_modules/y.md",
        "prep/starling.toml",
        "c.png",
    )

    search = find_files([str(tmp_path)], short=True)

    assert ["b.md", "a/b.adoc", "a/z.txt"] == [found.name for found in search.files]
    assert [str(tmp_path / "prep"), str(tmp_path / "c.png")] == list(search.skipped)


def test_every_format_is_taken_from_a_folder(tmp_path: Path) -> None:
    """
    A folder gives what the formats read by their suffixes, plain text and Word files; programs it leaves.
    """
    known = [suffix for each in all_formats() for suffix in each.suffixes]
    write(tmp_path, *(f"a{suffix}" for suffix in (*known, ".txt", ".docx", ".png")))

    found = {each.path.suffix for each in find_files([str(tmp_path)]).files}

    assert {*known, ".txt", ".docx"} - {".py"} == found


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """
    A file that is named twice, or by itself and by its folder, comes once.
    """
    write(tmp_path, "a.md")

    assert 1 == len(find_files([str(tmp_path), str(tmp_path / "a.md"), str(tmp_path / "a.md")]).files)


def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    """
    A suffix matters only in a folder.
    """
    write(tmp_path, "stories.mine")
    (found,) = find_files([str(tmp_path / "stories.mine")]).files

    read = read_file(found)

    assert isinstance(read, Source)
    assert (str(tmp_path / "stories.mine"), "A line.\n", b"A line.\n") == (read.name, read.text, read.data)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """
    A link that leads back up is not followed; a link to itself is said to lead nowhere.
    """
    write(tmp_path, "a.md")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")

    search = find_files([str(tmp_path)], short=True)

    assert ["a.md", "self.md"] == [found.name for found in search.files]
    assert "This link leads nowhere." == refused(search.files[1]).what


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("notes/trians.md", "Did you mean {}/notes/trains.md?"),
        ("note/trains.md", "Did you mean {}/notes/trains.md?"),
        ("zzz.md", "Check the path."),
    ],
)
def test_a_missing_file_names_the_nearest(tmp_path: Path, asked: str, advice: str) -> None:
    """
    A path that does not exist is answered with the nearest one that does.
    """
    write(tmp_path, "notes/trains.md")

    (error,) = find_files([str(tmp_path / asked)]).unread

    assert ("There is no such file.", advice.format(tmp_path)) == (error.what, error.try_this)


def test_folders_without_notes_say_so(tmp_path: Path) -> None:
    """
    An empty folder and one with other files only are two different answers.
    """
    write(tmp_path, "pictures/a.png")
    (tmp_path / "empty").mkdir()

    errors = find_files([str(tmp_path / "pictures"), str(tmp_path / "empty")]).unread

    assert ["No notes are in this folder; 1 other file is.", "This folder is empty."] == [
        e.what for e in errors
    ]


def test_large_files_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A file or a stream above the limit says how large it is and what to do.
    """
    monkeypatch.setattr(inputs, "LARGEST", 2**20)
    path = tmp_path / "big.md"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)

    error = refused(Found(path, "big.md"))
    streamed = read_stream(io.BytesIO(b"a" * (2**20 + 1)))

    assert "This is larger than notes are: 50 MB, and 1 MB are read." == error.what
    assert isinstance(streamed, UnreadableError)
    assert "standard input" == streamed.where


def test_a_pipe_on_disk_is_not_waited_for(tmp_path: Path) -> None:
    """
    What is neither file nor folder is refused, and not opened.
    """
    os.mkfifo(tmp_path / "pipe.md")

    assert "neither a file nor a folder" in refused(Found(tmp_path / "pipe.md", "pipe.md")).what


def test_what_may_not_be_read_says_how_to_allow_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Missing rights are said with the command that gives them; any other failure with its reason.
    """
    write(tmp_path, "a.md")

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert f"chmod u+r {tmp_path / 'a.md'}" in refused(Found(tmp_path / "a.md", "a.md")).try_this

    def fail(self: Path) -> bytes:
        raise OSError(5, "Input/output error", str(self))

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert "This cannot be read: input/output error." == refused(Found(tmp_path / "a.md", "a.md")).what


def test_bytes_that_are_no_text_say_where(tmp_path: Path) -> None:
    """
    A file that is no text is refused with its path and the place.
    """
    (tmp_path / "a.md").write_bytes(bytes(range(256)) * 4)

    error = refused(Found(tmp_path / "a.md", "a.md"))

    assert error.where.startswith(f"{tmp_path / 'a.md'}, line 1")


def test_damaged_text_is_mended_and_said(tmp_path: Path) -> None:
    """
    Text that was decoded twice is repaired, its bytes are kept, and a problem says so.
    """
    (tmp_path / "a.md").write_text("waste 12% â†’ 9%\n", "utf-8")

    read = read_file(Found(tmp_path / "a.md", "a.md"))

    assert isinstance(read, Source)
    assert "waste 12% → 9%\n" == read.text
    assert "â†’" in read.data.decode()
    assert 1 == len(read.problems)


def test_word_documents_are_read(tmp_path: Path) -> None:
    """
    A Word document gives the lines of its paragraphs; one that is broken says so.
    """
    document = Document()
    document.add_heading("Late trains", 1)
    document.add_paragraph("Situation: it was late.")
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 no")

    read = read_file(Found(tmp_path / "a.docx", "a.docx"))

    assert isinstance(read, Source)
    assert "# Late trains" in read.text
    assert "Word document" in refused(Found(tmp_path / "b.docx", "b.docx")).what
