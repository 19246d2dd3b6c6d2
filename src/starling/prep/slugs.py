"""The short names of stories: the words of a title, as a file can be called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import replace

from starling.model.story import Story

_LONGEST = 60
"""Signs of a slug; a longer title is cut at a word."""


def with_slugs(stories: list[Story]) -> tuple[Story, ...]:
    """The same stories, each with a slug that no other has."""
    taken: set[str] = set()
    named: list[Story] = []
    for story in stories:
        slug = free_slug(story.title, taken)
        taken.add(slug)
        named.append(replace(story, slug=slug))
    return tuple(named)


def as_file(name: str) -> str:
    """The same for names that are one file on some disks, which mind no capitals and no form of accents."""
    return unicodedata.normalize("NFC", name.casefold())


def free_slug(title: str, taken: Container[str]) -> str:
    """The words of a title as a file name, with a number where it is among *taken*, which are `as_file`."""
    base = _slug(title)
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title[:1000]).casefold()
    letters = "".join(sign for sign in plain if sign not in "'’" and not unicodedata.combining(sign))
    slug = unicodedata.normalize("NFC", "-".join(re.findall(r"[^\W_]+", letters))) or "story"
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
