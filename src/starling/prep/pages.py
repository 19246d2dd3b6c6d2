"""The page of a story, read once for as long as it says the same, whoever looks at it."""

from __future__ import annotations

from functools import lru_cache

from starling.model.prep import Kept
from starling.model.problem import Problem
from starling.model.story import Story
from starling.text.story_format import parse

_PAGES = 1024
"""Pages that are remembered; one of 300 words takes about 5 KB."""


def read_page(kept: Kept) -> tuple[Story, tuple[Problem, ...]]:
    """The story on a page, and what could not be read as meant."""
    return _read(kept.text, kept.slug)


@lru_cache(maxsize=_PAGES)
def _read(text: str, slug: str) -> tuple[Story, tuple[Problem, ...]]:
    return parse(text, slug)
