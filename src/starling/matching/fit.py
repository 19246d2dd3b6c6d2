"""How well a story fits what is asked: in one of four words, and with the sentences that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    """How well a story answers. An untold angle is a suggestion and is never counted as an answer."""

    STRONG = "strong"
    PARTLY = "partly"
    ANGLE = "angle"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 for the best fit, 3 for none."""
        return _ORDER.index(self)


_ORDER = tuple(Fit)


BY_AUTHOR = "you stated it"
"""What a sentence shows that the author gives for a fit; it may stand in no line of the story."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence of the story, the line on which it begins (0 where it is not in it), and what it shows."""

    quote: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How one story fits one demand; ``score`` orders them, ``stated`` says that its author said so."""

    fit: Fit
    score: float
    stated: bool = False


@dataclass(frozen=True, kw_only=True)
class Match:
    """A fit with its evidence.

    ``stated`` are the words by which the author says that the story answers
    this, "" where they do not. ``missing`` are slugs of slots that a strong fit
    still needs, ``tellings`` other stories that tell the same event.
    """

    story: str
    fit: Fit
    score: float
    stated: str = ""
    proofs: tuple[Proof, ...] = ()
    missing: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
