"""Few stories that cover much: the fewest that cover every row twice, and the best few.

Both are found by a greedy choice that is then improved by swaps, in plain
Python; the same questions are written as programs for an exact solver.

- *Fewest*: take the story that covers most of what is still open, until
  nothing is; replace two stories by one where one will do; then, a fixed
  number of times, take a few stories out, cover what is open again in another
  order, and keep what is not longer; at last drop what is needless.
- *Best*: take the story that adds most, until there are enough; then exchange
  any one for any other while that adds something; then, a fixed number of times,
  take a few out, put another in, choose the rest again, and keep what is better.

A row counts 4 with one strong story, 2 with one partly; a spare adds half of
that again (`value`). So a first story always comes before a second one.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from starling.model.choice import Condition, Program

_ROUNDS = 400
"""Times that a part of the fewest stories is chosen again (benchmarks/bench_cover.py)."""
_TRIES = 24
"""The same for the best few, where each time takes longer."""
_REACH = 0.3
"""The share of stories that is chosen again each time."""
_FIRST, _SPARE = 2, 1
"""What a first and a second story add to a row, once for being partly and once more for being strong."""


@dataclass(frozen=True)
class Supply:
    """For each story, the rows that it answers strongly and those it answers partly; rows count from 0."""

    rows: int
    strong: tuple[frozenset[int], ...]
    partly: tuple[frozenset[int], ...]

    @cached_property
    def needs(self) -> tuple[int, ...]:
        """How many stories are strong in each row."""
        return tuple(sum(row in each for each in self.strong) for row in range(self.rows))

    def twice(self) -> tuple[int, ...]:
        """For each row, the two strong stories that it needs, or as many as there are."""
        return tuple(min(2, each) for each in self.needs)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Stories by their place, in the order in which they were chosen or by place; what they are worth.

    ``bound`` is the number or the value that no other choice can better, None
    where nobody looked; ``proven`` says that this choice reaches it.
    """

    stories: tuple[int, ...]
    value: int
    bound: int | None = None
    proven: bool = False
    stopped: bool = False


# --- The fewest ------------------------------------------------------------


def fewest(supply: Supply, seed: int = 0) -> Chosen:
    """Few stories, of which two are strong in each row, or as many as there are."""
    needs = supply.twice()
    masks = [sum(1 << row for row in each) for each in supply.strong]
    best = _merged(masks, needs, _cover(masks, needs, ()))
    chance = random.Random(seed)  # noqa: S311 - a search that finds the same every time
    for _ in range(_ROUNDS if len(best) > 2 else 0):  # noqa: PLR2004
        kept = chance.sample(best, len(best) - max(2, round(_REACH * len(best))))
        found = _cover(masks, needs, kept, chance)
        if len(found) <= len(best):
            best = found
    best = _trimmed(masks, needs, _merged(masks, needs, best))
    return Chosen(stories=by_use(supply, best), value=len(best))


def _open(masks: Sequence[int], needs: Sequence[int], chosen: Iterable[int]) -> tuple[int, int]:
    """The rows that need one story more, and those of them that need two, as bits."""
    once = sum(1 << row for row, need in enumerate(needs) if need)
    twice = sum(1 << row for row, need in enumerate(needs) if need > 1)
    for each in chosen:
        mask = masks[each]
        once, twice = (once & ~mask) | (once & mask & twice), twice & ~mask
    return once, twice


def _cover(
    masks: Sequence[int], needs: Sequence[int], kept: Iterable[int], chance: random.Random | None = None
) -> list[int]:
    """*kept* and what covers the rest, each time what covers most; with *chance* any of those that do."""
    chosen = list(kept)
    once, twice = _open(masks, needs, chosen)
    free = [each for each in range(len(masks)) if each not in set(chosen)]
    while once:
        gains = [(masks[each] & once).bit_count() for each in free]
        most = max(gains)
        ties = [at for at, gain in enumerate(gains) if gain == most]
        each = free.pop(ties[0] if chance is None else chance.choice(ties))
        chosen.append(each)
        mask = masks[each]
        once, twice = (once & ~mask) | (once & mask & twice), twice & ~mask
    return chosen


