"""The targets a telling sets itself, and what its result says of each (rubric, D5).

A target is a figure with its unit in the goal, a deadline, or, where the goal
holds no figure, the thing it names. The numbers audit deepens this; rules and
dimensions only see ``targets(reading)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.signals import signal
from starling.review.signals.measures import measures
from starling.review.signals.parts import told_in
from starling.review.signals.vocabulary import stem, subjects, vocabulary
from starling.text.quantities import Quantity
from starling.text.words import words


class State(StrEnum):
    """What became of a target."""

    CLOSED = "closed"
    OPEN = "open"
    MISSED = "missed"


class TargetKind(StrEnum):
    """What a target asks for."""

    VALUE = "value"
    DEADLINE = "deadline"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as the half-open span *start* to *end*, and the span of the result that answers it, if any."""

    kind: TargetKind
    start: int
    end: int
    state: State
    answer: tuple[int, int] | None = None


_HOUR = 3600
_CONTEXT = 40
"""How many characters before a figure tell what it measures."""
_CONTEXT_AFTER = 15
"""How many after it; fewer, because what follows is often the next figure's."""
_DEADLINE_BEFORE = re.compile(
    r"\b(?:with)?in (?:the next |about |only |under |less than )?$|\bhad (?:only |about )?$|\bby $|\($"
)
_TOOK = re.compile(r"\b(?:within|in|after|took|inside)\W+(?:only |about |the |under |less than )?$")
_DEADLINE_AFTER = re.compile(r"\W{0,2}(?:deadline|timeline|time ?frame|window|schedule)\b")
_COMPARED = re.compile(r"(?:[<>≤≥]|under|below|less than|at most|at least|no more than|more than|over)\W*$")
_NOUN = re.compile(r" [\w-]+")
_PEOPLE = frozenset(
    stem(word) for word in ("people", "teams", "engineers", "developers", "stakeholders", "members")
)
_AT_MOST = re.compile(
    r"(?:<|≤|under|below|less than|at most|no more than|within|down to|fewer than|maximum|max)\W*$"
)
_AT_LEAST = re.compile(r"(?:>|≥|over|above|more than|at least|exceed|exceeding|beyond|minimum|up to)\W*$")
_BASELINE = re.compile(
    r"(?:\bfrom|\bwas|\bwere|currently|\bthan|\bat|\btook|instead of|\btaking)\W*(?:about |around )?$"
)
_TO = re.compile(r"\s*(?:to|→|->|–|-)\s")
_DOWN = re.compile(r"\b(?:reduc|cut|lower|decreas|shrink|drop|bring\w* down|less|fewer|speed up|faster)")


@signal
def targets(reading: Reading) -> tuple[Target, ...]:
    """Every target that the task or the goal sentence states, in order, with its state."""
    goal = _goal_sentences(reading)
    stated = [q for q in measures(reading) if any(s.start <= q.start < s.end for s in goal)]
    aimed = [
        q
        for q in stated
        if not _is_baseline(reading, q) and (_is_deadline(reading, q) or _is_aim(reading, q))
    ]
    if not aimed:
        return tuple(_named(reading, goal))
    given = _Given(reading)
    return tuple(_with_noun(reading, _figure_target(reading, quantity, given)) for quantity in aimed)


def _goal_sentences(reading: Reading) -> list[Sentence]:
    """The task, or where there is none, the sentences with a goal phrase before the action."""
    task = reading.of(PartKind.TASK)
    if task:
        return task
    early = [*told_in(reading, PartKind.TASK), *reading.of(PartKind.SITUATION, PartKind.OBSTACLE)]
    starts = [hit.start for hit in reading.hits("goal_phrases")]
    return [s for s in dict.fromkeys(early) if any(s.start <= start < s.end for start in starts)]


def _is_aim(reading: Reading, quantity: Quantity) -> bool:
    """Whether something is to reach the figure: a comparator, or an aim with no circumstance in between."""
    if _counted(reading, quantity) & _PEOPLE:
        return False
    before = reading.lower[max(0, quantity.start - _CONTEXT) : quantity.start]
    sentence = reading.sentence_at(quantity.start)
    before_it = [] if sentence is None else reading.words_in(sentence.start, quantity.start)
    for word in reversed(before_it):
        if word.lower in vocabulary("aim_words"):
            return True
        if word.lower in vocabulary("circumstance_words"):
            return False
    return _COMPARED.search(before) is not None


