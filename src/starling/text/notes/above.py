"""What the lines above a story say about it: its title, its question, its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starling.text.notes.facts import Facts, read_facts, split_tags
from starling.text.notes.labels import Fact
from starling.text.notes.leads import (
    REACH,
    is_bare_title,
    is_bold_title,
    is_parent_item,
    section_over,
    where_it_begins,
)
from starling.text.notes.marks import Mark
from starling.text.notes.questions import bracketed, is_question, question_text, title_and_question
from starling.text.notes.talk import asked_in
from starling.text.notes.titles import (
    bracketed_title,
    category,
    category_name,
    clean_title,
    hashtags,
    is_category,
    is_generic,
    names_the_page,
    shows,
)

_FIELD = re.compile(r"[A-Z][\w ]{1,20}: \S")
_SCORED = re.compile(r"\b(?:score ?cards?|scoring|rubrics?|evaluation)\b", re.IGNORECASE)
"""What a heading says over the page of an interviewer."""
_NAME = 3
"""Words of a heading that names what the stories under it show, and not one of them."""
_BEFORE = 15
"""Lines over a list item in which the item before it stands."""


@dataclass(frozen=True)
class _Place:
    """Where a story stands: its first label, where its lines begin, the headings over it, its own heading."""

    first: int
    begin: int
    headings: tuple[int, ...]
    own: int | None


class Page:
    """The marks of a page with the headings over each of them."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self.marks = found
        self._over: list[tuple[int, ...]] = []
        path: tuple[int, ...] = ()
        for index, mark in enumerate(found):
            self._over.append(path)
            if mark.heading:
                path = (*(over for over in path if found[over].level < mark.level), index)

    def above(self, first: int, floor: int) -> Facts:
        """What stands over the story whose first label is at *first* and from *floor* on."""
        headings = self._over[first]
        own = next((index for index in reversed(headings) if not _formal(self.marks[index])), None)
        place = _Place(first, where_it_begins(self.marks, first, floor, own), headings, own)
        facts = Facts(place.begin)
        read_facts(self.marks, range(place.begin, first), facts)
        self._question(place, floor, facts)
        self._title(place, facts)
        named = own is None or own in facts.used or not _is_short(self.marks[own])
        facts.tags.extend(category(self.marks, headings, own if named else None))
        facts.tags.extend(self._filed_under(place, floor, facts))
        above = enumerate(self.marks[place.begin : first], place.begin)
        facts.notes = tuple(
            mark.line for index, mark in above if not (index in facts.used or mark.blank or mark.level)
        )
        return facts

    def heading(self, index: int) -> str:
        """The text of the heading nearest over a mark, or nothing."""
        return self.marks[self._over[index][-1]].text if self._over[index] else ""

    def headings(self, index: int) -> list[str]:
        """The texts of the headings over a mark."""
        return [self.marks[over].text for over in self._over[index]]

    def about_stories(self, index: int) -> bool:
        """Whether a heading over a mark says that interview stories stand here."""
        texts = (self.marks[over].text for over in self._over[index])
        return any(names_the_page(text) and not _SCORED.search(text) for text in texts)

    def _filed_under(self, place: _Place, floor: int, facts: Facts) -> Iterator[str]:
        """The lines over a story that say what it shows and are not its title: "Learning from failure:"."""
        section = section_over(self.marks, place.begin, floor)
        zone = range(place.begin if section is None else section, place.first)
        for index in zone:
            mark = self.marks[index]
            heads = index == section or (index >= place.begin and is_bare_title(self.marks, index))
            if heads and index not in facts.used and not (is_question(mark.text) or _FIELD.match(mark.text)):
                name = category_name(mark.text)
                if shows(name) and name != facts.title:
                    facts.used.add(index)
                    yield from split_tags(mark.text) if "`" in mark.text else (name,)

    def _question(self, place: _Place, floor: int, facts: Facts) -> None:
        """The question nearest above; of several in one place the first: the story serves the others.

        A heading that asks something over a question that is called one is the title.
        """
        asked: list[str] = []
        stated = False
        parent = place.headings[-2] if len(place.headings) > 1 else 0
        top = min(place.begin, max(floor, place.first - REACH, parent))
        for index in range(place.first - 1, top - 1, -1):
            mark = self.marks[index]
            texts = [] if stated and mark.level else self._asked(index, place)
            if texts:
                stated = stated or (mark.label is not None and mark.label.names(Fact.QUESTION))
                facts.used.add(index)
                facts.tags.extend(bracketed(mark.text))
                asked = [*texts, *asked]
            elif (asked and not mark.blank) or (mark.level and index not in place.headings):
                break
        near = (self.marks[index] for index in place.headings[:-3:-1])
        over = next((mark for mark in near if _is_asked(mark)), None)
        if over is not None and not asked:
            asked = [_question_of(over)]
            facts.tags.extend(bracketed(over.text))
        facts.question = asked[0] if asked else None
        facts.serves.extend(asked[1:])

    def _asked(self, index: int, place: _Place) -> list[str]:
        """The question on one line, if it is asked here; further up only if the word "Question" says so."""
        mark = self.marks[index]
        further = index < place.begin
        named = mark.label is not None and mark.label.names(Fact.QUESTION) and not mark.level
        serves = mark.label is not None and mark.label.names(Fact.SERVES)
        if mark.fenced or mark.blank or serves or (further and not named):
            return []
        listed = self._listed(index) and not is_parent_item(self.marks, index, place.first)
        return [_question_of(mark)] if _is_asked(mark) and not listed else []

    def _listed(self, index: int) -> bool:
        """Whether a line is one item of a list of questions, and not the question asked here."""
        mark = self.marks[index]
        if not mark.bullet or mark.level or (mark.label and mark.label.names(Fact.QUESTION)):
            return False
        above = self.marks[max(0, index - _BEFORE) : index][::-1]
        before = next((each for each in above if not each.blank), None)
        if mark.numbered:
            items = before is not None and before.bullet not in ("", mark.bullet)
            return items and before is not None and before.label is None and not before.level
        over = (each for each in above if not each.blank and (each.bullet != mark.bullet or each.label))
        head = before if before is None or before.label else next(over, None)
        return head is None or head.level > 0 or head.label is None or not head.label.names(Fact.QUESTION)

    def _title(self, place: _Place, facts: Facts) -> None:
        """The nearest line that names the story and not only its format."""
        for index in self._titles(place, asked=facts.question is not None):
            mark = self.marks[index]
            named = mark.label is not None and mark.label.names(Fact.TITLE)
            text, bracket = bracketed_title(mark.rest if named and mark.rest else mark.text)
            title = clean_title(question_text(text) if is_question(text) else text)
            if title and not is_generic(title) and (named or mark.level or not is_question(text)):
                _call(facts, title)
                facts.tags.extend(split_tags(bracket) if bracket else hashtags(text))
                facts.used.add(index)
                return
        own = category_name(self.marks[place.own].text) if place.own is not None else ""
        facts.title = facts.question or own

    def _titles(self, place: _Place, *, asked: bool) -> Iterator[int]:
        """Where a title may stand, likeliest first: labelled, bold, over a list, a heading, a bare line."""
        zone = range(place.first - 1, place.begin - 1, -1)
        for index in zone:
            label = self.marks[index].label
            if label is not None and label.names(Fact.TITLE) and self.marks[index].rest:
                yield index
        yield from (index for index in zone if is_bold_title(self.marks[index]))
        yield from (index for index in zone if is_parent_item(self.marks, index, place.first))
        near = next((index for index in zone if not self.marks[index].blank), None)
        if near is not None and self.marks[near].numbered and is_bare_title(self.marks, near):
            yield near
        if place.own is not None and not is_category(self.marks[place.own].text):
            # The heading of a whole page names a story only where no question does.
            yield from (place.own,) if place.own in zone or not asked else ()
        yield from (index for index in zone if is_bare_title(self.marks, index))


