"""Prose that tells what happened, and has no labels: beside stories, under titles of its own, as a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starling.model.story import Part, PartKind
from starling.text.notes.front import front_end, front_question
from starling.text.notes.marks import Mark, blank_before
from starling.text.notes.part import cut_part, trimmed
from starling.text.notes.questions import asks, is_question
from starling.text.notes.talk import turn
from starling.text.notes.titles import clean_title
from starling.text.notes.vocabulary import ME, PAST, SELF
from starling.text.plain import plain
from starling.text.words import words

_PROSE = 25
"""Words that prose beside stories has at least."""
_LISTED = 40
"""Words that an unlabelled list has at least."""
_NARRATIVE = 40
"""Words of an account on a page that has no stories."""
_ITEM = 8
"""Words of a numbered line that is prose; one with fewer is a title."""
_TITLE = 12
"""Words that a title without any mark has at most."""
_OWN = 2
"""Times that an account says "I" or "we" at least."""
_OWN_SHARE = 50
"""It says so at least once in so many words."""
_HAPPENS = 25
"""In an account something has happened at least once in so many words."""
_BLANKS = 2
"""Brackets that an account may hold; more make a template."""
_ESSAYS = frozenset(
    (
        "abstract introduction conclusion conclusions overview contents references installation usage "
        "features license licence contributing prerequisites acknowledgements acknowledgments education "
        "skills experience employment publications certifications requirements faq appendix changelog"
    ).split()
)
"""Headings of what is no page of stories: an article, a manual, a CV."""


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
        if not (mark.numbered or mark.level) or mark.fenced:
            continue
        if busy[index]:
            story = mark if index in heads and not (mark.label and mark.label.core) else story
        elif story is not None and _is_sibling(story, mark):
            last = _until(found, busy, index)
            answer = None if taken.intersection(range(index, last)) else _told(found, index, last)
            if answer is not None:
                yield answer
            story = mark if mark.numbered else story
        elif mark.level:
            story = None


def _is_sibling(story: Mark, mark: Mark) -> bool:
    """Whether a line follows the one that a story stands under, in its list or as a heading of its level."""
    return mark.follows(story) or 0 < mark.level == story.level


def _until(found: Sequence[Mark], busy: Sequence[bool], index: int) -> int:
    """Where what stands under a numbered line or a heading ends."""
    last = index + 1
    while last < len(found) and not (
        busy[last] or found[last].level or found[last].rule or asks(found[last])
    ):
        if found[index].numbered and found[last].follows(found[index]):
            break
        last += 1
    while found[last - 1].blank:
        last -= 1
    return last


def _told(found: Sequence[Mark], index: int, last: int) -> Answer | None:
    """The account in these marks, under the title over it, if somebody says there what happened."""
    titled = found[index].level > 0 or (last > index + 1 and len(found[index].text.split()) < _ITEM)
    return _account(found, index, last, titled=titled, least=_PROSE)


def _account(found: Sequence[Mark], index: int, last: int, *, titled: bool, least: int) -> Answer | None:
    """The same, of *least* words or more; *titled* says that the first line is its title."""
    first = index + titled
    while first < last and found[first].blank:
        first += 1
    if first == last or any(_is_no_prose(mark) for mark in found[first:last]):
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


def _is_no_prose(mark: Mark) -> bool:
    """Whether a line is a cell, code, a question, a label of a part, or somebody's turn to speak."""
    labelled = mark.label is not None and mark.label.core
    return mark.cell or mark.fenced or labelled or is_question(mark.text) or turn(mark.line.text) is not None


def of_a_page(found: Sequence[Mark]) -> list[Answer]:
    """The accounts of a page without stories, each under its title; or all of it as one."""
    start = front_end(found)
    told = _headed(found, start) if any(mark.level for mark in found[start:]) else []
    return told or _titled(found, start, len(found)) or _whole(found, start)


def _headed(found: Sequence[Mark], start: int) -> list[Answer]:
    """The accounts in prose under headings, but those of an article or a CV."""
    heads = [at for at in range(start, len(found)) if found[at].level and not found[at].fenced]
    if any(found[at].text.strip("*_: ").lower() in _ESSAYS for at in heads):
        return []
    free, told = [False] * len(found), list[Answer]()
    for at in heads:
        last = _until(found, free, at)
        one = _account(found, at, last, titled=True, least=_NARRATIVE)
        told += _titled(found, at + 1, last) or ([one] if one and not _is_list(found[at + 1 : last]) else [])
    return told


def _is_list(found: Sequence[Mark]) -> bool:
    """Whether list marks stand before more than half of the lines that say something."""
    lines = [mark for mark in found if not mark.blank]
    return 2 * sum(mark.bullet != "" for mark in lines) > len(lines)


def _titled(found: Sequence[Mark], first: int, last: int) -> list[Answer]:
    """The accounts under bare titles, where nothing else stands from *first* to *last* (excluded)."""
    titles = [at for at in range(first, last) if _is_title(found, at)]
    if not titles or any(not mark.blank for mark in found[first : titles[0]]):
        return []
    told = []
    for at, after in pairwise((*titles, last)):
        end = next(end for end in range(after, at, -1) if not (found[end - 1].blank or found[end - 1].rule))
        told.append(_account(found, at, end, titled=True, least=_NARRATIVE))
    return [answer for answer in told if answer is not None] if None not in told else []


def _is_title(found: Sequence[Mark], at: int) -> bool:
    """Whether a line is short, ends like no sentence, and stands apart over prose."""
    mark, text = found[at], found[at].text.rstrip("*_ ")
    if mark.blank or mark.fenced or mark.cell or mark.quote or mark.rule or mark.label:
        return False
    apart = blank_before(found, at) or found[at - 1].rule
    below = next((other for other in found[at + 1 :] if not other.blank), None)
    short = len(text.split()) <= _TITLE and text[-1:] not in ".!?,;:"
    return apart and short and below is not None and len(below.text.split()) > _TITLE


def _whole(found: Sequence[Mark], start: int) -> list[Answer]:
    """A page that is nothing but somebody's own story in prose."""
    if not _is_narrative(found[start:]):
        return []
    lines = trimmed([mark.line for mark in found[start:]])
    return [Answer(0, len(found), Part(PartKind.OTHER, lines), front_question(found))]


def _is_narrative(found: Sequence[Mark]) -> bool:
    """Whether a page is nothing but somebody's own story in prose."""
    lines = [mark for mark in found if not mark.blank]
    if any(mark.level or mark.bullet or mark.label or mark.rule or mark.quote for mark in lines):
        return False
    if any(mark.fenced or mark.cell for mark in lines):
        return False
    said = [word.lower for mark in lines for word in words(mark.line.text)]
    own = sum(word in SELF for word in said)
    return len(said) >= _NARRATIVE and own * _OWN_SHARE >= len(said)
