"""The follow-up questions that an interviewer would ask of a telling, the most wanted first."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from starling.model.report import FollowUp, QuestionType
from starling.review import probes as probes_package
from starling.review.probe import Asked, Probe, about
from starling.review.reading import Reading
from starling.review.reading.vocabulary import is_past, subjects
from starling.review.signals.asked import Asked as Kind
from starling.review.signals.asked import asked
from starling.review.signals.deeds import Agent, Deed, actions

_USUAL = (
    "number-check", "your-part", "how-measured", "mechanism", "trade-off", "why", "alternatives",
    "durability", "verification-detail", "scale", "differently", "other-side",
)  # fmt: skip
_FIRST = {
    QuestionType.ACHIEVEMENT: ("number-check", "how-measured", "mechanism", "trade-off", "why", "your-part"),
    QuestionType.FAILURE: ("differently", "durability", "your-part", "verification-detail"),
    QuestionType.CONFLICT: ("other-side", "why", "your-part", "differently"),
    QuestionType.AMBIGUITY: ("why", "alternatives", "verification-detail", "your-part"),
    QuestionType.LEADERSHIP: ("your-part", "scale", "mechanism", "why"),
    QuestionType.MOTIVATION: ("verification-detail", "your-part"),
}
"""The families of the primary dimensions of a question type (rubric, 3.3); the usual order follows."""

_PROPOSED = frozenset(("proposed", "suggested", "recommended"))
_WEIGHED_BY = ("reason_markers", "rejection_markers", "tradeoff_markers")
_CHOOSERS = (Agent.SPEAKER, Agent.DROPPED, Agent.WE)
_SAYS_SOMETHING = 2
"""How many words of subject matter a choice names at least."""
_FILED = {
    Kind.FAILURE: QuestionType.FAILURE,
    Kind.CONFLICT: QuestionType.CONFLICT,
    Kind.LEADERSHIP: QuestionType.LEADERSHIP,
}


@cache
def all_probes() -> tuple[Probe, ...]:
    """Every family of follow-ups there is, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(probes_package.__path__))
    return tuple(_load(name) for name in names)


def _load(module_name: str) -> Probe:
    module = importlib.import_module(f"{probes_package.__name__}.{module_name}")
    probe: Probe = module.PROBE
    return dataclasses.replace(probe, name=module_name.replace("_", "-"))


def family_order(kind: QuestionType | None) -> tuple[str, ...]:
    """The families from the most to the least wanted for a question type."""
    first = _FIRST.get(kind, ()) if kind is not None else ()
    return tuple(dict.fromkeys((*first, *_USUAL)))


def follow_ups(reading: Reading, limit: int = 5) -> tuple[FollowUp, ...]:
    """At most *limit* questions: one a family, and no two about the same words."""
    if not reading.is_english:
        return ()
    kind = reading.question_type or _filed_as(reading)
    found = tuple(islice(_chosen(reading, _in_order(kind)), limit))
    return found or tuple(islice(_at_the_turn(reading), min(limit, 1)))


def _at_the_turn(reading: Reading) -> Iterator[FollowUp]:
    """What is asked of a telling that leaves nothing open: whether a choice could have gone otherwise."""
    if reading.question_type is QuestionType.MOTIVATION:
        return
    chosen = {hit.start for hit in reading.hits("choice_verbs")}
    for deed in actions(reading):
        is_turn = is_past(deed.verb) and (deed.start in chosen or deed.verb in _PROPOSED)
        if is_turn and deed.agent in _CHOOSERS and _is_weighed(reading, deed):
            asked_of = about(reading, deed.start, deed.end, "What would have made you decide otherwise?")
            quote = reading.quote(asked_of.start, asked_of.end)
            yield FollowUp(asked_of.question, "alternatives", quote, reading.where(asked_of.start))


def _is_weighed(reading: Reading, deed: Deed) -> bool:
    """Whether a choice names its thing, and its reason or what it was chosen over."""
    said = any(reading.hits_in(name, deed.sentence) for name in _WEIGHED_BY)
    return said and len(subjects(deed.words[1:])) >= _SAYS_SOMETHING


@cache
def _in_order(kind: QuestionType | None) -> tuple[Probe, ...]:
    order = family_order(kind)
    return tuple(sorted(all_probes(), key=lambda probe: order.index(probe.name)))


def _chosen(reading: Reading, probes: Iterable[Probe]) -> Iterator[FollowUp]:
    """The first question of each family that is about words of its own; a probe asks when its turn comes."""
    taken: list[tuple[int, int]] = []
    for probe in probes:
        question = next((each for each in probe.ask(reading) if not _overlaps(each, taken)), None)
        if question is not None:
            taken.append((question.start, question.end))
            yield _follow_up(reading, probe, question)


def _filed_as(reading: Reading) -> QuestionType | None:
    """The type that the author filed the story under, where no question is stated."""
    return next((kind for by, kind in _FILED.items() if by in asked(reading)), None)


def _overlaps(question: Asked, taken: list[tuple[int, int]]) -> bool:
    return any(question.start < end and start < question.end for start, end in taken)


def _follow_up(reading: Reading, probe: Probe, question: Asked) -> FollowUp:
    quote = reading.quote(question.start, question.end)
    return FollowUp(question.question, probe.name, quote, reading.where(question.start))
