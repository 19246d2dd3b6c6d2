"""A model measure that moves by figures while no step of the action could have moved it."""

from __future__ import annotations

import re
from typing import NamedTuple

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.parts import told_in
from starling.review.signals import signal

_BY_FIGURES = re.compile(r"\d\s?%|\bfrom (?:[\w.]{1,20} ){0,3}?\d|\bby \d|\d ?x\b|\bpoints\b|\bpercent\b")
_MODEL = re.compile(r"\b(?:models?|classifier|detector|detection|predictions?|recommender|ml|llms?)\b")
_MOVES = ("outcome_verbs", "outcome_nouns")


class Gain(NamedTuple):
    """The sentence of the result that claims it, and the measure as it is named there."""

    sentence: Sentence
    measure: str


@signal
def unexplained_gain(reading: Reading) -> Gain | None:
    """The first gain of a model measure, unless a step of the action changes a model or what it is fed."""
    gain, told = _gain(reading), told_in(reading, PartKind.ACTION)
    if gain is None or not told or _MODEL.search(reading.lower) is None:
        return None
    explained = any(reading.hits_in("model_changes", sentence) for sentence in told)
    return None if explained else gain


def _gain(reading: Reading) -> Gain | None:
    for sentence in told_in(reading, PartKind.RESULT):
        measures = reading.hits_in("model_metrics", sentence)
        moves = any(reading.hits_in(name, sentence) for name in _MOVES)
        if measures and moves and _BY_FIGURES.search(sentence.lower):
            return Gain(sentence, reading.lower[measures[0].start : measures[0].end])
    return None
