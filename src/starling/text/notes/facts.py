"""What labels say about a story besides its parts: its tags, what it is for, its project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from starling.model.story import Line
from starling.text.notes.labels import Fact
from starling.text.notes.marks import Mark
from starling.text.notes.questions import question_text
from starling.text.notes.titles import clean_title

_LIST = 25
"""Lines that the list under a label may have."""
_TAG_WORDS = 5
"""Words that a name between commas has at most; more make a sentence."""
_MIXED_WORDS = 3
"""The same, where the first name has no capital and a later one has."""
_TAG = 200
"""Characters that a tag has at most."""


@dataclass
class Facts:
    """The facts about a story; ``first`` is the mark where the lines that belong to it begin.

    ``used`` are the marks that have been understood, ``notes`` the lines above the story that have not.
    """

    first: int
    title: str = ""
    question: str | None = None
    project: str | None = None
    tags: list[str] = field(default_factory=list)
    serves: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    notes: tuple[Line, ...] = ()


def read_facts(found: Sequence[Mark], zone: Iterable[int], facts: Facts) -> None:
    """Add what "Tags: ...", "Best for: ..." and "Project: ..." say in a *zone* of marks, with their lists."""
    for index in zone:
        mark = found[index]
        label = None if mark.fenced else mark.label
        if label is None:
            continue
        if label.names(Fact.TAGS):
            facts.tags.extend(tag for value in _values(found, index, facts) for tag in split_tags(value))
        elif label.names(Fact.SERVES):
            facts.serves.extend(use for value in _values(found, index, facts) for use in split_uses(value))
        elif label.names(Fact.PROJECT) and mark.rest and facts.project is None:
            facts.project = clean_title(mark.rest)
            facts.used.add(index)


def _values(found: Sequence[Mark], index: int, facts: Facts) -> Iterator[str]:
    """What a label holds: the rest of its line, or the list under it."""
    facts.used.add(index)
    if found[index].rest:
        yield found[index].rest
        return
    for below in range(index + 1, min(index + _LIST, len(found))):
        mark = found[below]
        if mark.rule or mark.level or (mark.label and mark.label.meanings):
            return
        if mark.bullet or mark.quote:
            facts.used.add(below)
            yield mark.text
        elif not mark.blank:
            if below == index + 1 and _lists_names(mark):
                facts.used.add(below)
                yield mark.text
            return


def _lists_names(mark: Mark) -> bool:
    """Whether a line right below its label says nothing but names between commas."""
    return mark.label is None and all(len(name.split()) <= _TAG_WORDS for name in mark.text.split(","))


def split_tags(text: str) -> list[str]:
    """Tags as their author set them apart: in code marks, or by commas between names of one kind."""
    coded = re.findall(r"`([^`]{1,80})`|\[\[(?:[^\[\]|]{1,80}\|)?([^\[\]|]{1,80})\]\]", text)
    names = re.split(r"\s*[,|•·]\s*|\s+/\s+|\s(?=#\w)", text.strip(" *_"))
    parts = [code or link for code, link in coded] or _names(names) or [text]
    return [tag for part in parts if (tag := part.strip(' *_`.#"[]\\')) and len(tag) < _TAG]


def _names(parts: list[str]) -> list[str]:
    """The parts between commas, where they are names beside each other and not pieces of a sentence."""
    parts = [name for part in parts if (name := part.strip(" *_`"))]
    cases = [part[0].isupper() for part in parts if part[0].isalpha() and not part.split()[0][1:].isupper()]
    # A sentence begins with its capital: "drift, on call, Deliver Results" is none.
    most = _TAG_WORDS if len(set(cases)) <= 1 else 0 if cases[0] else _MIXED_WORDS
    short = all(len(part.split()) <= most and not part.lower().startswith("and ") for part in parts)
    return parts if short else []


def split_uses(text: str) -> list[str]:
    """The questions or principles that a story is for: quoted, or between separators."""
    quoted = re.findall(r"[\"“]([^\"“”]{3,300})[\"”]", text)
    parts = quoted or re.split(r"\s*[;|]\s*|\s+/\s+|,\s+", text)
    return [use for part in parts if (use := question_text(part))]
