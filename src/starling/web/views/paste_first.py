"""What a preview of notes shows on top: the finding to look at first, or that the numbers hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from starling.usecases.import_notes import Outcome
from starling.usecases.paste import First, FoundStory, Preview
from starling.web.draw import clock
from starling.web.views.paste_rows import all_fit, tells_an_event

_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True, slots=True)
class FirstBox:
    """What to look at first: quotations with the figures marked, what to do, why, and in which story."""

    head: str
    quotes: tuple[Markup, ...]
    text: str
    why: str
    where: str
    title: str
    mend: bool


def figures_in(found: Preview) -> int:
    """How many numbers stand in the stories of a preview."""
    return sum(len(each.numbers.figures) for each in found.stories)


def all_hold(found: Preview) -> bool:
    """Whether there are numbers, and nothing at all is to be said against them."""
    return figures_in(found) > 1 and all(map(all_fit, found.stories))


def first_box(found: Preview) -> FirstBox | None:
    """The most certain finding; without one how long a telling takes, and None where nothing is new."""
    if found.first is not None:
        return _finding_box(found.first)
    told = [each for each in found.stories if tells_an_event(each)]
    if not any(each.imported.outcome is Outcome.NEW for each in told):
        return None
    return _length_box(found, told)


def _length_box(found: Preview, told: Sequence[FoundStory]) -> FirstBox:
    """The story that is the furthest from the minutes that a telling may take."""
    low, high = found.brief.minutes
    chosen, word = _furthest(told, 60 * low, 60 * high)
    one, many = ("story", "stories") if any(each.is_told for each in told) else ("answer", "answers")
    alone = len(told) == 1
    length = f"The {'' if alone else word}{one} takes about {clock(chosen.report.seconds)}"
    pace = f"That is at {found.brief.pace} words a minute; a telling may take {low:g} to {high:g} minutes."
    head = length
    if not figures_in(found):
        head = f"Your {one} has no numbers yet" if alone else f"Your {many} have no numbers yet"
        pace = f"{length}. {pace}"
    if alone:
        return FirstBox(head, (), pace, "", "", "", mend=False)
    return FirstBox(head, (), "", pace, "It is", chosen.imported.story.title, mend=False)


def _furthest(told: Sequence[FoundStory], low: float, high: float) -> tuple[FoundStory, str]:
    """The telling that is the furthest from its time, in seconds, and the word for it."""
    longest = max(told, key=lambda each: each.report.seconds)
    shortest = min(told, key=lambda each: each.report.seconds)
    if longest.report.seconds <= high and shortest.report.seconds < low:
        return shortest, "shortest "
    return longest, "longest "


def _finding_box(first: First) -> FirstBox:
    figures = _QUOTED.findall(first.finding.message)
    return FirstBox(
        head="Look at this first",
        quotes=tuple(_marked(quote, figures) for quote in first.quotes),
        text=first.finding.message,
        why=first.why,
        where="It is in",
        title=first.story.imported.story.title,
        mend=True,
    )


def _marked(quote: str, figures: Sequence[str]) -> Markup:
    """A quotation with each of the figures underlined, the longer before the shorter."""
    known = sorted((each for each in figures if each in quote and each != quote), key=len, reverse=True)
    if not known:
        return escape(quote)
    pieces = re.split(f"({'|'.join(map(re.escape, known))})", quote)
    mark = Markup('<mark class="mark" data-kind="clash">{}</mark>')
    return Markup().join(mark.format(each) if each in known else escape(each) for each in pieces)
