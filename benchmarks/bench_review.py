"""How long a full review takes, warm, beside proselint on the same text in the same run.

    python -m benchmarks.bench_review

proselint takes the whole answer in one call with its checks loaded, as
the reference measurements do. Every text is new to both sides, so that no
cache helps, and they are timed in turns, so that a busy machine slows both.
The garbage collector is set for both as the command line sets it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from proselint import checks
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from benchmarks.made import answer
from starling.cli import collector
from starling.model.report import Brief
from starling.model.story import PartKind, Story
from starling.review.numbers.audit import audit
from starling.text.notes import read_notes
from starling.usecases.review import read_story, review
from starling.usecases.rules import RuleChoice, choose_rules

WORDS, ROUNDS, WARM = 400, 60, 5


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that *work* takes once."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def reviewed(story: Story, choice: RuleChoice) -> object:
    """A full review: rules, dimensions, follow-ups."""
    return review([story], Brief(), choice)


def audited(story: Story) -> float:
    """Milliseconds that the numbers audit takes of a review, on a reading whose words are known."""
    reading = read_story(story, Brief())
    for kind in reading.of(*PartKind):
        reading.hits_in("hedges", kind)
    return timed(partial(audit, reading))


def linted(text: str) -> object:
    """What proselint says of a text."""
    return LintFile("answer", content=text).lint(DEFAULT)


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    collector.quiet()
    registry = CheckRegistry()
    registry.register_many(checks.__register__)
    texts = [answer(WORDS, number) for number in range(ROUNDS + WARM)]
    stories = [read_notes(text).stories[0] for text in texts]
    choice = choose_rules()
    ours: list[float] = []
    numbers: list[float] = []
    theirs: list[float] = []
    for text, story in zip(texts, stories, strict=True):
        ours.append(timed(partial(reviewed, story, choice)))
        numbers.append(audited(story))
        theirs.append(timed(partial(linted, text)))
    mine, audit_alone, peer = (median(each[WARM:]) for each in (ours, numbers, theirs))
    goals = (
        ("full review, median ms", f"{mine:.2f}", "≤ 4", mine <= 4),
        ("  of it the numbers audit", f"{audit_alone:.2f}", "", True),
        ("  and all the rest", f"{mine - audit_alone:.2f}", "", True),
        ("proselint, same text, median ms", f"{peer:.2f}", "", True),
        ("review : proselint", f"{mine / peer:.2f}", "≤ 0.75", mine / peer <= 0.75),
    )
    print(f"\nreview of a {WORDS}-word answer, {ROUNDS} different texts, all rules and dimensions")
    for what, measured, goal, _ in goals:
        print(f"  {what:<36}{measured:>8}   {'must reach ' + goal if goal else ''}")
    return int(not all(reached for *_, reached in goals))


if __name__ == "__main__":
    sys.exit(main())
