"""Stories of a corpus with their labels taken off, in the layouts and orders in which people paste them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import load
from starling.model.story import CORE, PartKind
from starling.text.plain import plain
from starling.text.segment_features import Noticed, notice
from starling.text.units import BULLET, units

KINDS = ("personal", "student", "project", "sample")
OWN = ("personal", "student", "project")


class Told(NamedTuple):
    """One story: who wrote it, what kind of source it stands in, and its four parts (S, T, A, R)."""

    author: str
    kind: str
    parts: tuple[str, ...]


class Sample(NamedTuple):
    """One story in one layout, where its pieces stand, what is noticed, and the right label of each unit."""

    told: Told
    layout: str
    text: str
    spans: tuple[tuple[int, int, int], ...]
    noticed: list[Noticed]
    labels: list[int]


def stories(folder: Path) -> list[Told]:
    """The stories of ``KINDS``; one whose author merged two parts has no right answer and is left out."""
    return [
        Told(source.author, source.kind, tuple(gold.parts[kind.value] or "" for kind in CORE))
        for source in load(folder)
        for gold in source.stories
        if source.kind in KINDS and not gold.merged
    ]


class Piece(NamedTuple):
    """A part or a sentence of one, the label it came from, and what stands before it."""

    label: int
    before: str
    text: str


def _as_written(parts: Sequence[str]) -> list[Piece]:
    return [Piece(label, "\n\n", part) for label, part in enumerate(parts)]


def _as_prose(parts: Sequence[str]) -> list[Piece]:
    return [Piece(label, "\n\n", item) for label, part in enumerate(parts) for item in _items(part)]


def _as_one(parts: Sequence[str]) -> list[Piece]:
    return [piece._replace(before=" ") for piece in _as_prose(parts)]


def _sentences(parts: Sequence[str]) -> list[Piece]:
    return [
        Piece(piece.label, " ", piece.text[unit.start : unit.end])
        for piece in _as_prose(parts)
        for unit in units(piece.text)
    ]


def _as_paragraphs(parts: Sequence[str]) -> list[Piece]:
    """A blank line after every third sentence, wherever the parts begin."""
    found = enumerate(_sentences(parts))
    return [one._replace(before="\n\n") if index % 3 == 0 else one for index, one in found]


def _headline_first(parts: Sequence[str]) -> list[Piece]:
    """The first sentence of a longer result is told before anything else."""
    found = _sentences(parts)
    results = [one for one in found if CORE[one.label] is PartKind.RESULT]
    if len(results) > 1:
        found.remove(results[0])
        found.insert(0, results[0])
    return found


def _in_rounds(parts: Sequence[str]) -> list[Piece]:
    """Half of the actions and half of the results, then the other halves."""
    found = _sentences(parts)
    kinds = (PartKind.ACTION, PartKind.RESULT)
    actions, results = ([one for one in found if CORE[one.label] is kind] for kind in kinds)
    before = [one for one in found if CORE[one.label] not in kinds]
    first, second = len(actions) // 2, len(results) // 2
    return [*before, *actions[:first], *results[:second], *actions[first:], *results[second:]]


def _as_list(parts: Sequence[str]) -> list[Piece]:
    """Every sentence an item of one list."""
    return [one._replace(before="\n- ") for one in _sentences(parts)]


def _without_task(parts: Sequence[str]) -> list[Piece]:
    """One paragraph that never says what was to be done."""
    return [one for one in _sentences(parts) if CORE[one.label] is not PartKind.TASK]


def _as_speech(parts: Sequence[str]) -> list[Piece]:
    return [
        piece._replace(text=" ".join(re.sub(r"[^\w\s%$'’-]+", " ", piece.text.lower()).split()))
        for piece in _as_one(parts)
    ]


def _items(part: str) -> list[str]:
    """Paragraphs and list items without their marks, each closed by a full stop where it had none."""
    blocks: list[str] = [""]
    for line in plain(part).split("\n"):
        mark = BULLET.match(line)
        if mark or not line.strip():
            blocks.append("")
        blocks[-1] = f"{blocks[-1]} {line[mark.end() :] if mark else line}".strip()
    return [block if re.search(r"[.!?:;][\"”’)]*$", block) else block + "." for block in blocks if block]


LAYOUTS: dict[str, Callable[[Sequence[str]], list[Piece]]] = {
    "as written": _as_written,
    "bullets as prose": _as_prose,
    "odd paragraphs": _as_paragraphs,
    "one paragraph": _as_one,
    "no punctuation": _as_speech,
    "headline first": _headline_first,
    "in rounds": _in_rounds,
    "all in one list": _as_list,
    "without a task": _without_task,
}
"""What the same story looks like when it is pasted without its labels."""

SELDOM = {"in rounds": 4, "all in one list": 3, "without a task": 2}
"""What few people do: only every so many-th story is trained in it."""


def trained(samples: Iterable[Sample]) -> list[Sample]:
    """The samples to train on, in the proportions of ``SELDOM``."""
    met: Counter[str] = Counter()
    chosen = []
    for one in samples:
        if met[one.layout] % SELDOM.get(one.layout, 1) == 0:
            chosen.append(one)
        met[one.layout] += 1
    return chosen


def sample(told: Told, layout: str) -> Sample:
    """*told* without its labels, in one layout; a unit belongs to the part that it shares most with."""
    text, spans = "", []
    for piece in LAYOUTS[layout](told.parts):
        if piece.text.strip():
            text += piece.before if text else piece.before.lstrip()
            spans.append((len(text), len(text) + len(piece.text), piece.label))
            text += piece.text
    noticed = notice(text)
    labels = [owner(spans, seen.unit.start, seen.unit.end) for seen in noticed]
    return Sample(told, layout, text, tuple(spans), noticed, labels)


def owner(spans: Iterable[tuple[int, int, int]], start: int, end: int) -> int:
    """The label of the span that shares most with *start* to *end*."""
    return max(spans, key=lambda span: min(end, span[1]) - max(start, span[0]))[2]


def without(unwanted: re.Pattern[str], samples: Iterable[Sample]) -> list[Sample]:
    """The samples as they look to one who does not see some of the features."""
    return [
        one._replace(noticed=[seen._replace(held=_kept(unwanted, seen.held)) for seen in one.noticed])
        for one in samples
    ]


def _kept(unwanted: re.Pattern[str], held: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in held if not unwanted.match(name))


def one_by_one(samples: Sequence[Sample]) -> list[Sample]:
    """Every unit as a sample of its own, so that no label can lean on the one before."""
    return [
        one._replace(noticed=[seen], labels=[label])
        for one in samples
        for seen, label in zip(one.noticed, one.labels, strict=True)
    ]
