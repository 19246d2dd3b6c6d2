"""How well unlabelled prose is told apart into S, T, A and R, beside the baselines of the evaluation plan.

    python -m benchmarks.eval_segment [CORPUS_DIR] [--shipped]

The labels of real stories are taken off and every unit (sentence or list item) is labelled again; gold is
the part it came from. Without --shipped the figures are cross-validated: the authors are dealt into ten
groups, and each group is labelled by weights trained on the other nine. With --shipped the weights of
content/segmenter.json are measured, for a corpus by other authors.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.segment_baselines import BASELINES, in_plain_units
from benchmarks.segment_corpus import (
    LAYOUTS,
    OWN,
    Sample,
    one_by_one,
    owner,
    sample,
    stories,
    trained,
    without,
)
from benchmarks.train_segmenter import TARGET, train
from starling.model.story import CORE, PartKind
from starling.text.segment import LOW, Weights, decode

DEFAULT = Path(__file__).resolve().parents[1] / ".." / "shared" / "corpus"
FOLDS = 10
_TASK = CORE.index(PartKind.TASK)
RESAMPLES = 2000


class Judged(NamedTuple):
    """One unit as it was judged: who wrote it, how long it is, its gold, its label, and how sure that is."""

    author: str
    own: bool
    words: int
    gold: int
    label: int
    sure: float = 0.0


Story = list[Judged]


# --- The baselines ----------------------------------------------------------


def by_rule(rule: Callable[[str, float], int], one: Sample) -> Story:
    """The units of *one* labelled by a baseline."""
    count = len(one.noticed)
    texts = (one.text[seen.unit.start : seen.unit.end].replace("*", "").lower() for seen in one.noticed)
    return judged(one, [(rule(text, index / count), 0.0) for index, text in enumerate(texts)])


def carried(story: Story, one: Sample, target: Sample) -> Story:
    """The labels of *story* (the units of *one*) carried over to the units of *target*, by overlap."""
    spans = [(s.unit.start, s.unit.end, unit.label) for s, unit in zip(one.noticed, story, strict=True)]
    return judged(target, [(owner(spans, s.unit.start, s.unit.end), 0.0) for s in target.noticed])


# --- The segmenter ----------------------------------------------------------


def by_weights(weights: Weights, one: Sample) -> Story:
    """The units of *one* labelled by the decoder that ships."""
    labelled = decode(one.noticed, weights).units
    return judged(one, [(CORE.index(unit.kind), unit.confidence) for unit in labelled])


def judged(one: Sample, labels: Iterable[tuple[int, float]]) -> Story:
    """Labels beside the gold."""
    told, own = one.told, one.told.kind in OWN
    rows = zip(one.noticed, one.labels, labels, strict=True)
    return [Judged(told.author, own, seen.length, gold, label, sure) for seen, gold, (label, sure) in rows]


def groups(samples: Iterable[Sample]) -> dict[str, int]:
    """Author -> group; the most prolific first, each into the smallest group so far."""
    counts = Counter(one.told.author for one in samples)
    sizes, dealt = [0] * FOLDS, {}
    for author, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        dealt[author] = sizes.index(min(sizes))
        sizes[dealt[author]] += count
    return dealt


def cross_validated(samples: Sequence[Sample]) -> list[Story]:
    """Every sample labelled by weights that saw nothing by its author."""
    dealt = groups(samples)
    others = ([one for one in trained(samples) if dealt[one.told.author] != fold] for fold in range(FOLDS))
    weights = [train(group) for group in others]
    return [by_weights(weights[dealt[one.told.author]], one) for one in samples]


# --- Figures ----------------------------------------------------------------

Counts = Counter[tuple[int, int]]


def counted(units: Iterable[Judged]) -> Counts:
    """How often each gold label met each given label."""
    return Counter((unit.gold, unit.label) for unit in units)


def f1(counts: Counts) -> list[float]:
    """F1 of S, T, A and R."""
    golds, labels = Counter[int](), Counter[int]()
    for (gold, label), count in counts.items():
        golds[gold] += count
        labels[label] += count
    both = [golds[label] + labels[label] for label in range(4)]
    return [2 * counts[label, label] / both[label] if both[label] else 0.0 for label in range(4)]


def macro(counts: Counts) -> float:
    """The mean of the F1 of the parts that the gold holds."""
    held = {gold for gold, _ in counts}
    return sum(value for label, value in enumerate(f1(counts)) if label in held) / max(1, len(held))


def tasks(told: Sequence[Story]) -> str:
    """In how many texts the task is missed, and in how many one is claimed that is not there."""
    pairs = Counter(
        (any(unit.gold == _TASK for unit in story), any(unit.label == _TASK for unit in story))
        for story in told
    )
    there, absent = (pairs[gold, True] + pairs[gold, False] for gold in (True, False))
    missed, made_up = pairs[True, False], pairs[False, True]
    return f"task missed in {missed} of {there} texts, made up in {made_up} of {absent}"


def share_error(told: Iterable[Story]) -> float:
    """How far a part's share of the words is off, in points: the mean over parts, then over stories."""
    errors = []
    for story in told:
        total = sum(unit.words for unit in story) or 1
        off = [
            sum(u.words for u in story if u.label == part) - sum(u.words for u in story if u.gold == part)
            for part in range(4)
        ]
        errors.append(100 * sum(map(abs, off)) / 4 / total)
    return sum(errors) / max(1, len(errors))


