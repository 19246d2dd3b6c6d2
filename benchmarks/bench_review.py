"""How long a full review takes, warm, beside proselint on the same text in the same run.

    python -m benchmarks.bench_review [CORPUS]

The texts are made up, dense with figures; then, where CORPUS is there, its
real stories of about that length. proselint takes the whole answer in one call with its checks loaded, as
the reference measurements do. Every text is new to both sides, so that no
cache helps, and they are timed in turns, so that a busy machine slows both.
The garbage collector is set for both as the command line sets it.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from proselint import checks
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from benchmarks.corpus import load
from benchmarks.made import answer
from starling.cli import collector
from starling.model.report import Brief
from starling.model.story import PartKind, Story
from starling.review.numbers.audit import audit
from starling.text.notes import read_notes
from starling.usecases.review import read_story, review
from starling.usecases.rules import RuleChoice, choose_rules

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
WORDS, ROUNDS, WARM = 400, 60, 5
SLACK = 0.15
"""How far, as a share, a real story may be from that many words."""
GOAL, RATIO = 4, 0.75
NUMBER = re.compile(r"\d[\d,.]*")


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


def real_stories(corpus: Path) -> list[tuple[str, Story]]:
    """The stories of about 400 words in a corpus of real notes, with the text of their parts."""
    stories = [story for source in load(corpus) for story in read_notes(source.text).stories]
    texts = ["\n\n".join(part.text for part in story.parts) for story in stories]
    return [
        (text, story)
        for text, story in zip(texts, stories, strict=True)
        if abs(len(text.split()) - WORDS) <= WORDS * SLACK
    ]


def measured(told: list[tuple[str, Story]], choice: RuleChoice) -> tuple[float, float, float]:
    """Median milliseconds of a review, of its audit alone and of proselint, taken in turns."""
    rows = [
        (
            timed(partial(reviewed, story, choice)),
            audited(story),
            timed(partial(linted, text)),
        )
        for text, story in told
    ]
    ours, numbers, theirs = (median(each) for each in zip(*rows[WARM:], strict=True))
    return ours, numbers, theirs


def show(what: str, told: list[tuple[str, Story]], choice: RuleChoice) -> bool:
    """Print the table of some texts; whether both goals are reached."""
    mine, numbers, peer = measured(told, choice)
    digits = len(NUMBER.findall(" ".join(text for text, _ in told))) / len(told)
    print(f"\nreview of a {WORDS}-word answer: {len(told) - WARM} {what}, {digits:.0f} numbers in each")
    goals = (
        ("full review, median ms", mine, "must reach ≤ 4"),
        ("  of it the numbers audit", numbers, ""),
        ("  and all the rest", mine - numbers, ""),
        ("proselint, same text, median ms", peer, ""),
        ("review : proselint", mine / peer, "must reach ≤ 0.75"),
    )
    for name, figure, goal in goals:
        print(f"  {name:<36}{figure:>8.2f}   {goal}".rstrip())
    return mine <= GOAL and mine / peer <= RATIO


def main() -> int:
    """Print the tables; 1 where a goal is missed."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    collector.quiet()
    registry = CheckRegistry()
    registry.register_many(checks.__register__)
    choice = choose_rules()
    made = [answer(WORDS, number) for number in range(ROUNDS + WARM)]
    reached = show("made-up texts", [(text, read_notes(text).stories[0]) for text in made], choice)
    if corpus.is_dir():
        reached &= show("real stories", real_stories(corpus), choice)
    return int(not reached)


if __name__ == "__main__":
    sys.exit(main())
