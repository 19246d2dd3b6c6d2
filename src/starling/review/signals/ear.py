"""What makes a telling hard to follow by ear (rubric, D12); grammar and choice of words play no part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from starling.model.story import SPOKEN
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.reading import Reading, Section, Sentence
from starling.review.signals import signal
from starling.review.signals.lengths import seconds
from starling.review.signals.measures import measures
from starling.review.signals.short_forms import unexplained
from starling.text.words import lowers

WINDOW_SECONDS = 20
MOST_FIGURES = 5
"""Figures in one window of speech that a listener still holds (rubric, D12)."""
MOST_WORDS = 45
"""Words between two full stops that a listener still follows."""
LONGEST_LIST = 7
"""Items of a flat list; seven rather than the five of the rubric, because notes are terser than speech."""
MOST_SHORT_FORMS = 2
_FEWEST_REPEATED = 6
"""Words of a sentence that is heard as a loop; shorter ones recur by nature."""
_STOP = re.compile(r"[.!?][\"”’)]*\s")
_LONGEST_MARGIN = 80
"""How many characters may stand before an item on its line."""


class Obstacle(NamedTuple):
    """One thing that makes a listener lose the thread: what, where, and what to do."""

    what: str
    start: int
    end: int
    advice: str


@signal
def obstacles(reading: Reading) -> tuple[Obstacle, ...]:
    """The obstacles of a telling, each kind once."""
    looks: tuple[Callable[[Reading], Obstacle | None], ...] = (
        _too_long, _dense, _long_sentence, _long_list, _short_forms, _repeated,
    )  # fmt: skip
    return tuple(found for look in looks if (found := look(reading)) is not None)


def _too_long(reading: Reading) -> Obstacle | None:
    most = reading.brief.minutes[1]
    minutes = seconds(reading) / 60
    if minutes <= most:
        return None
    advice = (
        f"Leave something for a follow-up: it takes about {minutes:.1f} minutes, and you aim for {most:g}."
    )
    return Obstacle("it runs past your time", 0, 0, advice)


def _dense(reading: Reading) -> Obstacle | None:
    figures = densest(reading)
    if not figures:
        return None
    advice = f"Keep the three figures you would defend: this telling holds {len(spoken_figures(reading))}."
    return Obstacle("the figures come too close together", figures[0].start, figures[-1].end, advice)


def _long_sentence(reading: Reading) -> Obstacle | None:
    longest = max(long_sentences(reading), key=lambda long: long.words, default=None)
    if longest is None:
        return None
    start, end = longest.sentence.start, longest.sentence.end
    advice = f"Break “{reading.quote(start, end)}” in two: it is {longest.words} words long."
    return Obstacle("one sentence is very long", start, end, advice)


def _long_list(reading: Reading) -> Obstacle | None:
    items = next(iter(long_lists(reading)), None)
    if items is None:
        return None
    first = reading.quote(items[0].start, items[0].end, 40)
    advice = f"Name the two that matter of the list that begins “{first}”."
    return Obstacle("a list is too long to hold", items[0].start, items[-1].end, advice)


def _short_forms(reading: Reading) -> Obstacle | None:
    found = unexplained(reading)
    if len(found) <= MOST_SHORT_FORMS:
        return None
    said = ", ".join(reading.text[start:end] for start, end in found[:3])
    return Obstacle("short forms are not explained", *found[0], f"Say what {said} stand for the first time.")


def _repeated(reading: Reading) -> Obstacle | None:
    again = next(iter(repeated(reading)), None)
    if again is None:
        return None
    advice = f"Say “{reading.quote(again.start, again.end)}” once."
    return Obstacle("a sentence comes twice", again.start, again.end, advice)


def spoken_figures(reading: Reading) -> list[Quantity]:
    """The figures of the parts that are said aloud, in order."""
    return [figure for figure in measures(reading) if reading.kind_at(figure.start) in SPOKEN]


@signal
def densest(reading: Reading) -> tuple[Quantity, ...]:
    """The longest run of figures in one window of speech at the user's pace; none where it can be held."""
    figures = spoken_figures(reading)
    at = [reading.words_before(figure.start) for figure in figures]
    window = reading.brief.pace * WINDOW_SECONDS / 60
    first, best = 0, (0, MOST_FIGURES)
    for last in range(len(figures)):
        while at[last] - at[first] >= window:
            first += 1
        if last + 1 - first > best[1] - best[0]:
            best = (first, last + 1)
    return tuple(figures[slice(*best)]) if best[1] - best[0] > MOST_FIGURES else ()