def row(name: str, told: Iterable[Story], *, own: bool = False) -> str:
    """One line of a table."""
    chosen = [story for story in told if story and (story[0].own or not own)]
    counts = counted(unit for story in chosen for unit in story)
    right = sum(count for (gold, label), count in counts.items() if gold == label) / max(1, counts.total())
    parts = "/".join(f"{value:.2f}" for value in f1(counts))
    return f"| {name} | {right:.3f} | {macro(counts):.3f} | {parts} | {share_error(chosen):.1f} |"


def gain(ours: Sequence[Story], theirs: Sequence[Story]) -> str:
    """The difference in macro-F1 and its 95 % interval, by a paired bootstrap over authors."""
    tallies: dict[str, tuple[Counts, Counts]] = {}
    for pair in zip(ours, theirs, strict=True):
        if pair[0]:
            both = tallies.setdefault(pair[0][0].author, (Counter(), Counter()))
            for tally, story in zip(both, pair, strict=True):
                tally.update(counted(story))
    authors, dice, drawn = sorted(tallies), random.Random(1), []
    for _ in range(RESAMPLES):
        pick = dice.choices(authors, k=len(authors))
        drawn.append(_difference([tallies[author] for author in pick]))
    drawn.sort()
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
    return f"{_difference(list(tallies.values())):+.3f} [{low:+.3f}, {high:+.3f}]"


def _difference(tallies: Iterable[tuple[Counts, Counts]]) -> float:
    ours, theirs = Counts(), Counts()
    for one, other in tallies:
        ours.update(one)
        theirs.update(other)
    return macro(ours) - macro(theirs)


def reliability(said: Iterable[tuple[float, float, int]]) -> list[str]:
    """Rows of claimed confidence against the share that was right; *said* holds claim, right and weight."""
    bins: dict[int, list[tuple[float, float, int]]] = {}
    for one in said:
        bins.setdefault(min(9, int(one[0] * 10)), []).append(one)
    rows = []
    for low, ones in sorted(bins.items()):
        weight = sum(w for _, _, w in ones) or 1
        claim, right = (sum(one[i] * one[2] for one in ones) / weight for i in (0, 1))
        rows.append(f"| {low / 10:.1f}-{low / 10 + 0.1:.1f} | {len(ones)} | {claim:.2f} | {right:.2f} |")
    return rows


def whole(story: Story) -> tuple[float, float, int]:
    """The claim of a whole text, the share of its words that is right, and 1."""
    total = sum(unit.words for unit in story) or 1
    claim = sum(unit.sure * unit.words for unit in story) / total
    return claim, sum(unit.words for unit in story if unit.gold == unit.label) / total, 1