def _trimmed(masks: Sequence[int], needs: Sequence[int], chosen: Sequence[int]) -> list[int]:
    """*chosen* without the stories that the others make needless, the narrowest first."""
    left = list(chosen)
    counts = _counts(masks, needs, left)
    for each in sorted(chosen, key=lambda one: (masks[one].bit_count(), one)):
        rows = _rows(masks[each])
        if all(counts[row] > needs[row] for row in rows):
            left.remove(each)
            for row in rows:
                counts[row] -= 1
    return left


def _merged(masks: Sequence[int], needs: Sequence[int], chosen: Sequence[int]) -> list[int]:
    """*chosen* with two stories replaced by one, as long as one will do."""
    left = list(chosen)
    while (swap := _swap(masks, needs, left)) is not None:
        first, second, other = swap
        left = [each for each in left if each not in (first, second)] + [other]
    return left


def _swap(masks: Sequence[int], needs: Sequence[int], chosen: Sequence[int]) -> tuple[int, int, int] | None:
    counts = _counts(masks, needs, chosen)
    tight = sum(1 << row for row, need in enumerate(needs) if need and counts[row] == need)
    near = sum(1 << row for row, need in enumerate(needs) if need and counts[row] == need + 1)
    free = [(each, masks[each]) for each in range(len(masks)) if each not in set(chosen)]
    for at, first in enumerate(chosen):
        for second in chosen[at + 1 :]:
            both = masks[first] & masks[second]
            if not both & tight:  # else a row would need two stories again
                lost = (masks[first] ^ masks[second]) & tight | both & near
                found = next((each for each, mask in free if not lost & ~mask), None)
                if found is not None:
                    return first, second, found
    return None


def _counts(masks: Sequence[int], needs: Sequence[int], chosen: Iterable[int]) -> list[int]:
    counts = [0] * len(needs)
    for each in chosen:
        for row in _rows(masks[each]):
            counts[row] += 1
    return counts


def _rows(mask: int) -> list[int]:
    return [row for row, bit in enumerate(reversed(f"{mask:b}")) if bit == "1"]


def fewest_program(supply: Supply) -> Program:
    """The same question for an exact solver: one variable for each story, one condition for each row."""
    return Program(
        costs=(1.0,) * len(supply.strong),
        whole=len(supply.strong),
        conditions=tuple(
            Condition(tuple((at, 1.0) for at, each in enumerate(supply.strong) if row in each), float(need))
            for row, need in enumerate(supply.twice())
            if need
        ),
    )


# --- The best --------------------------------------------------------------


def value(supply: Supply, chosen: Iterable[int]) -> int:
    """What some stories are worth together: see the head of this file."""
    each = list(chosen)
    strong = [sum(row in supply.strong[one] for one in each) for row in range(supply.rows)]
    partly = [sum(row in supply.partly[one] for one in each) for row in range(supply.rows)]
    return sum(_worth(s) + _worth(s + p) for s, p in zip(strong, partly, strict=True))


def _worth(stories: int) -> int:
    return (_FIRST if stories else 0) + (_SPARE if stories > 1 else 0)


def best(supply: Supply, most: int, seed: int = 0) -> Chosen:
    """At most *most* stories that are worth most together, those that add most first."""
    found = _exchanged(supply, _filled(supply, (), most))
    worth = value(supply, found)
    chance = random.Random(seed)  # noqa: S311 - a search that finds the same every time
    for _ in range(_TRIES if 1 < len(found) < len(supply.strong) else 0):
        kept = chance.sample(found, len(found) - max(1, round(_REACH * len(found))))
        other = chance.choice([each for each in range(len(supply.strong)) if each not in found])
        again = _exchanged(supply, _filled(supply, (*kept, other), most))
        if value(supply, again) > worth:
            found, worth = again, value(supply, again)
    return Chosen(stories=by_use(supply, found), value=worth)


