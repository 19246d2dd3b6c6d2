"""Marked lines to stories: one walk that opens a story at its first label and closes it where it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starling.model.story import CORE, PartKind
from starling.text.notes.draft import Draft, free_kind
from starling.text.notes.label import Label
from starling.text.notes.labels import Fact
from starling.text.notes.leads import is_cut
from starling.text.notes.marks import HASHTAGS, Mark, blank_before
from starling.text.notes.questions import asks, is_question
from starling.text.notes.talk import turn
from starling.text.notes.titles import in_a_row, is_next

_LATE = (PartKind.RESULT, PartKind.REFLECTION, PartKind.TAKEAWAY, PartKind.FOLLOW_UP, PartKind.OTHER)
"""Parts after which a story may be over."""
_OVER = 3
"""Lines over a story in which the numbered line stands that it is told under."""
_MEASURES = frozenset("metric before after baseline kpi measure improvement".split())
"""Words in the head of a table of figures that belongs to the Result over it."""
_ABOUT = (Fact.TAGS, Fact.SERVES, Fact.ASIDE, Fact.PROJECT)
"""What a line under a Result may still say about the story."""


def find_drafts(found: Sequence[Mark]) -> list[Draft]:
    """Everything in *found* that is labelled like a story, in order."""
    return _Walk(found).drafts


class _Walk:
    """The state of the walk: the open story, the heading over it, and what comes further down."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self.marks = found
        self.drafts: list[Draft] = []
        self._open: Draft | None = None
        self._item: Mark | None = None  # the numbered line that the open story stands under
        self._counted = ""  # the line over the open story that counts it
        self._level = 0
        self._next_label = _next(found, lambda mark: mark.label is not None and mark.label.core)
        self._next_heading = _next(found, lambda mark: mark.heading)
        for index, mark in enumerate(found):
            if mark.heading:
                self._level = mark.level
            self._step(mark, index)
        self._close(len(found))

    def _step(self, mark: Mark, index: int) -> None:
        """A line begins a part of the open story, belongs to its text, closes it, or opens the next."""
        draft = self._open
        if draft is not None:
            first = None if draft.told else opening(mark)
            if first is not None and first.kinds[0] in CORE:
                draft.rebase(mark, first)
            kind = self._part_of(draft, mark, index)
            if kind is not None:
                draft.add(self.marks, kind, mark.label or _heading_label(mark), index)
                return
            if not self._restarts(draft, mark) and not self._ends(draft, mark, index):
                if mark.numbered:
                    self._item = None  # a list inside the story: its next item is no other story
                return
            self._close(index)
        label = opening(mark)
        kind = free_kind(label, set()) if label else None
        if label is not None and kind is not None:
            self._open = Draft(mark, label, self._level)
            self._item, self._counted = self._item_over(index), self._counted_over(index)
            self._open.add(self.marks, kind, label, index)

    def _close(self, index: int) -> None:
        if self._open is not None:
            self._open.end(self.marks, index)
            self._open.stand_in()
            self.drafts.append(self._open)
            self._open = None

    def _item_over(self, index: int) -> Mark | None:
        """The numbered line right over the first label of a story, if it is one of its own."""
        above = [mark for mark in self.marks[max(0, index - _OVER) : index] if not mark.blank]
        item = above[-1] if above and above[-1].numbered else None
        return item if item is not None and not self.marks[index].numbered else None

    def _counted_over(self, index: int) -> str:
        """The line right over the first label of a story that counts it ("Story 2: ..."), or nothing."""
        above = (mark.text for mark in reversed(self.marks[max(0, index - _OVER) : index]) if not mark.blank)
        return next((text for text in above if in_a_row(text)), "")

    def _part_of(self, draft: Draft, mark: Mark, index: int) -> PartKind | None:
        """The kind of part that a line begins in the open story, or None."""
        if mark.fenced or not (draft.beside(mark) or self._is_deeper(draft, mark, index)):
            return None
        label = mark.label
        if label is None or not label.core:
            return PartKind.OTHER if self._is_aside(draft, mark, index) else None
        kind = draft.free_kind(label)
        if kind is None:
            return draft.next_round(label)
        if kind is PartKind.HEADLINE and draft.told:
            return None
        return kind if draft.like(mark) or self._stands_out(draft, label, kind, index) else None

    def _is_deeper(self, draft: Draft, mark: Mark, index: int) -> bool:
        """Whether a heading below the story's own level is its next part, and no section of the last."""
        kind = mark.label.kinds[0] if mark.level and mark.label and mark.label.sure else None
        if draft.form != "heading" or kind not in CORE or not draft.comes_next(PartKind(kind)):
            return False
        for _ in CORE:
            index = self._next_label[index + 1]
            label = self.marks[index].label if index < len(self.marks) else None
            if label is None or label.kinds[0] is PartKind.SITUATION:
                return True
            if label.kinds[0] is kind:
                return False
        return True

    def _stands_out(self, draft: Draft, label: Label, kind: PartKind, index: int) -> bool:
        """Whether a label written unlike the story's own still begins a part."""
        mark = self.marks[index]
        if kind in CORE:
            return label.sure and draft.comes_next(kind) and not self._said_again(draft, kind, index)
        if kind in (PartKind.REFLECTION, PartKind.TAKEAWAY) and draft.parts[-1].kind is PartKind.RESULT:
            return label.form != "plain" or not mark.bullet
        return not mark.bullet and (blank_before(self.marks, index) or mark.quote != draft.base.quote)

    def _said_again(self, draft: Draft, kind: PartKind, index: int) -> bool:
        """Whether the next label of the story's own form says the same: then this line is text."""
        following = self._next_label[index + 1]
        label = self.marks[following].label if following < len(self.marks) else None
        return label is not None and label.form == draft.form and kind in label.kinds

    def _is_aside(self, draft: Draft, mark: Mark, index: int) -> bool:
        """Whether a line begins something else inside the story: its tags, or what its author calls it."""
        label = mark.label
        if label is None:
            return mark.level > 0 and mark.level == draft.base.level and self._continues(draft, index)
        if label.names(*_ABOUT):
            plain = label.form == "plain" and draft.form != "plain" and label.words != HASHTAGS
            listed = bool(mark.bullet) and not draft.base.bullet
            return PartKind.RESULT in draft.kinds and not plain and not listed
        known = bool(label.meanings) or label.form == "plain"
        return not known and draft.like(mark) and self._is_own_part(draft, mark, label)

    def _is_own_part(self, draft: Draft, mark: Mark, label: Label) -> bool:
        """Whether an unknown label is a part of its own, and not a sub-heading in the text of a part."""
        numbered = mark.bold and label.words[:1].isdigit()
        if numbered or mark.indent < draft.base.indent - 1 or is_question(mark.text):
            return False
        last = draft.parts[-1]
        if self.marks[last.first].rest:
            return True
        return last.kind is not PartKind.ACTION and not _sub_labelled(self.marks, last.first, draft.form)

    def _restarts(self, draft: Draft, mark: Mark) -> bool:
        """Whether a line opens the next story while this one is open."""
        label = opening(mark)
        if label is None or not draft.told or not draft.beside(mark):
            return False
        return label.form == draft.form or (label.sure and PartKind.RESULT in draft.kinds)

    def _continues(self, draft: Draft, index: int) -> bool:
        """Whether the next label goes on with this story, with no other heading between."""
        following = self._next_label[index + 1]
        if following == len(self.marks) or self._next_heading[index + 1] < following:
            return False
        mark = self.marks[following]
        if mark.label is None or mark.label.form != draft.form or not draft.beside(mark):
            return False
        kind = free_kind(mark.label, draft.kinds)
        if kind is None or kind is PartKind.HEADLINE:
            return False
        return kind not in CORE or draft.comes_next(kind)

    def _ends(self, draft: Draft, mark: Mark, index: int) -> bool:
        """Whether a line that begins no part stands outside the open story."""
        if mark.fenced or (mark.blank and not mark.rule):
            return False
        if (mark.level and mark.level <= draft.level) or is_next(mark.text, self._counted):
            return True
        return self._leaves(draft, mark, index) and not self._continues(draft, index)

    def _leaves(self, draft: Draft, mark: Mark, index: int) -> bool:
        """Whether a line looks as if something else begins."""
        base = draft.base
        if mark.level:
            return draft.form != "heading" or mark.level <= base.level
        if is_cut(self.marks, index) or (draft.parts[-1].kind in _LATE and _is_turn(mark)):
            return True
        shallow = base.bullet and mark.indent < base.indent - 1 and draft.form != "heading"
        if shallow or ((mark.rule or mark.quote < base.quote) and draft.has_text(self.marks, index)):
            return True
        if self._item is not None and mark.follows(self._item):
            return True
        after_blank = blank_before(self.marks, index)
        if _turns(draft, mark, after_blank=after_blank):
            return True
        return after_blank and draft.has_text(self.marks, index) and self._is_beyond(draft, mark, index)

    def _is_beyond(self, draft: Draft, mark: Mark, index: int) -> bool:
        """Whether a paragraph after a blank line stands beyond the end of the story."""
        last, label = draft.parts[-1], mark.label
        flush = mark.indent <= draft.base.indent and not mark.bullet
        headed = draft.form == "heading"
        if draft.base.bullet and flush and not headed:
            return True
        if last.kind not in _LATE:
            return False
        quoted = mark.quote > draft.base.quote and not _quoted(self.marks, last.first)
        if quoted or headed:
            return quoted
        if mark.cell and last.kind is PartKind.RESULT and _MEASURES & set(mark.text.lower().split()):
            return False
        far = index > 1 and self.marks[index - 2].blank and mark.indent <= draft.base.indent
        other = label is not None and label.form == draft.form == "plain" and not label.meanings
        one_paragraph = bool(self.marks[last.first].rest) and not draft.paragraphs
        return far or (flush and (other or one_paragraph))


