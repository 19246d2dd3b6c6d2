"""What a story says, whatever its layout: to know it again, and to tell an edited copy from another story."""

from __future__ import annotations

import hashlib
from collections import Counter

from starling.model.story import Story
from starling.text.notes.labels import Fact
from starling.text.notes.marks import find_label
from starling.text.words import words

_RUN = 3
"""Words in a row that two tellings share by copying and seldom by chance."""

SAME = 1 / 3
"""Share of common runs from which two tellings are one story; unrelated stories share about 1 in 50."""

UNTITLED = "Untitled"

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Letters for digits, so that nobody's YAML takes a fingerprint for a number."""


def words_of(text: str) -> tuple[str, ...]:
    """What *text* says, whatever its marks and white space."""
    return tuple(word.lower for word in words(text))


def one_line(text: str) -> str:
    """*text* with every run of white space made one space."""
    return " ".join(text.split())


def title_of(story: Story) -> str:
    """The title as a page shows it."""
    return one_line(story.title) or UNTITLED


def asked(question: str) -> str:
    """The question on one line, without a label such as “Question:”."""
    text = one_line(question)
    label = find_label(text)
    while label is not None and label.names(Fact.QUESTION) and label.end:
        text = text[label.end :].strip()
        label = find_label(text)
    return text


def fingerprint(story: Story) -> str:
    """Twelve letters that stand for the words of *story*: its title, its question and its parts."""
    said = [words_of(title_of(story)), words_of(asked(story.question or ""))]
    said.extend((part.kind.value, *words_of(part.text)) for part in story.parts)
    digest = hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()
    return digest[:12].translate(_LETTERS)


def runs(story: Story) -> Counter[tuple[str, ...]]:
    """The runs of three words in the parts of *story*, counted."""
    found: Counter[tuple[str, ...]] = Counter()
    for part in story.parts:
        said = words_of(part.text)
        found.update(said[n : n + _RUN] for n in range(max(1, len(said) - _RUN + 1)) if said)
    return found


def likeness(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    """The share of runs that two tellings have in common, 0 to 1 (Dice, 1945)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
