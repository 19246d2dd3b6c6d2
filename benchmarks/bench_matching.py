"""How long it takes to hold many stories against all questions, cold and from the cache, and to draw loops.

    python -m benchmarks.bench_matching [STORIES]

Stories are made up, in a new folder. The bank has more than 400 questions and
principles; lexicon and bank are loaded before the clock starts, as they are in
a program that runs. Seconds are the best of a few runs on the clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.made import page
from starling import wiring
from starling.ports import Workspace
from starling.prep.material import cells, read_material
from starling.settings import Settings
from starling.usecases.coverage import cover, coverage_sets
from starling.usecases.loop_draws import Wish
from starling.usecases.loops import simulate_loops

STORIES, DRAWS = 500, 10_000
WARM = 3
"""Runs of what is measured warm; the best counts."""


class Row(NamedTuple):
    """A figure with its goal; None where there is none."""

    what: str
    seconds: float
    goal: float | None = None

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.seconds <= self.goal


def made(folder: Path, count: int) -> Workspace:
    """A prep folder with *count* stories."""
    (folder / "starling.toml").write_text("", "utf-8")
    (folder / "stories").mkdir(exist_ok=True)
    for number in range(count):
        (folder / "stories" / f"story-{number:04}.md").write_text(page(number), "utf-8")
    return wiring.open_workspace(folder, Settings())


def taken(do: Callable[[], object], runs: int = 1, before: Callable[[int], object] = lambda _: None) -> float:
    """Seconds of the fastest of some runs; *before* each, something that is not counted."""
    found = []
    for run in range(runs):
        before(run)
        start = time.perf_counter()
        do()
        found.append(time.perf_counter() - start)
    return min(found)


def scored(work: Workspace) -> None:
    """All stories against all questions and principles."""
    cells(work, read_material(work))


def measured(work: Workspace, folder: Path) -> list[Row]:
    """The figures of one folder."""
    one = folder / "stories" / "story-0000.md"
    scored(work)  # what is loaded once

    def change(run: int) -> None:
        one.write_text(page(0) + f"\nIn round {run} we also looked at the queue.\n", "utf-8")

    rows = [
        Row("scored, cold", taken(lambda: scored(work), 2, lambda _: work.cache.clear()), 2.0),
        Row("scored again, one story changed", taken(lambda: scored(work), WARM, change), 0.1),
        Row("scored again, nothing changed", taken(lambda: scored(work), WARM)),
    ]
    material = read_material(work)
    after = Row("of these reading the folder and its cache", taken(lambda: read_material(work), WARM))
    rows += [after, Row("of these cells alone", taken(lambda: cells(work, material), WARM))]
    rows += [
        Row("coverage of a company", taken(lambda: cover(work, "amazon"), WARM)),
        Row("coverage of all questions", taken(lambda: cover(work, "questions"), WARM)),
        Row("every set at a glance", taken(lambda: coverage_sets(work), 1)),
        Row(
            "loops, all told",
            taken(lambda: simulate_loops(work, Wish(company="amazon", draws=DRAWS)), 2),
            3.0,
        ),
    ]
    return rows


def main() -> int:
    """Print the tables; 1 where a goal is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else STORIES
    missed = 0
    for size in (17, count):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            work = made(folder, size)
            asked = len(read_material(work).demands)
            rows = measured(work, folder)
        print(f"\n{size} made-up stories x {asked} questions and principles, {DRAWS:,} loops")
        for row in rows:
            goal = "" if row.goal is None else f"must reach ≤ {row.goal:g}"
            print(f"  {row.what:<42}{row.seconds:>8.3f} s  {goal}".rstrip())
        missed += sum(not row.is_reached for row in rows)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
