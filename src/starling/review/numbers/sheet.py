"""The numbers of one reading laid out for the relations: in order, by sentence, paired before and after."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from starling.model.story import PartKind
from starling.review.numbers.extract import extract
from starling.review.numbers.metric import metric
from starling.review.numbers.pairs import Pair, completed, pairs
from starling.review.numbers.places import Places
from starling.review.numbers.quantity import Kind, Quantity, Role
from starling.review.numbers.recall import recalled
from starling.review.reading import Reading, Sentence

_TARGET_BEFORE = re.compile(
    r"\b(?:targets?|targeted|targeting|goals?|slas?|slos?|aim|aimed|aiming|budget|deadline|objective|quota"
    r"|needs? to|needed|had to|must|required?|requirement|requires|committed to|promised)\b[^.;()]{0,40}$"
)
_TARGET_AFTER = re.compile(r"^ (?:[a-z-]+ )?(?:target|goal|sla|slo|budget|deadline|limit|ceiling)\b")


_AIMS = frozenset(
    form
    for word in (
        "target targets targeted targeting goal goals objective requirement requirements require required "
        "requires sla slas slo slos limit quota aim aimed aiming project projected projection projections "
        "planned estimate estimates estimated forecast promised predicted expected cap hoped wanted budget "
        "deadline timeline frame timeframe schedule commitment committed program programme initiative "
        "extension delay postponement effort work allocated budgeted first needs need needed had must "
        "ceiling"
    ).split()
    for form in (word, f"{word}'s")
)
"""The words by which a figure is called an aim; without one near, no pattern is tried here or in ``aims``."""
_AIM_REACH = 60


class Sheet:
    """All quantities of a reading with what they measure, and the ``pairs`` that its author makes.

    It answers quickly what relations ask to leave early: ``mentions`` whether
    any of their words is in the text at all, ``of_kind`` which quantities they
    could speak of, ``last_word`` and ``next_word`` what stands at one.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.lower = reading.lower
        self._edges = [(sentence.start, sentence.end) for sentence in reading.sentences]
        self._edges.append((0, len(self.lower)))  # of what stands between sentences, whose index is -1
        self.places = Places(reading.words)
        self._aims = self.places.starts(_AIMS)
        placed = [self._placed(quantity) for quantity in extract(reading.text, reading.lower, self.places)]
        cast = {quantity.start: quantity for quantity in placed}
        joined = list(pairs(self.lower, placed))
        for pair in joined:
            cast[pair.before.start] = completed(pair.before, pair.after, Role.BEFORE)
            cast[pair.after.start] = completed(pair.after, pair.before, Role.AFTER)
        self.quantities = tuple(cast.values())
        self.pairs = tuple(
            pair._replace(before=cast[pair.before.start], after=cast[pair.after.start]) for pair in joined
        )
        self._kinds: dict[tuple[Kind, ...], tuple[Quantity, ...]] = {}

    def _placed(self, quantity: Quantity) -> Quantity:
        sentence = self.reading.sentence_at(quantity.start)
        if sentence is None:
            index, part = -1, self.reading.kind_at(quantity.start) or PartKind.OTHER
        else:
            index, part = sentence.index, sentence.kind
        role = Role.TARGET if self._is_target(quantity, index) else quantity.role
        return quantity.at(part, index, metric(self.lower, quantity, sentence), role)

    def _is_target(self, quantity: Quantity, sentence: int) -> bool:
        """Whether the words around say that the number is to be reached."""
        before, after = self.aims_near(quantity) if quantity.role is Role.PLAIN else (False, False)
        edge, close = self._edges[sentence]
        start, end = quantity.start, quantity.end
        if after and _TARGET_AFTER.match(self.lower[end : min(close, end + 24)]):
            return True
        return before and _TARGET_BEFORE.search(self.lower[max(edge, start - 56) : start]) is not None

    def aims_near(self, quantity: Quantity) -> tuple[bool, bool]:
        """Whether a word that can make a figure an aim ("target") stands close before and after it."""
        known = self._aims
        before = bisect_left(known, quantity.start - _AIM_REACH)
        after = bisect_left(known, quantity.end, before)
        return before < after, after < len(known) and known[after] < quantity.end + _AIM_REACH

    def mentions(self, *words: str) -> bool:
        """Whether any of these lower-case strings stands anywhere in the text, as a word or part of one."""
        lower = self.lower
        for word in words:  # noqa: SIM110 - a generator takes three times as long
            if word in lower:
                return True
        return False

    def of_kind(self, *kinds: Kind) -> tuple[Quantity, ...]:
        """The quantities of these kinds, in the order of the text."""
        found = self._kinds.get(kinds)
        if found is None:
            found = self._kinds[kinds] = tuple(q for q in self.quantities if q.unit.kind in kinds)
        return found

    def index_of(self, quantity: Quantity) -> int:
        """The place in ``quantities`` of the first that begins where *quantity* does or later."""
        return self.index_at(quantity.start)

    def index_at(self, offset: int) -> int:
        """The place in ``quantities`` of the first that begins at *offset* or later."""
        return bisect_left(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    @cached_property
    def recalled(self) -> tuple[Pair, ...]:
        """The pairs of a value in the situation and what became of it in the result."""
        taken = {member.start for pair in self.pairs for member in (pair.before, pair.after)}
        return tuple(recalled(self.lower, self.quantities, taken))

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Quantity, ...]]:
        """The quantities of each sentence, by its index."""
        found: dict[int, list[Quantity]] = {}
        for quantity in self.quantities:
            found.setdefault(quantity.sentence, []).append(quantity)
        return {index: tuple(each) for index, each in found.items()}

    def of(self, *kinds: PartKind) -> tuple[Quantity, ...]:
        """The quantities of the parts of these kinds."""
        return tuple(quantity for quantity in self.quantities if quantity.part in kinds)

    def sentence(self, quantity: Quantity) -> Sentence | None:
        """The sentence that holds *quantity*."""
        return None if quantity.sentence < 0 else self.reading.sentences[quantity.sentence]

    def between(self, first: Quantity, second: Quantity) -> str:
        """The lower-case text between two quantities."""
        return self.lower[first.end : second.start]

    def before(self, quantity: Quantity, reach: int = 40) -> str:
        """The lower-case text that leads up to *quantity*, within its sentence."""
        start = quantity.start
        edge, low = self._edges[quantity.sentence][0], start - reach
        return self.lower[low if low > edge else edge : start]  # noqa: FURB136 - called for every pattern

    def after(self, quantity: Quantity, reach: int = 40) -> str:
        """The lower-case text that follows *quantity*, within its sentence."""
        end = quantity.end
        edge, high = self._edges[quantity.sentence][1], end + reach
        return self.lower[end : high if high < edge else edge]  # noqa: FURB136

    def last_word(self, quantity: Quantity) -> str:
        """The word right before *quantity* in its sentence, or ""."""
        number = bisect_left(self._word_starts, quantity.start) - 1
        word = self.reading.words[number] if number >= 0 else None
        return "" if word is None or word.start < self._edges[quantity.sentence][0] else word.lower

    def next_word(self, quantity: Quantity) -> str:
        """The word right after *quantity* in its sentence, or ""."""
        number = bisect_left(self._word_starts, quantity.end)
        word = self.reading.words[number] if number < len(self._word_starts) else None
        return "" if word is None or word.start >= self._edges[quantity.sentence][1] else word.lower

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.reading.words]