def _call(facts: Facts, title: str) -> None:
    """Give a story its title; what the title asks is the story's question, unless it has another."""
    name, asked = title_and_question(title) or (title, title)
    both = is_question(asked) and not is_generic(name)
    facts.title = name if both else title
    if both and (facts.question is None or asked in facts.question):
        facts.question = asked


def _formal(mark: Mark) -> bool:
    """Whether a heading names no story: "Full Answer", "The Question:", "Interview Prep"."""
    label = mark.label
    if label is not None and label.names(Fact.QUESTION, Fact.ANSWER):
        return not mark.rest
    return is_generic(clean_title(mark.text)) or (mark.level == 1 and names_the_page(mark.text))


def _is_short(mark: Mark) -> bool:
    """Whether a heading may name what a story shows, where something else is the title."""
    return mark.level > 1 and len(mark.text.split()) <= _NAME and not any(map(str.isdigit, mark.text))


def _is_asked(mark: Mark) -> bool:
    """Whether a line asks a question, in words of its own or in a turn of talk ("Interviewer: ...")."""
    label = mark.label
    if label is not None and label.names(Fact.QUESTION):
        return bool(mark.rest)
    if label is not None and not label.meanings and not mark.bullet and mark.rest:
        return asked_in(mark.rest) is not None
    return is_question(mark.text)


def _question_of(mark: Mark) -> str:
    label = mark.label
    labelled = label is not None and label.names(Fact.QUESTION)
    spoken = label is not None and not label.meanings and not is_question(mark.text)
    return question_text(mark.rest if labelled or spoken else mark.text)
