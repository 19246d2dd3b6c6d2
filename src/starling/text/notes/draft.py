"""A story while it is read: its parts so far, and what may still come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from starling.model.story import CORE, Part, PartKind
from starling.text.notes.label import Label
from starling.text.notes.labels import Fact
from starling.text.notes.marks import Mark
from starling.text.notes.part import cut_part

REPEATED = (PartKind.FOLLOW_UP, PartKind.OTHER, PartKind.REFLECTION, PartKind.TAKEAWAY)
"""Parts that a story may have more than once."""
_LOOK = 8
"""Lines under a label in which its text begins."""


@dataclass
class PartDraft:
    """A part under its label: the marks *first* to *last*, the last one excluded."""

    kind: PartKind
    label: Label
    first: int
    last: int
    also: tuple[PartKind, ...] = ()


class Draft:
    """A story that *label* opened; *level* is that of the heading over it (0: none)."""

    def __init__(self, base: Mark, label: Label, level: int) -> None:
        self.base = base
        self.form = label.form
        self.level = level
        self.parts: list[PartDraft] = []
        self.kinds: set[PartKind] = set()
        self.paragraphs = False
        self._reached = -1
        self._opened: PartKind | None = None

    @property
    def first(self) -> int:
        """The mark of its first label."""
        return self.parts[0].first

    @property
    def last(self) -> int:
        """The mark after its last line."""
        return self.parts[-1].last

    @property
    def told(self) -> set[PartKind]:
        """Which of the four parts it has."""
        return self.kinds & set(CORE)

    def add(self, found: Sequence[Mark], kind: PartKind, label: Label, index: int) -> None:
        """Begin a part at the mark *index*, and end the one before."""
        self.end(found, index)
        also = tuple(
            other
            for other in label.kinds[1:]
            if isinstance(other, PartKind) and other is not kind and other not in self.kinds
        )
        self.parts.append(PartDraft(kind, label, index, index + 1, also))
        self.kinds.update((kind, *also))
        if kind in CORE:
            self._opened = self._opened or kind
            self._reached = max(self._reached, CORE.index(kind))

    def rebase(self, base: Mark, label: Label) -> None:
        """Take the label of the first part told, over a headline, for how the story is written."""
        self.base, self.form = base, label.form

    def end(self, found: Sequence[Mark], index: int) -> None:
        """End the last part before the mark *index*."""
        if self.parts:
            self.parts[-1].last = index
            self.paragraphs |= _has_paragraphs(found[self.parts[-1].first : index])

    def stand_in(self) -> None:
        """Take for the Result, where there is none, what may be one: the numbers behind the Action."""
        late = iter(self.parts if PartKind.RESULT not in self.kinds else ())
        for part in late:
            if part.kind is PartKind.ACTION:
                break
        for part in late:
            kinds = part.label.meanings[0].kinds if part.label.meanings else ()
            if part.kind is PartKind.OTHER and PartKind.RESULT in kinds:
                part.kind = PartKind.RESULT
                self.kinds.add(PartKind.RESULT)
                return

    def comes_next(self, kind: PartKind) -> bool:
        """Whether one of the four parts stands after all that the story has."""
        return CORE.index(kind) > self._reached

    def free_kind(self, label: Label) -> PartKind | None:
        """The first kind that *label* can mean and the story does not have yet; None where it has all."""
        # After the Action comes an Outcome and no obstacle, and a Challenge opens the next story.
        either = PartKind.ACTION in self.kinds and label.meanings and len(label.meanings[0].kinds) > 1
        free = free_kind(label, self.kinds | ({PartKind.OBSTACLE} if either else set()))
        # Only a Result or a Task is ever told before its Situation.
        late = free is PartKind.SITUATION and (len(self.told) > 1 or PartKind.ACTION in self.told)
        return None if late else free

    def next_round(self, label: Label) -> PartKind | None:
        """A second Action or Result of the same story; None where the label opens another."""
        kind = label.kinds[0]
        again = kind in (PartKind.ACTION, PartKind.RESULT) and kind is not self._opened
        told = again and label.sure and label.form == self.form
        return PartKind(kind) if told and self.parts[-1].kind is not PartKind.FOLLOW_UP else None

    def beside(self, mark: Mark) -> bool:
        """Whether a line stands as far out as the story's own labels do."""
        if self.form == "heading" and mark.level:
            core = mark.label is not None and bool(set(mark.label.kinds) & set(CORE))
            return mark.level == self.base.level or (core and mark.level < self.base.level)
        if self.form == "heading":
            return mark.indent <= 1
        return mark.level > 0 or (mark.indent <= self.base.indent + 1 and mark.quote <= self.base.quote + 1)

    def like(self, mark: Mark) -> bool:
        """Whether the label of a line is written as the story's own labels are."""
        listed = bool(mark.bullet) == bool(self.base.bullet)
        return mark.label is not None and mark.label.form == self.form and listed

    def has_text(self, found: Sequence[Mark], index: int) -> bool:
        """Whether the last part says something before the mark *index*."""
        first = self.parts[-1].first
        below = found[first + 1 : min(index, first + _LOOK)]
        return bool(found[first].rest) or any(not mark.blank for mark in below)

    def cut(self, index: int) -> None:
        """End before the mark *index*, where the lines above the next story begin."""
        while len(self.parts) > 1 and self.parts[-1].first >= index:
            self.parts.pop()
        self.parts[-1].last = min(self.parts[-1].last, index)

    def floor(self, found: Sequence[Mark]) -> int:
        """The first mark that may belong to the next story: after the first line of the last part told."""
        last = next((part for part in reversed(self.parts) if part.kind in CORE), self.parts[-1])
        floor = last.first + 1
        if found[last.first].rest:
            return floor
        while floor < last.last and found[floor].blank:
            floor += 1
        return min(floor + 1, last.last)

    def read(self, found: Sequence[Mark]) -> tuple[Part, ...]:
        """Its parts with their text, as the model knows them; its tags and uses are facts, not parts."""
        return tuple(
            Part(
                part.kind,
                cut_part(found, part.first, part.last, part.label.end),
                part.label.words,
                (*part.also, *self._spanned(part)),
            )
            for part in self.parts
            if not part.label.names(Fact.TAGS, Fact.SERVES)
        )

    def _spanned(self, part: PartDraft) -> tuple[PartKind, ...]:
        """What the words of a label cover where the author has no part for it."""
        spans = {meaning.spans for meaning in part.label.meanings if part.kind is meaning.kinds[0]}
        return tuple(kind for kind in spans if kind is not None and kind not in self.kinds)


def free_kind(label: Label, taken: set[PartKind]) -> PartKind | None:
    """The first kind of part that *label* can mean and that is not *taken*."""
    kinds = label.meanings[0].kinds if label.meanings else ()
    free = (kind for kind in kinds if isinstance(kind, PartKind) and (kind not in taken or kind in REPEATED))
    return next(free, None)


def _has_paragraphs(found: Sequence[Mark]) -> bool:
    """Whether a text that begins beside its label goes on after a blank line."""
    return bool(found[0].rest) and any(
        before.blank and not mark.blank and not (mark.bullet or mark.indent or mark.rule)
        for before, mark in pairwise(found)
    )
