"""More figures than a listener can hold."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.clauses import clause_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.ear import WINDOW_SECONDS, densest, spoken_figures

MOST_PER_HUNDRED = 15


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it is dense throughout, or else its densest twenty seconds."""
    run = densest(reading)
    if not run:
        return
    every = len(spoken_figures(reading))
    per_hundred = round(every * 100 / reading.word_count())
    if per_hundred >= MOST_PER_HUNDRED:
        has = f"The story has {every}, or {per_hundred} in a hundred words."
        yield Mark(0, 0, f"Keep the three figures you would defend. {has}")
        return
    start = clause_around(reading, run[0].start, run[0].end)[0]
    fall = f"the {len(run)} figures that fall into {WINDOW_SECONDS} seconds of speech"
    yield Mark(start, run[-1].end, f"Keep three of {fall}, from “{reading.quote(start, run[0].end)}” on.")


RULE = Rule(
    summary="There are more figures than a listener can hold.",
    why="Three figures are remembered and written down; with twenty, none is.",
    source="rubric, D12 (more than five numbers in 20 seconds is dense); evaluation, K12",
    strength=Strength.ACTIONABLE,
    dimension="D12",
    hits=(
        example(
            tell(
                result="Recall went from 61% to 74%, precision from 70% to 78%, cost from $900 to $400 and "
                "latency from 80 ms to 35 ms."
            )
        ),
        example(
            tell(
                situation="We served many teams from one cluster, and most of them did not know its limits. "
                * 8,
                action="I gave batch 40% of 512 cores, serving 35% with 9 replicas, and research 25% of 64 "
                "GPUs.",
            )
        ),
    ),
    misses=(
        example(
            tell(
                situation="We served many teams from one cluster, and most of them did not know its limits. "
                * 4,
                result="Latency went from 80 ms to 35 ms, and cost from $900 to $400 a month.",
            )
        ),
        example(
            tell(
                situation="In 2021 we moved from Python 2.7 to Python 3.8, then in 2023 to 3.11; phase 1 and "
                "phase 2 "
                "of the plan were done by two teams that hardly spoke.",
                result="GPT-4 and GPT-3 now run behind one interface.",
            )
        ),
    ),
    check=check,
)
