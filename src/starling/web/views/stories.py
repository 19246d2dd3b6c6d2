"""The list of stories as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from starling.usecases.bank import StoryCard, StoryList
from starling.web.draw import clock
from starling.web.views.story import story_url


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the list."""

    title: str
    url: str
    project: str
    spoken: str
    missing: str


@dataclass(frozen=True, slots=True)
class StoriesView:
    """The list, under a headline that says how many there are."""

    headline: str
    rows: tuple[StoryRow, ...]


def stories_view(answer: StoryList) -> StoriesView:
    """The stories in the order of their names."""
    count = len(answer.stories)
    headline = "No stories yet" if count == 0 else "One story" if count == 1 else f"{count} stories"
    return StoriesView(headline, tuple(map(_row, answer.stories)))


def _row(card: StoryCard) -> StoryRow:
    missing = ", ".join(kind.value for kind in card.missing)
    return StoryRow(
        title=card.story.title,
        url=story_url(card.story.slug),
        project=card.story.project or "",
        spoken=clock(card.seconds),
        missing=f"no {missing}" if missing else "",
    )
