"""Which story of some notes is which page of a prep folder: by its words, whatever its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from starling.model.prep import Kept
from starling.model.story import Story
from starling.prep.pages import read_page
from starling.text.front_matter import read_facts
from starling.text.story_page import FACTS
from starling.text.telling import SAME, fingerprint, likeness, runs

_Runs = Counter[tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Known:
    """A page of the prep folder and its story.

    ``imported`` is the mark of the telling it was last imported from ("" for
    one written here), ``now`` the mark of what it says today.
    """

    slug: str
    where: str
    text: str
    seen: str
    story: Story
    imported: str
    now: str

    @property
    def edited(self) -> bool:
        """Whether its author changed its words here."""
        return self.imported != self.now


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A story of the notes, its mark, and its page or None; *same* says that the page need not change."""

    story: Story
    mark: str
    known: Known | None = None
    same: bool = False


def pair(kept: Iterable[Kept], stories: Sequence[Story]) -> tuple[Pair, ...]:
    """For each story its page; a page belongs to one story, and two stories with one title stay two."""
    known = [_known(each) for each in kept]
    by_mark = {mark: each for each in reversed(known) for mark in (each.now, each.imported) if mark}
    found: dict[int, Pair] = {}
    marks = [fingerprint(story) for story in stories]
    for index, (story, mark) in enumerate(zip(stories, marks, strict=True)):
        if mark in by_mark:
            found[index] = Pair(story=story, mark=mark, known=by_mark[mark], same=True)
    taken = {each.known.slug for each in found.values() if each.known is not None}
    rest = [(index, story) for index, story in enumerate(stories) if index not in found]
    for index, page in _nearest(rest, [each for each in known if each.slug not in taken]):
        found[index] = Pair(story=stories[index], mark=marks[index], known=page)
    return tuple(
        found.get(index, Pair(story=story, mark=mark))
        for index, (story, mark) in enumerate(zip(stories, marks, strict=True))
    )


def _known(kept: Kept) -> Known:
    story, _ = read_page(kept)
    imported = read_facts(kept.text.split("\n"), FACTS).one("imported") or ""
    return Known(
        slug=kept.slug,
        where=kept.where,
        text=kept.text,
        seen=kept.seen,
        story=story,
        imported=imported,
        now=fingerprint(story),
    )


def _nearest(stories: Sequence[tuple[int, Story]], pages: Sequence[Known]) -> Iterator[tuple[int, Known]]:
    """Pairs of a story and a page that share enough words, the most alike first."""
    pages_runs = [runs(page.story) for page in pages]
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, found in enumerate(pages_runs):
        for run in found:
            holders.setdefault(run, []).append(number)
    pairs: list[tuple[float, int, int]] = []
    for index, story in stories:
        own = runs(story)
        near = {number for run in own for number in holders.get(run, ())}
        alike = ((likeness(own, pages_runs[number]), number) for number in near)
        pairs.extend((-share, index, number) for share, number in alike if share >= SAME)
    free_stories, free_pages = {index for index, _ in stories}, set(range(len(pages)))
    for _, index, number in sorted(pairs):
        if index in free_stories and number in free_pages:
            free_stories.remove(index)
            free_pages.remove(number)
            yield index, pages[number]
