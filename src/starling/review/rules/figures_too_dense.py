"""More figures than a listener can hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from starling.model.report import Strength
from starling.model.story import SPOKEN
from starling.review.reading import Reading
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.measures import measures
from starling.text.quantities import Quantity

WINDOW_SECONDS = 20
MOST_IN_WINDOW = 5
MOST_PER_HUNDRED = 15


def _densest(reading: Reading, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """The longest run of figures that is spoken within the window at the user's pace."""
    word_starts = [word.start for word in reading.words]
    at = [bisect_left(word_starts, figure.start) for figure in figures]
    window = reading.brief.pace * WINDOW_SECONDS / 60
    best: Sequence[Quantity] = ()
    first = 0
    for last in range(len(figures)):
        while at[last] - at[first] >= window:
            first += 1
        if last + 1 - first > len(best):
            best = figures[first : last + 1]
    return best


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the story when it is dense throughout, or else its densest twenty seconds."""
    figures = [figure for figure in measures(reading) if reading.kind_at(figure.start) in SPOKEN]
    if len(figures) <= MOST_IN_WINDOW:
        return
    per_hundred = round(len(figures) * 100 / reading.word_count())
    if per_hundred >= MOST_PER_HUNDRED:
        has = f"it has {len(figures)}, or {per_hundred} in a hundred words"
        yield Mark(0, 0, f"Keep the three figures you would defend: {has}.")
        return
    densest = _densest(reading, figures)
    if len(densest) > MOST_IN_WINDOW:
        start, end = densest[0].start, densest[-1].end
        said = reading.quote(start, end, 30)
        fall = f"the {len(densest)} figures that fall into {WINDOW_SECONDS} seconds of speech"
        yield Mark(start, end, f"Keep three of {fall}, from “{said}” on.")


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
