"""How long the numbers audit takes, warm, on texts it has not seen.

    python -m benchmarks.bench_numbers

The reading (words, sentences, phrases) is shared with the whole review and is
measured apart; what counts is the audit itself: extraction and all relations.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from benchmarks.made import answer
from starling.model.report import Brief
from starling.model.story import Line, Part, PartKind, Story
from starling.review.numbers.audit import audit
from starling.review.reading import Reading
from starling.text.notes import read_notes

WORDS, ROUNDS, WARM = 200, 60, 5
NUMBERS = 10_000
GAPS = (
    "The p95 latency of service {n} went from {a} ms to {b} ms",
    "team {n} cut its bill by {p}%, from ${a}K to ${b}K a month",
    "we replayed {a} requests in {b} minutes",
    "{p}% of {a} pages had no owner",
    "three reasons: cost, speed and {p} open tickets",
)  # fmt: skip


def audited(story: Story) -> tuple[float, float, int]:
    """Milliseconds to read a story and to audit its numbers, and how many numbers it has."""
    reading = Reading(story, Brief())
    start = time.perf_counter()
    _ = reading.sentences, reading.hits("outcome_verbs"), reading.lower
    read = time.perf_counter()
    found = audit(reading)
    end = time.perf_counter()
    return 1000 * (read - start), 1000 * (end - read), len(found.quantities)


def crowded(count: int, seed: int = 1) -> Story:
    """One part of a story with about *count* numbers, pairs and shares and totals among them."""
    chance = random.Random(seed)
    sentences: list[str] = []
    while count > -800:
        gap = chance.choice(GAPS)
        sentences.append(
            gap.format(n=count, a=chance.randint(20, 900), b=chance.randint(2, 90), p=chance.randint(2, 99))
        )
        count -= gap.count("{") + gap.startswith("three")
    lines = tuple(Line(text + ".", number) for number, text in enumerate(sentences, 1))
    return Story(title="Crowded", parts=(Part(PartKind.RESULT, lines),))


def main() -> int:
    """Print the table; 1 where a goal is missed."""
    stories = [read_notes(answer(WORDS, number)).stories[0] for number in range(ROUNDS + WARM)]
    times = [audited(story) for story in stories][WARM:]
    read, mine = median(each[0] for each in times), median(each[1] for each in times)
    half, whole = audited(crowded(NUMBERS // 2)), audited(crowded(NUMBERS))
    seconds = (whole[0] + whole[1]) / 1000
    growth = (whole[0] + whole[1]) / (half[0] + half[1])
    goals = (
        ("reading, shared with the review, median ms", f"{read:.2f}", "", True),
        ("audit, median ms", f"{mine:.2f}", "≤ 2", mine <= 2),
        ("numbers in such a story, median", f"{median(each[2] for each in times):g}", "", True),
        (f"{whole[2]:,} numbers in one text, with reading, s", f"{seconds:.2f}", "≤ 2", seconds <= 2),
        ("  of these the audit, s", f"{whole[1] / 1000:.2f}", "", True),
        ("twice the numbers, times the work", f"{growth:.2f}", "≤ 2.5", growth <= 2.5),
    )
    print(f"\nnumbers audit of a {WORDS}-word story, {ROUNDS} different texts, all relations")
    for what, said, goal, _ in goals:
        print(f"  {what:<46}{said:>8}   {'must reach ' + goal if goal else ''}")
    return int(not all(reached for *_, reached in goals))


if __name__ == "__main__":
    sys.exit(main())
