"""What a source of notes holds: its stories with a name each, and answers without labels told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from starling.content import load
from starling.model.notes import Notes
from starling.model.prep import Incoming, Source
from starling.model.problem import Problem, UnreadableError
from starling.model.story import Story
from starling.prep.slugs import with_slugs
from starling.text import segment
from starling.text.notes.read import read_notes

_TOLD_APART = 100_000
"""Characters of an answer that is told apart: two hours of speech."""

_BOOK = f"This text has more than {_TOLD_APART:,} characters, which nobody can tell; it was not looked at."


def read_all(
    incoming: Iterable[Incoming],
) -> tuple[tuple[tuple[Source, Notes], ...], tuple[UnreadableError, ...]]:
    """Each source with what it holds, in order, and what could not be read."""
    read: list[tuple[Source, Notes]] = []
    unread: list[UnreadableError] = []
    for each in incoming:  # one by one, so that a face can show how far it is
        if isinstance(each, Source):
            read.append((each, read_source(each)))
        else:
            unread.append(each)
    return tuple(read), tuple(unread)


def read_source(source: Source) -> Notes:
    """All that a source holds, line by line; prose longer than anybody can tell is no answer."""
    notes = read_notes(source.text, source.name)
    books = [answer for answer in notes.answers if _size(answer) > _TOLD_APART]
    if not books:
        return notes
    advice = "Save the answer that you want reviewed by itself."
    problems = (Problem(_BOOK, book.line, advice) for book in books)
    answers = tuple(answer for answer in notes.answers if answer not in books)
    return replace(notes, answers=answers, problems=(*notes.problems, *problems))


def _size(story: Story) -> int:
    return sum(len(part.text) for part in story.parts)


def stories_in(notes: Notes) -> tuple[Story, ...]:
    """The stories and the answers of some notes in the order of the text, each with a slug of its own."""
    answers = (tell_apart(answer) for answer in notes.answers)
    return with_slugs(sorted((*notes.stories, *answers), key=lambda story: story.line))


def tell_apart(answer: Story) -> Story:
    """An answer whose parts Starling told apart, with its confidence."""
    if len(answer.parts) != 1:
        return answer
    found = segment.segment(answer.parts[0].text, _weights())
    return replace(answer, parts=segment.parts(answer.parts[0], found), confidence=found.confidence)


@cache
def _weights() -> segment.Weights:
    return segment.Weights.from_json(load.text("segmenter.json"))
