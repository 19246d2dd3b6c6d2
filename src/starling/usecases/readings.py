"""The reading of a story, done once for as long as it says the same, whoever looks at it."""

from __future__ import annotations

from functools import lru_cache

from starling.model.report import Brief
from starling.model.story import Story
from starling.review.reading import Reading
from starling.usecases.review import read_story

_READINGS = 256
"""Readings that are remembered, so that after an edit one story is read, not all; each takes some 100 KB."""


@lru_cache(maxsize=_READINGS)
def read_again(story: Story, brief: Brief) -> Reading:
    """The reading of a story, with what has been seen in it so far."""
    return read_story(story, brief)
