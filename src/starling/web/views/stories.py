"""The list of stories as a page shows it: those with something to mend first, then the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starling.usecases.bank import StoryList
from starling.usecases.glance import Glance
from starling.web.draw import clock
from starling.web.views.notes import first_sentence
from starling.web.views.story import story_url

PAGE = 100
"""Stories of one page; more would not be a light page."""


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
class StoryGroup:
    """The stories with something to mend, or those without; ``total`` counts those on other pages too."""

    head: str
    total: int
    rows: tuple[StoryRow, ...]


@dataclass(frozen=True, slots=True)
class StoriesView:
    """The list, under a headline that says in how many stories something is to mend."""

    headline: str
    total: int
    groups: tuple[StoryGroup, ...]
    shown: str
    earlier: str
    later: str


def stories_view(answer: StoryList, glances: Sequence[Glance], page: int = 1) -> StoriesView:
    """The stories in pages, in the order of their names, those with something to mend before the others."""
    first, size = (page - 1) * PAGE, len(glances)
    last = min(first + PAGE, size)
    return StoriesView(
        headline=_headline(len(answer.stories), sum(each.first is not None for each in glances)),
        total=size,
        groups=tuple(_groups(glances, first)),
        shown=f"Stories {first + 1} to {last} of {size}" if size > PAGE and first < last else "",
        earlier=_place(page - 1) if page > 1 else "",
        later=_place(page + 1) if last < size else "",
    )


def _place(page: int) -> str:
    return f"/stories?page={page}" if page > 1 else "/stories"


def _headline(count: int, to_mend: int) -> str:
    if count == 0:
        return "No stories yet"
    if count == 1:
        return "One story, with something to mend" if to_mend else "One story, and nothing to mend in it"
    if to_mend == 0:
        return f"{count} stories, and nothing to mend in them"
    return f"{count} stories, {to_mend} with something to mend"


def _groups(glances: Sequence[Glance], first: int) -> Iterator[StoryGroup]:
    """The two groups, with those of their stories that stand on the page that begins at *first*."""
    shown = sorted(glances, key=lambda each: each.first is None)[first : first + PAGE]
    for head, is_fine in (("Something to mend", False), ("Nothing to mend", True)):
        rows = tuple(_row(each) for each in shown if (each.first is None) is is_fine)
        if rows:
            yield StoryGroup(head, sum((each.first is None) is is_fine for each in glances), rows)


def _row(glance: Glance) -> StoryRow:
    figures = str(glance.figures) if glance.figures else "none"
    return StoryRow(
        title=glance.title,
        url=story_url(glance.slug),
        project=glance.project,
        spoken=clock(glance.seconds),
        numbers=f"{figures}, {glance.to_settle} to settle" if glance.to_settle else figures,
        mend=_mend(glance),
    )


def _mend(glance: Glance) -> str:
    if not glance.english:
        return "In another language than English, so it is kept and not assessed."
    return "" if glance.first is None else first_sentence(glance.first.message)[0]
