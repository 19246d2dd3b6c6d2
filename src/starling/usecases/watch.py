"""What went wrong in earlier interviews, in the person's own words, from the notes they imported."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from starling.model.prep import Source
from starling.model.problem import UnreadableError
from starling.ports import Workspace
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
    """The notes to self in the imported notes, the newest file last; at most four of them."""
    sources = [_source(work, name) for name in work.papers.names() if name.startswith(_NOTES)]
    kept = [each for each in sources if each is not None]
    key = hashlib.sha256(b"".join(hashlib.sha256(each.data).digest() for each in kept)).hexdigest()
    held = _held(work.cache.get(CACHE), key)
    if held is None:
        held = tuple(watch for each in kept for watch in _watches(each))[:_SHOWN]
        entries = [[each.text, each.where, each.line] for each in held]
        work.cache.put(CACHE, json.dumps([key, entries]).encode())
    return held


def _source(work: Workspace, name: str) -> Source | None:
    try:
        data = work.papers.read(name)
        return Source(name.removeprefix(_NOTES), decode(data)[0], data)
    except UnreadableError:
        return None


def _watches(source: Source) -> list[Watch]:
    notes = read_notes(source.text, source.name)
    return [Watch(each.text, source.name, each.line) for each in notes.notes_to_self]


def _held(data: bytes | None, key: str) -> tuple[Watch, ...] | None:
    try:
        known, entries = json.loads(data or b"null")
        return tuple(Watch(*each) for each in entries) if known == key else None
    except (ValueError, TypeError):
        return None
