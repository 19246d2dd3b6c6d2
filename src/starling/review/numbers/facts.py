"""The figures of one project in all its tellings: which agree, which differ, which are told only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from starling.model.story import Place
from starling.review.numbers.quantities.quantity import Bound, Kind, Quantity, Role
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.numbers.told.changes import changes
from starling.review.numbers.told.same import equal, one_rate, size, stems_of
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.reading.vocabulary import subjects


class State(StrEnum):
    """How the tellings of a fact stand to one another."""

    DIFFERS = "differs"
    AGREES = "agrees"
    ONCE = "told once"


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a figure: in which story (its index), its words, and its place in that story's file."""

    story: int
    quantity: Quantity
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with all its tellings, in the order of the stories.

    ``AGREES`` takes at least two stories; what one story repeats and no other
    tells is ``ONCE``.
    """

    tellings: tuple[Telling, ...]
    state: State

    @property
    def stories(self) -> frozenset[int]:
        """The indices of the stories that tell it."""
        return frozenset(telling.story for telling in self.tellings)


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of a project: those that differ first, then those that agree, then those told once."""

    facts: tuple[Fact, ...]

    def of(self, state: State) -> tuple[Fact, ...]:
        """The facts in one state."""
        return tuple(fact for fact in self.facts if fact.state is state)


_RARE = 0.25
"""A word is rare when at most this share of all stories has it, or three do."""
_RARE_AT_MOST = 12
"""And never when more stories than this have it, which keeps a large bank linear."""
_RETOLD = 0.3
"""Two stories tell one event when they share this much of the rarer words of the shorter one.

Chosen on the development notes, not tested on others: clear retellings share 0.5 and more, the loosest
known one 0.31, and a few different stories of one author reach 0.3 to 0.43. So the words alone settle nothing
that is said of two stories; a rule also wants a figure on which they agree, or a project the author named.
"""
_FEWEST = 12
"""And at least so many words, so that two short stories are not taken for one."""
_SURE = 2
"""Shared words of its measure that a figure outside a change needs to be the same fact."""
_FEW = 4


