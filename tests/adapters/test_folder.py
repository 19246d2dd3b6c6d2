"""The prep folder on disk: what is saved is there whole, and no text is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from starling.adapters import pages
from starling.adapters.folder import (
    FolderHome,
    FolderOriginals,
    FolderQuestions,
    FolderStories,
)
from starling.model.problem import ConflictError, UnreadableError, UsageError


def names(folder: Path) -> list[str]:
    """
    What is in a folder, sorted.
    """
    return sorted(path.name for path in folder.iterdir())


def test_a_saved_page_is_read_back(tmp_path: Path) -> None:
    """
    A page that was added and saved again says what was saved last.
    """
    stories = FolderStories(tmp_path)
    first = stories.add("late", "# Late\n")
    second = stories.save("late", "# Later – später\n", first.seen)

    assert ("late", "# Later – später\n") == (second.slug, second.text)
    assert second == stories.get("late")
    assert (second,) == stories.all()
    assert stories.get("early") is None


def test_a_conflict_loses_neither_text(tmp_path: Path) -> None:
    """
    Where the page is not what the writer saw, it stays, and the other text is kept beside it, once.
    """
    stories = FolderStories(tmp_path)
    seen = stories.add("late", "# Late\n").seen
    page = tmp_path / "stories" / "late.md"
    page.write_text("# Edited by hand\n", "utf-8")

    for _ in range(2):
        with pytest.raises(ConflictError) as raised:
            stories.save("late", "# Edited by a program\n", seen)

    assert ("# Edited by hand\n", "# Edited by a program\n") == (raised.value.theirs, raised.value.ours)
    assert "late.conflict-1.md" in raised.value.what
    assert "# Edited by hand\n" == page.read_text("utf-8")
    assert ["late.conflict-1.md", "late.md"] == names(page.parent)
    assert "# Edited by a program\n" == (page.parent / "late.conflict-1.md").read_text("utf-8")
    assert ["late"] == [kept.slug for kept in stories.all()]


def test_saving_what_is_there_already_is_no_conflict(tmp_path: Path) -> None:
    """
    A save that is sent twice, or comes after another of the same text, has nothing to keep beside the page.
    """
    stories = FolderStories(tmp_path)
    stale = stories.add("late", "# Late\n").seen
    saved = stories.save("late", "# Later\n", stale)

    assert saved == stories.save("late", "# Later\n", stale)
    assert ["late.md"] == names(tmp_path / "stories")


def test_a_page_goes_by_the_name_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On a disk that minds no capitals a page asked for in capitals is the page itself, and stays one file.
    """
    stories = FolderStories(tmp_path)
    kept = stories.add("late", "# Late\n")
    stat = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **how: stat(str(path).replace("LATE.md", "late.md"), **how))

    assert kept == stories.get("LATE")
    assert "late" == stories.save("LATE", "# Later\n", kept.seen).slug
    assert ["late.md"] == names(tmp_path / "stories")
    stories.delete("LATE", stories.all()[0].seen)
    assert [] == names(tmp_path / "stories")


def test_adding_what_is_there_is_a_conflict(tmp_path: Path) -> None:
    """
    A new page never takes the place of one that is there.
    """
    stories = FolderStories(tmp_path)
    stories.add("late", "# Late\n")

    with pytest.raises(ConflictError):
        stories.add("late", "# Another\n")


