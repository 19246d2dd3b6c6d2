"""A story's text over time: whatever is saved, deleted or brought back, no text that was there is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from starling.adapters.sql import database
from starling.model.history import Event
from starling.model.problem import ConflictError, UnknownError, UsageError
from starling.ports import Workspace
from starling.usecases.bank import list_stories
from starling.usecases.fits import set_fit
from starling.usecases.versions import (
    add_story,
    compare_versions,
    delete_story,
    restore_story,
    save_story,
    story_versions,
)

PAGE = "# The late train\n\n## Situation\n\nIt was late.\n"


@pytest.fixture
def seen(work: Workspace) -> str:
    """A story on disk; what a save of it must carry."""
    return work.stories.add("the-late-train", PAGE).seen


def texts(work: Workspace, slug: str = "the-late-train") -> list[str]:
    """
    All texts of a story that the history has, the oldest first.
    """
    return [each.text for each in work.history.versions(slug)]


def test_the_text_before_the_first_save_is_kept(work: Workspace, seen: str) -> None:
    """
    A page that Starling never saw before is a version as soon as it is saved over.
    """
    saved = save_story(work, "the-late-train", PAGE.replace("late.", "very late."), seen)

    assert 2 == saved.version
    assert [PAGE, PAGE.replace("late.", "very late.")] == texts(work)


@pytest.mark.parametrize(
    "change",
    [
        lambda work, seen: save_story(work, "the-late-train", "# Another\n", seen),
        lambda work, _: delete_story(work, "the-late-train"),
        lambda work, _: restore_story(work, "the-late-train", 1),
        lambda work, _: set_fit(work, "the-late-train", "kinds/failure", "none"),
    ],
    ids=["save", "delete", "restore", "fit"],
)
def test_nothing_changes_a_page_that_the_history_cannot_keep(
    work: Workspace, seen: str, monkeypatch: pytest.MonkeyPatch, change: Callable[[Workspace, str], object]
) -> None:
    """
    What stands on a page is in the history before it goes; while another program holds that, the page stays.
    """
    monkeypatch.setattr(database, "_WAIT", 20)
    work.history.add("the-late-train", "# Earlier\n", "earlier", Event.SEEN, work.clock.now())
    page = Path(work.where) / "stories" / "the-late-train.md"
    holder = sqlite3.connect(Path(work.where) / ".starling" / "history.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(UsageError, match="history cannot be used"):
        change(work, seen)
    holder.close()

    assert PAGE == page.read_text("utf-8")


def test_an_edit_of_the_file_between_two_saves_is_kept(work: Workspace, seen: str) -> None:
    """
    What an editor wrote into the file meanwhile is a version too, and a stale save keeps both texts.
    """
    save_story(work, "the-late-train", PAGE + "One.\n", seen)
    file = Path(story_versions(work, "the-late-train").slug)
    there = work.stories.get(str(file))
    assert there is not None
    Path(there.where).write_text(PAGE + "By hand.\n")
    with pytest.raises(ConflictError) as caught:
        save_story(work, "the-late-train", PAGE + "Two.\n", there.seen)

    assert (PAGE + "By hand.\n", PAGE + "Two.\n") == (caught.value.theirs, caught.value.ours)
    assert PAGE + "By hand.\n" in texts(work)
    kept = work.stories.get("the-late-train")
    assert kept is not None
    assert PAGE + "By hand.\n" == kept.text


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("\n", "\r\n")])
def test_a_browser_does_not_change_line_ends(work: Workspace, page: str) -> None:
    """
    A form sends CR LF; the file keeps the line ends that it had.
    """
    there = work.stories.add("a", page)
    save_story(work, "a", page.replace("\r\n", "\n").replace("\n", "\r\n"), there.seen)
    kept = work.stories.get("a")

    assert kept is not None
    assert page == Path(kept.where).read_bytes().decode()


def test_a_deleted_story_is_gone_and_comes_back_as_it_was(work: Workspace, seen: str) -> None:
    """
    A deletion takes the page away and nothing else; a restore brings back the same bytes.
    """
    assert seen
    deleted = delete_story(work, "the-late-train")

    assert () == list_stories(work).stories
    assert ("The late train", True) == (deleted.title, story_versions(work, "the-late-train").deleted)
    restore_story(work, "the-late-train")
    there = work.stories.get("the-late-train")
    assert there is not None
    assert (PAGE, seen) == (there.text, there.seen)


def test_a_deletion_of_what_has_changed_is_refused(work: Workspace, seen: str) -> None:
    """
    Who deletes a page that has changed since it was looked at is told so, and it is still there.
    """
    Path(work.stories.all()[0].where).write_text(PAGE + "More.\n")
    with pytest.raises(ConflictError, match="still there"):
        delete_story(work, "the-late-train", seen)

    assert PAGE + "More.\n" == work.stories.all()[0].text


def test_an_earlier_version_comes_back_and_the_newer_stays_a_version(work: Workspace, seen: str) -> None:
    """
    A restore of version 1 is a new version; what stood there before is not lost, though nobody saved it.
    """
    save_story(work, "the-late-train", PAGE + "One.\n", seen)
    Path(work.stories.all()[0].where).write_text(PAGE + "By hand.\n")
    restore_story(work, "the-late-train", 1)
    events = [each.event for each in work.history.versions("the-late-train")]

    assert PAGE == work.stories.all()[0].text
    assert [PAGE, PAGE + "One.\n", PAGE + "By hand.\n", PAGE] == texts(work)
    assert [Event.SEEN, Event.SAVED, Event.SEEN, Event.RESTORED] == events


def test_a_difference_shows_the_changed_line(work: Workspace, seen: str) -> None:
    """
    Two versions are compared line by line, without numbers the last two.
    """
    save_story(work, "the-late-train", PAGE.replace("late.", "early."), seen)
    difference = compare_versions(work, "the-late-train")

    assert (1, 2) == (difference.old.number, difference.new.number)
    assert {"-It was late.", "+It was early."} <= set(difference.diff.splitlines())
    assert "" == compare_versions(work, "the-late-train", 2, 2).diff


def test_only_the_text_in_the_file_stands(work: Workspace, seen: str) -> None:
    """
    The newest version needs no bringing back while its text is in the file; an older or a deleted one does.
    """
    saved = save_story(work, "the-late-train", PAGE + "More.\n", seen)
    stands = [compare_versions(work, "the-late-train", None, number).stands for number in (1, 2)]
    delete_story(work, "the-late-train", saved.seen)

    assert [False, True] == stands
    assert not compare_versions(work, "the-late-train").stands


def test_a_new_story_has_four_parts_and_a_name_of_its_own(work: Workspace, seen: str) -> None:
    """
    A story begun by its title alone never takes the page of another.
    """
    assert seen
    added = add_story(work, "  The late   train ")

    assert ("the-late-train-2", "The late train") == (added.slug, added.title)
    with pytest.raises(UsageError, match="title"):
        add_story(work, "  ")


def test_a_story_is_found_whatever_its_file_is_called(work: Workspace) -> None:
    """
    Capitals and spaces in the name of a file are no hindrance, and a beginning is enough.
    """
    work.stories.add("The Late Train", PAGE)

    assert [1, 1, 1] == [
        story_versions(work, name).versions[0].number
        for name in ("The Late Train", "the late train", "the la")
    ]


def test_what_never_was_is_said_so(work: Workspace, seen: str) -> None:
    """
    A story, or a version, that there never was is an error that names what there is.
    """
    assert seen
    with pytest.raises(UnknownError, match="no story"):
        story_versions(work, "the-early-bird")
    with pytest.raises(UnknownError, match="no version 9") as caught:
        compare_versions(work, "the-late-train", 9)
    assert "It has 1 to 1." == caught.value.try_this
