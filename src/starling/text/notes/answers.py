"""Unlabelled prose under a question: an answer that is written out, and not yet in parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import attrgetter

from starling.model.story import Part, PartKind
from starling.text.notes.account_pages import of_a_page
from starling.text.notes.accounts import Answer, beside_stories
from starling.text.notes.labels import Fact
from starling.text.notes.marks import Mark
from starling.text.notes.part import cut_part
from starling.text.notes.questions import asks, is_question, question_text
from starling.text.notes.talk import asked_in, turn
from starling.text.notes.titles import clean_title, is_category, is_generic, names_the_page
from starling.text.notes.vocabulary import SELF
from starling.text.plain import plain
from starling.text.words import words

_ANSWER = re.compile(r"A(?:ns)?[ .]?\d{0,3}")
"""A label that means an answer under a question, and an Action elsewhere."""
_NUMBERED = re.compile(r"A\d{1,3}[ \t]+(?=[A-Z\"“])")
"""The number of an answer without a mark: "A2 I have learned a lot."."""
_LEAST = 12
"""Words that an answer under its own label has at least."""
_PROSE = 25
"""Words that unlabelled prose under a question has at least."""
_LISTED = 40
"""Words that an unlabelled list under a question has at least."""
_ITEM = 8
"""Words that the first item of such a list has at least; shorter ones are prompts."""
_OWN = 2
"""Times that an answer says "I" or "we" at least."""
_GROUP = 3
"""Words that the name of a group of questions has at most."""
_BLANKS = 2
"""Brackets that an answer may hold; more make a template."""


def find_answers(found: Sequence[Mark], busy: Sequence[bool], heads: Collection[int] = ()) -> list[Answer]:
    """The answers among the marks that are not *busy*, in order; stories begin in the marks *heads*."""
    answers = _titled(found, _under_questions(found, busy))
    if heads:
        answers = sorted((*answers, *beside_stories(found, busy, heads, answers)), key=attrgetter("first"))
    if not answers and not any(busy):
        return of_a_page(found)
    return answers


def _under_questions(found: Sequence[Mark], busy: Sequence[bool]) -> list[Answer]:
    answers: list[Answer] = []
    question: str | None = None
    index = 0
    while index < len(found):
        question = None if busy[index] else _asked(found[index], question)
        last = _end(found, busy, index, question)
        answer = _answer(found, index, last, question) if last > index else None
        if answer is not None:
            answers.append(answer)
        index = max(index + 1, last)
    return answers


def _titled(found: Sequence[Mark], answers: Sequence[Answer]) -> list[Answer]:
    """*answers* with the headings that stand over one of them alone, and name no page and no group."""
    above: list[int | None] = []
    head, seen = None, 0
    for answer in answers:
        head = next((at for at in range(answer.first - 1, seen - 1, -1) if found[at].level), head)
        above.append(head)
        seen = answer.first
    times = Counter(above)
    return [
        replace(answer, title=clean_title(found[at].text))
        if at is not None and times[at] == 1 and _is_title(found[at])
        else answer
        for answer, at in zip(answers, above, strict=True)
    ]


def _is_title(mark: Mark) -> bool:
    """Whether a heading names one story: no question, no format, no page, no group, no label of a part."""
    named = mark.label is not None and bool(mark.label.meanings)
    if named or is_question(mark.text) or is_generic(clean_title(mark.text)) or is_category(mark.text):
        return False
    return not names_the_page(mark.text) if mark.level == 1 else len(mark.text.split()) > _GROUP


def _asked(mark: Mark, question: str | None) -> str | None:
    """The question that is open after a line: its own, the one before, or none under a new heading."""
    label = mark.label
    named = label is not None and label.names(Fact.QUESTION)
    if mark.fenced or (label is not None and label.names(Fact.ANSWER)):
        return question
    spoken = None if mark.bullet or mark.level or (label and label.meanings) else turn(mark.line.text)
    if spoken is not None:
        return asked_in(mark.line.text[spoken.end :]) or question
    if asks(mark) or (mark.level and is_question(mark.text)):
        return question_text(mark.rest if named else mark.text) or None
    return None if mark.level else question


def _end(found: Sequence[Mark], busy: Sequence[bool], index: int, question: str | None) -> int:
    """Where an answer that begins at *index* ends; *index* itself where none begins."""
    mark = found[index]
    if busy[index] or mark.fenced or mark.blank or mark.rule or mark.level:
        return index
    if not _labelled(mark, question) and not (question is not None and _stands_under(found, index)):
        return index
    last = index + 1
    while last < len(found) and not busy[last] and not _outside(found[index], found[last]):
        last += 1
    while found[last - 1].blank:
        last -= 1
    return last


def _labelled(mark: Mark, question: str | None) -> bool:
    """Whether a label says that an answer follows: "Good answer:", or "A:" under a question."""
    label = mark.label
    if label is None:
        return False
    return label.names(Fact.ANSWER) or (question is not None and _ANSWER.fullmatch(label.words) is not None)


def _stands_under(found: Sequence[Mark], index: int) -> bool:
    """Whether prose, a quotation or a list of sentences stands right under its question."""
    mark = found[index]
    known = mark.label is not None and bool(mark.label.meanings)
    if known or mark.cell or mark.bold or asks(mark) or mark.text[0] in "<![":
        return False
    above = next((found[place] for place in range(index - 1, -1, -1) if not found[place].blank), None)
    if above is None or not (_replies(mark, above) or asks(above) or (above.level and not _speaks(mark))):
        return False
    return not mark.bullet or (mark.label is None and len(mark.text.split()) >= _ITEM)


def _speaks(mark: Mark) -> bool:
    """Whether a line is somebody's turn in which they ask."""
    spoken = turn(mark.line.text)
    return spoken is not None and asked_in(mark.line.text[spoken.end :]) is not None


def _replies(mark: Mark, above: Mark) -> bool:
    """Whether somebody says a line after somebody else has asked."""
    asker, speaker = turn(above.line.text), turn(mark.line.text)
    return _speaks(above) and asker is not None and speaker is not None and asker.name != speaker.name


def _outside(head: Mark, mark: Mark) -> bool:
    """Whether a line no longer belongs to the answer that begins with *head*."""
    if mark.fenced or (mark.blank and not mark.rule):
        return False
    if mark.level or mark.rule or mark.quote < head.quote or asks(mark):
        return True
    label, spoken, other = mark.label, turn(head.line.text), turn(mark.line.text)
    if spoken is not None and other is not None and spoken.name != other.name:
        return True
    if label is not None and (label.form == "bold" or label.meanings):
        return mark.indent <= head.indent + 1
    return bool(head.bullet) and head.label is not None and mark.indent <= head.indent


def _answer(found: Sequence[Mark], first: int, last: int, question: str | None) -> Answer | None:
    """The answer in these marks, if somebody speaks there."""
    head = found[first]
    label = head.label if _labelled(head, question) else None
    numbered = _NUMBERED.match(head.line.text, head.body) if question is not None else None
    spoken = turn(head.line.text) if question is not None and not label else None
    begin = label.end if label else spoken.end if spoken else numbered.end() if numbered else head.body
    lines = cut_part(found, first, last, begin)
    text = plain("\n".join(line.text for line in lines))
    said = [word.lower for word in words(text)]
    least = _LEAST if label or numbered else _LISTED if head.bullet else _PROSE
    speaks = sum(word in SELF for word in said) >= _OWN
    if len(said) < least or not speaks or text.count("[") > _BLANKS:
        return None
    return Answer(first, last, Part(PartKind.OTHER, lines, label.words if label else ""), question)
