"""The number labels of a corpus laid beside what the audit says of the same stories.

A label names places ("spans") of a story; a claim of the audit joins
quantities. A claim is **about** a label when at least two of its quantities
(its one quantity where it has no more) lie in the label's spans, and at least
half of all its quantities do. A claim **answers** a label when it is about it
and its relation is the label's, or one that SAME names as the same arithmetic
under another heading. Of several claims that answer a label the one of the
label's own relation counts, then the one that covers most of it, then the
first in the text.

Some labels of R16 name another telling ("st0157 has the same figures"). Where
no claim of the story itself answers these, the fact sheet of the two does, as
`starling facts` would show it: figures of the label that agree are consistent,
figures that differ are ambiguous.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starling.model.report import Brief
from starling.model.story import Line, Part, PartKind, Story
from starling.review.numbers.audit import Ledger, audit
from starling.review.numbers.facts import State, fact_sheet
from starling.review.numbers.quantities.quantity import Quantity
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading

PARTS = ("situation", "task", "action", "result")
SAME = (
    frozenset(("R1", "R2", "R11")),  # one before and after, told as a factor, in percent, or as a direction
    frozenset(("R5", "R7")),  # parts that make up a whole
    frozenset(("R15", "R17")),  # so many for each, for so long
    frozenset(("R16", "R17")),  # one fact told twice, the second time in another unit
)
NOTHING_STATED = "no claim"
"""How ``computed`` begins where the author claims nothing that could be checked."""

_STORY = re.compile(r"\bst\d{4}\b")

Span = tuple[int, int]


@dataclass(frozen=True)
class Label:
    """One labelled item of a story.

    ``places`` are its spans as offsets into the reading, ``others`` the stories that it names.
    """

    story: str
    kind: str
    relation: str
    verdict: str
    spans: tuple[str, ...]
    places: tuple[Span, ...]
    computed: str
    confidence: str
    others: tuple[str, ...]

    @property
    def states(self) -> bool:
        """Whether the author claims a factor, percent, total, or tells a fact again."""
        return not self.computed.startswith(NOTHING_STATED)


@dataclass(frozen=True)
class Judged:
    """A labelled story as it was read, the audit's ledger of it, its labels, and the stories these name."""

    name: str
    reading: Reading
    ledger: Ledger
    labels: tuple[Label, ...]
    beside: dict[str, Reading]

    def of(self, *kinds: str) -> list[Label]:
        """The labels of these kinds."""
        return [label for label in self.labels if label.kind in kinds]

    def said(self, *verdicts: Verdict) -> list[Claim]:
        """The claims with these verdicts."""
        return [claim for claim in self.ledger.claims if claim.verdict in verdicts]


def load(folder: Path) -> list[Judged]:
    """Every labelled story of a corpus, audited, by id."""
    stories = {row["id"]: row for row in rows(folder / "stories.jsonl")}
    labels: dict[str, list[dict[str, Any]]] = {}
    for row in rows(folder / "number_labels.jsonl"):
        labels.setdefault(row["story_id"], []).append(row)
    return [_judged(name, stories, labels[name]) for name in sorted(labels)]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def story_of(row: dict[str, Any]) -> Story:
    """A story of the corpus by the labels of its author."""
    told = [(PartKind(name), row[name]) for name in PARTS if row[name]]
    return Story(title=row["title"] or "", parts=tuple(part_of(kind, text) for kind, text in told))


def part_of(kind: PartKind, text: str) -> Part:
    """A part from its text, its lines numbered from 1."""
    return Part(kind, tuple(Line(line, n) for n, line in enumerate(text.split("\n"), 1)))


def told_text(story: Story) -> str:
    """The author's text, of which every offset is one of the reading."""
    return "\n\n".join(part.text for part in story.parts)


def _judged(name: str, stories: dict[str, dict[str, Any]], labels: Iterable[dict[str, Any]]) -> Judged:
    story = story_of(stories[name])
    reading = Reading(story, Brief())
    text = told_text(story)
    made = tuple(_label(each, text) for each in labels)
    named = {name for label in made for name in label.others}
    beside = {name: Reading(story_of(stories[name]), Brief()) for name in named if name in stories}
    return Judged(name, reading, audit(reading), made, beside)


def _label(row: dict[str, Any], text: str) -> Label:
    return Label(
        row["story_id"],
        row["kind"],
        row["relation"],
        row["verdict"],
        tuple(row["spans"]),
        tuple(_places(text, row["spans"])),
        row["computed"],
        row["confidence"],
        tuple(set(_STORY.findall(row["computed"] + row["note"])) - {row["story_id"]}),
    )


def _places(text: str, spans: Iterable[str]) -> Iterator[Span]:
    """Where the spans stand, each after the one before it where that is possible."""
    position = 0
    for span in spans:
        start = text.find(span, position)
        start = text.find(span) if start < 0 else start
        if start >= 0:
            yield start, start + len(span)
            position = start


def inside(quantity: Quantity, label: Label) -> bool:
    """Whether a quantity lies in one of the label's spans, or overlaps it."""
    return any(quantity.start < end and start < quantity.end for start, end in label.places)


def is_about(claim: Claim, label: Label) -> bool:
    """Whether a claim joins the quantities that a label joins."""
    within = sum(inside(quantity, label) for quantity in claim.quantities)
    return within >= min(2, len(claim.quantities)) and 2 * within >= len(claim.quantities)


def touches(claim: Claim, label: Label) -> bool:
    """Whether a claim speaks of any quantity in a label's spans."""
    return any(inside(quantity, label) for quantity in claim.quantities)


def alike(one: str, other: str) -> bool:
    """Whether two relations can name the same arithmetic."""
    return one == other or any({one, other} <= family for family in SAME)


def answer(judged: Judged, label: Label) -> Claim | None:
    """The claim that answers a label, or None where the audit did not see it."""
    found = [c for c in judged.ledger.claims if alike(c.relation, label.relation) and is_about(c, label)]
    return min(found, key=lambda claim: _nearness(claim, label), default=None)


def verdict_on(judged: Judged, label: Label) -> Verdict | None:
    """What the audit says of a label, or None where it did not see it."""
    claim = answer(judged, label)
    return _across(judged, label) if claim is None else claim.verdict


def _across(judged: Judged, label: Label) -> Verdict | None:
    """What the fact sheet of this story and those that the label names says of the label's figures."""
    others = [judged.beside[name] for name in label.others if name in judged.beside]
    if label.relation != "R16" or not others:
        return None
    facts = [fact for fact in fact_sheet([judged.reading, *others]).facts if fact.state is not State.ONCE]
    told = [
        fact
        for fact in facts
        if any(each.story == 0 and inside(each.quantity, label) for each in fact.tellings)
    ]
    if any(fact.state is State.DIFFERS for fact in told):
        return Verdict.AMBIGUOUS
    return Verdict.CONSISTENT if told else None


def _nearness(claim: Claim, label: Label) -> tuple[bool, int, int]:
    within = sum(inside(quantity, label) for quantity in claim.quantities)
    return claim.relation != label.relation, -within, claim.quantities[0].start
