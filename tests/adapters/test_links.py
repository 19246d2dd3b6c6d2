"""No path leaves the prep folder: what links lead to outside is neither shown nor written through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from starling import wiring
from starling.model.prep import Acceptance
from starling.model.problem import ForbiddenError
from starling.ports import Workspace
from starling.settings import Settings
from starling.usecases.init_prep import init_prep

DIARY = "# Not for Starling\n\n## Situation\n\nA diary.\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file outside of the prep folder."""
    file = tmp_path / "outside.md"
    file.write_text(DIARY)
    return file


@pytest.fixture
def prep(tmp_path: Path) -> Path:
    """A prep folder beside it."""
    init_prep(wiring.home(tmp_path / "prep"), "prep")
    return tmp_path / "prep"


def workspace(folder: Path) -> Workspace:
    """
    All that is kept in a prep folder.
    """
    return wiring.open_workspace(folder, Settings())


def test_a_story_that_links_out_is_not_read_listed_or_written(prep: Path, outside: Path) -> None:
    """
    A link in stories/ to a file outside is not among the stories, and refuses to be read, saved and deleted.
    """
    (prep / "stories").mkdir()
    (prep / "stories" / "late.md").symlink_to(outside)
    stories = workspace(prep).stories

    assert () == stories.all()
    with pytest.raises(ForbiddenError, match="leads out"):
        stories.get("late")
    with pytest.raises(ForbiddenError, match="leads out"):
        stories.save("late", "mine", "")
    with pytest.raises(ForbiddenError, match="leads out"):
        stories.delete("late", "")
    assert DIARY == outside.read_text()


def test_a_link_to_nothing_outside_is_not_made_something(prep: Path, tmp_path: Path) -> None:
    """
    A new story is not written through a link whose target is not there yet.
    """
    (prep / "stories").mkdir()
    (prep / "stories" / "late.md").symlink_to(tmp_path / "nowhere.md")

    with pytest.raises(ForbiddenError):
        workspace(prep).stories.add("late", "mine")
    assert not (tmp_path / "nowhere.md").exists()


def test_a_folder_of_stories_that_links_out_is_not_followed(prep: Path, tmp_path: Path) -> None:
    """
    The whole folder stories/ may not lead out either.
    """
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "late.md").write_text(DIARY)
    (prep / "stories").symlink_to(tmp_path / "vault")

    with pytest.raises(ForbiddenError):
        workspace(prep).stories.all()
    with pytest.raises(ForbiddenError):
        workspace(prep).stories.add("new", "mine")
    assert ["late.md"] == [path.name for path in (tmp_path / "vault").iterdir()]


def test_a_link_that_stays_inside_is_a_story_as_any(prep: Path) -> None:
    """
    A link within the folder, or to a folder that is itself reached by a link, is followed.
    """
    (prep / "stories").mkdir()
    (prep / "drafts.md").write_text("# Late\n")
    (prep / "stories" / "late.md").symlink_to(prep / "drafts.md")
    (prep.parent / "alias").symlink_to(prep)

    assert ["late"] == [each.slug for each in workspace(prep.parent / "alias").stories.all()]


def test_a_set_that_links_out_is_named_and_not_read(prep: Path, outside: Path) -> None:
    """
    Principles that a link leads to outside are none of the folder's; the others are there, and it is named.
    """
    (prep / "principles").mkdir()
    (prep / "principles" / "mine.toml").write_text("")
    (prep / "principles" / "shared.toml").symlink_to(outside)
    principles = workspace(prep).principles
    (unread,) = principles.unread()

    assert ["mine"] == [each.slug for each in principles.all()]
    assert (str(prep / "principles" / "shared.toml"), True) == (unread.where, "leads out" in unread.what)


@pytest.mark.parametrize("slug", ["../outside", "../../outside", "/etc/passwd", "..", "a\0b", "x" * 400])
def test_a_slug_never_names_a_path(prep: Path, outside: Path, slug: str) -> None:
    """
    Steps upwards, whole paths and names that no file has are no story, and no error either.
    """
    assert workspace(prep).stories.get(slug) is None
    assert DIARY == outside.read_text()


@pytest.mark.parametrize(
    ("name", "act"),
    [
        (
            "accepted.toml",
            lambda work: work.acceptances.add(Acceptance("late", "too-long", "", "2026-11-21")),
        ),
        ("questions.toml", lambda work: work.questions.add([{"slug": "why", "text": "Why?"}])),
        ("starling.toml", lambda work: work.preferences.put({"pace": 150})),
        ("notes/late.md", lambda work: work.originals.keep("late.md", b"mine")),
        ("stories/late.conflict-1.md", lambda work: work.stories.set_aside("late", "mine")),
    ],
)
def test_nothing_is_written_through_a_link(
    prep: Path, outside: Path, name: str, act: Callable[[Workspace], object]
) -> None:
    """
    Every file that is written refuses to be a link that leads out of the folder.
    """
    path = prep / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(outside.with_name("not-there-yet.md"))

    with pytest.raises(ForbiddenError, match="leads out"):
        act(workspace(prep))
    assert not outside.with_name("not-there-yet.md").exists()


def test_names_of_notes_stay_below_notes(prep: Path) -> None:
    """
    A source whose name climbs upwards is kept in notes/ all the same.
    """
    where, _ = workspace(prep).originals.keep("../../late.md", b"mine")

    assert prep / "notes" / "late.md" == Path(where)


def test_an_archive_and_a_check_do_not_open_what_leads_out(prep: Path, outside: Path) -> None:
    """
    Links out are named as such, by file and by folder, and are no papers; a loop of links is one too.
    """
    (prep / "notes").mkdir()
    (prep / "notes" / "a.md").symlink_to(outside)
    (prep / "notes" / "b").symlink_to(outside.parent)
    (prep / "notes" / "c.md").symlink_to(prep / "notes" / "c.md")
    papers = workspace(prep).papers

    assert ("notes/a.md", "notes/b", "notes/c.md") == papers.strays()
    assert ("questions.toml", "starling.toml") == papers.names()
    with pytest.raises(ForbiddenError):
        papers.read("notes/a.md")