def _filled(supply: Supply, kept: Sequence[int], most: int) -> list[int]:
    """*kept*, and up to *most* what adds most, as long as anything does."""
    chosen = list(kept)
    while len(chosen) < min(most, len(supply.strong)):
        gains = _Counts(supply, chosen).gains()
        at = max(range(len(gains)), key=lambda each: (gains[each], -each))
        if gains[at] <= 0:
            break
        chosen.append(at)
    return chosen


def _exchanged(supply: Supply, chosen: list[int]) -> list[int]:
    """*chosen* with one story exchanged for another, as long as that adds something."""
    while (swap := _exchange(supply, chosen)) is not None:
        at, other = swap
        chosen[at] = other
    return chosen


class _Counts:
    """How many stories are strong, and how many at least partly, in each row."""

    def __init__(self, supply: Supply, chosen: Sequence[int]) -> None:
        self._supply, self._chosen = supply, frozenset(chosen)
        self._strong, self._either = [0] * supply.rows, [0] * supply.rows
        for each in chosen:
            self._count(each, 1)

    def _count(self, each: int, by: int) -> None:
        for row in self._supply.strong[each]:
            self._strong[row] += by
            self._either[row] += by
        for row in self._supply.partly[each]:
            self._either[row] += by

    def gains(self) -> list[int]:
        """What each story would add; nothing where it is among the chosen."""
        add = (_FIRST, _SPARE)
        strong = [add[count] if count < 2 else 0 for count in self._strong]  # noqa: PLR2004 - a third adds nothing
        either = [add[count] if count < 2 else 0 for count in self._either]  # noqa: PLR2004
        both = [a + b for a, b in zip(strong, either, strict=True)]
        return [
            -1 if at in self._chosen else sum(both[row] for row in rows) + sum(either[row] for row in touched)
            for at, (rows, touched) in enumerate(zip(self._supply.strong, self._supply.partly, strict=True))
        ]


def _exchange(supply: Supply, chosen: Sequence[int]) -> tuple[int, int] | None:
    """The place in *chosen* and the story to put there that add most together, or None."""
    now = value(supply, chosen)
    found: tuple[int, int, int] | None = None
    for at in range(len(chosen)):
        rest = [each for place, each in enumerate(chosen) if place != at]
        gains = _Counts(supply, rest).gains()
        other = max(range(len(gains)), key=lambda each: (gains[each], -each))
        better = value(supply, rest) + gains[other] - now
        if better > 0 and (found is None or better > found[0]):
            found = better, at, other
    return None if found is None else found[1:]


def best_program(supply: Supply, most: int) -> Program:
    """The same question for an exact solver.

    After the stories come four variables for each row: whether one is strong,
    whether two are, whether one is at least partly, whether two are.
    """
    count = len(supply.strong)
    costs = [0.0] * count
    conditions = [Condition(tuple((at, -1.0) for at in range(count)), -float(most))]
    for row in range(supply.rows):
        strong = [(at, 1.0) for at in range(count) if row in supply.strong[at]]
        partly = [(at, 1.0) for at in range(count) if row in supply.partly[at]]
        for terms in (strong, strong + partly):
            here = len(costs)
            costs += [-float(_FIRST), -float(_SPARE)]
            conditions.append(Condition((*terms, (here, -1.0), (here + 1, -1.0)), 0.0))
    return Program(costs=tuple(costs), whole=count, conditions=tuple(conditions))


def by_use(supply: Supply, chosen: Iterable[int]) -> tuple[int, ...]:
    """*chosen* in the order in which each adds most to those before it."""
    left, order = set(chosen), list[int]()
    while left:
        gains = _Counts(supply, order).gains()
        each = max(left, key=lambda one: (gains[one], -one))
        order.append(each)
        left.remove(each)
    return tuple(order)
