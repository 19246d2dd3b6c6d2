"""The sentences of a story that show a fit, each with its line and with what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from starling.content import bank
from starling.matching.demand import Demand
from starling.matching.features import Features
from starling.matching.fit import Fit, Match, Proof
from starling.matching.lexicon import Cue, found, lexicon, share
from starling.matching.meaning import UNKNOWN, Nearness, clear
from starling.matching.score import cell, missing
from starling.matching.stated import states
from starling.matching.stems import stemmed
from starling.model.story import SPOKEN, Part, Story
from starling.text.plain import plain
from starling.text.units import units

_MOST = 2
_LONGEST = 240
"""Characters of a sentence that is quoted."""

_LEAST = 0.1
"""What a sentence must say of what is asked before it is quoted."""


_PARTS = 512
"""Parts of stories whose sentences are remembered; one of 80 words takes about 10 KB."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a part: where it begins there, how it is quoted, its stems, and the phrases in it."""

    start: int
    quote: str
    stems: frozenset[str]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    weight: float
    quote: str
    line: int
    why: str


_BY_MEANING = "near in meaning"
"""What a sentence shows that has no word of the question."""


def explain(demand: Demand, story: Story, features: Features, near: Nearness = UNKNOWN) -> Match:
    """How well a story fits, with the sentences that show it and what it still needs."""
    found_cell = cell(demand, features, near.lift)
    lacking = missing(demand, features) if found_cell.fit is not Fit.NONE else ()
    return Match(
        story=story.slug,
        fit=found_cell.fit,
        score=found_cell.score,
        stated=states(demand, features),
        proofs=proofs(demand, story, near) if found_cell.fit is not Fit.NONE else (),
        missing=lacking,
    )


def proofs(demand: Demand, story: Story, near: Nearness = UNKNOWN) -> tuple[Proof, ...]:
    """The sentences that say most of what is asked, the best first; none where no sentence says any of it.

    What the meaning of a story adds to its fit, it adds to its nearest sentence.
    """
    said = sorted(_sentences(demand, story, near), key=lambda each: (-each.weight, each.line, each.quote))
    chosen = [each for each in said if each.weight >= _LEAST][:_MOST]
    return tuple(Proof(each.quote, each.line, each.why) for each in chosen)


def spoken(story: Story) -> tuple[str, ...]:
    """The sentences of the parts that are said aloud, in their order; what a model is asked about."""
    return tuple(each.quote for _, each in _spoken(story))


def _spoken(story: Story) -> Iterator[tuple[Part, _Sentence]]:
    return ((part, each) for part in story.parts if part.kind in SPOKEN for each in _heard(part.text))


def _sentences(demand: Demand, story: Story, near: Nearness) -> Iterator[_Said]:
    asked, words = dict(demand.themes), dict(demand.stems)
    names = {slot.slug: slot.name for slot in bank.slots()}
    for place, (part, each) in enumerate(_spoken(story)):
        weight, why = _weight(each, asked, words, demand.shows)
        if place == near.sentence and clear(near.lift):
            weight, why = weight + clear(near.lift), why or _BY_MEANING
        yield _Said(weight, each.quote, part.place(each.start).line, names.get(why, why))


@lru_cache(maxsize=_PARTS)
def _heard(text: str) -> tuple[_Sentence, ...]:
    """The sentences of a part, listened to once for all that is asked."""
    masked = plain(text)
    return tuple(_sentence(masked, text, unit.start, unit.end) for unit in units(masked, masked=True))


def _sentence(masked: str, text: str, start: int, end: int) -> _Sentence:
    stems = [word.lower for word in stemmed(masked[start:end])]
    cues: dict[str, Cue] = {cue.phrase: cue for _, _, cue in found(lexicon().told, stems)}
    quote = _cut(" ".join(text[start:end].split()))
    return _Sentence(start, quote, frozenset(stems), tuple(cues.values()))


def _weight(
    sentence: _Sentence, asked: Mapping[int, float], words: Mapping[str, float], shows: tuple[str, ...]
) -> tuple[float, str]:
    """What a sentence says of what is asked, and the slot that it shows best, or the word that it shares."""
    themes = sum(asked.get(at, 0.0) * weight for cue in sentence.cues for at, weight in cue.themes)
    shared = sum(words[word] * share(word) for word in sorted(sentence.stems & words.keys()))
    slots = dict.fromkeys(shows, 0.0)
    for cue in sentence.cues:
        for slot, weight in cue.slots:
            if slot in slots:
                slots[slot] += weight
    best = max(slots, key=lambda slot: slots[slot], default="")
    return themes + shared, best if slots.get(best, 0.0) > 0 else ""


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else quote[:_LONGEST].rpartition(" ")[0] + " …"
