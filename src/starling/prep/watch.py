"""What went wrong in earlier interviews, in the person's own words, from the notes they imported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import islice
from typing import Any

from starling.model.prep import Source
from starling.model.problem import UnreadableError
from starling.ports import Workspace
from starling.prep.memo import edition, memoized
from starling.text.notes.read import read_notes
from starling.text.repair import decode

CACHE = "watch.json"
_NOTES = "notes/"
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Watch:
    """Something to watch for, as it was written, and where."""

    text: str
    where: str
    line: int


def watch_for(work: Workspace) -> tuple[Watch, ...]:
    """The notes to self in the imported notes, by file and line; at most four of them."""
    sources = [_source(work, name) for name in work.papers.names() if name.startswith(_NOTES)]
    kept = [each for each in sources if each is not None]
    said = [(each.name, hashlib.sha256(each.data).hexdigest()) for each in kept]
    key = hashlib.sha256(repr((edition(), said)).encode()).hexdigest()
    return memoized(work.cache, CACHE, key, lambda: _watches(kept), (_written, _read))


def _source(work: Workspace, name: str) -> Source | None:
    try:
        data = work.papers.read(name)
        return Source(name.removeprefix(_NOTES), decode(data)[0], data)
    except UnreadableError:
        return None


def _watches(sources: Iterable[Source]) -> tuple[Watch, ...]:
    found = (
        Watch(each.text, source.name, each.line)
        for source in sources
        for each in read_notes(source.text, source.name).notes_to_self
    )
    return tuple(islice(found, _SHOWN))


def _written(watches: Iterable[Watch]) -> list[Any]:
    return [astuple(each) for each in watches]


def _read(entries: Iterable[Sequence[Any]]) -> tuple[Watch, ...]:
    return tuple(Watch(*each) for each in entries)
