"""The sentences of a paragraph: split at once where no full stop is in doubt, by syntok where one is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

Span = tuple[int, int]

_SHORT = frozenset(
    "etc vs inc approx dept fig eg ie est no nos avg max min prof sec hrs mr mrs ms dr st ltd co corp sr jr "
    "al ca cf".split()
)
_END = re.compile(
    r"[.!?](?:(?<=[a-z][a-z\d%)][.!?])|(?<=\d[\d%)][.!?])|(?<=[A-Z][A-HJ-UWYZ][.!?])|(?<=[a-z\d%]\)[.!?]))"
    r"[\"”’')]*(?=\s+[\"“‘'(]?[A-Z]|\s*$)"
)
_INSIDE = re.compile(r"(?<=\w)\.(?=[\da-z])")
_DOUBT = re.compile(r"[;…]|\.\s*\.|\n\s*\n")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """The half-open spans of the sentences of one paragraph, in order.

    Both ways give the same spans (tests/text/test_sentences.py holds them to it).
    Syntok sees only the stretches between two sure ends in which some mark is in
    doubt: about one sentence in fifteen, at a tenth of the cost of all
    (docs/performance.md).
    """
    ends = [match.end() for match in _END.finditer(text) if not _is_short(text, match)]
    spans: list[Span] = []
    start = 0
    for end, sure in (*((end, True) for end in ends), (len(text.rstrip()), False)):
        stretch = text[start:end].lstrip()
        if stretch:
            spans.extend(_stretch(stretch, end - len(stretch), sure=sure))
        start = max(start, end)
    return tuple(spans)


def _stretch(text: str, start: int, *, sure: bool) -> Iterable[Span]:
    """The sentences from one sure end to the next, or to the end of the paragraph."""
    if _is_one(text, sure=sure):
        return [(start, start + len(text))]
    return [(start + first, start + last) for first, last in _careful(text)]


def _is_one(text: str, *, sure: bool) -> bool:
    """Whether nothing in a stretch can end a sentence, its own end apart if that is *sure*."""
    marks = sum(map(text.count, ".!?")) - sure
    if marks == 0 and not any(map(text.__contains__, ";…\n")):
        return True  # the most frequent case, without a pattern
    return marks == len(_INSIDE.findall(text)) and _DOUBT.search(text) is None


def _is_short(text: str, match: re.Match[str]) -> bool:
    """Whether the mark may belong to a shortened word, such as "etc."."""
    start = match.start()
    before = text[max(0, start - 8) : start]
    head, _, word = before.rpartition(" ")
    unit = word == "ms" and head[-1:].isdigit()  # as in "It takes 90 ms. Then it stops."
    return word.lower() in _SHORT and not unit


def _careful(text: str) -> tuple[Span, ...]:
    from syntok import segmenter  # noqa: PLC0415 - 30 ms that a short text need not pay

    return tuple(
        (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
        for paragraph in segmenter.analyze(text)
        for sentence in paragraph
    )
