"""Whether a telling is one past event, and how much in it can be checked (rubric, D2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from starling.model.story import SPOKEN, PartKind
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading, Sentence
from starling.review.reading.vocabulary import is_past
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, deeds
from starling.review.signals.told import told_hits, word_lists
from starling.text.words import lowers

_CAPITAL = re.compile(r"[A-Z\u00aa-\U0010ffff](?<=[^\W\d_])(?<![.!?] .)(?<!\bI(?!\w))[A-Z]*+")
"""Where a name may be: a letter other than a to z that opens no sentence and is not the word "I"."""
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
_BEFORE_YEAR = frozenset("in since until by of during early late spring summer autumn fall winter".split())
CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Names that tell a time."""
_AS_WORDS = 2
_ABOUT_LATER = (PartKind.REFLECTION, PartKind.TASK)
"""Parts where "would" and the present are right: a lesson, a goal."""


@dataclass(frozen=True, slots=True)
class Event:
    """The sentences that tell of the past, of practice in general, and of opinions; and the time words."""

    past: tuple[Sentence, ...]
    general: tuple[Sentence, ...]
    opinions: tuple[Sentence, ...]
    anchors: int

    @property
    def happened(self) -> bool:
        """Whether it is one event: more is told of the past than of practice in general or of opinions."""
        return len(self.past) > len(self.general) and len(self.past) > len(self.opinions)

    @property
    def never(self) -> bool:
        """Whether nothing is told as past, and something as practice in general or as an opinion."""
        return not self.past and bool(self.general or self.opinions)


@dataclass(frozen=True, slots=True)
class Referents:
    """Distinct things a listener could check: names, figures, roles, artefacts, times."""

    names: frozenset[str]
    figures: int
    roles: frozenset[str]
    artefacts: frozenset[str]
    times: frozenset[str]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.names) + self.figures + len(self.roles) + len(self.artefacts) + len(self.times)

    @property
    def kinds(self) -> int:
        """How many of the five kinds there are."""
        held = (self.names, self.figures, self.roles, self.artefacts, self.times)
        return sum(bool(kind) for kind in held)


@signal
def event(reading: Reading) -> Event:
    """The tense of the telling, sentence by sentence."""
    habits = _sentences_with(reading, "habit_markers")
    opinions = _sentences_with(reading, "opinion_markers")
    done = {deed.sentence.index for deed in deeds(reading) if deed.real and deed.agent is not Agent.PASSIVE}
    told = [s for s in reading.spoken if s.kind not in _ABOUT_LATER]
    past = [s for s in told if s.index not in habits and (s.index in done or _has_past(s))]
    return Event(
        past=tuple(past),
        general=tuple(s for s in told if s.index in habits and not _is_dated(s)),
        opinions=tuple(s for s in told if s.index in opinions and not _has_past(s)),
        anchors=len(told_hits(reading, "time_anchors")),
    )


def _sentences_with(reading: Reading, name: str) -> set[int]:
    found = (reading.sentence_at(hit.start) for hit in told_hits(reading, name))
    return {sentence.index for sentence in found if sentence is not None}


def _has_past(sentence: Sentence) -> bool:
    return any(map(is_past, lowers(sentence.words)))


def _is_dated(sentence: Sentence) -> bool:
    """Whether a sentence with "usually" still tells of the past: "usually we did; that week I did not"."""
    return sum(map(is_past, lowers(sentence.words))) > 1


@signal
def referents(reading: Reading) -> Referents:
    """What in the spoken parts a colleague could recognise."""
    named = frozenset(_names(reading))
    dated = frozenset(_years(reading)) | (named & CALENDAR)
    return Referents(
        names=named - CALENDAR,
        figures=len(
            {reading.lower[q.start : q.end] for q in reading.once(Sheet).quantities if _is_figure(q)}
        ),
        roles=_distinct(reading, "people"),
        artefacts=_distinct(reading, "artefacts"),
        times=_distinct(reading, "time_anchors") | dated,
    )


def _is_figure(quantity: Quantity) -> bool:
    """Whether a listener hears a figure: in digits, or in words above two; "two teams" is heard as words."""
    return any(map(str.isdecimal, quantity.text)) or quantity.low > _AS_WORDS


def _distinct(reading: Reading, name: str) -> frozenset[str]:
    return frozenset(reading.lower[hit.start : hit.end].rstrip("s") for hit in told_hits(reading, name))


def _years(reading: Reading) -> Iterator[str]:
    """Years that tell a time: "in 2021"; a bare one may be a count."""
    for year in _YEAR.finditer(reading.lower):
        place = reading.words_before(year.start())
        said = reading.words[max(0, place - 1) : place + 1]
        if [each.lower for each in said[1:]] == [year.group()] and said[0].lower in _BEFORE_YEAR:
            yield f"{said[0].lower} {year.group()}"


def _names(reading: Reading) -> Iterator[str]:
    """Words written as names: capitals inside, or a capital away from the start of a clause."""
    text, lists = reading.text, word_lists(reading)
    for capital in _CAPITAL.finditer(text):
        sentence = reading.sentence_at(capital.start())
        if sentence is None or sentence.kind not in SPOKEN or sentence.index in lists:
            continue
        _, start, end = reading.words[reading.words_before(capital.end()) - 1]
        said = text[start:end]
        if _is_name(text, sentence, start, said):
            yield said.lower()


def _is_name(text: str, sentence: Sentence, start: int, said: str) -> bool:
    if said[1:] != said[1:].lower():
        return True
    return said[0] != said[0].lower() and start > sentence.start and _is_chosen(text, start, said)


def _is_chosen(text: str, start: int, said: str) -> bool:
    """Whether a first capital is the author's choice, and not the start of a clause or the word "I"."""
    before = text[max(0, start - 2) : start].strip()[-1:]
    return len(said) > 1 and said[1] not in "'’" and (before.isalnum() or before in ("", ",", "-", "("))