def test_a_failed_save_leaves_the_page_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    When the disk is full the old page stays whole, and no half-written file stays behind.
    """
    stories = FolderStories(tmp_path)
    seen = stories.add("late", "# Late\n").seen

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="no space left") as raised:
        stories.save("late", "# Later\n", seen)

    assert "disk has room" in raised.value.try_this
    assert ["late.md"] == names(tmp_path / "stories")
    assert "# Late\n" == (tmp_path / "stories" / "late.md").read_text("utf-8")


def test_a_page_behind_a_link_stays_a_link(tmp_path: Path) -> None:
    """
    Saving a page that is a link writes what it leads to.
    """
    target = tmp_path / "vault.md"
    target.write_text("# Late\n", "utf-8")
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "late.md").symlink_to(target)
    stories = FolderStories(tmp_path)

    stories.save("late", "# Later\n", stories.all()[0].seen)

    assert "# Later\n" == target.read_text("utf-8")
    assert (tmp_path / "stories" / "late.md").is_symlink()


def test_hand_written_pages_keep_their_rights(tmp_path: Path) -> None:
    """
    A page that only its author may read stays so after a save.
    """
    stories = FolderStories(tmp_path)
    seen = stories.add("late", "# Late\n").seen
    page = tmp_path / "stories" / "late.md"
    page.chmod(0o600)

    stories.save("late", "# Later\n", seen)

    assert 0o600 == page.stat().st_mode & 0o777


def test_a_page_that_is_no_text_says_which(tmp_path: Path) -> None:
    """
    A page that holds no text is an error with its path; it takes its name, and the others are there.
    """
    stories = FolderStories(tmp_path)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "late.md").write_bytes(bytes(range(256)))
    kept = stories.add("early", "# Early\n")

    with pytest.raises(UnreadableError) as raised:
        stories.get("late")
    (unread,) = stories.unread()

    assert str(tmp_path / "stories" / "late.md") == raised.value.where == unread.where
    assert (kept,) == stories.all()
    assert ("early", "late") == stories.slugs()


def test_questions_are_added_below(tmp_path: Path) -> None:
    """
    New questions come after those that are there, with lists as lists.
    """
    (tmp_path / "questions.toml").write_text('[[question]]\ntext = "Mine?"\n', "utf-8")
    kept = FolderQuestions(tmp_path)

    kept.add([{"slug": "a", "text": "Theirs?", "prompts": ("one", 'say "two"')}])

    assert {"Mine?": "Mine?", "a": "Theirs?"} == kept.kept()
    assert 'prompts = ["one", "say \\"two\\""]' in (tmp_path / "questions.toml").read_text("utf-8")


def test_originals_keep_what_was_there_before(tmp_path: Path) -> None:
    """
    The newest text stands under its name, earlier ones in notes/earlier, each once.
    """
    kept = FolderOriginals(tmp_path)

    assert [True, False, True, True, True] == [
        kept.keep("a/trains.md", data)[1] for data in (b"one", b"one", b"two", b"one", b"two")
    ]
    assert b"two" == (tmp_path / "notes" / "a" / "trains.md").read_bytes()
    assert [b"one", b"two"] == sorted(
        path.read_bytes() for path in (tmp_path / "notes" / "earlier").iterdir()
    )


def test_originals_stay_in_their_folder(tmp_path: Path) -> None:
    """
    No name leads out of the prep folder.
    """
    where, _ = FolderOriginals(tmp_path / "prep").keep("/../../etc/trains.md", b"one")

    assert str(tmp_path / "prep" / "notes" / "etc" / "trains.md") == where


def test_a_home_is_made_without_touching_what_is_there(tmp_path: Path) -> None:
    """
    Making a prep folder writes what is missing and leaves the rest.
    """
    (tmp_path / "starling.toml").write_text("pace = 120\n", "utf-8")
    home = FolderHome(tmp_path)

    made = home.make({"starling.toml": "", "questions.toml": ""})

    assert (str(tmp_path / "questions.toml"),) == made
    assert "pace = 120\n" == (tmp_path / "starling.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("home", "where", "what"),
    [
        ("taken", "taken", "This is a file, not a folder."),
        ("taken/prep", "taken/prep/starling.toml", "This cannot be written: not a directory."),
    ],
)
def test_a_home_where_a_file_is_says_so(tmp_path: Path, home: str, where: str, what: str) -> None:
    """
    Where no folder can be, the error says which path is in the way.
    """
    (tmp_path / "taken").write_text("", "utf-8")

    with pytest.raises(UsageError) as raised:
        FolderHome(tmp_path / home).make({"starling.toml": ""})

    assert (str(tmp_path / where), what) == (raised.value.where, raised.value.what)


def test_a_page_that_changes_again_at_once_is_read_again(tmp_path: Path) -> None:
    """
    Texts of one length, written faster than the clock of the file system ticks, are each seen.
    """
    stories = FolderStories(tmp_path)
    stories.add("late", "# 0000\n")
    page = tmp_path / "stories" / "late.md"

    for number in range(500):
        page.write_text(f"# {number:04}\n", "utf-8")
        assert (f"# {number:04}\n",) == tuple(each.text for each in stories.all())
    assert stories.all()[0] is not stories.all()[0], "a page that was written a moment ago is not trusted"


def test_an_old_page_is_remembered_until_its_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A page that was not touched is not read again, and one that was replaced, emptied or taken away is.
    """
    monkeypatch.setattr(pages, "_UNSETTLED", 0)
    stories = FolderStories(tmp_path)
    stories.add("late", "# Late\n")
    page = tmp_path / "stories" / "late.md"
    (before,) = stories.all()
    assert stories.all()[0] is before

    for text in ("# Soon\n", ""):
        other = tmp_path / "other"
        other.write_text(text, "utf-8")
        os.utime(other, ns=(page.stat().st_atime_ns, page.stat().st_mtime_ns))
        other.replace(page)
        assert (text,) == tuple(each.text for each in stories.all())
    page.unlink()
    assert () == stories.all()