class Long(NamedTuple):
    """A sentence that is too long, and how many words are spoken in one breath."""

    words: int
    sentence: Sentence


@signal
def long_sentences(reading: Reading) -> tuple[Long, ...]:
    """The sentences with more words between two full stops than a listener follows, in order."""
    candidates = (s for s in reading.spoken if len(s.words) > MOST_WORDS and not _is_list(s))
    found = (Long(_breath(reading, sentence), sentence) for sentence in candidates)
    return tuple(long for long in found if long.words > MOST_WORDS)


def _is_list(sentence: Sentence) -> bool:
    """Items after a colon or between semicolons are heard one at a time."""
    return ":" in sentence.text or ";" in sentence.text or "\n" in sentence.text.strip()


def _breath(reading: Reading, sentence: Sentence) -> int:
    """How many words are spoken between two full stops, also where the next sentence has no capital."""
    stops = [sentence.start + match.end() for match in _STOP.finditer(sentence.text)]
    ends = pairwise([sentence.start, *stops, sentence.end])
    return max(len(reading.words_in(start, end)) for start, end in ends)


@signal
def long_lists(reading: Reading) -> tuple[tuple[Sentence, ...], ...]:
    """The flat lists with more items than a listener holds, in order."""
    spoken = (section for section in reading.sections if section.part.kind in SPOKEN)
    lists = (items for section in spoken for items in _flat_lists(reading, section))
    return tuple(items for items in lists if len(items) > LONGEST_LIST)


def _flat_lists(reading: Reading, section: Section) -> Iterator[tuple[Sentence, ...]]:
    """The lists of a part, without what hangs under their items; a line of its own ends a list."""
    items: list[Sentence] = []
    margin = 0
    inside = [s for s in reading.of(section.part.kind) if section.start <= s.start < section.end]
    for sentence in inside if any(s.bullet for s in inside) else ():
        indent = _indent(reading, sentence)
        if indent is None or (items and indent > margin):
            continue
        if items and (indent < margin or not sentence.bullet):
            yield tuple(items)
            items = []
        if sentence.bullet:
            items.append(sentence)
            margin = indent
    yield tuple(items)


def _indent(reading: Reading, sentence: Sentence) -> int | None:
    """How far the line is indented that a sentence opens; None where the sentence stands inside a line."""
    window = reading.text[max(0, sentence.start - _LONGEST_MARGIN) : sentence.start]
    before = window[window.rfind("\n") + 1 :]
    opens = sentence.bullet or not before.strip()
    return len(before) - len(before.lstrip(" \t")) if opens else None


@signal
def repeated(reading: Reading) -> tuple[Sentence, ...]:
    """The spoken sentences that say an earlier one again, word for word."""
    told = [sentence for sentence in reading.spoken if len(sentence.words) >= _FEWEST_REPEATED]
    if len({(len(s.words), s.words[0].lower, s.words[-1].lower) for s in told}) == len(told):
        return ()  # no two are of one length between the same words
    seen: set[tuple[str, ...]] = set()
    again: list[Sentence] = []
    for sentence in told:
        said = tuple(lowers(sentence.words))
        if said in seen:
            again.append(sentence)
        seen.add(said)
    return tuple(again)
