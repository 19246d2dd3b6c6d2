"""What a rule is.

A rule is one file in ``review/rules/`` that binds one ``RULE``. Its name is
the file's name with hyphens, so the two cannot disagree, and nothing else
lists it: its config key, its ``starling explain`` page and its entry in
docs/rules.md all follow from the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from starling.model.report import Brief, Level, QuestionType, Strength
from starling.model.story import Line, Part, PartKind, Story
from starling.review.reading import Reading


class Mark(NamedTuple):
    """A span of a reading and what to say about it, in at most two sentences.

    The first sentence recommends. ``start == end`` marks the story as a whole.
    ``code`` is a stable name for what is said, where a rule has several.
    """

    start: int
    end: int
    message: str
    code: str = ""


Check = Callable[[Reading], Iterator[Mark]]
CheckBank = Callable[[Sequence[Reading]], Iterator[tuple[int, Mark]]]
"""For rules that compare stories: yields the index of the reading it marks, and the mark."""


@dataclass(frozen=True)
class Example:
    """A telling that a rule must speak on, or must stay silent on."""

    reading: tuple[Reading, ...]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing the review looks for: what, why, on whose authority, and both kinds of examples.

    ``check`` reads one story, ``check_bank`` all stories of a bank, ``check_page``
    a page of notes as one part of kind OTHER; a rule has at least one of them.
    ``cues`` names the phrase lists of which ``check`` must hear one to say
    anything, so that it need not be asked where all are silent; none, if it
    also goes by something else.
    """

    summary: str
    why: str
    source: str
    strength: Strength
    dimension: str
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    check: Check | None = None
    check_bank: CheckBank | None = None
    check_page: Check | None = None
    cues: tuple[str, ...] = ()
    name: str = ""

    def marks(self, readings: Sequence[Reading]) -> Iterator[tuple[int, Mark]]:
        """Everything the rule says about *readings*, with the index of the reading it is about."""
        for index, reading in enumerate(readings):
            for check in (self.check, self.check_page):
                if check is not None:
                    yield from ((index, mark) for mark in check(reading))
        if self.check_bank is not None:
            yield from self.check_bank(readings)


def example(*stories: Story, level: Level | None = None, asked: QuestionType | None = None) -> Example:
    """An example of one or more stories, told for a level and a type of question."""
    return Example(tuple(Reading(story, Brief(level=level), asked) for story in stories))


def tell(title: str = "A story", *, question: str | None = None, **parts: str) -> Story:
    """A story from part texts, for examples: ``tell(action="- Built …", result="…")``.

    Part names are those of ``PartKind`` with ``_`` for ``-``; lines are numbered as in a file.
    """
    made: list[Part] = []
    number = 1
    for name, text in parts.items():
        lines = tuple(Line(line, number + n) for n, line in enumerate(text.split("\n")))
        number += len(lines) + 1
        made.append(Part(PartKind(name.replace("_", "-")), lines, name))
    return Story(title=title, parts=tuple(made), question=question)


def page(text: str) -> Story:
    """A page of notes as the one-part story that ``check_page`` reads, for examples."""
    return Story(title="A page", parts=(page_part(text.split("\n")),))


def page_part(lines: Iterable[str]) -> Part:
    """The lines of a page as one part, numbered from 1."""
    return Part(PartKind.OTHER, tuple(Line(line, n) for n, line in enumerate(lines, 1)))
