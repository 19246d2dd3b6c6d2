"""A choice under conditions, in numbers: what a solver is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """That the sum of *weight* times variable over *terms* (variable, weight) is *least* or more."""

    terms: tuple[tuple[int, float], ...]
    least: float


@dataclass(frozen=True, kw_only=True)
class Program:
    """Variables from 0 to 1 that keep all conditions at the lowest total cost.

    The first ``whole`` variables are 0 or 1, the others may lie between.
    ``costs`` has one entry for each variable; with ``whole`` of them whole,
    every total of a best choice is a whole number.
    """

    costs: tuple[float, ...]
    whole: int
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, kw_only=True)
class Solved:
    """The whole variables that are 1, and a cost that no choice can be below; proven: this choice reaches it.

    ``stopped`` says that the person stopped the search; the choice is the best so far.
    """

    chosen: tuple[int, ...]
    bound: float
    proven: bool
    stopped: bool = False


Progress = Callable[[float, float], None]
"""Told from time to time the cost of the best choice so far, and the cost that none can be below."""