def _is_turn(mark: Mark) -> bool:
    """Whether a line is a turn of talk with its time."""
    spoken = turn(mark.line.text) if ":" in mark.text else None
    return spoken is not None and spoken.timed


def opening(mark: Mark) -> Label | None:
    """The label of a line if it may be the first of a story: STAR's own word, a context, or a headline."""
    label = mark.label
    if label is None or mark.fenced or not label.core:
        return None
    kind = label.kinds[0]
    first = kind is PartKind.SITUATION or (not label.letter and kind is PartKind.HEADLINE)
    return label if first or (label.sure and kind in CORE and not label.letter) else None


def _turns(draft: Draft, mark: Mark, *, after_blank: bool) -> bool:
    """Whether a line asks the next question, or gives an answer that is not told in parts."""
    label = mark.label
    if label is not None and label.names(Fact.ANSWER) and after_blank:
        return True
    following_up = draft.parts[-1].kind is PartKind.FOLLOW_UP
    return not following_up and asks(mark) and (after_blank or label is not None)


def _heading_label(mark: Mark) -> Label:
    return Label(mark.text, len(mark.line.text), "heading")


def _sub_labelled(found: Sequence[Mark], first: int, form: str) -> bool:
    """Whether the text under a label begins with a label of its own."""
    below = next((mark for mark in found[first + 1 : first + 6] if not mark.blank), None)
    return bool(below and below.label and below.label.form == form and not below.label.meanings)


def _quoted(found: Sequence[Mark], first: int) -> bool:
    """Whether the text under a label is a quotation."""
    return any(mark.quote and not mark.blank for mark in found[first + 1 : first + 4])


def _next(found: Sequence[Mark], wanted: Callable[[Mark], bool]) -> list[int]:
    """For each index, where the next wanted mark stands (the length where there is none)."""
    following = [len(found)] * (len(found) + 2)
    for index in range(len(found) - 1, -1, -1):
        following[index] = index if wanted(found[index]) else following[index + 1]
    return following
