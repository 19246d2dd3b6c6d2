"""A story's text over time: saved, looked back at, compared, deleted, and brought back."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from starling.model.history import Event, Version
from starling.model.prep import Kept
from starling.model.problem import UnknownError, UsageError
from starling.model.story import Part, PartKind, Story
from starling.ports import Workspace
from starling.prep.slugs import as_file, free_slug
from starling.text.story_format import parse, render
from starling.usecases.bank import find_story


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A story's page after a save: ``seen`` is what the next save must carry."""

    slug: str
    title: str
    where: str
    seen: str
    version: int


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """A story that is no longer among the others; ``version`` brings it back."""

    slug: str
    title: str
    version: int


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What became of one story, the newest version first; ``deleted`` says that it has no page now."""

    slug: str
    title: str
    versions: tuple[Version, ...]
    deleted: bool = False


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two versions of a story, and what changed between them as a unified diff; "" where nothing did.

    ``stands`` says that the second is what the file holds now.
    """

    slug: str
    title: str
    old: Version
    new: Version
    diff: str
    stands: bool


def note_seen(work: Workspace, kept: Kept) -> Version:
    """Keep what a page says now, so that whoever changes it next loses nothing."""
    return work.history.add(kept.slug, kept.text, kept.seen, Event.SEEN, work.clock.now())


def save_story(work: Workspace, slug: str, text: str, seen: str) -> Saved:
    """Save a story's page, edited from what was *seen*; ConflictError keeps both where it has changed since.

    A page that was deleted meanwhile has changed too. What a browser sends as
    CR LF is a line end as any; the file keeps those that it has.
    """
    there = work.stories.get(slug)
    if there is None and not work.history.versions(slug):
        there = find_story(work, slug)
    if there is not None:
        note_seen(work, there)
    name = slug if there is None else there.slug
    return _saved(work, work.stories.save(name, text.replace("\r\n", "\n"), seen), Event.SAVED)


def add_story(work: Workspace, title: str) -> Saved:
    """A new page with the four parts, empty, for a story that is not in any notes."""
    name = " ".join(title.split())
    if not name:
        raise UsageError("A story needs a title.", try_this="Name the event in a few words.")
    kinds = (PartKind.SITUATION, PartKind.TASK, PartKind.ACTION, PartKind.RESULT)
    story = Story(title=name, parts=tuple(Part(kind, (), kind.value.title()) for kind in kinds))
    slug = free_slug(name, set(map(as_file, work.stories.slugs())))
    return _saved(work, work.stories.add(slug, render(story)), Event.SAVED)


def delete_story(work: Workspace, slug: str, seen: str = "") -> Deleted:
    """Take a story's page away; its versions stay, and what was called fine in it is still known."""
    kept = find_story(work, slug)
    note_seen(work, kept)
    work.stories.delete(kept.slug, seen or kept.seen)
    version = work.history.add(kept.slug, kept.text, kept.seen, Event.DELETED, work.clock.now())
    return Deleted(slug=kept.slug, title=_title(kept.text, kept.slug), version=version.number)


def restore_story(work: Workspace, slug: str, number: int | None = None) -> Saved:
    """Bring back a version of a story, without a number the newest; what stands there now is kept too."""
    past = story_versions(work, slug)
    version = _find_version(past, number)
    there = work.stories.get(past.slug)
    if there is not None:
        note_seen(work, there)
    kept = work.stories.save(past.slug, version.text, there.seen if there is not None else "")
    return _saved(work, kept, Event.RESTORED)


def story_versions(work: Workspace, slug: str) -> Versions:
    """Every version of a story, also of a deleted one; UnknownError where there never was one."""
    asked = slug.strip().removesuffix(".md").rpartition("/")[2]
    there = work.stories.get(asked)
    if there is None and not work.history.versions(asked):
        there = find_story(work, slug)
    if there is not None:
        note_seen(work, there)
        asked = there.slug
    found = work.history.versions(asked)
    title = _title(found[-1].text, asked)
    return Versions(slug=asked, title=title, versions=found[::-1], deleted=there is None)


def _find_version(past: Versions, number: int | None) -> Version:
    """The version of this number, without one the newest."""
    if number is None:
        return past.versions[0]
    found = next((each for each in past.versions if each.number == number), None)
    if found is None:
        highest = past.versions[0].number
        raise UnknownError(f"“{past.slug}” has no version {number}.", try_this=f"It has 1 to {highest}.")
    return found


def compare_versions(
    work: Workspace, slug: str, old: int | None = None, new: int | None = None
) -> Difference:
    """What changed between two versions of a story, without numbers between the last two."""
    past = story_versions(work, slug)
    after = _find_version(past, new)
    before = _find_version(past, max(1, after.number - 1) if old is None else old)
    lines = difflib.unified_diff(
        before.text.splitlines(),
        after.text.splitlines(),
        f"version {before.number}",
        f"version {after.number}",
        lineterm="",
        n=2,
    )
    return Difference(
        slug=past.slug,
        title=past.title,
        old=before,
        new=after,
        diff="\n".join(lines),
        stands=after is past.versions[0] and not past.deleted,
    )


def _saved(work: Workspace, kept: Kept, event: Event) -> Saved:
    version = work.history.add(kept.slug, kept.text, kept.seen, event, work.clock.now())
    return Saved(
        slug=kept.slug,
        title=_title(kept.text, kept.slug),
        where=kept.where,
        seen=kept.seen,
        version=version.number,
    )


def _title(text: str, slug: str) -> str:
    return parse(text, slug)[0].title or slug
