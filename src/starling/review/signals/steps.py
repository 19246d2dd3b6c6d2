"""The distinct steps of the Action (rubric, D4: verb and object, de-duplicated)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from starling.review.reading import Reading
from starling.review.reading.vocabulary import stem, subjects, vocabulary
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, Deed, actions

_WITH_THEM = frozenset(
    "across best business channel company cross data department digital driven ensure foster functional "
    "high key leader level member open organisation organization robust senior stakeholder strong take "
    "team throughout whole".split()
)
"""Words that make an abstract object no more concrete: "best practices throughout the organisation"."""


class Step(NamedTuple):
    """A deed and its objects.

    ``is_label`` where it only names a part in the work: "helped with", "drove synergies".
    """

    deed: Deed
    objects: frozenset[str]
    is_label: bool


@signal
def steps(reading: Reading) -> tuple[Step, ...]:
    """The steps of the Action that are not other people's, each once, in order."""
    labels = {hit.start for hit in reading.hits("label_verbs")}
    found: dict[tuple[str, frozenset[str]], Step] = {}
    for deed in actions(reading):
        objects = subjects(deed.words[1:])
        if deed.agent is not Agent.OTHER and objects:
            key = (stem(deed.verb), objects)
            found.setdefault(key, Step(deed, objects, deed.start in labels or _is_abstract(objects)))
    return tuple(found.values())


def _is_abstract(objects: frozenset[str]) -> bool:
    """Whether nothing is named that one could look at: "drove synergies", "set the direction"."""
    abstract = _abstract()
    return not abstract.isdisjoint(objects) and objects <= abstract | _with_them()


@cache
def _abstract() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("abstract_objects"))


@cache
def _with_them() -> frozenset[str]:
    return frozenset(stem(word) for word in _WITH_THEM)


@signal
def concrete(reading: Reading) -> tuple[Step, ...]:
    """The steps that say what was done, labels apart."""
    return tuple(step for step in steps(reading) if not step.is_label)
