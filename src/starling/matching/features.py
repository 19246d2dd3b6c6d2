"""What matching needs to know about a story: a pure function of its text, small enough to be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starling.matching.lexicon import Cue, found, lexicon, share, stop_words
from starling.matching.stems import stemmed
from starling.model.story import SPOKEN, PartKind, Story
from starling.text.plain import plain
from starling.text.telling import asked

_K1, _B, _USUAL = 1.5, 0.75, 200
"""How fast repeated words stop to count, and how far a long story is held back (Robertson and others, 1994).
The usual length is the mean of the development corpus in words, so that a fit depends on no other story."""

_TITLE, _TASK = 2.0, 0.8
"""What a word of the title, and of the task, counts against one of the other parts."""

_FIGURE_SHOWN = 0.5
"""What a figure in the result adds to "a measured result"."""


@dataclass(frozen=True, kw_only=True)
class Features:
    """A story as matching sees it: weights of its stems, of the themes that it tells, of its slots.

    ``stated`` holds what its author says it answers, as written: its question,
    what it serves, its tags.
    """

    slug: str
    stems: dict[str, float]
    themes: tuple[float, ...]
    slots: dict[str, float]
    question: str = ""
    stated: tuple[str, ...] = ()
    project: str = ""
    words: int = 0

    def to_json(self) -> dict[str, Any]:
        """The features as JSON holds them."""
        return {
            "slug": self.slug,
            "stems": self.stems,
            "themes": list(self.themes),
            "slots": self.slots,
            "question": self.question,
            "stated": list(self.stated),
            "project": self.project,
            "words": self.words,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Features:
        """The features that ``to_json`` wrote; KeyError or TypeError where it was something else."""
        return cls(**{**kept, "themes": tuple(kept["themes"]), "stated": tuple(kept["stated"])})


def read_features(story: Story) -> Features:
    """The features of *story*; what is not said aloud, such as takeaways and notes, is not read."""
    counts, cues, length = _counted(story)
    held = _K1 * (1 - _B + _B * length / _USUAL)
    themes, slots = _weights(cues, held)
    if any(character.isdigit() for character in _result(story)):
        slots["measured-result"] = slots.get("measured-result", 0.0) + _FIGURE_SHOWN
    return Features(
        slug=story.slug,
        stems=_stems(counts, held),
        themes=tuple(round(weight, 3) for weight in themes),
        slots={slot: round(weight, 3) for slot, weight in sorted(slots.items())},
        question=asked(story.question or ""),
        stated=(*story.serves, *story.tags),
        project=story.project or "",
        words=length,
    )


def _counted(story: Story) -> tuple[dict[str, float], dict[str, tuple[Cue, float]], int]:
    """How often each stem and each cue comes, weighed by where, and how many words there are."""
    counts: dict[str, float] = defaultdict(float)
    cues: dict[str, tuple[Cue, float]] = {}
    length = 0
    for text, weight in texts(story):
        stems = [word.lower for word in stemmed(text)]
        length += len(stems)
        for word in stems:
            counts[word] += weight
        for _, _, cue in found(lexicon().told, stems):
            cues[cue.phrase] = (cue, cues.get(cue.phrase, (cue, 0.0))[1] + weight)
    return counts, cues, length


def _stems(counts: dict[str, float], held: float) -> dict[str, float]:
    stop = stop_words()
    return {
        word: round(share(word) * _saturated(count, held), 3)
        for word, count in sorted(counts.items())
        if word not in stop
    }


def texts(story: Story) -> Iterator[tuple[str, float]]:
    """What a story says and what each piece counts: its title, then the parts that are said aloud."""
    yield story.title, _TITLE
    for part in story.parts:
        if part.kind in SPOKEN or part.kind is PartKind.OTHER:
            yield plain(part.text), _TASK if part.kind is PartKind.TASK else 1.0


def _weights(cues: dict[str, tuple[Cue, float]], held: float) -> tuple[list[float], dict[str, float]]:
    themes = [0.0] * len(lexicon().themes)
    slots: dict[str, float] = defaultdict(float)
    for cue, count in cues.values():
        said = _saturated(count, held)
        for at, weight in cue.themes:
            themes[at] += weight * said
        for slot, weight in cue.slots:
            slots[slot] += weight * said
    return themes, dict(slots)


def _saturated(count: float, held: float) -> float:
    return count * (_K1 + 1) / (count + held)


def _result(story: Story) -> str:
    return " ".join(part.text for part in story.parts if part.kind is PartKind.RESULT)
