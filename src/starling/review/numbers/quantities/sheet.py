"""The numbers of one reading laid out for the relations: in order, by sentence, paired before and after."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from starling.model.story import PartKind
from starling.review.numbers.quantities.extract import Found, found_in
from starling.review.numbers.quantities.metric import Metric
from starling.review.numbers.quantities.pairs import Pair, completed, pairs
from starling.review.numbers.quantities.places import Places
from starling.review.numbers.quantities.quantity import Kind, Quantity, Role
from starling.review.numbers.quantities.recall import recalled
from starling.review.reading import Reading, Sentence

_TARGET_BEFORE = re.compile(
    r"\b(?:targets?|targeted|targeting|goals?|slas?|slos?|aim|aimed|aiming|budget|deadline|objective|quota"
    r"|needs? to|needed|had to|must|required?|requirement|requires|committed to|promised)\b[^.;()]{0,40}$"
)
_TARGET_AFTER = re.compile(r"^ (?:[a-z-]+ )?(?:target|goal|sla|slo|budget|deadline|limit|ceiling)\b")


def _forms(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, f"{word}'s"))


_NAMES_BEFORE = _forms(
    "target targets targeted targeting goal goals objective requirement requirements require required "
    "requires sla slas slo slos limit quota aim aimed aiming project projected projection projections "
    "planned estimate estimates estimated forecast promised predicted expected budget deadline timeline "
    "frame timeframe committed allocated budgeted first needs need needed had must"
)
_NAMES_AFTER = _forms(
    "target targets goal objective requirement sla slo limit quota cap hoped aimed wanted budget deadline "
    "timeline frame timeframe schedule commitment program programme initiative extension delay postponement "
    "effort work ceiling"
)
"""The words by which a figure is called an aim; without one near, no pattern is tried here or in ``aims``."""
_AIM_REACH = 60


class Sheet:
    """All quantities of a reading with what they measure, and the ``pairs`` that its author makes.

    It answers quickly what relations ask to leave early: ``mentions`` whether
    any of their words is in the text at all, ``of_kind`` which quantities they
    could speak of, ``last_word`` what stands before one.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.lower = reading.lower
        self._edges = [(sentence.start, sentence.end) for sentence in reading.sentences]
        self._edges.append((0, len(self.lower)))  # of what stands between sentences, whose index is -1
        self.places = Places(reading.words)
        self._aims_before = self.places.starts(_NAMES_BEFORE)
        self._aims_after = self.places.starts(_NAMES_AFTER)
        self._near_aims: dict[int, tuple[bool, bool]] = {}
        placed = list(map(self._placed, found_in(self.text, self.lower, self.places)))
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

    def _placed(self, found: Found) -> Quantity:
        start, end, low, high, slack, bound, unit, noun, per, role, scale = found
        sentence = self.reading.sentence_at(start)
        if sentence is None:
            index, part = -1, self.reading.kind_at(start) or PartKind.OTHER
        else:
            index, part = sentence.index, sentence.kind
        if role is Role.PLAIN and self._is_target(start, end, index):
            role = Role.TARGET
        measured = Metric(self.lower, start, end, noun, sentence)
        return Quantity(
            start, end, self.text[start:end], low, high, slack, bound, unit, noun, per, measured, role, part,
            index, scale,
        )  # fmt: skip

    def _is_target(self, start: int, end: int, sentence: int) -> bool:
        """Whether the words around say that the number is to be reached."""
        before, after = self._near_aims[start] = self._aims_near(start, end)
        edge, close = self._edges[sentence]
        if after and _TARGET_AFTER.match(self.lower[end : min(close, end + 24)]):
            return True
        return before and _TARGET_BEFORE.search(self.lower[max(edge, start - 56) : start]) is not None

    def aims_near(self, quantity: Quantity) -> tuple[bool, bool]:
        """Whether a word that can make a figure an aim ("target") stands close before and after it."""
        known = self._near_aims.get(quantity.start)
        return self._aims_near(quantity.start, quantity.end) if known is None else known

    def _aims_near(self, start: int, end: int) -> tuple[bool, bool]:
        return (
            _any_within(self._aims_before, start - _AIM_REACH, end),
            _any_within(self._aims_after, end, end + _AIM_REACH),
        )

    def mentions(self, *words: str) -> bool:
        """Whether a word of the text begins with any of these lower-case strings of three letters or more.

        One that has another sign among its first three may stand anywhere.
        """
        lower, heads, listed = self.lower, self.places.heads, self.places.listed
        for head, one, other in _sought(words):
            if (not head or head in heads) and (one in listed if one else other in lower):
                return True
        return False

    def led_by(self, words: frozenset[str], reach: int = 40) -> list[Quantity]:
        """The quantities that begin within *reach* characters after one of these words, in order."""
        found: dict[int, Quantity] = {}
        for start in self.places.starts(words):
            first, last = self.index_at(start), self.index_at(start + reach + 1)
            found.update((quantity.start, quantity) for quantity in self.quantities[first:last])
        return list(found.values())

    def of_kind(self, *kinds: Kind) -> tuple[Quantity, ...]:
        """The quantities of these kinds, in the order of the text."""
        found = self._kinds.get(kinds)
        if found is None:
            found = self._kinds[kinds] = tuple([q for q in self.quantities if q.unit.kind in kinds])
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
        number = self.reading.words_before(quantity.start) - 1
        word = self.reading.words[number] if number >= 0 else None
        return "" if word is None or word.start < self._edges[quantity.sentence][0] else word.lower


@cache
def _sought(words: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """What ``mentions`` looks for: three letters or "", the beginning of a listed word or "", the string."""
    return tuple(
        (word[:3] if word[:3].isalpha() else "", f" {word}" if word.isalpha() else "", word) for word in words
    )


def _any_within(places: list[int], start: int, end: int) -> bool:
    """Whether any of the sorted *places* lies from *start* up to *end*."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
