"""What matching is measured against: BM25, and plain keyword overlap as a peer does it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

Scorer = Callable[[str], list[float]]
"""A question -> a score for each text of the bank."""

K1, B = 1.2, 0.75

_STOP = frozenset(
    "a about above after again all also am an and any are as at be because been before being but by can "
    "could did do does doing down during each few for from further had has have having he her here hers "
    "him his how i if in into is it its just me more most my no nor not of off on once only or other "
    "our out over own same she should so some such than that the their them then there these they this "
    "those through to too under until up us very was we were what when where which while who whom why "
    "will with would you your tell describe give time example situation".split()
)


def tokens(text: str) -> list[str]:
    """Lower-case words without common ones; as written, without stems."""
    return [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _STOP]


def bm25(texts: Sequence[str]) -> Scorer:
    """Okapi BM25 (Robertson and others, 1994) with the usual k1 1.2 and b .75."""
    bags = [Counter(tokens(text)) for text in texts]
    lengths = [sum(bag.values()) for bag in bags]
    mean = sum(lengths) / max(1, len(lengths)) or 1.0
    holders = Counter(word for bag in bags for word in bag)
    count = len(bags)

    def score(question: str) -> list[float]:
        words = set(tokens(question))
        rare = {word: math.log(1 + (count - holders[word] + 0.5) / (holders[word] + 0.5)) for word in words}
        return [
            sum(
                rare[word] * bag[word] * (K1 + 1) / (bag[word] + K1 * (1 - B + B * length / mean))
                for word in words
                if word in bag
            )
            for bag, length in zip(bags, lengths, strict=True)
        ]

    return score


def overlap(texts: Sequence[str]) -> Scorer:
    """Plain keyword overlap: how many words of the question a text holds, as written."""
    sets = [set(tokens(text)) for text in texts]

    def score(question: str) -> list[float]:
        words = set(tokens(question))
        return [float(len(words & each)) for each in sets]

    return score
