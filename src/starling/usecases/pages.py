"""The page of a story, read once for as long as it says the same, whoever looks at it."""

from __future__ import annotations

from functools import lru_cache

from starling.model.prep import Kept
from starling.model.problem import Problem
from starling.model.report import Brief
from starling.model.story import Story
from starling.review.reading import Reading
from starling.text.story_format import parse
from starling.usecases.review import read_story

_PAGES = 1024
"""Pages that are remembered; one of 300 words takes about 5 KB."""

_READINGS = 256
"""Readings that are remembered, so that after an edit one story is read, not all; each takes some 100 KB."""


def read_page(kept: Kept) -> tuple[Story, tuple[Problem, ...]]:
    """The story on a page, and what could not be read as meant."""
    return _read(kept.text, kept.slug)


@lru_cache(maxsize=_PAGES)
def _read(text: str, slug: str) -> tuple[Story, tuple[Problem, ...]]:
    return parse(text, slug)


@lru_cache(maxsize=_READINGS)
def read_again(story: Story, brief: Brief) -> Reading:
    """The reading of a story, with what has been seen in it so far."""
    return read_story(story, brief)
