"""Short forms in capitals that a listener outside the team cannot know (rubric, D12)."""

from __future__ import annotations

import re
from functools import cache

from starling.model.story import SPOKEN
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals import signal

_SHORT_FORM = re.compile(r"[A-Z](?=[A-Z&])(?<![\w/.#$@-].)(?:[A-Z]|&(?=[A-Z])){2,4}(?=s?(?![\w/&-]))")
_SHOUTING = re.compile(r"[A-Z]{3,}[^\w\n]{1,3}\Z|\A[^\w\n]{1,3}[A-Z]{3,}")
_EMPLOYER = re.compile(r"\b(?:[Aa]t|[Jj]oined|[Ll]eft|work(?:ed|ing)? (?:for|with)) \Z")
_NAME = re.compile(r"(?:['’]s)? [A-Z][a-z]")
_EXPANDED = re.compile(r"\A\s?\([a-z]", re.IGNORECASE)


@cache
def _common() -> frozenset[str]:
    return vocabulary("known_acronyms") | vocabulary("shouted_words")


@signal
def unexplained(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The first use of each short form that is neither common nor explained, as spans in order."""
    first: dict[str, tuple[int, int]] = {}
    for match in _SHORT_FORM.finditer(reading.text):
        if match.group().lower() not in _common():
            first.setdefault(match.group(), match.span())
    initials = "".join(word.lower[0] for word in reading.words) if first else ""
    return tuple(
        span
        for short, span in first.items()
        if not _stands_for_itself(reading.text, span) and not _is_explained(reading, short, span, initials)
    )


def _stands_for_itself(text: str, span: tuple[int, int]) -> bool:
    """Whether it is an employer, the first word of a longer name, or one of several words in capitals."""
    start, end = span
    if _EMPLOYER.search(text, max(0, start - 14), start) or _NAME.match(text, end):
        return True
    around = text[max(0, start - 12) : start], text[end : end + 12]
    return any(_SHOUTING.search(piece) for piece in around)


def _is_explained(reading: Reading, short: str, span: tuple[int, int], initials: str) -> bool:
    """Whether brackets around or after it, or the words whose initials it holds, say what it is."""
    start, end = span
    if reading.kind_at(start) not in SPOKEN or reading.text[max(0, start - 2) : start].endswith("("):
        return True
    return (
        _EXPANDED.match(reading.text[end : end + 4]) is not None or short.lower().replace("&", "") in initials
    )
