"""What a relation is, and what it says about the numbers it joins.

A relation is one file in ``review/numbers/relations/`` that binds one
``RELATION``, or a folder that binds it and keeps what the relation alone needs;
its name is theirs after the code (``r02_percent_change`` is R2,
"percent-change"). Adding one touches nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.quantities.sheet import Sheet
from starling.review.rule import Example


class Verdict(StrEnum):
    """What can be said of numbers that belong together (numbers-audit, section 5)."""

    CONSISTENT = "consistent"
    AMBIGUOUS = "ambiguous"
    CONTRADICTION = "contradiction"
    UNVERIFIABLE = "unverifiable"


Made = str | Callable[[], str]
"""A text, or the function that makes it when somebody reads it."""


class _Text:
    """A text of a claim that may be given as a function: most claims are never shown, and words are dear."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, claim: object, _owner: type) -> str:
        if claim is None:
            return ""  # the default of the field
        made = vars(claim)[self._name]
        if not isinstance(made, str):
            made = vars(claim)[self._name] = made()
        return str(made)

    def __set__(self, claim: object, made: Made) -> None:
        vars(claim)[self._name] = made


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Numbers that belong together, and whether they fit.

    ``quantities`` stand in the order of the text. ``arithmetic`` is one line
    with the user's own figures; ``advice`` one sentence that uses no others,
    empty where there is nothing to do. Both may be given as a function
    without arguments, which is called when they are first read. ``escapable`` marks a contradiction
    that a difference of scope would explain: it is asked as a question.
    ``stated`` is False where the author claims no factor, share or total, so
    that the arithmetic is only an offer.
    """

    relation: str
    verdict: Verdict
    quantities: tuple[Quantity, ...]
    arithmetic: _Text = _Text()
    advice: _Text = _Text()
    subtype: str = ""
    escapable: bool = False
    stated: bool = True

    @property
    def code(self) -> str:
        """The stable reply code, such as ``NUM-R2-contradiction``."""
        return f"NUM-{self.relation}-{self.verdict}"


Find = Callable[[Sheet], Iterator[Claim]]


@dataclass(frozen=True, kw_only=True)
class Relation:
    """One way in which numbers of a story can belong together.

    ``hits`` are tellings with the verdict they must get; on ``misses`` the
    relation stays silent.
    """

    code: str
    summary: str
    why: str
    source: str
    hits: tuple[tuple[Example, Verdict], ...]
    misses: tuple[Example, ...]
    find: Find
    name: str = ""
