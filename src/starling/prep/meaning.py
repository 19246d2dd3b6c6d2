"""How near in meaning stories are to what is asked, where the settings name a model; vectors are kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property

from starling.matching.demand import Demand
from starling.matching.meaning import UNKNOWN, Nearness, lifts, nearness
from starling.matching.proof import spoken
from starling.model.story import Story
from starling.ports import Cache, Embedder

_VECTORS = "meaning-vectors"
_MOST = 20_000
"""Texts whose vectors are kept, 30 MB; above it only those that are needed now."""

Cosines = tuple[tuple[float, ...], ...]


class Meaning:
    """What a model says of stories; without one (None) nothing is known and nothing is computed.

    ``name`` changes with the model, "" for none. Raises the errors of the
    embedder where the model cannot be used.
    """

    def __init__(self, embedder: Embedder | None, cache: Cache) -> None:
        self._embedder, self._cache = embedder, cache
        self.name = "" if embedder is None else embedder.name

    def near(self, demand: Demand, stories: Sequence[Story]) -> tuple[Nearness, ...]:
        """How near each story is to one demand."""
        if self._embedder is None:
            return (UNKNOWN,) * len(stories)
        return tuple(nearness([one for (one,) in rows]) for rows in self._cosines((demand,), stories))

    def lifts(self, demands: Sequence[Demand], stories: Sequence[Story]) -> tuple[tuple[float, ...], ...]:
        """For each story what its meaning adds to each demand; () without a model."""
        if self._embedder is None:
            return ((),) * len(stories)
        return tuple(map(lifts, self._cosines(demands, stories)))

    def _cosines(self, demands: Sequence[Demand], stories: Sequence[Story]) -> tuple[Cosines, ...]:
        """For each story a row for each of its sentences, with one figure for each demand."""
        if self._embedder is None:
            return ()
        asked = [each.text for each in demands]
        said = [spoken(each) for each in stories]
        vectors = self._vectors([*asked, *(sentence for each in said for sentence in each)])
        wanted = [vectors[_mark(each)] for each in asked]
        return tuple(self._embedder.cosines(wanted, [vectors[_mark(one)] for one in each]) for each in said)

    def _vectors(self, texts: Sequence[str]) -> dict[str, bytes]:
        """The vectors of *texts* by their marks; those that were not kept are computed, and kept."""
        by_mark = {_mark(each): each for each in texts}
        new = [mark for mark in by_mark if mark not in self._kept]
        if new and self._embedder is not None:
            self._kept.update(zip(new, self._embedder.embed([by_mark[each] for each in new]), strict=True))
            if len(self._kept) > _MOST:
                for mark in self._kept.keys() - by_mark.keys():
                    del self._kept[mark]
            self._cache.put(_VECTORS, _written(self.name, self._kept))
        return self._kept

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        return _read(self._cache.get(_VECTORS) or b"", self.name)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _written(name: str, vectors: dict[str, bytes]) -> bytes:
    head = json.dumps({"name": name, "marks": list(vectors)})
    return head.encode() + b"\n" + b"".join(vectors.values())


def _read(kept: bytes, name: str) -> dict[str, bytes]:
    """The vectors of a model by the marks of their texts; none where what is kept cannot be read."""
    head, _, data = kept.partition(b"\n")
    try:
        known = json.loads(head or b"{}")
        if known.get("name") != name:
            return {}
        marks = known["marks"]
        size, rest = divmod(len(data), len(marks))
        if rest or not size:
            return {}
        return {mark: data[at * size : (at + 1) * size] for at, mark in enumerate(marks)}
    except (ValueError, KeyError, TypeError, AttributeError, ZeroDivisionError):
        return {}
