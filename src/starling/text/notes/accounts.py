"""Prose that tells what happened and has no labels: what makes it an account, and where stories have one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from starling.model.story import CORE, Part, PartKind
from starling.text.notes.marks import Mark, blank_before
from starling.text.notes.part import cut_part
from starling.text.notes.questions import asks, is_question
from starling.text.notes.talk import turn
from starling.text.notes.titles import clean_title, in_a_row, is_next
from starling.text.notes.vocabulary import ME, PAST, SELF
from starling.text.plain import plain
from starling.text.words import words

_PROSE = 25
"""Words that prose beside stories has at least."""
_LISTED = 40
"""Words that an unlabelled list has at least."""
_ITEM = 8
"""Words of a numbered line that is prose; one with fewer is a title."""
_OWN = 2
"""Times that an account says "I" or "we" at least."""
_OWN_SHARE = 50
"""It says so at least once in so many words."""
_HAPPENS = 25
"""In an account something has happened at least once in so many words."""
_BLANKS = 2
"""Brackets that an account may hold; more make a template."""


@dataclass(frozen=True)
class Answer:
    """An answer from mark *first* to *last* (excluded), and the question or the title over it."""

    first: int
    last: int
    part: Part
    question: str | None
    title: str = ""


def beside_stories(
    found: Sequence[Mark], busy: Sequence[bool], heads: Collection[int], answers: Sequence[Answer]
) -> Iterator[Answer]:
    """Prose under the number or heading that follows that of a story, where somebody says what happened."""
    taken = {at for answer in answers for at in range(answer.first, answer.last)}
    story: Mark | None = None
    for index, mark in enumerate(found):
        if not (mark.numbered or mark.level or in_a_row(mark.text)) or mark.fenced:
            continue
        if busy[index]:
            story = mark if index in heads and not (mark.label and mark.label.core) else story
        elif story is not None and _is_sibling(story, mark):
            last = until(found, busy, index)
            answer = None if taken.intersection(range(index, last)) else _told(found, index, last)
            if answer is not None:
                yield answer
            story = story if mark.level else mark
        elif mark.level:
            story = None


def _is_sibling(story: Mark, mark: Mark) -> bool:
    """Whether a line follows the one that a story stands under, in its list or as a heading of its level."""
    return mark.follows(story) or is_next(mark.text, story.text) or 0 < mark.level == story.level


def until(found: Sequence[Mark], busy: Sequence[bool], index: int) -> int:
    """Where what stands under a numbered line or a heading ends."""
    last = index + 1
    while last < len(found) and not (busy[last] or _stands_apart(found[last])):
        if found[last].follows(found[index]) or is_next(found[last].text, found[index].text):
            break
        last += 1
    while last - 1 > index and (found[last - 1].blank or _heads(found, last - 1)):
        last -= 1
    return last


def _stands_apart(mark: Mark) -> bool:
    """Whether a line is a heading, a rule, a question or a box to tick."""
    return mark.level > 0 or mark.rule or "[" in mark.bullet or asks(mark)


def _heads(found: Sequence[Mark], index: int) -> bool:
    """Whether a line is a short one after a blank line that ends like no sentence: it heads what comes."""
    mark = found[index]
    short = len(mark.text.split()) < _ITEM and mark.text[-1:] not in ".!?,;"
    return short and not mark.bullet and mark.label is None and blank_before(found, index)


def _told(found: Sequence[Mark], index: int, last: int) -> Answer | None:
    """The account in these marks, under the title over it, if somebody says there what happened."""
    titled = found[index].level > 0 or (last > index + 1 and len(found[index].text.split()) < _ITEM)
    return account(found, index, last, titled=titled, least=_PROSE)


def account(found: Sequence[Mark], index: int, last: int, *, titled: bool, least: int) -> Answer | None:
    """The account of *least* words or more in these marks; *titled* says that the first line is its title."""
    first = index + titled
    while first < last and found[first].blank:
        first += 1
    if first >= last or any(is_no_prose(mark) for mark in found[first:last]):
        return None
    lines = cut_part(found, first, last, found[first].body)
    text = plain("\n".join(line.text for line in lines))
    said = [word.lower for word in words(text)]
    own = sum(word in (ME if found[index].level else SELF) for word in said)
    happens = len(PAST.findall(text)) * _HAPPENS >= len(said)
    least = max(least, _LISTED) if found[first].bullet and titled else least
    speaks = own >= _OWN and own * _OWN_SHARE >= len(said)
    if len(said) < least or not speaks or not happens or text.count("[") > _BLANKS:
        return None
    title = clean_title(found[index].text) if titled else ""
    return Answer(index, last, Part(PartKind.OTHER, lines), None, title)


def is_no_prose(mark: Mark) -> bool:
    """Whether a line is a cell, code, a question, a label of S, T, A or R, or somebody's turn to speak."""
    labelled = mark.label is not None and not set(CORE).isdisjoint(mark.label.kinds)
    return mark.cell or mark.fenced or labelled or is_question(mark.text) or turn(mark.line.text) is not None
