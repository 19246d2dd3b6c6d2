"""Which stories tell one event: those of one project name, and those that share their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from starling.model.story import Story
from starling.text.telling import SAME, likeness, runs

_SOME = 6
"""Runs of the shorter story to each that is shared, above which two stories cannot be alike enough."""

_COMMON = 50
"""Stories that share a run of words before each is compared with the next alone: a saying, or many copies."""

_SAID = 256
"""Stories whose runs of words are remembered, so that after an edit one is read; one takes about 30 KB."""


def groups(stories: Sequence[Story]) -> tuple[tuple[int, ...], ...]:
    """The places of *stories* by event, in their order; a story that stands alone is a group of its own."""
    first = list(range(len(stories)))

    def root(place: int) -> int:
        while first[place] != place:
            first[place] = first[first[place]]
            place = first[place]
        return place

    for one, other in (*_by_project(stories), *_by_words(stories)):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for place in range(len(stories)):
        found[root(place)].append(place)
    return tuple(tuple(group) for group in found.values())


def _by_project(stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    named: dict[str, int] = {}
    for place, story in enumerate(stories):
        name = (story.project or "").strip().casefold()
        if name:
            yield named.setdefault(name, place), place


def _by_words(stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    """Pairs of stories that share a third of their runs of three words, as an edited copy does."""
    said = [_said(story) for story in stories]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (found, _) in enumerate(said):
        for run in found:
            holders[run].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        reach = len(places) if len(places) <= _COMMON else 2
        shared.update((one, other) for at, one in enumerate(places) for other in places[at + 1 : at + reach])
    for (one, other), count in shared.items():
        smaller = min(said[one][1], said[other][1])
        if _SOME * count >= smaller and likeness(said[one][0], said[other][0]) >= SAME:
            yield one, other


@lru_cache(maxsize=_SAID)
def _said(story: Story) -> tuple[Counter[tuple[str, ...]], int]:
    """The runs of words of a story, and how many there are."""
    found = runs(story)
    return found, found.total()