def projects(readings: Sequence[Reading]) -> list[tuple[int, ...]]:
    """The stories that belong together, by index: of one named project, or tellings of one event."""
    heads = list(range(len(readings)))

    def head(index: int) -> int:
        while heads[index] != index:
            index = heads[index]
        return index

    named: dict[str, int] = {}
    for index, reading in enumerate(readings):
        if reading.story.project is not None:
            heads[head(index)] = head(named.setdefault(reading.story.project.casefold(), index))
    for one, other in retold(readings):
        if readings[one].story.project is None or readings[other].story.project is None:
            heads[head(other)] = head(one)
    groups: dict[int, list[int]] = {}
    for index in range(len(readings)):
        groups.setdefault(head(index), []).append(index)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def retold(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """The pairs of stories that tell one event, by the rarer words they share."""
    told = [subjects(reading.words) for reading in readings]
    spread = Counter(word for words in told for word in words)
    most = min(max(3, len(readings) * _RARE), _RARE_AT_MOST)
    by_word: dict[str, list[int]] = {}
    for index, words in enumerate(told):
        for word in words:
            if 1 < spread[word] <= most:
                by_word.setdefault(word, []).append(index)
    shared = Counter(
        (one, other) for each in by_word.values() for n, one in enumerate(each) for other in each[n + 1 :]
    )
    for (one, other), count in sorted(shared.items()):
        shorter = min(len(told[one]), len(told[other]))
        if count >= _FEWEST and count >= _RETOLD * shorter:
            yield one, other


def fact_sheet(readings: Sequence[Reading]) -> FactSheet:
    """The figures of the stories of one project, each with every telling of it."""
    facts = _drifted(_equal(_figure(n, reading) for n, reading in enumerate(readings)))
    made = [_made(readings, figures) for figures in facts]
    return FactSheet(tuple(sorted(made, key=lambda fact: (list(State).index(fact.state), _first(fact)))))


def _first(fact: Fact) -> tuple[int, int]:
    return fact.tellings[0].story, fact.tellings[0].quantity.start


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity in a story, what it does there, and what it measures."""

    story: int
    quantity: Quantity
    role: Role
    about: frozenset[str]


def _figure(story: int, reading: Reading) -> list[_Figure]:
    sheet = reading.once(Sheet)
    roles = {change.quantity.start: Role.CHANGE for change in changes(sheet)}
    for pair in sheet.pairs:
        roles[pair.before.start], roles[pair.after.start] = Role.BEFORE, Role.AFTER
    told = (q for q in sheet.quantities if q.sentence >= 0 and q.high)
    return [_Figure(story, q, roles.get(q.start, Role.PLAIN), stems_of(q)) for q in told]


def _equal(stories: Iterable[list[_Figure]]) -> list[list[_Figure]]:
    """The figures gathered by equal size and shared measure."""
    facts: list[list[_Figure]] = []
    by_size: dict[tuple[object, ...], list[list[_Figure]]] = {}
    for figures in stories:
        for figure in figures:
            known = by_size.setdefault(size(figure.quantity), [])
            fact = next((each for each in known[:_FEW] if _tells(figure, each)), None)
            if fact is None:
                fact = []
                known.append(fact)
                facts.append(fact)
            fact.append(figure)
    return facts


def _tells(figure: _Figure, fact: list[_Figure]) -> bool:
    return any(_tells_as(figure, each) for each in fact[:_FEW])


def _tells_as(figure: _Figure, other: _Figure) -> bool:
    """Whether two equal figures measure one thing: by a word, by what they count, or as money."""
    one, two = figure.quantity, other.quantity
    if not one_rate(one, two):
        return False
    named = bool(one.noun) and one.noun == two.noun
    return (
        bool(figure.about & other.about) or named or (one.kind is Kind.MONEY and figure.story != other.story)
    )


def _drifted(facts: list[list[_Figure]]) -> list[list[_Figure]]:
    """The facts, those that one story tells with one figure and another with a different one made one."""
    index: dict[tuple[Kind, Role, str], list[int]] = {}
    for number, fact in enumerate(facts):
        for key in _keys(fact):
            index.setdefault(key, []).append(number)
    joined: dict[int, int] = {}
    for number, fact in enumerate(facts):
        near = sorted({other for key in _keys(fact) for other in index[key][:_FEW] if other < number})
        like = [other for other in near if other not in joined and _is_other_value(facts[other], fact)]
        if len(like) == 1:
            joined[number] = like[0]
    for number, other in joined.items():
        facts[other].extend(facts[number])
    return [fact for number, fact in enumerate(facts) if number not in joined]


def _keys(fact: list[_Figure]) -> set[tuple[Kind, Role, str]]:
    return {(each.quantity.kind, each.role, word) for each in fact[:_FEW] for word in each.about}


def _is_other_value(one: list[_Figure], other: list[_Figure]) -> bool:
    """Whether two facts are told of one measure in the same words and role, each in stories of its own."""
    if {each.story for each in one} & {each.story for each in other}:
        return False
    return any(_is_other(first, second) for first in one[:_FEW] for second in other[:_FEW])


def _is_other(first: _Figure, second: _Figure) -> bool:
    a, b = first.quantity, second.quantity
    if first.role is not second.role or a.noun != b.noun or a.per != b.per or a.kind is not b.kind:
        return False
    if equal(a, b) or Bound.RANGE in (a.bound, b.bound):
        return False
    shared, least = len(first.about & second.about), min(len(first.about), len(second.about))
    if first.role is Role.PLAIN:
        return shared == least >= _SURE
    return 0 < least <= shared * 2


def _made(readings: Sequence[Reading], figures: list[_Figure]) -> Fact:
    tellings = tuple(_telling(readings[figure.story], figure) for figure in sorted(figures, key=_order))
    stories = {figure.story for figure in figures}
    first = figures[0].quantity
    if len(stories) == 1:
        return Fact(tellings, State.ONCE)
    same = all(size(figure.quantity) == size(first) for figure in figures)
    return Fact(tellings, State.AGREES if same else State.DIFFERS)


def _order(figure: _Figure) -> tuple[int, int]:
    return figure.story, figure.quantity.start


def _telling(reading: Reading, figure: _Figure) -> Telling:
    quantity = figure.quantity
    words = quote_around(reading, quantity.start, quantity.end)
    return Telling(figure.story, quantity, words, reading.where(quantity.start))
