"""How near the greedy choice with swaps comes to the exact one, and how long both take.

    python -m benchmarks.bench_cover [SEEDS]

Banks are made by chance with a seed: stories that are strong at some rows and
partly at others, some of them all-rounders. Without the ``optimise`` extra
there is nothing to compare with.
"""

from __future__ import annotations

import random
import sys
import time
from typing import NamedTuple

from starling.adapters.optimise import HighsOptimiser, is_installed
from starling.matching.cover import Supply, best, best_program, fewest, fewest_program, value

SEEDS = 3
SECONDS = 60.0


class Size(NamedTuple):
    """A bank to make: its stories, its rows, and the share of rows that a story is strong at on average."""

    stories: int
    rows: int
    dense: float


BEST = (Size(30, 16, 0.12), Size(60, 100, 0.05), Size(100, 120, 0.04))
FEWEST = (Size(30, 16, 0.12), Size(60, 100, 0.05), Size(200, 300, 0.035))
LARGEST = Size(200, 300, 0.035)


class Compared(NamedTuple):
    """One bank: near and exact, their seconds, and whether the exact one is proven."""

    near: int
    exact: int
    bound: float
    proven: bool
    near_seconds: float
    exact_seconds: float


def made(size: Size, seed: int) -> Supply:
    """A bank; a story is up to three times as broad as another, and partly at twice as many rows."""
    chance = random.Random(seed)
    strong, partly = [], []
    for _ in range(size.stories):
        share = size.dense * chance.uniform(0.5, 1.5)
        own = frozenset(row for row in range(size.rows) if chance.random() < share)
        strong.append(own)
        touched = (row for row in range(size.rows) if chance.random() < 2 * share)
        partly.append(frozenset(touched) - own)
    return Supply(size.rows, tuple(strong), tuple(partly))


def compared(bank: Supply, most: int | None) -> Compared:
    """Both choices for one bank: the best *most*, or the fewest."""
    start = time.perf_counter()
    near = fewest(bank) if most is None else best(bank, most)
    between = time.perf_counter()
    program = fewest_program(bank) if most is None else best_program(bank, most)
    solved = HighsOptimiser().solve(program, near.stories, lambda *_: None, SECONDS)
    end = time.perf_counter()
    exact = len(solved.chosen) if most is None else value(bank, solved.chosen)
    bound = solved.bound if most is None else -solved.bound
    return Compared(near.value, exact, bound, solved.proven, between - start, end - between)


def line(size: Size, found: list[Compared], *, fewer: bool) -> tuple[str, float]:
    """A row of the table, and how far the near choice is off at most, as a share of the exact one."""
    off = max(abs(each.near - each.exact) / each.exact for each in found)
    proven = sum(each.proven for each in found)
    near = max(each.near_seconds for each in found)
    exact = max(each.exact_seconds for each in found)
    what = f"{size.stories} x {size.rows}, {size.dense:.1%} strong"
    pairs = " ".join(f"{each.near}/{each.exact}" for each in found)
    kind = "more" if fewer else "less"
    figures = f"off at most {off:.1%} {kind}, {proven} of {len(found)} proven"
    return f"  {what:<26}{pairs:<28}{figures:<34} {near:6.2f} s, exact {exact:6.2f} s", off


def main() -> int:
    """Print the tables; 1 where a goal is missed."""
    if not is_installed():
        print("\nchoosing stories: not measured, the optimise extra is not installed")
        return 0
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    print("\nbest ten stories, near/exact value (must be within 2% of the optimum)")
    reached = True
    for size in BEST:
        text, off = line(size, [compared(made(size, seed), 10) for seed in seeds], fewer=False)
        reached &= off <= 0.02
        print(text)
    print("\nfewest stories that cover twice, near/exact number")
    for size in FEWEST:
        found = [compared(made(size, seed), None) for seed in seeds]
        print(line(size, found, fewer=True)[0])
        if size == LARGEST:
            slowest = max(each.exact_seconds for each in found)
            within = all(each.proven for each in found) and slowest <= 20
            reached &= within
            print(f"  exact, {size.stories} x {size.rows}: {slowest:.1f} s, proven (must reach ≤ 20 s)")
    return int(not reached)


if __name__ == "__main__":
    sys.exit(main())
