"""Notes read to the end: stories with a name each, and answers without labels told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import replace
from functools import cache

from starling.content import load
from starling.model.notes import Notes
from starling.model.prep import Source
from starling.model.problem import Problem
from starling.model.story import Story
from starling.text import segment
from starling.text.notes.read import read_notes

_TOLD_APART = 100_000
"""Characters of an answer that is told apart: two hours of speech."""

_BOOK = f"This text has more than {_TOLD_APART:,} characters, which nobody can tell; it was not looked at."

_LONGEST = 60
"""Signs of a slug; a longer title is cut at a word."""


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


def told(notes: Notes) -> tuple[Story, ...]:
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


def with_slugs(stories: list[Story]) -> tuple[Story, ...]:
    """The same stories, each with a slug that no other has."""
    taken: set[str] = set()
    named: list[Story] = []
    for story in stories:
        slug = free_slug(story.title, taken)
        taken.add(slug)
        named.append(replace(story, slug=slug))
    return tuple(named)


def free_slug(title: str, taken: Container[str]) -> str:
    """The words of a title as a file name, with a number where it is taken."""
    base = _slug(title)
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title[:1000]).casefold()
    letters = "".join(sign for sign in plain if sign not in "'’" and not unicodedata.combining(sign))
    slug = "-".join(re.findall(r"[^\W_]+", letters)) or "story"
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
