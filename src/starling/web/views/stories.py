"""The list of stories as a page shows it: those with something to mend first, then the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
class StoryGroup:
    """The stories with something to mend, or those without."""

    head: str
    rows: tuple[StoryRow, ...]


@dataclass(frozen=True, slots=True)
class StoriesView:
    """The list, under a headline that says in how many stories something is to mend."""

    headline: str
    groups: tuple[StoryGroup, ...]


def stories_view(answer: StoryList, glances: Sequence[Glance]) -> StoriesView:
    """The stories in the order of their names, those with something to mend before the others."""
    groups = tuple(_groups(glances))
    return StoriesView(
        _headline(len(answer.stories), sum(each.first is not None for each in glances)), groups
    )


def _headline(count: int, to_mend: int) -> str:
    if count == 0:
        return "No stories yet"
    if count == 1:
        return "One story, with something to mend" if to_mend else "One story, and nothing to mend in it"
    if to_mend == 0:
        return f"{count} stories, and nothing to mend in them"
    return f"{count} stories, {to_mend} with something to mend"


def _groups(glances: Sequence[Glance]) -> Iterator[StoryGroup]:
    heads = (("Something to mend", True), ("Nothing to mend", False))
    for head, is_open in heads:
        rows = tuple(_row(each) for each in glances if (each.first is not None) is is_open)
        if rows:
            yield StoryGroup(head, rows)


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
