"""The lexicon, compiled: by which phrases a question asks for a theme, and a story tells it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from starling.content import bank, load
from starling.matching.stems import phrase, stem

_ONE, _TWO, _MORE = 0.5, 0.85, 1.0
"""What a cue of one word, of two, and of more says; calibrated on the development corpus."""

_RARE = 0.04
"""The share of stories below which a word counts as rare: what stands in no band of story_words.toml."""

_PHRASE_GAIN = 0.2
"""What a phrase of common words says more than its rarest word."""

_OWN_ASKED = 0.5
"""What a story tells by the words of the question, against the words by which it is usually told."""


class Cue(NamedTuple):
    """A phrase of the lexicon, and what it says: weights of themes, and of slots."""

    phrase: str
    themes: tuple[tuple[int, float], ...]
    slots: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that interviewers ask about.

    ``slots`` are the events that make it, with their weights, and ``usual`` is
    what the tenth of the stories that tell most of it tell at least.
    """

    slug: str
    competencies: tuple[str, ...]
    slots: tuple[tuple[str, float], ...]
    usual: float


@dataclass(frozen=True)
class Lexicon:
    """All cues, as tries over stems, and the themes in their order; ``cues`` has those of a phrase asked."""

    themes: tuple[Theme, ...]
    cues: Mapping[str, tuple[int, ...]]
    told: Mapping[str, Any]
    asked: Mapping[str, Any]
    near: Mapping[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon; every cue of slots.toml is in it too."""
    table = load.table("lexicon.toml")
    themes = tuple(
        Theme(row["slug"], tuple(row["competencies"]), tuple(row["slots"].items()), row["usual"])
        for row in table["theme"]
    )
    told: dict[str, set[str]] = {}
    asked: dict[str, set[str]] = {}
    for slot in bank.slots():
        _note(told, slot.cues, f"s:{slot.slug}")
    for row in table["theme"]:
        _note(told, row["told"], f"t:{row['slug']}")
        _note(asked, row["asked"], row["slug"])
    for cue in table["neutral"]:
        asked.setdefault(phrase(cue), set())
    at = {theme.slug: number for number, theme in enumerate(themes)}
    spoken = {cue: set(names) for cue, names in asked.items()}
    for row in table["theme"]:
        _note(spoken, row.get("spoken", ()), row["slug"])
    return Lexicon(
        themes,
        {cue: tuple(sorted(at[name] for name in names)) for cue, names in spoken.items()},
        _told(told, asked, themes),
        _asked(spoken, themes),
        _near(table["near"]),
    )


@cache
def share(word: str) -> float:
    """How much a stem tells about a story, 0 (all stories have it) to 1 (few have)."""
    return math.log(1 / max(_bands().get(word, _RARE), _RARE)) / math.log(1 / _RARE)


@cache
def stop_words() -> frozenset[str]:
    """The stems that no question is about."""
    return frozenset(map(stem, load.vocabulary("question_words")))


@cache
def between() -> frozenset[str]:
    """The stems that may stand within a phrase of a question: whom or what it is about, and how much."""
    return frozenset(map(stem, load.vocabulary("words_between")))


def found(
    trie: Mapping[str, Any], stems: Sequence[str], passed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int, Any]]:
    """Every phrase of a trie in *stems*: its first and last place, and what it stands for.

    Words that are *passed* may stand within a phrase: "turned somebody down" is "turned down".
    """
    count = len(stems)
    for first in range(count):
        node = trie.get(stems[first])
        last = first
        while node is not None:
            if "" in node:
                yield first, last, node[""]
            last += 1
            while last < count and stems[last] in passed and stems[last] not in node:
                last += 1
            node = node.get(stems[last]) if last < count else None


def longest(
    trie: Mapping[str, Any], stems: Sequence[str], passed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int, Any]]:
    """The longest phrases of a trie in *stems*, of which no two overlap; some words may be *passed*."""
    free = 0
    last_at: dict[int, tuple[int, Any]] = {}
    for first, last, value in found(trie, stems, passed):
        last_at[first] = (last, value)
    for first in sorted(last_at):
        if first >= free:
            last, value = last_at[first]
            yield first, last, value
            free = last + 1


def clarity(cue: str) -> float:
    """What a cue says by its length and by how common its words are, 0 to 1."""
    parts = cue.split()
    rarest = max(map(share, parts))
    if len(parts) == 1:
        return _ONE * rarest
    return (_TWO if len(parts) == 2 else _MORE) * min(1.0, rarest + _PHRASE_GAIN)  # noqa: PLR2004


def _note(cues: dict[str, set[str]], written: Iterable[str], name: str) -> None:
    for cue in written:
        for words in product(*(word.split("/") for word in cue.split())):
            cues.setdefault(phrase(" ".join(words)), set()).add(name)


def _told(
    told: Mapping[str, set[str]], asked: Mapping[str, set[str]], themes: Sequence[Theme]
) -> dict[str, Any]:
    """The trie of all that stories say: a cue that tells many things says less of each."""
    at = {theme.slug: number for number, theme in enumerate(themes)}
    makes: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, theme in enumerate(themes):
        for slot, weight in theme.slots:
            makes[slot].append((number, weight))
    trie: dict[str, Any] = {}
    for cue in sorted({*told, *asked}):
        weights: dict[int, float] = defaultdict(float)
        slots: dict[str, float] = {}
        names = told.get(cue, ())
        for name in sorted(names):
            one = clarity(cue) / math.sqrt(len(names))
            if name.startswith("t:"):
                weights[at[name[2:]]] += one
            else:
                slots[name[2:]] = one
                for number, weight in makes[name[2:]]:
                    weights[number] += weight * one
        for name in asked.get(cue, ()):
            weights[at[name]] += _OWN_ASKED * clarity(cue) / math.sqrt(len(asked[cue]))
        _add(trie, cue, Cue(cue, tuple(sorted(weights.items())), tuple(sorted(slots.items()))))
    return trie


def _asked(asked: Mapping[str, set[str]], themes: Sequence[Theme]) -> dict[str, Any]:
    at = {theme.slug: number for number, theme in enumerate(themes)}
    trie: dict[str, Any] = {}
    for cue, names in asked.items():
        _add(trie, cue, tuple(sorted(at[name] for name in names)))
    return trie


def _add(trie: dict[str, Any], cue: str, value: object) -> None:
    node = trie
    for word in cue.split():
        node = node.setdefault(word, {})
    if node is not trie:
        node[""] = value


def _near(rows: Iterable[str]) -> dict[str, tuple[str, ...]]:
    near: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        stems = [stem(word) for word in row.split()]
        for word in stems:
            near[word] |= set(stems) - {word}
    return {word: tuple(sorted(others)) for word, others in near.items()}


@cache
def _bands() -> dict[str, float]:
    return {
        word: band["share"]
        for band in load.table("story_words.toml")["band"]
        for word in band["stems"].split()
    }