def _is_baseline(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure in the goal tells where it started: the 3 of "from 3 days to 12 hours"."""
    before = reading.lower[max(0, quantity.start - _CONTEXT) : quantity.start]
    if _BASELINE.search(before) is None:
        return False
    return (
        not before.rstrip().endswith("at")
        or "at least" in before
        or _TO.match(reading.text, quantity.end) is not None
    )


class _Given:
    """The figures and phrases of the result that may answer a target, each figure once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sentences = told_in(reading, PartKind.RESULT)
        self.figures = [
            q for q in measures(reading) if any(s.start <= q.start < s.end for s in self.sentences)
        ]
        self.used: set[int] = set()

    def phrase(self, name: str) -> tuple[int, int] | None:
        """Where the result has a phrase of a list, or None."""
        hits = (hit for s in self.sentences for hit in self.reading.hits_in(name, s))
        return next(((hit.start, hit.end) for hit in hits), None)

    def took(self, quantity: Quantity) -> bool:
        """Whether a span of time tells how long the work took: "within 24 hours", "the 12-month window"."""
        before = self.reading.lower[max(0, quantity.start - _CONTEXT) : quantity.start]
        if quantity.value < _HOUR:
            return False
        return (
            _TOOK.search(before) is not None
            or _DEADLINE_AFTER.match(self.reading.lower, quantity.end) is not None
        )

    def answers(self, target: Quantity) -> list[Quantity]:
        """The unused figures of the target's unit, those about the same thing first."""
        about = _about(self.reading, target)
        same = [q for q in self.figures if q.start not in self.used and _same_unit(self.reading, q, target)]
        return sorted(same, key=lambda q: (-len(_about(self.reading, q) & about), q.start))

    def use(self, quantity: Quantity) -> tuple[int, int]:
        """Take a figure as the answer to a target."""
        self.used.add(quantity.start)
        return quantity.start, quantity.end


def _about(reading: Reading, quantity: Quantity) -> frozenset[str]:
    sentence = reading.sentence_at(quantity.start)
    low, high = quantity.start - _CONTEXT, quantity.end + _CONTEXT_AFTER
    if sentence is not None:
        low, high = max(low, sentence.start), min(high, sentence.end)
    return subjects(reading.words_in(low, high))


def _same_unit(reading: Reading, one: Quantity, other: Quantity) -> bool:
    if one.unit in ("$", "%", "s", "x") or other.unit in ("$", "%", "s", "x"):
        return one.unit == other.unit
    return one.unit == other.unit or bool(_counted(reading, one) & _counted(reading, other))


def _counted(reading: Reading, quantity: Quantity) -> frozenset[str]:
    """The words after a figure that may name what it counts: "1000 concurrent users"."""
    return subjects(reading.words_in(quantity.start + 1, quantity.end + 20)[:4])


def _figure_target(reading: Reading, quantity: Quantity, given: _Given) -> Target:
    if _is_deadline(reading, quantity):
        return _deadline(quantity, given)
    down, aim = _is_at_most(reading, quantity), _about(reading, quantity)
    candidates = given.answers(quantity)
    met = [q for q in candidates if (q.value <= quantity.value if down else q.value >= quantity.value)]
    if met:
        return Target(TargetKind.VALUE, quantity.start, quantity.end, State.CLOSED, given.use(met[0]))
    said = given.phrase("closing_phrases")
    if said is not None:
        return Target(TargetKind.VALUE, quantity.start, quantity.end, State.CLOSED, said)
    missed = candidates if len(candidates) == 1 else [q for q in candidates if _about(reading, q) & aim]
    if missed and given.phrase("missed_phrases") is not None:
        return Target(TargetKind.VALUE, quantity.start, quantity.end, State.MISSED, given.use(missed[0]))
    return Target(TargetKind.VALUE, quantity.start, quantity.end, State.OPEN)


def _with_noun(reading: Reading, target: Target) -> Target:
    """The target with the word after it, so that its quote says what it counts: "1000 concurrent users"."""
    noun = _NOUN.match(reading.text, target.end)
    if noun is None or {word.lower for word in words(noun[0])} & vocabulary("stopwords"):
        return target
    return replace(target, end=noun.end())


def _is_deadline(reading: Reading, quantity: Quantity) -> bool:
    if quantity.unit != "s" or quantity.value < _HOUR:
        return False
    if _DEADLINE_AFTER.match(reading.lower, quantity.end) is not None:
        return True
    before = reading.lower[max(0, quantity.start - _CONTEXT) : quantity.start]
    return _DEADLINE_BEFORE.search(before) is not None and _DOWN.search(before) is None


def _deadline(quantity: Quantity, given: _Given) -> Target:
    within = [q for q in given.figures if q.unit == "s" and q.value <= quantity.value and given.took(q)]
    if within:
        answer: tuple[int, int] | None = given.use(within[0])
    else:
        answer = given.phrase("on_time_phrases")
    if answer is None and (late := given.phrase("missed_phrases")) is not None:
        return Target(TargetKind.DEADLINE, quantity.start, quantity.end, State.MISSED, late)
    state = State.OPEN if answer is None else State.CLOSED
    return Target(TargetKind.DEADLINE, quantity.start, quantity.end, state, answer)


def _is_at_most(reading: Reading, quantity: Quantity) -> bool:
    """Whether less is better: by its comparator, else by the verb before it, else for spans of time."""
    before = reading.lower[max(0, quantity.start - _CONTEXT) : quantity.start]
    if _AT_LEAST.search(before) is not None or reading.text[quantity.end : quantity.end + 1] == "+":
        return False
    return _AT_MOST.search(before) is not None or _DOWN.search(before) is not None or quantity.unit == "s"


def _named(reading: Reading, goal: Iterable[Sentence]) -> Iterator[Target]:
    """The goal as one target without a figure: closed where the result speaks of it or of its problem."""
    result = told_in(reading, PartKind.RESULT)
    aims = [s for s in goal if subjects(s.words)]
    if not aims:
        return
    problem = [*aims, *told_in(reading, PartKind.SITUATION)]
    wanted = frozenset[str]().union(*(subjects(s.words) for s in problem))
    answers = [s for s in result if subjects(s.words) & wanted]
    start, end = aims[0].start, aims[0].end
    if answers:
        yield Target(TargetKind.NAMED, start, end, State.CLOSED, (answers[0].start, answers[0].end))
    else:
        yield Target(TargetKind.NAMED, start, end, State.OPEN)