# --- The report -------------------------------------------------------------

HEAD = "| method | accuracy | macro-F1 | F1 S/T/A/R | share error |\n|---|---|---|---|---|"
PLACE = re.compile(r"after |from |units ")
CUES = re.compile(r"(?!after |from |units |lists |item$|always$|length )")


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description="Measure the segmenter of unlabelled prose.")
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT, help="folder with stories.jsonl")
    parser.add_argument(
        "--shipped", action="store_true", help="measure content/segmenter.json, train nothing"
    )
    arguments = parser.parse_args()
    told = stories(arguments.corpus)
    samples = [sample(one, layout) for layout in LAYOUTS for one in told]
    if arguments.shipped:
        ours = [by_weights(Weights.from_json(TARGET.read_text("utf-8")), one) for one in samples]
    else:
        ours = cross_validated(samples)
    kinds = ", ".join(f"{kind} {count}" for kind, count in Counter(one.kind for one in told).items())
    print(f"{len(told)} stories by {len({one.author for one in told})} authors: {kinds}")
    _tables(samples, ours)
    _plain_units(samples, ours)
    _reliability(ours)
    if not arguments.shipped:
        _ablation(samples, ours)


def _tables(samples: Sequence[Sample], ours: Sequence[Story]) -> None:
    for layout in LAYOUTS:
        chosen = [one for one in samples if one.layout == layout]
        mine = [story for one, story in zip(samples, ours, strict=True) if one.layout == layout]
        beaten = {name: [by_rule(rule, one) for one in chosen] for name, rule in BASELINES.items()}
        print(f"\n{layout}: {sum(map(len, mine))} units\n{HEAD}")
        for name, theirs in beaten.items():
            print(row(name, theirs))
        print(row("**segmenter**", mine))
        for name in ("position + cues", "**segmenter**"):
            print(row(f"{name}, {' + '.join(OWN)}", beaten.get(name, mine), own=True))
        difference = gain(mine, beaten["position + cues"])
        print(f"segmenter - position + cues, macro-F1 and 95 % interval by author: {difference}")
        print(f"segmenter: {tasks(mine)}")


def _plain_units(samples: Sequence[Sample], ours: Sequence[Story]) -> None:
    pairs = [
        (one, in_plain_units(one), story)
        for one, story in zip(samples, ours, strict=True)
        if one.layout == "as written"
    ]
    mine = [carried(story, one, target) for one, target, story in pairs]
    print(f"\nas written, in the units of section 3.3: {sum(map(len, mine))} units\n{HEAD}")
    for name, rule in BASELINES.items():
        print(row(name, [by_rule(rule, target) for _, target, _ in pairs]))
    print(row("**segmenter**", mine))


def _reliability(ours: Sequence[Story]) -> None:
    print("\nconfidence of a unit, all layouts\n| claimed | units | mean claim | right |\n|---|---|---|---|")
    print("\n".join(reliability((u.sure, float(u.gold == u.label), 1) for story in ours for u in story)))
    print("\nconfidence of a text, all layouts\n| claimed | texts | mean claim | right |\n|---|---|---|---|")
    wholes = [whole(story) for story in ours if story]
    print("\n".join(reliability(wholes)))
    low = [right for claim, right, _ in wholes if claim < LOW]
    high = [right for claim, right, _ in wholes if claim >= LOW]
    below, above = (sum(rights) / max(1, len(rights)) for rights in (low, high))
    print(f"{len(low)} of {len(wholes)} texts below {LOW}; words right {below:.2f} below, {above:.2f} above")


def _ablation(samples: Sequence[Sample], ours: Sequence[Story]) -> None:
    print(f"\nablation, all layouts\n{HEAD}")
    print(row("segmenter", ours))
    print(row("without position", cross_validated(without(PLACE, samples))))
    print(row("without cues", cross_validated(without(CUES, samples))))
    alone = iter(cross_validated(one_by_one(samples)))
    print(row("without sequence", [[unit for _ in one.noticed for unit in next(alone)] for one in samples]))


if __name__ == "__main__":
    main()
