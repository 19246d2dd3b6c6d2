"""Which stories to rehearse, as a page shows it: what each is good for, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass

from starling.usecases.choose import Choice, Pick, strong_at
from starling.usecases.cover_rows import rows_called
from starling.web.views.story import story_url

_NAMED = 6
"""Rows that are named of one story; the twin has all."""


@dataclass(frozen=True, slots=True)
class PickRow:
    """A story to rehearse, and the rows that it is strong at."""

    title: str
    url: str
    use: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The stories to rehearse for a set; ``most`` is "" where the fewest are shown."""

    set_name: str
    title: str
    headline: str
    lede: str
    most: str
    rows: tuple[PickRow, ...]


def choice_view(choice: Choice) -> ChoiceView:
    """The chosen stories, the most useful first, under a headline that says what they cover."""
    title = {"kinds": "the kinds of story", "questions": "the questions"}.get(choice.set_name, choice.title)
    return ChoiceView(
        set_name=choice.set_name,
        title=title,
        headline=_headline(choice, title),
        lede=_lede(choice),
        most="" if choice.most is None else str(choice.most),
        rows=tuple(_row(choice, each) for each in choice.picks),
    )


def _headline(choice: Choice, title: str) -> str:
    count = len(choice.picks)
    if not count:
        return f"No story is strong for {title} yet"
    if choice.most is not None:
        return f"Rehearse this one for {title}" if count == 1 else f"Rehearse these {count} for {title}"
    return (
        f"One story carries all you have for {title}"
        if count == 1
        else f"{count} stories carry all you have for {title}"
    )


def _lede(choice: Choice) -> str:
    what = rows_called(choice.set_name)
    if not choice.picks:
        return f"Tell in one of them what one of the {what} asks for, and look again."
    total = choice.twice + choice.once + choice.never
    covered = f"{choice.twice} of {total} {what} have two strong stories among them"
    return f"{covered}, {choice.once} one, {choice.never} none. Another choice may be a little better."


def _row(choice: Choice, pick: Pick) -> PickRow:
    named = strong_at(choice, pick, _NAMED)
    strong = f"Strong at {named}." if named else ""
    partly = f"Partly at {len(pick.partly)}." if pick.partly else ""
    return PickRow(pick.title, story_url(pick.story), f"{strong} {partly}".strip())
