"""How much scores move when a telling says the same thing differently, or says nothing more in more words.

    python -m benchmarks.eval_invariance CORPUS

CORPUS is a folder with ``stories.jsonl``. Bounds: evaluation, section 4 (fairness and gaming).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.noise import FAIRNESS, GAMING, Noise
from starling.model.report import Brief, Level
from starling.model.story import Line, Part, PartKind, Story
from starling.review.question_type import question_type
from starling.review.reading import Reading
from starling.review.rubric import assess

CONTENT = ("D1", "D2", "D3", "D4", "D5", "D7", "D8", "D9", "D10", "D11")
_LABELS = {
    "situation": PartKind.SITUATION,
    "task": PartKind.TASK,
    "action": PartKind.ACTION,
    "result": PartKind.RESULT,
}

Scores = dict[str, int | None]


class Movement(NamedTuple):
    """What one change did: mean shift in points, share of scores that moved by a point or more, and where."""

    shift: float
    flips: float
    worst: str


def scores(story: Story) -> Scores:
    """The content scores of a story, read for a senior role."""
    reading = Reading(story, Brief(level=Level.SENIOR), question_type(story.question))
    return {a.dimension: a.score for a in assess(reading) if a.dimension in CONTENT}


def movement(stories: Sequence[Story], before: Sequence[Scores], noise: Noise) -> Movement:
    """How the content scores of *stories* move under one change; a score that appears or goes is a flip."""
    moved: dict[str, list[int]] = {name: [] for name in CONTENT}
    gone = 0
    for story, old in zip(stories, before, strict=True):
        changed = noise(story)
        new = old if changed == story else scores(changed)
        for name in CONTENT:
            one, other = old[name], new[name]
            if one is not None and other is not None:
                moved[name].append(other - one)
            else:
                gone += (one is None) != (other is None)
    shifts = [shift for name in CONTENT for shift in moved[name]]
    flips = (sum(shift != 0 for shift in shifts) + gone) / (len(shifts) + gone)
    worst = max(CONTENT, key=lambda name: sum(shift != 0 for shift in moved[name]))
    return Movement(sum(shifts) / len(shifts), flips, worst)


def corpus_stories(corpus: Path) -> Iterable[Story]:
    """The stories of a corpus folder, by the labels of their authors."""
    for line in (corpus / "stories.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        told = [(kind, entry.get(name)) for name, kind in _LABELS.items()]
        parts = tuple(_part(kind, text) for kind, text in told if text)
        yield Story(title=entry["title"] or "", question=entry.get("question"), parts=parts)


def _part(kind: PartKind, text: str) -> Part:
    return Part(kind, tuple(Line(line, n) for n, line in enumerate(text.split("\n"), 1)))


def main(corpus: str) -> None:
    """Print one row a change."""
    stories = list(corpus_stories(Path(corpus)))
    before = [scores(story) for story in stories]
    print(f"{len(stories)} stories, {len(CONTENT)} content dimensions\n")
    print(f"{'change':<22}{'mean shift':>12}{'moved ≥ 1 point':>18}   most in")
    for name, noise in (FAIRNESS | GAMING).items():
        found = movement(stories, before, noise)
        print(f"{name:<22}{found.shift:>+12.3f}{found.flips:>18.1%}   {found.worst}")


if __name__ == "__main__":
    main(*sys.argv[1:])
