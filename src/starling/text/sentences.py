"""The sentences of a paragraph: split at once where no full stop is in doubt, by syntok where one is."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

_SHORT = frozenset(
    "etc vs inc approx dept fig eg ie est no nos avg max min prof sec hrs mr mrs ms dr st ltd co corp sr jr al "
    "ca cf".split()
)
_END = re.compile(
    r"[.!?](?:(?<=[a-z][a-z\d%)][.!?])|(?<=\d[\d%)][.!?])|(?<=[A-Z][A-HJ-UWYZ][.!?])|(?<=[a-z\d%]\)[.!?]))"
    r"[\"”’')]*(?=\s+[\"“‘'(]?[A-Z]|\s*$)"
)
_MARK = re.compile(r"[.!?]")
_INSIDE = re.compile(r"(?<=\w)\.(?=[\da-z])")
_DOUBT = re.compile(r"[;…]|\.\s*\.|\n\s*\n")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """The half-open spans of the sentences of one paragraph, in order.

    Both ways give the same spans (tests/text/test_sentences.py holds them to it on
    what the quick one takes); the quick one takes three paragraphs of four and
    costs a tenth (docs/performance.md).
    """
    return _quick(text) or _careful(text)


def _quick(text: str) -> tuple[Span, ...] | None:
    """The sentences where every mark clearly ends one or clearly does not; otherwise None."""
    if _DOUBT.search(text) is not None:
        return None
    ends = [match.end() for match in _END.finditer(text) if not _is_short(text, match)]
    if len(ends) + len(_INSIDE.findall(text)) != len(_MARK.findall(text)):
        return None
    spans: list[Span] = []
    start = 0
    for end in (*ends, len(text.rstrip())):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            spans.append((start, end))
        start = max(start, end)
    return tuple(spans)


def _is_short(text: str, match: re.Match[str]) -> bool:
    """Whether the mark may belong to a shortened word, such as "etc."."""
    start = match.start()
    before = text[max(0, start - 8) : start]
    return before.rpartition(" ")[2].lower() in _SHORT


def _careful(text: str) -> tuple[Span, ...]:
    from syntok import segmenter  # noqa: PLC0415 - 30 ms that a short text need not pay

    return tuple(
        (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
        for paragraph in segmenter.analyze(text)
        for sentence in paragraph
    )
