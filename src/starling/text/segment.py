"""Unlabelled prose told apart into situation, task, action and result, with a confidence."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from starling.model.story import CORE, Line, Part, PartKind
from starling.text.segment_features import AIMS, LONGEST, Noticed, notice

LOW = 0.75
"""A segmentation less confident than this is shown as a guess (docs/evaluation.md, reliability)."""

_Row = tuple[float, ...]


@dataclass(frozen=True)
class Weights:
    """What training learned; every row holds a figure for each of ``CORE``, in its order.

    ``held`` speaks for a label where a feature holds, ``entered`` for changing
    to it there, ``joins`` for one label after another across a kind of join.
    """

    held: Mapping[str, _Row]
    entered: Mapping[str, _Row]
    joins: Mapping[str, tuple[_Row, ...]]

    @classmethod
    def from_json(cls, text: str) -> Weights:
        """The weights that ``to_json`` wrote; ValueError where *text* is something else."""
        try:
            data = json.loads(text)
            held, entered = (
                {k: _row(row) for k, row in data[table].items()} for table in ("held", "entered")
            )
            joins = {k: tuple(_row(row) for row in square) for k, square in data["joins"].items()}
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not the weights of a segmenter: {error}") from error
        if any(len(square) != len(CORE) for square in joins.values()):
            raise ValueError("not the weights of a segmenter: a join is not a square")
        return cls(held, entered, joins)

    def to_json(self) -> str:
        """The weights as text, one feature a line, sorted."""
        tables = {"held": self.held, "entered": self.entered, "joins": self.joins}
        written = (f'"{name}": {{\n{_rows(table)}\n}}' for name, table in tables.items())
        return "{\n" + ",\n".join(written) + "\n}\n"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A unit, what it is for, and the probability of each of ``CORE`` (rounded, in its order)."""

    start: int
    end: int
    kind: PartKind
    shares: _Row
    confidence: float


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The units of a text in order, labelled.

    ``confidence`` is the share of the words, 0 to 1, that is expected to
    stand under the right label; below ``LOW`` it is shown as a guess. It is 0
    where there is nothing to tell apart: fewer than two units. It takes for
    granted that the text is a story.
    """

    units: tuple[Labelled, ...]
    confidence: float

    @property
    def low(self) -> bool:
        """Whether the labels are a guess."""
        return self.confidence < LOW


def _row(values: Sequence[float]) -> _Row:
    row = tuple(float(value) for value in values)
    if len(row) != len(CORE):
        raise ValueError(f"not the weights of a segmenter: {len(row)} figures in a row")
    return row


def _rows(table: Mapping[str, object]) -> str:
    return ",\n".join(f"  {json.dumps(key)}: {json.dumps(table[key])}" for key in sorted(table))


def segment(text: str, weights: Weights) -> Segmentation:
    """What each unit of *text* is for: the best sequence of labels, and how sure each one is.

    A linear-chain conditional random field (Lafferty, McCallum and Pereira,
    2001): Viterbi for the labels, forward-backward for the confidence. Linear
    in the length of the text; the same text gives the same answer.
    """
    return decode(notice(text), weights)


def decode(noticed: Sequence[Noticed], weights: Weights) -> Segmentation:
    """The labels of units that ``notice`` has looked at."""
    if not noticed:
        return Segmentation((), 0.0)
    nodes, steps = _potentials(noticed, weights)
    shares = _shares(nodes, steps)
    chain = zip(noticed, _labels(noticed, nodes, steps, shares), shares, strict=True)
    labelled = tuple(_labelled(seen, label, row) for seen, label, row in chain)
    return Segmentation(labelled, _whole(labelled, [seen.length for seen in noticed]))


def _labels(
    noticed: Sequence[Noticed], nodes: _Square, steps: Sequence[_Square], shares: Sequence[_Row]
) -> list[int]:
    """The likeliest sequence in which every task says an aim, or is no guess."""
    best = _best(nodes, steps)
    may = _may_be_task(noticed, best, shares)
    if any(label == _TASK and not free for label, free in zip(best, may, strict=True)):
        best = _best(*_barred(nodes, steps, may))
    return best


def _may_be_task(noticed: Sequence[Noticed], best: Sequence[int], shares: Sequence[_Row]) -> list[bool]:
    """For each unit whether it stands in a run of tasks that says an aim, or that is no guess.

    Nearly every story that was learned from has a task. Of those told without
    one, half would get a sentence of their background for it, and the review
    would hold the result against an aim that nobody had (docs/evaluation.md).
    """
    may: list[bool] = []
    for label, grouped in groupby(range(len(best)), key=best.__getitem__):
        run = list(grouped)
        told = any(shares[index][_TASK] >= LOW or AIMS & set(noticed[index].held) for index in run)
        may.extend([label == _TASK and told] * len(run))
    return may


def _barred(nodes: _Square, steps: Sequence[_Square], may: Sequence[bool]) -> tuple[_Square, list[_Square]]:
    """The figures of a chain in which only some units may be the task."""

    def row(figures: Sequence[float], *, free: bool) -> list[float]:
        return [x if free or label != _TASK else -math.inf for label, x in enumerate(figures)]

    return (
        [row(node, free=free) for node, free in zip(nodes, may, strict=True)],
        [[row(after, free=free) for after in step] for step, free in zip(steps, may, strict=True)],
    )


def _labelled(seen: Noticed, best: int, shares: _Row) -> Labelled:
    sure = shares[best] if seen.length <= LONGEST else 0.0
    return Labelled(seen.unit.start, seen.unit.end, CORE[best], shares, sure)


def _whole(labelled: Sequence[Labelled], lengths: Sequence[int]) -> float:
    if len(labelled) < 2 or not any(lengths):  # noqa: PLR2004 - one unit leaves nothing to tell apart
        return 0.0
    sure = sum(unit.confidence * length for unit, length in zip(labelled, lengths, strict=True))
    return round(sure / sum(lengths), 4)


# --- The chain -------------------------------------------------------------

_LABELS = range(len(CORE))
_TASK = CORE.index(PartKind.TASK)
_NOTHING = (0.0,) * len(CORE)
_Square = list[list[float]]


def _potentials(noticed: Sequence[Noticed], weights: Weights) -> tuple[_Square, list[_Square]]:
    """For each unit the figure of every label, and of every label after every label before it."""
    nodes, steps = [], []
    for seen in noticed:
        node = _total(weights.held, seen.held)
        enter = _total(weights.entered, seen.held)
        before = weights.joins.get(seen.join, (_NOTHING,) * len(CORE))
        nodes.append(node)
        steps.append(
            [[before[a][b] + (enter[b] if a != b else 0.0) + node[b] for b in _LABELS] for a in _LABELS]
        )
    return nodes, steps


def _total(table: Mapping[str, _Row], held: Sequence[str]) -> list[float]:
    return [
        math.fsum(column)
        for column in zip(_NOTHING, *(table[key] for key in held if key in table), strict=True)
    ]


def _best(nodes: Sequence[Sequence[float]], steps: Sequence[_Square]) -> list[int]:
    """The likeliest sequence of labels (Viterbi)."""
    score, origins = list(nodes[0]), []
    for step in steps[1:]:
        ways = [[score[a] + step[a][b] for a in _LABELS] for b in _LABELS]
        score = [max(way) for way in ways]
        origins.append([way.index(best) for way, best in zip(ways, score, strict=True)])
    path = [score.index(max(score))]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    return path[::-1]


def _shares(nodes: Sequence[Sequence[float]], steps: Sequence[_Square]) -> list[_Row]:
    """The probability of every label of every unit (forward-backward)."""
    forward = [_even(nodes[0])]
    for step in steps[1:]:
        forward.append(_even([_log_sum([forward[-1][a] + step[a][b] for a in _LABELS]) for b in _LABELS]))
    backward = [list(_NOTHING)]
    for step in reversed(steps[1:]):
        backward.append(_even([_log_sum([backward[-1][b] + step[a][b] for b in _LABELS]) for a in _LABELS]))
    joined = zip(forward, reversed(backward), strict=True)
    return [
        tuple(round(math.exp(x), 4) for x in _even([f + b for f, b in zip(*two, strict=True)]))
        for two in joined
    ]


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


def _even(values: Sequence[float]) -> list[float]:
    """Logarithms of probabilities that sum to one, so that a long text neither over- nor underflows."""
    total = _log_sum(values)
    return [value - total for value in values]


# --- The parts -------------------------------------------------------------


def parts(prose: Part, segmentation: Segmentation) -> tuple[Part, ...]:
    """*prose* cut where the label changes; every word and its place in the user's file are kept.

    *segmentation* is that of ``prose.text``. Without a unit there is nothing
    to cut and *prose* comes back as it is.
    """
    if not segmentation.units:
        return (prose,)
    runs = [list(run) for _, run in groupby(segmentation.units, key=attrgetter("kind"))]
    cuts = [_cut(prose.text, last[-1].end, first[0].start) for last, first in pairwise(runs)]
    spans = pairwise((0, *cuts, len(prose.text)))
    return tuple(Part(run[0].kind, _lines(prose, *span)) for run, span in zip(runs, spans, strict=True))


def _cut(text: str, end: int, start: int) -> int:
    """Where to cut between two units: before the list mark or quotation mark of the second."""
    gap = text[end:start]
    if "\n" in gap:
        return end + gap.rindex("\n") + 1
    space = re.search(r"\s+", gap)
    return end + space.end() if space else start


def _lines(prose: Part, start: int, end: int) -> tuple[Line, ...]:
    """The pieces of the lines of *prose* between two offsets of its text, without blank ones at the ends."""
    pieces: list[Line] = []
    offset = 0
    for line in prose.lines:
        first, last = max(start - offset, 0), min(end - offset, len(line.text))
        if first < last or (not line.text and start <= offset < end):
            pieces.append(Line(line.text[first:last].rstrip(), line.number, line.column + first))
        offset += len(line.text) + 1
    while pieces and not pieces[-1].text:
        pieces.pop()
    while pieces and not pieces[0].text:
        del pieces[0]
    return tuple(pieces)
