"""What is done differently since, where no fixed phrase says so, and the day on which it proved itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.signals.told import word_lists
from starling.text.phrases import Hit

_LATE = (PartKind.RESULT, PartKind.REFLECTION)
_SINCE_THEN = re.compile(
    r"\bsince then,? (?:the|our|my|that|this|a|an|its) (?:[\w-]+ ){1,4}?"
    r"(?:asks|prints|waits|runs|checks|stops|writes|compares|refuses|requires|warns|blocks|fails|rejects|shows"
    r"|alerts|begins|starts|has to|must)\b"
)
"""A thing that acts otherwise since; "since then the plan has worked" tells of none."""
_EVER_SINCE = re.compile(r"\b(?:i|we)(?: have|['’]ve)\b[^.;]{0,80}\bsince(?: then)?(?=[.,;]|$| and\b)")
_HABIT_NOW = re.compile(r"(?:now|today|these days),? (?!that\b)\w+")
_SOME_DAY = (
    r"(?:(?:in|last|this|by) (?:(?:the |last |early |late )?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december|spring|summer|autumn|fall|winter|year|month|week|quarter|20\d\d))"
    r"|twice|once|the (?:next|following) \w+|(?:days|weeks|months|a year) later)"
)
_PROVED = re.compile(
    rf"\b{_SOME_DAY},? (?:since )?(?:it|that|this|they|which|the \w+)(?: has| have)? "
    r"(?:caught|stopped|prevented|blocked|flagged|saved|found|refused|held|moved|showed)\b"
)
"""A later day on which a practice did something: "in September it stopped a colleague"."""


def kept_since(reading: Reading) -> Iterator[Hit]:
    """What somebody or something does since: "since then the job waits for a second person"."""
    for sentence in reading.of(*_LATE) if "since" in reading.lower else ():
        if "since" not in sentence.lower or sentence.index in word_lists(reading):
            continue
        found = _SINCE_THEN.search(sentence.lower) or _EVER_SINCE.search(sentence.lower)
        if found is not None:
            yield _span("later_practice", sentence, found)
    for sentence in reading.of(PartKind.REFLECTION):
        now = _HABIT_NOW.match(sentence.lower)
        if now is not None:
            yield _span("later_practice", sentence, now)


def proved_later(reading: Reading, since: int) -> Iterator[Hit]:
    """The days after the offset *since* on which a practice is told to have caught or changed something."""
    for sentence in reading.of(*_LATE):
        found = _PROVED.search(sentence.lower) if sentence.end > since else None
        if found is not None and sentence.start + found.start() >= since:
            yield _span("later_evidence", sentence, found)


def _span(name: str, sentence: Sentence, found: re.Match[str]) -> Hit:
    return Hit(name, sentence.start + found.start(), sentence.start + found.end())
