"""Themes of several texts brought together, and the slots that they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starling.matching.lexicon import lexicon
from starling.matching.understood import scaled, wordings
from starling.model.question import BankQuestion

_FAINT = 0.05
"""The share of the strongest theme below which a theme is left out: it decides nothing and costs time."""

SLOT_MADE = 0.5
"""The weight from which a theme's slot is something that an answer must show."""


def together(questions: Sequence[BankQuestion]) -> Counter[int]:
    """The themes of some questions, each of the same weight."""
    asked: Counter[int] = Counter()
    for each in questions:
        asked.update(scaled(wordings(each), 1 / len(questions)))
    return asked


def joined(*parts: tuple[Mapping[int, float], float]) -> Counter[int]:
    """Themes together, each part by what it counts."""
    themes: Counter[int] = Counter()
    for each, weight in parts:
        themes.update(scaled(each, weight))
    return themes


def strongest(themes: Mapping[int, float]) -> tuple[tuple[int, float], ...]:
    """The themes without the faint ones, as they are kept: by their places in the lexicon."""
    least = _FAINT * max(themes.values(), default=0.0)
    return tuple((at, round(weight, 4)) for at, weight in sorted(themes.items()) if weight >= least)


def made_of(themes: Mapping[int, float]) -> tuple[str, ...]:
    """The slots that make the theme that is asked for most, the most needed first."""
    if not themes:
        return ()
    most = max(themes, key=lambda at: (themes[at], -at))
    made = sorted(lexicon().themes[most].slots, key=lambda each: (-each[1], each[0]))
    return tuple(slot for slot, weight in made if weight >= SLOT_MADE)
