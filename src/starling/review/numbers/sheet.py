"""The numbers of one reading laid out for the relations: in order, by sentence, paired before and after."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from starling.model.story import PartKind
from starling.review.numbers.extract import extract
from starling.review.numbers.metric import metric
from starling.review.numbers.pairs import Pair, completed, pairs
from starling.review.numbers.quantity import Quantity, Role
from starling.review.numbers.recall import recalled
from starling.review.reading import Reading, Sentence

_TARGET_BEFORE = re.compile(
    r"\b(?:targets?|targeted|targeting|goals?|slas?|slos?|aim|aimed|aiming|budget|deadline|objective|quota"
    r"|needs? to|needed|had to|must|required?|requirement|requires|committed to|promised)\b[^.;()]{0,40}$"
)
_TARGET_AFTER = re.compile(r"^ (?:[a-z-]+ )?(?:target|goal|sla|slo|budget|deadline|limit|ceiling)\b")


class Sheet:
    """All quantities of a reading with what they measure, and the ``pairs`` that its author makes."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.lower = reading.lower
        placed = [self._placed(quantity) for quantity in extract(reading.text, reading.words)]
        cast = {quantity.start: quantity for quantity in placed}
        joined = list(pairs(self.lower, placed))
        for pair in joined:
            cast[pair.before.start] = replace(completed(pair.before, pair.after), role=Role.BEFORE)
            cast[pair.after.start] = replace(completed(pair.after, pair.before), role=Role.AFTER)
        self.quantities = tuple(cast.values())
        self.pairs = tuple(
            pair._replace(before=cast[pair.before.start], after=cast[pair.after.start]) for pair in joined
        )

    def _placed(self, quantity: Quantity) -> Quantity:
        sentence = self.reading.sentence_at(quantity.start)
        placed = replace(
            quantity,
            part=self.reading.kind_at(quantity.start) or PartKind.OTHER,
            sentence=-1 if sentence is None else sentence.index,
            metric=metric(self.lower, quantity, sentence),
        )
        return replace(placed, role=Role.TARGET) if self._is_target(placed) else placed

    def _is_target(self, quantity: Quantity) -> bool:
        """Whether the words around say that the number is to be reached."""
        if quantity.role is not Role.PLAIN:
            return False
        ahead = _TARGET_AFTER.match(self.after(quantity, 24)) is not None
        return ahead or _TARGET_BEFORE.search(self.before(quantity, 56)) is not None

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
        sentence = self.sentence(quantity)
        edge = 0 if sentence is None else sentence.start
        return self.lower[max(edge, quantity.start - reach) : quantity.start]

    def after(self, quantity: Quantity, reach: int = 40) -> str:
        """The lower-case text that follows *quantity*, within its sentence."""
        sentence = self.sentence(quantity)
        edge = len(self.lower) if sentence is None else sentence.end
        return self.lower[quantity.end : min(edge, quantity.end + reach)]
