"""Whether the author says that a story answers something: by its question, by what it serves, or by a tag."""

from __future__ import annotations

from functools import cache

from starling.matching.demand import Demand, content
from starling.matching.features import Features
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


def _is_asked(demand: Demand, question: str) -> bool:
    own = _words(question)
    return any(_alike(own, _words(each)) for each in (demand.text, *demand.names))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _SAME * len(one | other)


@cache
def _names(slug: str, text: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_said(each) for each in (slug, text, *names) if each)


def _said(text: str) -> str:
    return " ".join(words_of(text))


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(content(text))
