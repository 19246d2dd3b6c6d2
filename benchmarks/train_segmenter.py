"""Train the segmenter of unlabelled prose on a corpus of labelled stories: `train_segmenter.py CORPUS_DIR`.

Writes src/starling/content/segmenter.json, the same bytes for the same corpus.
Only figures leave the corpus: a row for each hand-made feature. The model is a
linear-chain conditional random field.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.segment_corpus import LAYOUTS, Sample, sample, stories, trained
from starling.model.story import CORE
from starling.text.segment import Weights

TARGET = Path(__file__).parent.parent / "src" / "starling" / "content" / "segmenter.json"

Floats = NDArray[np.float64]


class _Data(NamedTuple):
    """All units of all samples, one a row; ``grid`` holds their rows, one sample a row, -1 beyond it."""

    held: Floats
    joins: Floats
    label: NDArray[np.int64]
    grid: NDArray[np.int64]
    lengths: NDArray[np.int64]


RARE = 50
"""A feature seen in fewer units than this is left out."""

CAUTION = 30.0
"""How strongly every weight is drawn towards zero; from 15 to 40 the cross-validated figures stay flat."""


def train(samples: Sequence[Sample], caution: float = CAUTION, rounds: int = 80) -> Weights:
    """The weights that make the labels of *samples* likely, in the sense of maximum a posteriori."""
    counted = Counter(name for one in samples for seen in one.noticed for name in seen.held)
    names = sorted(name for name, count in counted.items() if count >= RARE)
    joins = sorted({seen.join for one in samples for seen in one.noticed})
    data = _data(samples, names, joins)
    size = len(CORE)
    shapes = ((len(names), size), (len(names), size), (len(joins), size, size))
    found = _minimise(lambda x: _loss(x, data, shapes, caution), sum(map(_cells, shapes)), rounds)
    held, entered, squares = _tables(found, shapes)
    return Weights(
        dict(zip(names, map(_rounded, held), strict=True)),
        dict(zip(names, map(_rounded, entered), strict=True)),
        {join: tuple(map(_rounded, square)) for join, square in zip(joins, squares, strict=True)},
    )


def _rounded(row: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), 3) + 0.0 for value in row)


def _cells(shape: tuple[int, ...]) -> int:
    return int(np.prod(shape))


def _tables(x: Floats, shapes: Sequence[tuple[int, ...]]) -> list[Floats]:
    ends = np.cumsum([_cells(shape) for shape in shapes])
    return [piece.reshape(shape) for piece, shape in zip(np.split(x, ends[:-1]), shapes, strict=True)]


def _data(samples: Sequence[Sample], names: Sequence[str], joins: Sequence[str]) -> _Data:
    samples = sorted(samples, key=lambda one: -len(one.noticed))
    samples = [one for one in samples if one.noticed]
    lengths = np.array([len(one.noticed) for one in samples])
    column = {name: index for index, name in enumerate(names)}
    held = np.zeros((int(lengths.sum()), len(names)))
    joined = np.zeros((len(held), len(joins)))
    grid = np.full((len(samples), int(lengths[0])), -1)
    row = 0
    for index, one in enumerate(samples):
        for place, seen in enumerate(one.noticed):
            held[row, [column[name] for name in seen.held if name in column]] = 1.0
            joined[row, joins.index(seen.join)] = 1.0
            grid[index, place] = row
            row += 1
    label = np.array([label for one in samples for label in one.labels])
    return _Data(held, joined, label, grid, lengths)


def _loss(x: Floats, data: _Data, shapes: Sequence[tuple[int, ...]], caution: float) -> tuple[float, Floats]:
    """Minus the log likelihood with its penalty, and the gradient."""
    held, entered, squares = _tables(x, shapes)
    size = len(CORE)
    change = 1.0 - np.eye(size)
    node = data.held @ held
    step = (data.joins @ squares.reshape(len(squares), -1)).reshape(-1, size, size)
    step += (data.held @ entered)[:, None, :] * change
    total, labels, pairs = _expected(node, step, data)
    later = np.sort(data.grid[:, 1:][data.grid[:, 1:] >= 0])
    right, pair = np.eye(size)[data.label], np.zeros_like(step)
    pair[later, data.label[later - 1], data.label[later]] = 1.0
    loss = total - float((node * right).sum() + (step * pair).sum())
    off_node, off_pair = labels - right, pairs - pair
    gradient = np.concatenate(
        [
            (data.held.T @ off_node).ravel(),
            (data.held.T @ (off_pair * change).sum(1)).ravel(),
            (data.joins.T @ off_pair.reshape(len(off_pair), -1)).ravel(),
        ]
    )
    return loss + 0.5 * caution * float(x @ x), gradient + caution * x


def _expected(node: Floats, step: Floats, data: _Data) -> tuple[float, Floats, Floats]:
    """Forward-backward over all samples at once: log partition, and the shares of labels and of pairs."""
    grid, lengths, size = data.grid, data.lengths, len(CORE)
    many, longest = grid.shape
    rows = np.arange(many)
    alive = [int((lengths > place).sum()) for place in range(longest)]
    forward, backward = np.zeros((many, longest, size)), np.zeros((many, longest, size))
    forward[:, 0] = node[grid[:, 0]]
    for place in range(1, longest):
        some, here = alive[place], grid[: alive[place], place]
        forward[:some, place] = node[here] + _log_sum(forward[:some, place - 1][:, :, None] + step[here], 1)
    for place in range(longest - 2, -1, -1):
        some, there = alive[place + 1], grid[: alive[place + 1], place + 1]
        ahead = node[there] + backward[:some, place + 1]
        backward[:some, place] = _log_sum(step[there] + ahead[:, None, :], 2)
    total = _log_sum(forward[rows, lengths - 1], 1)
    inside = grid >= 0
    labels, pairs = np.zeros_like(node), np.zeros_like(step)
    labels[grid[inside]] = np.exp(forward + backward - total[:, None, None])[inside]
    later = grid[:, 1:] >= 0
    here = grid[:, 1:][later]
    before = forward[:, :-1][later] - np.repeat(total, lengths - 1)[:, None]
    ahead = node[here] + backward[:, 1:][later]
    pairs[here] = np.exp(before[:, :, None] + step[here] + ahead[:, None, :])
    return float(total.sum()), labels, pairs


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    answer: Floats = (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)
    return answer


def _minimise(loss: Callable[[Floats], tuple[float, Floats]], size: int, rounds: int) -> Floats:
    """L-BFGS with ten remembered steps and backtracking (Nocedal and Wright, algorithm 7.5)."""
    x = np.zeros(size)
    value, slope = loss(x)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        way = -_turned(slope, steps)
        pace, fall = (1.0 if steps else 1.0 / float(np.abs(slope).sum())), float(slope @ way)
        new_value, new_slope = loss(x + pace * way)
        while new_value > value + 1e-4 * pace * fall:
            pace /= 2
            new_value, new_slope = loss(x + pace * way)
        moved, turned = pace * way, new_slope - slope
        x = x + moved
        if float(moved @ turned) > 1e-10:
            steps = [*steps[-9:], (moved, turned)]
        done = value - new_value < 1e-5 * abs(value)
        value, slope = new_value, new_slope
        if done:
            break
    return x


def _turned(slope: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    way, shares = slope.copy(), []
    for moved, turned in reversed(steps):
        share = float(moved @ way) / float(moved @ turned)
        way -= share * turned
        shares.append(share)
    if steps:
        moved, turned = steps[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(steps, reversed(shares), strict=True):
        way += moved * (share - float(turned @ way) / float(moved @ turned))
    return way


def main(corpus: Path) -> None:
    """Train on all layouts of all stories of *corpus* and write the weights."""
    samples = [sample(told, layout) for told in stories(corpus) for layout in LAYOUTS]
    weights = train(trained(samples))
    TARGET.write_text(weights.to_json(), "utf-8")
    print(f"{len(samples)} texts, {len(weights.held)} features -> {TARGET.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
