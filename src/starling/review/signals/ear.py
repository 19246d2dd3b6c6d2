"""What makes a telling hard to follow by ear (rubric, D12); grammar and choice of words play no part."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from starling.model.story import SPOKEN
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.review.signals.deeds import deeds
from starling.review.signals.lengths import seconds
from starling.review.signals.measures import measures
from starling.review.signals.short_forms import unexplained

WINDOW_SECONDS = 20
MOST_FIGURES = 5
"""Figures in one window of speech that a listener still holds (rubric, D12)."""
MOST_WORDS = 45
LONGEST_LIST = 5
MOST_SHORT_FORMS = 2


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
    """The first window of speech at the user's pace that holds too many figures."""
    window = reading.brief.pace * WINDOW_SECONDS // 60
    found = [q for q in measures(reading) if reading.kind_at(q.start) in SPOKEN]
    for first, last in zip(found, found[MOST_FIGURES:], strict=False):
        if len(reading.words_in(first.start, last.start)) < window:
            advice = f"Keep the three figures you would defend: this telling holds {len(found)}."
            return Obstacle("the figures come too close together", first.start, last.end, advice)
    return None


def _long_sentence(reading: Reading) -> Obstacle | None:
    longest = max(reading.spoken, key=_breath, default=None)
    if longest is None or _breath(longest) <= MOST_WORDS:
        return None
    advice = (
        f"Break “{reading.quote(longest.start, longest.end)}” in two: it is {len(longest.words)} words long."
    )
    return Obstacle("one sentence is very long", longest.start, longest.end, advice)


def _breath(sentence: Sentence) -> int:
    """The words of a sentence, or 0 where colons or semicolons cut it into what is heard one at a time."""
    return 0 if ":" in sentence.text or ";" in sentence.text else len(sentence.words)


def _long_list(reading: Reading) -> Obstacle | None:
    """A run of list items in which nothing is done: a list of things, not of steps."""
    done = {deed.sentence.index for deed in deeds(reading)}
    run: list[Sentence] = []
    for sentence in reading.spoken:
        if not sentence.bullet or sentence.index in done or (run and run[0].kind is not sentence.kind):
            run = []
        if sentence.bullet and sentence.index not in done:
            run.append(sentence)
        if len(run) > LONGEST_LIST:
            first = reading.quote(run[0].start, run[0].end, 40)
            advice = f"Name the two that matter of the list that begins “{first}”."
            return Obstacle("a list is too long to hold", run[0].start, run[-1].end, advice)
    return None


def _short_forms(reading: Reading) -> Obstacle | None:
    found = unexplained(reading)
    if len(found) <= MOST_SHORT_FORMS:
        return None
    said = ", ".join(reading.text[start:end] for start, end in found[:3])
    return Obstacle("short forms are not explained", *found[0], f"Say what {said} stand for the first time.")


def _repeated(reading: Reading) -> Obstacle | None:
    """The same sentence said again."""
    seen: set[tuple[str, ...]] = set()
    for sentence in reading.spoken:
        said = tuple(word.lower for word in sentence.words)
        if len(said) > 4 and said in seen:  # noqa: PLR2004 - shorter ones recur by nature
            advice = f"Say “{reading.quote(sentence.start, sentence.end)}” once."
            return Obstacle("a sentence comes twice", sentence.start, sentence.end, advice)
        seen.add(said)
    return None
