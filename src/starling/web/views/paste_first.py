"""What a preview of notes shows on top: the finding to look at first, or that the numbers hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from starling.prep.candidates import Origin
from starling.usecases.import_notes import Outcome
from starling.usecases.paste import First, FoundStory, Preview
from starling.web.draw import clock
from starling.web.views.paste_rows import all_fit

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
    told = [each for each in found.stories if each.origin is not Origin.PARAGRAPH]
    if not any(each.imported.outcome is Outcome.NEW for each in told):
        return None
    return _length_box(found, told)


def _length_box(found: Preview, told: Sequence[FoundStory]) -> FirstBox:
    """The story that is the furthest from the minutes that a telling may take."""
    low, high = found.brief.minutes
    longest = max(told, key=lambda each: each.report.seconds)
    shortest = min(told, key=lambda each: each.report.seconds)
    short = longest.report.seconds <= 60 * high and shortest.report.seconds < 60 * low
    chosen, word = (shortest, "shortest ") if short else (longest, "longest ")
    alone = len(told) == 1
    length = f"The {'' if alone else word}story takes about {clock(chosen.report.seconds)}"
    pace = f"That is at {found.brief.pace} words a minute; a telling may take {low:g} to {high:g} minutes."
    head = length
    if not figures_in(found):
        head, pace = "Your stories have no numbers yet", f"{length}. {pace}"
    if alone:
        return FirstBox(head, (), pace, "", "", "", mend=False)
    return FirstBox(head, (), "", pace, "It is", chosen.imported.story.title, mend=False)


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
