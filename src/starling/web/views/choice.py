"""Which stories to rehearse, as a page shows it: what they cover, what each is good for, what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starling.usecases.choose import Choice, Pick, strong_at
from starling.web.views.sets import set_in_words
from starling.web.views.story import story_url

_NAMED = 6
"""Rows that are named of one story; the twin has all."""
_OPEN = 12
"""Rows that are named as open; Coverage has all."""


@dataclass(frozen=True, slots=True)
class PickRow:
    """A story to rehearse, and the rows that it is strong at."""

    title: str
    url: str
    use: str


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that none of them is strong at, and where the coverage shows it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The stories to rehearse for a set; ``most`` is "" where the fewest are shown."""

    set_name: str
    headline: str
    lede: str
    most: str
    rows: tuple[PickRow, ...]
    open: tuple[OpenRow, ...]
    more_open: int
    spoken: bool


def choice_view(choice: Choice) -> ChoiceView:
    """The chosen stories, the most useful first, under a headline that says what they cover."""
    strong = {row for each in choice.picks for row in each.strong}
    left = tuple(
        OpenRow(name, _row_url(choice, slug)) for slug, name in choice.names.items() if slug not in strong
    )
    return ChoiceView(
        set_name=choice.set_name,
        headline=_headline(choice),
        lede=_lede(choice),
        most="" if choice.most is None else str(choice.most),
        rows=tuple(_row(choice, each) for each in choice.picks),
        open=left[:_OPEN] if choice.picks else (),
        more_open=max(0, len(left) - _OPEN),
        spoken=choice.set_name == "questions",
    )


def _headline(choice: Choice) -> str:
    whole = set_in_words(choice.set_name, choice.title, len(choice.names))
    if not choice.picks:
        return f"No story is strong for one of {whole} yet"
    covered = f"{choice.twice + choice.once} of {whole}" if choice.never else f"all of {whole}"
    if len(choice.picks) == 1:
        return f"“{choice.picks[0].title}” covers {covered}"
    return f"{len(choice.picks)} stories cover {covered}"


def _lede(choice: Choice) -> str:
    if not choice.picks:
        return "Each row of Coverage names the nearest story and what it lacks. Tell that, and look again."
    spare = f"{choice.twice or 'None'} with a spare"
    left = f"{choice.never or 'none'} {'stay' if choice.never > 1 else 'stays'} open"
    other = "" if len(choice.picks) == 1 else " Another choice may be a little better."
    return f"{spare}, and {left}.{other}"


def _row(choice: Choice, pick: Pick) -> PickRow:
    named = strong_at(choice, pick, _NAMED)
    strong = f"Strong at {named}." if named else ""
    partly = f"Partly at {len(pick.partly)}{' more' if named else ''}." if pick.partly else ""
    return PickRow(pick.title, story_url(pick.story), f"{strong} {partly}".strip())


def _row_url(choice: Choice, slug: str) -> str:
    return f"/coverage/{quote(choice.set_name, safe='')}#{quote(slug.rpartition('/')[2])}"
