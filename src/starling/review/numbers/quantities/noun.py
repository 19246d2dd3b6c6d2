"""The counted or measured thing that follows a number: "users" in "50,000 concurrent users"."""

from __future__ import annotations

import re

from starling.content import load
from starling.review.numbers.quantities.quantity import Kind
from starling.review.numbers.quantities.units import units

_WORD = re.compile(r"(?P<joint>[ ]|-|\u00a0)?(?P<word>[^\W\d_](?:[\w'’-]*[^\W_])?)")
_MACHINES = frozenset("gpu gpus tpu tpus cpu cpus core cores node nodes h100 a100 v100".split())
_HOURS = re.compile(r"[ -]hours?\b")
"""Hours of machines are counted: they run beside one another, and are no stretch of time."""
_NO_THING = ("", "other", "others", "more", "additional", "extra")
_MOST_WORDS = 4
_NOT_PLURAL = ("ss", "us", "is")


def noun_after(lower: str, start: int) -> tuple[str, int]:
    """The counted thing, and where it ends, of a text in lower case; ("", start) where none follows.

    It is the first plural of up to four words that follow without a break,
    otherwise the last of them; after a hyphen the first ("12-node cluster").
    """
    last, position, hyphened = "", start, lower[start - 1 : start] in ("-", "‑")
    ends = load.vocabulary("noun_ends")
    for count in range(_MOST_WORDS):
        match = _WORD.match(lower, position)
        if match is None or (match["joint"] is None and count > 0):
            break
        word = match["word"]
        if (word.partition("-")[0] in ends and not _is_counted(lower, word, match.end(), count)) or (
            last and _ends_the_thing(word)
        ):
            break
        last, position = word, match.end()
        if word in _MACHINES and (hours := _HOURS.match(lower, position)) is not None:
            return f"{word} hours", hours.end()
        if hyphened or _is_plural(word):
            break
    return ("", start) if last in _NO_THING else (last, position)


def _is_counted(lower: str, word: str, end: int, place: int) -> bool:
    """Whether a word that mostly is a verb is counted here: the "runs" of "300 runs per day"."""
    return place == 0 and word.endswith("s") and lower.startswith((" per ", "/"), end)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _ends_the_thing(word: str) -> bool:
    """Whether a word is no longer part of the thing: a verb form, an adverb, or another unit."""
    unit = units().get(word)
    return word.endswith(("ed", "ing", "ly")) or (unit is not None and unit.kind is Kind.TIME)
