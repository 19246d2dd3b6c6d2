"""The list of stories as a page shows it: how long each is, and what to mend first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starling.usecases.bank import StoryList
from starling.usecases.glance import Glance
from starling.web.draw import clock
from starling.web.views.notes import first_sentence
from starling.web.views.story import story_url


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the list; ``numbers`` says what is to settle, ``mend`` what to do first."""

    title: str
    url: str
    project: str
    spoken: str
    numbers: str
    mend: str


@dataclass(frozen=True, slots=True)
class StoriesView:
    """The list, under a headline that says how many there are, and how many have something to mend."""

    headline: str
    lede: str
    rows: tuple[StoryRow, ...]


def stories_view(answer: StoryList, glances: Sequence[Glance]) -> StoriesView:
    """The stories in the order of their names."""
    count = len(answer.stories)
    open_ones = sum(each.first is not None for each in glances)
    headline = "No stories yet" if count == 0 else "One story" if count == 1 else f"{count} stories"
    lede = "" if count == 0 else "Nothing is open in any of them." if open_ones == 0 else _open(open_ones)
    return StoriesView(headline, lede, tuple(map(_row, glances)))


def _open(count: int) -> str:
    return f"{count} {'has' if count == 1 else 'have'} something to mend."


def _row(glance: Glance) -> StoryRow:
    figures = f"{glance.figures} number{'' if glance.figures == 1 else 's'}"
    return StoryRow(
        title=glance.title,
        url=story_url(glance.slug),
        project=glance.project,
        spoken=clock(glance.seconds),
        numbers=f"{figures}, {glance.to_settle} to settle" if glance.to_settle else figures,
        mend=first_sentence(glance.first.message)[0] if glance.first is not None else "",
    )
