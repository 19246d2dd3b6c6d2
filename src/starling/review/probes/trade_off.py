"""What a gain was paid with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from starling.content import load
from starling.model.story import PartKind
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import example, tell
from starling.review.signals.deeds import Agent, actions
from starling.review.signals.outcomes import outcomes

_PUTTING = frozenset(
    "added implemented introduced built integrated moved migrated refactored adopted deployed designed "
    "created set switched converted replaced cached sharded quantized quantised distilled pruned deferred "
    "descoped sampled used downsized rightsized denormalized denormalised cut reduced trained retrained fine "
    "labelled labeled annotated proposed configured enabled".split()
)
_TRAINING = frozenset(("trained", "retrained"))
_MODEL = re.compile(
    r"\b(?:models?|classif|detect|predict|forecast|network|regress|forest|boost|xgboost|bert|transformer|rank"
    r"|recommend|llm|embedding|encoder|agent)"
)
_REACH = 6
"""How many words after its verb a move is named in."""


class _Trade(NamedTuple):
    """What was done or moved, the words that show its price was watched, and the question about it."""

    moved: re.Pattern[str]
    watched: re.Pattern[str]
    ask: str


def _any_of(phrases: list[str], ending: str = "") -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + ")" + ending)


@cache
def _measures() -> tuple[_Trade, ...]:
    pairs = load.table("metric_pairs.toml")["pair"]
    question = "What did {} do meanwhile, and who agreed to that?"
    return tuple(
        _Trade(_any_of(p["moved"], r"\b"), _any_of(p["partner"]), question.format(p["ask"])) for p in pairs
    )


@cache
def _moves() -> tuple[_Trade, ...]:
    trades = load.table("trade_offs.toml")["trade"]
    return tuple(_Trade(_any_of(t["moves"], r"\b"), _any_of(t["watched"]), t["ask"]) for t in trades)


def ask(reading: Reading) -> Iterator[Asked]:
    """Ask what the partner measure did, and what a move cost, where the telling is silent on it."""
    if not reading.hits("metric_prices", PartKind.ACTION, PartKind.REFLECTION):
        yield from _silent_measures(reading)
    if not reading.hits("tradeoff_markers"):
        yield from _silent_moves(reading)


def _silent_measures(reading: Reading) -> Iterator[Asked]:
    claimed = [outcome for outcome in outcomes(reading) if outcome.claimed]
    for outcome in claimed:
        for pair in _measures():
            moved = pair.moved.search(outcome.sentence.lower)
            if moved is not None and not pair.watched.search(reading.lower):
                first = outcome.sentence.start
                start, end = clause_around(reading, first + moved.start(), first + moved.end())
                yield about(reading, start, end, pair.ask)


def _silent_moves(reading: Reading) -> Iterator[Asked]:
    for deed in actions(reading):
        if deed.verb not in _PUTTING or deed.agent is Agent.OTHER:
            continue
        said = reading.lower[deed.start : deed.words[: _REACH + 1][-1].end]
        if deed.verb in _TRAINING and not _MODEL.search(said):
            continue  # people are trained as well
        for move in _moves():
            if move.moved.search(said) and not move.watched.search(reading.lower):
                yield about(reading, deed.start, deed.end, move.ask)


PROBE = Probe(
    summary="What was the gain paid with?",
    source="rubric, 6.1 (trade-off); content/metric_pairs.toml and content/trade_offs.toml",
    hits=(
        example(
            tell(action="I raised the threshold to 0.8.", result="We improved precision from 70% to 91%.")
        ),
        example(tell(action="I lowered the threshold.", result="The catch rate rose to 95%.")),
        example(
            tell(action="I added a Redis cache in front of the feature service.", result="p95 fell to 90 ms.")
        ),
    ),
    misses=(
        example(
            tell(
                action="I raised the threshold to 0.8.",
                result="We improved precision from 70% to 91%, and recall fell by two points.",
            )
        ),
        example(
            tell(action="I planned the routes and trained the fitters.", result="All meters were changed.")
        ),
        example(tell(action="I profiled the loader and rewrote it.", result="We reduced p95 to 300 ms.")),
        example(tell(action="I added a cache with a TTL of a minute, which the analysts could live with.")),
    ),
    ask=ask,
)
