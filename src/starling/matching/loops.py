"""Interview loops drawn at random, and whether a fresh story can be told to every question of each.

A loop is some rounds with one interviewer each, who asks a few questions. A
story is told once to one interviewer and twice in a loop. Which story goes to
which question is a flow: question → story before this interviewer (one) →
story in this loop (two). It is made as large as it can be along augmenting
paths (Ford and Fulkerson, 1956): a question that has found a story keeps one,
and moves to another where that lets one more question find its own.

Stories are bits of a number: ``fits[question]`` has a bit for each story that
fits it.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

NO_STORY = -1

_TRIES = 8
"""Draws of something that is taken before what is not taken is sorted out, which is slower and as fair."""

_Z95 = 1.959964
"""The quantile of the normal distribution for an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that interviewers divide among themselves: its weight, and its questions with theirs."""

    weight: float
    questions: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """The questions of one loop in the order in which they are asked, and the topic of each."""

    questions: tuple[int, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """*count* of *of*, and the interval that holds the true share in 95 of 100 cases (Wilson, 1927)."""

    count: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of some loops: how many left a question open, and which questions how often.

    ``asked`` and ``left`` count by question; ``topics_asked`` and ``topics_left`` by topic.
    ``short`` are the places of the loops that left a question open.
    """

    loops: int
    short: tuple[int, ...]
    asked: tuple[int, ...]
    left: tuple[int, ...]
    topics_asked: tuple[int, ...]
    topics_left: tuple[int, ...]

    @property
    def answered(self) -> int:
        """Questions that found a story."""
        return sum(self.asked) - sum(self.left)


def wilson(count: int, of: int) -> Share:
    """A share and its interval of 95 % by Wilson's method, which holds near 0 and 1 too; of none, 0 to 1."""
    if of == 0:
        return Share(0, 0, 0.0, 1.0)
    share, z2 = count / of, _Z95**2 / of
    middle = (share + z2 / 2) / (1 + z2)
    half = sqrt(share * (1 - share) * z2 + z2 * z2 / 4) / (1 + z2)
    low = 0.0 if count == 0 else middle - half
    return Share(count, of, low, 1.0 if count == of else middle + half)


# --- Drawing ---------------------------------------------------------------


def draw(topics: Sequence[Topic], size: int, draws: int, seed: int) -> tuple[Loop, ...]:
    """*draws* loops of *size* questions; the same seed draws the same.

    A topic comes again only when all have been asked, and a question never
    comes twice in a loop: where the questions run out, the loop is shorter.
    """
    chance = random.Random(seed)  # noqa: S311 - drawn again by whoever has the seed
    pools = [_Urn(each.questions) for each in topics]
    urn = _Urn([(at, each.weight) for at, each in enumerate(topics) if each.questions])
    return tuple(_loop(urn, pools, size, chance.random) for _ in range(draws))


class _Urn:
    """Things to draw from by weight; what weighs nothing is never drawn."""

    def __init__(self, weighted: Iterable[tuple[int, float]]) -> None:
        self._weighted = [each for each in weighted if each[1] > 0]
        self._things = [thing for thing, _ in self._weighted]
        self._sums = list(accumulate(weight for _, weight in self._weighted))

    def draw(self, taken: set[int], chance: Callable[[], float]) -> int | None:
        """One that is not *taken*, or None where all are."""
        sums, things = self._sums, self._things
        for _ in range(_TRIES if sums else 0):
            thing = things[min(bisect(sums, chance() * sums[-1]), len(sums) - 1)]
            if thing not in taken:
                return thing
        free = [each for each in self._weighted if each[0] not in taken]
        return _Urn(free).draw(set(), chance) if free else None


def _loop(urn: _Urn, pools: Sequence[_Urn], size: int, chance: Callable[[], float]) -> Loop:
    questions: list[int] = []
    topics: list[int] = []
    taken, divided, dry = set[int](), set[int](), set[int]()
    while len(questions) < size:
        topic = urn.draw(divided, chance)
        if topic is None:
            if divided == dry:
                break
            divided = set(dry)
            continue
        divided.add(topic)
        question = pools[topic].draw(taken, chance)
        if question is None:
            dry.add(topic)
        else:
            taken.add(question)
            questions.append(question)
            topics.append(topic)
    return Loop(tuple(questions), tuple(topics))


# --- Assigning -------------------------------------------------------------


