"""The features of each page, kept in lines: what did not change is neither written nor read anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from starling.matching.features import Features, read_features
from starling.model.story import Story
from starling.ports import Cache
from starling.prep.memo import edition

_NAME = "matching-features"


def features_of(cache: Cache, marks: Sequence[str], stories: Sequence[Story]) -> tuple[Features, ...]:
    """The features of some stories; each *mark* changes with the page of its story."""
    before = _kept(cache.get(_NAME) or b"")
    lines = [
        before.get(mark) or json.dumps([mark, read_features(story).to_json()])
        for mark, story in zip(marks, stories, strict=True)
    ]
    if any(mark not in before for mark in marks):
        cache.put(_NAME, "\n".join((edition(), *lines)).encode())
    found = (_read(line) for line in lines)
    return tuple(each[1] for each in found if each is not None)


def _kept(data: bytes) -> Mapping[str, str]:
    """The lines of this edition by their marks; one that cannot be read is left out."""
    made_by, *lines = data.decode("utf-8", "replace").split("\n")
    if made_by != edition():
        return {}
    return {each[0]: line for line in lines if (each := _read(line)) is not None}


@lru_cache(maxsize=4096)
def _read(line: str) -> tuple[str, Features] | None:
    try:
        mark, features = json.loads(line)
        return str(mark), Features.from_json(features)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
