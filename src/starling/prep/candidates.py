"""What may become a story in some notes: stories, answers, and where there is neither, paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, groupby

from starling.model.notes import Notes, RegionKind
from starling.model.prep import Source
from starling.model.story import Line, Part, PartKind, Story
from starling.prep.notes import tell_apart
from starling.review.reading.vocabulary import is_past
from starling.text.plain import plain
from starling.text.words import words

SHOWN = 3
"""Paragraphs that are offered where no story was found."""
_LEAST = 12
"""Words that a paragraph has at least to be one."""
_MOST = 6
"""Signs of one kind that count; a paragraph does not sound more like a story for thirty figures."""
_TITLE = 7
"""Words of a paragraph that become its title, as with every story without one."""
_OWN = frozenset({"i", "my", "me", "i'm", "i'd", "i've", "we", "our", "us"})
_SEARCHED = (RegionKind.NOTES, RegionKind.NOTE_TO_SELF)


class Origin(StrEnum):
    """What a candidate was in the notes."""

    STORY = "story"
    ANSWER = "answer"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may become a story; ``number`` counts from 1 over all notes, in their order."""

    number: int
    origin: Origin
    text: Story

    def story(self) -> Story:
        """It as a story: the parts of what has no labels are told apart."""
        return self.text if self.origin is Origin.STORY else tell_apart(self.text)


def is_told(origin: Origin, text: Story) -> bool:
    """Whether it is a story whoever reads it: one with labels, or an account that no question asked for."""
    return origin is Origin.STORY or (origin is Origin.ANSWER and text.question is None)


def candidates(read: Sequence[tuple[Source, Notes]]) -> tuple[tuple[Candidate, ...], ...]:
    """The candidates of each source; the same notes always give the same numbers."""
    found = [sorted(_told(notes), key=lambda each: each[1].line) for _, notes in read]
    if not any(found):
        found = _best(read)
    numbers = count(1)
    return tuple(
        tuple(Candidate(next(numbers), origin, replace(story, source=notes.source)) for origin, story in each)
        for each, (_, notes) in zip(found, read, strict=True)
    )


def _told(notes: Notes) -> Iterator[tuple[Origin, Story]]:
    yield from ((Origin.STORY, story) for story in notes.stories)
    yield from ((Origin.ANSWER, answer) for answer in notes.answers)


def _best(read: Sequence[tuple[Source, Notes]]) -> list[list[tuple[Origin, Story]]]:
    """The paragraphs that sound most like somebody telling what they did, in the order of the text."""
    all_of_them = [
        (_sound(lines), index, lines)
        for index, (source, notes) in enumerate(read)
        for lines in _paragraphs(source, notes)
    ]
    best = sorted(all_of_them, key=lambda each: (-each[0], each[1], each[2][0].number))[:SHOWN]
    chosen = sorted((index, lines[0].number, lines) for score, index, lines in best if score > 0)
    return [
        [(Origin.PARAGRAPH, _story(lines)) for index, _, lines in chosen if index == at]
        for at in range(len(read))
    ]


def _paragraphs(source: Source, notes: Notes) -> Iterator[tuple[Line, ...]]:
    """Runs of lines without a blank one, in those regions where prose may hide."""
    inside = {
        number
        for each in notes.regions
        if each.kind in _SEARCHED
        for number in range(each.first, each.last + 1)
    }
    rows = (Line(row, number) for number, row in enumerate(source.text.split("\n"), 1))
    for is_prose, lines in groupby(rows, lambda row: bool(row.text.strip()) and row.number in inside):
        if is_prose:
            yield tuple(lines)


def _sound(lines: Iterable[Line]) -> int:
    """How much a paragraph sounds like a story: who did it, that it is over, and figures; 0 for none."""
    said = [word.lower.replace("’", "'") for line in lines for word in words(plain(line.text))]
    own = sum(word in _OWN for word in said)
    if len(said) < _LEAST or not own:
        return 0
    past = sum(map(is_past, said))
    figures = sum(any(map(str.isdigit, word)) for word in said)
    return min(own, _MOST) + min(past, _MOST) + min(figures, _MOST // 2)


def _story(lines: tuple[Line, ...]) -> Story:
    text = plain(lines[0].text)
    first = words(text)[:_TITLE]
    title = text[first[0].start : first[-1].end] if first else ""
    return Story(title=title, parts=(Part(PartKind.OTHER, lines),), line=lines[0].number)
