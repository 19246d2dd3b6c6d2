"""A measure is bought with its partner, and the price is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from starling.content import load
from starling.model.report import Strength
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.gains import unexplained_gain
from starling.review.signals.measures import measures_in

_MOVED_THRESHOLD = re.compile(
    r"\b(?:rais|lower|mov|shift|adjust|tun|chang|increas|decreas|optimi[sz])(?:ed|ing|e)"
    r" (?:[a-z]{1,20} ){0,4}thresholds?\b"
    r"|\b(?:decision|classification|score|confidence|probability) thresholds? (?:from|to|at)\b"
    r"|\bthreshold (?:optimi[sz]ation|tuning)\b"
)
_ENDS = (PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)


class _Pair(NamedTuple):
    moved: tuple[str, ...]
    partner: tuple[str, ...]
    ask: str


@cache
def _pairs() -> tuple[_Pair, ...]:
    pairs = load.table("metric_pairs.toml")["pair"]
    return tuple(_Pair(tuple(pair["moved"]), tuple(pair["partner"]), pair["ask"]) for pair in pairs)


def _moved_threshold(reading: Reading) -> Iterator[Mark]:
    """The first threshold that the action moves, when no word says what that was paid with."""
    told = reading.of(PartKind.ACTION) if "threshold" in reading.lower else []
    for sentence in told:
        moved = _MOVED_THRESHOLD.search(sentence.lower)
        if moved is not None and not reading.hits("metric_prices", *_ENDS):
            said = reading.quote(sentence.start, sentence.end)
            yield Mark(
                sentence.start,
                sentence.end,
                f"Say what the new threshold cost, and why that was worth it: “{said}”. "
                "What one side gains, the other pays.",
            )
            return


def _silent_partner(reading: Reading) -> Iterator[Mark]:
    """The first measure that the result moves while its partner is named nowhere."""
    if unexplained_gain(reading) is not None:
        return  # how it moved is the first thing to ask
    measured = [sentence for sentence in reading.of(PartKind.RESULT) if measures_in(reading, sentence)]
    for pair in _pairs():
        named = ((each, name) for each in measured for name in pair.moved if name in each.lower)
        sentence, name = next(named, (None, ""))
        if sentence is not None and not any(map(reading.lower.__contains__, pair.partner)):
            start = sentence.start + sentence.lower.index(name)
            said = quote_around(reading, start, start + len(name))
            message = f"Say what happened to {pair.ask} meanwhile: “{said}” tells one side of the pair."
            yield Mark(start, start + len(name), message)


def check(reading: Reading) -> Iterator[Mark]:
    """Mark a threshold moved without a price, or else a measure moved without its partner."""
    marks = [*_moved_threshold(reading), *_silent_partner(reading)]
    yield from marks[:1]


RULE = Rule(
    summary="A threshold or a measure is moved, and what it cost is not told.",
    why="Precision is bought with recall, size with accuracy: the interviewer knows, and waits for the "
    "price.",
    source="rubric, D4 (trade-off) and section 6.1 (partner metric silent); evaluation, K05",
    strength=Strength.ACTIONABLE,
    dimension="D4",
    hits=(
        example(
            tell(
                action="- Raised the decision threshold to 0.8 after plotting the curve",
                result="Recall stayed above 90%.",
            )
        ),
        example(
            tell(
                action="I rebuilt the features.", result="Precision of the fraud model went from 40% to 75%."
            )
        ),
        example(tell(action="I served a quantised model.", result="The quantised model is 4 times smaller.")),
    ),
    misses=(
        example(
            tell(
                action="I raised the threshold to 0.8. Recall fell by two points, which the analysts "
                "accepted."
            )
        ),
        example(
            tell(
                action="I rebuilt it.", result="Precision went from 40% to 75%; recall moved from 82% to 81%."
            )
        ),
        example(tell(action="I set an alert at a threshold of 5%.", result="It fired twice.")),
        example(tell(action="I rewrote the report with more precision.", result="Two teams read it.")),
    ),
    check=check,
)
