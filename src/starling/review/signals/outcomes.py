"""What changed: the outcomes a telling states, and how each is known (rubric, D5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from starling.model.story import PartKind
from starling.review.numbers.quantities.quantity import Kind, Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import about, is_past, stem, vocabulary
from starling.review.signals import signal
from starling.review.signals.event import CALENDAR
from starling.review.signals.measures import measures_in, same_measure
from starling.review.signals.told import word_lists
from starling.text.phrases import Hit
from starling.text.words import lowers

_TAKES = re.compile(r"\b(?:takes?|took|needs?|lasts?|within|under)\b")
_TAKES_ONE = re.compile(
    r"\b(?:takes?|took|needs?|lasts?|within|under)\b[^.;]{0,30}?"
    r"\b(?:one|an?) (?:second|minute|hour|day|week|month|morning|afternoon)\b"
)
"""A time that is one of its unit, which the ledger does not count."""
_FROM_TO = re.compile(r"\bfrom (?:about |around |nearly |some )?[a-z]+\b[^.;]{0,30}? to [a-z]")
_NEAR = 20
"""Characters before the first end of a change in which its "from" stands."""
_SAYS_SOMETHING = 2
"""How many words of subject matter an outcome names at least."""
_HAS = ("has", "have")
_BIG = (
    "significant huge great large big major real whole entire organisation organization best good"
).split()
_SAYS_MORE = 3
"""The same for a sentence that has no word of change, and only something one could check."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence of the result and what it shows.

    ``baseline``: the state before is told beside the state after. ``observed``:
    a change that somebody could see, or something done that could be checked. ``claimed``: a verb of
    outcome with its object. ``felt``: users, customers, money or other teams.
    """

    sentence: Sentence
    figures: tuple[Quantity, ...]
    baseline: bool
    observed: bool
    claimed: bool
    vague: bool
    felt: bool

    @property
    def concrete(self) -> bool:
        """Whether a listener learns what changed."""
        return bool(self.figures) or self.observed or self.claimed


@signal
def outcomes(reading: Reading) -> tuple[Outcome, ...]:
    """Every sentence of the result that states an outcome, in order."""
    told = [s for s in told_in(reading, PartKind.RESULT) if s.index not in word_lists(reading)]
    return tuple(outcome for s in told if (outcome := _outcome(reading, s)) is not None)


def _outcome(reading: Reading, sentence: Sentence) -> Outcome | None:
    vague = reading.hits_in("vague_outcomes", sentence)
    says = len(about(reading, sentence)) >= _SAYS_SOMETHING
    found = Outcome(
        sentence=sentence,
        figures=measures_in(reading, sentence) or _in_words(reading, sentence),
        baseline=_has_baseline(reading, sentence),
        observed=says and _is_seen(reading, sentence),
        claimed=says and _claims(reading, sentence, vague),
        vague=bool(vague),
        felt=bool(reading.hits_in("business_effects", sentence)),
    )
    return found if found.concrete or found.vague else None


def _claims(reading: Reading, sentence: Sentence, vague: list[Hit]) -> bool:
    """Whether a verb of outcome stands with a thing: "the model worked", "unlocked huge value" name none."""
    verbs = [hit for hit in reading.hits_in("outcome_verbs", sentence) if not _overlaps(hit, vague)]
    if not verbs:
        return False
    done = {stem(reading.lower[hit.start : hit.end]) for hit in verbs}
    return not about(reading, sentence) <= done | _empty()


@cache
def _empty() -> frozenset[str]:
    """What an outcome may speak of without saying what changed."""
    named = (*vocabulary("generic_subjects"), *vocabulary("abstract_objects"), *_BIG)
    return frozenset(stem(word) for word in named)


def _is_seen(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of a change that one could see, or of something that one could check."""
    if reading.hits_in("observed_changes", sentence) or _takes(reading, sentence):
        return True
    if reading.hits_in("vague_outcomes", sentence) or len(about(reading, sentence)) < _SAYS_MORE:
        return False
    return _is_checkable(reading, sentence)


def _is_checkable(reading: Reading, sentence: Sentence) -> bool:
    """Whether something is told as done, with its time or its count: "the shelf was full again by 18:35"."""
    said = lowers(sentence.words)
    if reading.hits_in("unreal_markers", sentence) or not any(w in _HAS or is_past(w) for w in said):
        return False
    if any(map(str.isdecimal, sentence.text)) or not CALENDAR.isdisjoint(said):
        return True
    dated = any(" " in reading.text[hit.start : hit.end] for hit in reading.hits_in("time_anchors", sentence))
    return dated or bool(reading.once(Sheet).by_sentence.get(sentence.index))


def _in_words(reading: Reading, sentence: Sentence) -> tuple[Quantity, ...]:
    """The two ends of a change that is told in words: "from nine a month to one or two"."""
    if _FROM_TO.search(sentence.lower) is None:
        return ()
    told = reading.once(Sheet).by_sentence.get(sentence.index, ())
    for one, other in pairwise(told):
        if _FROM_TO.search(reading.lower, max(sentence.start, one.start - _NEAR), other.start + 1):
            return one, other
    return ()


def _takes(reading: Reading, sentence: Sentence) -> bool:
    """Whether a time in words says how long something takes: "a search takes two minutes"."""
    if _TAKES.search(sentence.lower) is None:
        return False
    if _TAKES_ONE.search(sentence.lower) is not None:
        return True
    told = reading.once(Sheet).by_sentence.get(sentence.index, ())
    return any(each.kind is Kind.TIME for each in told)


def _overlaps(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _has_baseline(reading: Reading, sentence: Sentence) -> bool:
    """Whether the state before is told: two figures of one measure in a row, or one in a comparison."""
    figures = measures_in(reading, sentence)
    if any(same_measure(one, other) for one, other in pairwise(figures)):
        return True
    return bool(figures) and bool(reading.hits_in("baseline_markers", sentence))
