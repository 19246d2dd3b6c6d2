"""Whether the author says that a story answers something: by its question, by a tag, or by a fit."""

from __future__ import annotations

import re
from functools import cache

from starling.matching.demand import Demand, content
from starling.matching.features import Features
from starling.matching.fit import BY_AUTHOR, Proof
from starling.model.story import SPOKEN, StatedFit, Story
from starling.text.telling import words_of

_SAME = 0.75
"""The share of content words from which the question on a story's page is the one that is asked."""


def states(demand: Demand, features: Features) -> str:
    """The words by which the author says so, or ""."""
    for said in features.stated:
        if _said(said) in _names(demand.slug, demand.text, demand.names):
            return said
    if demand.kind == "question" and features.question and _is_asked(demand, features.question):
        return features.question
    return ""


def stated_fit(story: Story, demand: Demand) -> StatedFit | None:
    """The fit that the author of a story states for a demand, or None."""
    return next((each for each in story.fits if each.row.casefold() == demand.slug), None)


def own_proof(story: Story, said: StatedFit) -> tuple[Proof, ...]:
    """The sentence that the author gives for a stated fit, if any, with its line in the story."""
    return (Proof(said.because, _line(story, said.because), BY_AUTHOR),) if said.because else ()


def _line(story: Story, sentence: str) -> int:
    """The line of a story on which a sentence begins, whatever its marks; 0 where it is not in the story."""
    said = words_of(sentence)
    if not said:
        return 0
    sought = re.compile(r"\W+".join(map(re.escape, said)), re.IGNORECASE)
    found = ((part, sought.search(part.text)) for part in story.parts if part.kind in SPOKEN)
    return next((part.place(match.start()).line for part, match in found if match is not None), 0)


def _is_asked(demand: Demand, question: str) -> bool:
    """Whether the two share most of their content words; "Why us?" has none, and is the same word by word."""
    own = _words(question)
    if not own:
        return _said(question) in _names(demand.slug, demand.text, demand.names)
    return any(_alike(own, _words(each)) for each in (demand.text, *demand.names))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * len(one | other)


@cache
def _names(slug: str, text: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_said(each) for each in (slug, text, *names) if each)


def _said(text: str) -> str:
    return " ".join(words_of(text))


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(content(text))
