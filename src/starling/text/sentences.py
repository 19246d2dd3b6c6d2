"""The sentences of a paragraph: split at once where no full stop is in doubt, by syntok where one is."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

_SHORT = frozenset(
    "etc vs inc approx dept fig figs eg ie est no nos avg max min prof sec hrs mr mrs ms dr st ltd co corp "
    "sr jr al ca cf incl excl resp esp misc govt mgmt pct vol aka viz".split()
)
_TIMES = frozenset(("ms", "sec", "min", "hrs"))
_END = re.compile(
    r"[.!?](?:(?<=[a-z][a-z\d%)][.!?])|(?<=\d[\d%)][.!?])|(?<=[A-Z][A-HJ-UWYZ][.!?])|(?<=[a-z\d%]\)[.!?])"
    r"|(?<=\d [%€£hsB][.!?])|(?<=[kMGT]B[.!?]))"  # 19 %, 3 h, 200 kB
    r"[\"”’')]*(?=\s+[\"“‘'(]?[A-Z]|\s*$)"
    r"|\.(?:(?<=[a-z][a-z\d%)]\.)|(?<=\d[\d%)]\.))(?=\s+[a-z])"  # who types without capitals
)
_INSIDE = re.compile(r"(?<=\w)\.(?=[\da-z,])|(?<=\w)(?<![a-z]{2})\.(?=\s[a-z])|(?<=\w);(?=\s[a-z])")
_EMPTY_LINE = re.compile(r"\n\s*\n")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """The half-open spans of the sentences of one paragraph, in order.

    Both ways give the same spans (tests/text/test_sentences.py holds them to it),
    but for a full stop before a small letter or after "40 min", where syntok ends none.
    Syntok sees only the stretches between two sure ends in which some mark is in
    doubt: about one sentence in thirty, at a tenth of the cost of all
    (docs/performance.md).
    """
    ends = [match.end() for match in _END.finditer(text) if not _is_short(text, match)]
    all_sure = _are_all(len(ends), text)
    spans: list[Span] = []
    start = 0
    for end, sure in (*((end, 1) for end in ends), (len(text.rstrip()), 0)):
        stretch = text[start:end].lstrip()
        if stretch:
            begin = end - len(stretch)
            whole = all_sure or _are_all(sure, stretch)
            inside = ((0, len(stretch)),) if whole else _careful(stretch)
            spans += [(begin + first, begin + last) for first, last in inside]
        start = max(start, end)
    return tuple(spans)


def _are_all(sure: int, text: str) -> bool:
    """Whether so many *sure* ends are all that can end a sentence in *text*."""
    marks = text.count(".") + text.count("!") + text.count("?") + text.count(";") - sure
    if marks != (len(_INSIDE.findall(text)) if marks else 0) or "…" in text:
        return False
    return "\n" not in text or _EMPTY_LINE.search(text) is None


def _is_short(text: str, match: re.Match[str]) -> bool:
    """Whether the mark may belong to a shortened word, such as "etc."."""
    start = match.start()
    before = text[max(0, start - 8) : start]
    head, _, word = before.rpartition(" ")
    unit = word in _TIMES and head[-1:].isdigit()  # as in "It takes 90 ms. Then it stops."
    return word.lower() in _SHORT and not unit


def _careful(text: str) -> tuple[Span, ...]:
    from syntok import segmenter  # noqa: PLC0415 - 30 ms that a short text need not pay

    return tuple(
        (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
        for paragraph in segmenter.analyze(text)
        for sentence in paragraph
    )