def assign(questions: Sequence[int], per_round: int, fits: Sequence[int]) -> list[int]:
    """The story that is told to each question, NO_STORY where none is left; as many questions as can be.

    *questions* are asked in this order, *per_round* of them by each interviewer.
    """
    rounds = -(-len(questions) // per_round)
    told = [0] * rounds
    once = full = 0
    found = [NO_STORY] * len(questions)
    open_: list[int] = []
    for place, question in enumerate(questions):
        free = fits[question] & ~full & ~told[place // per_round]
        if free:
            story = free & -free
            told[place // per_round] |= story
            full |= once & story
            once |= story
            found[place] = story.bit_length() - 1
        elif fits[question]:
            open_.append(place)
    if open_:
        _Flow(questions, per_round, fits, found).fill(open_)
    return found


class _Flow:
    """Stories told to questions, moved along augmenting paths until no question more finds one."""

    def __init__(
        self, questions: Sequence[int], per_round: int, fits: Sequence[int], found: list[int]
    ) -> None:
        self._questions, self._per_round, self._fits, self._found = questions, per_round, fits, found
        self._moving: set[int] = set()

    def fill(self, places: Iterable[int]) -> None:
        """Find a story for each of these places, where that can be."""
        for place in places:
            self._place(place, set(), set())

    def _place(self, place: int, seen: set[tuple[int, int]], through: set[int]) -> bool:
        """Give this place a story, moving others; *seen* are (round, story), *through* stories looked at."""
        if place in self._moving:  # its story is already counted as left
            return False
        self._moving.add(place)
        found = self._take(place, seen, through)
        self._moving.remove(place)
        return found

    def _take(self, place: int, seen: set[tuple[int, int]], through: set[int]) -> bool:
        """The first story for this place that is free, or can be made so."""
        here = place // self._per_round
        fits = self._fits[self._questions[place]]
        while fits:
            story = (fits & -fits).bit_length() - 1
            fits &= fits - 1
            if (here, story) in seen:
                continue
            seen.add((here, story))
            if self._free(place, here, story, seen, through):
                self._found[place] = story
                return True
        return False

    def _free(self, place: int, here: int, story: int, seen: set[tuple[int, int]], through: set[int]) -> bool:
        """Whether this interviewer can be told *story*: it is free, or who holds it can take another."""
        holders = [at for at, each in enumerate(self._found) if each == story and at != place]
        same = [at for at in holders if at // self._per_round == here]
        if same:
            return self._place(same[0], seen, through)
        if len(holders) < 2:  # noqa: PLR2004 - told twice in a loop at most
            return True
        if story in through:
            return False
        through.add(story)
        seen.update((at // self._per_round, story) for at in holders)
        return any(self._place(each, seen, through) for each in holders)


# --- Counting --------------------------------------------------------------


def simulate(loops: Sequence[Loop], per_round: int, fits: Sequence[int], topics: int) -> Outcome:
    """Tell stories in all *loops*, and count what was left without one."""
    asked, left = [0] * len(fits), [0] * len(fits)
    topics_asked, topics_left = [0] * topics, [0] * topics
    short: list[int] = []
    for number, loop in enumerate(loops):
        found = assign(loop.questions, per_round, fits)
        for question, topic in zip(loop.questions, loop.topics, strict=True):
            asked[question] += 1
            topics_asked[topic] += 1
        if NO_STORY in found:
            short.append(number)
            for question, topic, story in zip(loop.questions, loop.topics, found, strict=True):
                if story == NO_STORY:
                    left[question] += 1
                    topics_left[topic] += 1
    return Outcome(
        loops=len(loops),
        short=tuple(short),
        asked=tuple(asked),
        left=tuple(left),
        topics_asked=tuple(topics_asked),
        topics_left=tuple(topics_left),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One story that fits more: ``story`` is its bit (a new one has the next), ``questions`` what it fits."""

    story: int
    questions: frozenset[int]


def helped(
    loops: Sequence[Loop], per_round: int, fits: Sequence[int], before: Outcome, change: Change
) -> tuple[int, int]:
    """What a change brings in the same loops: how many more are whole, how many questions more are answered.

    Loops in which nothing was left open, and those that ask nothing the change
    is about, stay as they are and are not looked at again.
    """
    after = [mask | (at in change.questions) << change.story for at, mask in enumerate(fits)]
    whole = answered = 0
    for number in before.short:
        questions = loops[number].questions
        if not change.questions.isdisjoint(questions):
            then = assign(questions, per_round, after).count(NO_STORY)
            answered += assign(questions, per_round, fits).count(NO_STORY) - then
            whole += then == 0
    return whole, answered
