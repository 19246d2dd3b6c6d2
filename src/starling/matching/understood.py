"""Which themes a wording asks for, by the phrases and words of the lexicon."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from starling.matching.lexicon import Cue, between, lexicon, longest, share, stop_words
from starling.matching.stems import stemmed
from starling.model.question import BankQuestion

_OPENING = re.compile(
    r"^\W*(?:(?:can|could|would) you (?:please )?)?(?:please )?(?:tell (?:me|us)(?: about)?|describe"
    r"|give (?:me |us )?(?:an |some )?examples?(?: of)?|share|walk (?:me|us) through|talk about"
    r"|talk (?:me|us) through|discuss|when was the last time|have you ever|what'?s|what is"
    r"|how do you|how would you)?\s*(?:an? |the |any |your )?"
    r"(?:(?:time|times|situation|example|instance|occasion|moment|experience|story)\b)?"
    r"\s*(?:where|when|in which|that|of|with)?\s*(?:you )?",
    re.IGNORECASE,
)
"""How questions begin whatever they are about."""

_ASKED = 1.6
"""What a phrase by which questions ask for a theme says; calibrated on the development corpus."""

_WORD_ASKED = 0.3
"""What is left of it for a single word that most stories use too, such as "build" or "change"."""

_TELLS = 1.0
"""What a word by which stories tell a theme says in a question, against one by which questions ask for it."""

_BY_NEAR = 0.8
"""What a word that no list holds says by the words that stand near it."""

_TOPIC = 0.5
"""What is left of a theme that is a field of work, such as machine learning: it says where an event
happened, and seldom what is asked."""


def body(text: str) -> str:
    """A question without its opening; an opening alone is the question."""
    rest = _OPENING.sub("", text, count=1)
    return rest if len(rest.strip()) > 3 else text  # noqa: PLR2004 - letters of the shortest word


def understood(text: str) -> Counter[int]:
    """The themes that a text asks for; their weights sum up to 1 at most."""
    stems = [word.lower for word in stemmed(body(text))]
    themes: Counter[int] = Counter()
    known: set[int] = set()
    for first, last, named in longest(lexicon().asked, stems, between()):
        known.update(range(first, last + 1))
        said = 1.0 if last > first else _WORD_ASKED + (1 - _WORD_ASKED) * share(stems[first])
        themes.update(_asks(named, said))
    stop = stop_words()
    for first, last, cue in longest(lexicon().told, stems):
        known.update(range(first, last + 1))
        if any(word not in stop for word in stems[first : last + 1]):
            themes.update(_tells(cue))
    for place, word in enumerate(stems):
        if place not in known and word not in stop:
            themes.update(_meant(word))
    return scaled(themes, 1 / max(1.0, themes.total()))


def _asks(named: Sequence[int], said: float) -> dict[int, float]:
    one = _ASKED * said / max(1, len(named)) ** 0.5
    return {at: _counted(at) * one for at in named}


def _tells(cue: Cue) -> dict[int, float]:
    one = _TELLS / max(1, len(cue.themes)) ** 0.5
    return {at: _counted(at) * one * weight for at, weight in cue.themes}


@cache
def _meant(word: str) -> Counter[int]:
    """What a word that is in no list asks for, by the words that stand near it."""
    others = lexicon().near.get(word, ())
    themes: Counter[int] = Counter()
    for other in others:
        said = _WORD_ASKED + (1 - _WORD_ASKED) * share(other)
        themes.update(_asks(lexicon().asked.get(other, {}).get("", ()), said))
        cue = lexicon().told.get(other, {}).get("")
        if cue is not None:
            themes.update(_tells(cue))
    return scaled(themes, _BY_NEAR / max(1, len(others)))


def _counted(at: int) -> float:
    return 1.0 if lexicon().themes[at].slots else _TOPIC


def scaled(themes: Mapping[int, float], weight: float) -> Counter[int]:
    """Themes with each of their weights multiplied."""
    return Counter({at: weight * each for at, each in themes.items()})


def wordings(question: BankQuestion) -> Counter[int]:
    """The themes of all wordings of a question; their weights sum up to 1 at most."""
    return _understood_together((question.text, *question.also))


@cache
def _understood_together(texts: tuple[str, ...]) -> Counter[int]:
    """The themes of some wordings of one question; asked for again by every principle that it probes."""
    themes: Counter[int] = Counter()
    for text in texts:
        themes.update(understood(text))
    return scaled(themes, 1 / max(1.0, themes.total()))


def cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """How like the themes of two wordings are, 0 to 1."""
    shared = sum(weight * other[at] for at, weight in one.items() if at in other)
    lengths = sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values())
    return shared / math.sqrt(lengths) if lengths else 0.0
