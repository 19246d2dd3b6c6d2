"""What the YAML or TOML at the head of a page says about the one story that the page tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starling.text.notes.facts import Facts, split_tags
from starling.text.notes.label import find_label
from starling.text.notes.labels import Fact, meanings
from starling.text.notes.marks import FRONT, Mark
from starling.text.notes.titles import clean_title, is_generic


def read_front(found: Sequence[Mark], facts: Facts) -> None:
    """Add the title, question, tags and project that the head of a page gives, where its story has none."""
    end = front_end(found)
    for kind, value in _entries(found, end):
        if kind is Fact.TAGS:
            facts.tags.extend(tag for tag in split_tags(value.strip("[]")) if not is_generic(tag))
        elif kind is Fact.TITLE:
            facts.title = facts.title or clean_title(value)
        elif kind is Fact.QUESTION:
            facts.question = facts.question or value
        elif kind is Fact.PROJECT:
            facts.project = facts.project or clean_title(value)
    if end and all(mark.blank for mark in found[end : facts.first]):
        facts.first = 0


def front_question(found: Sequence[Mark]) -> str | None:
    """The question that the head of a page gives, or None."""
    entries = _entries(found, front_end(found))
    return next((value for kind, value in entries if kind is Fact.QUESTION), None)


def front_end(found: Sequence[Mark]) -> int:
    """The mark behind the head of a page, or 0 where it has none."""
    ends = FRONT.get(found[0].line.text.strip(), ()) if found and found[0].fenced else ()
    if not ends:
        return 0
    inside = (at for at in range(1, len(found)) if found[at].line.text.strip() in ends)
    return next(inside, -1) + 1


def _entries(found: Sequence[Mark], end: int) -> Iterator[tuple[Fact, str]]:
    """Each key that names a fact, with each of its values: on its line, or in the list below it."""
    kind: Fact | None = None
    for mark in found[1 : max(1, end - 1)]:
        text = mark.line.text
        if text.lstrip().startswith("- "):
            value = text.strip().removeprefix("- ")
        else:
            label = find_label(text)
            known = meanings(label.words) if label else ()
            kind = known[0].kinds[0] if known and isinstance(known[0].kinds[0], Fact) else None
            value = text[label.end :] if label else ""
        value = value.strip(" \t\"'")
        if kind is not None and value:
            yield kind, value
