"""Whether what changed is tied to what was done (rubric, D7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.parts import told_in
from starling.review.reading.vocabulary import about, stem, subjects, vocabulary
from starling.review.signals import signal
from starling.review.signals.causes import causes
from starling.review.signals.outcomes import Outcome, outcomes
from starling.review.signals.steps import concrete
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_FEW = 8
"""Words of subject matter below which two parts may well speak of the same thing in other words."""
_MORE_THAN_A_NAME = 2
_DETERMINERS = frozenset(("the", "a", "an", "our", "my", "we", "i", "it", "they", "this", "these"))
"""Words at which the name after "thanks to" has ended, where no comma ends it."""
_WORKS = (
    "caught",
    "stopped",
    "prevented",
    "cut ",
    "removed",
    "eliminated",
    "saved",
    "kept",
    "allowed",
    "enabled",
)
_SUBJECT = 4
"""Words before a verb among which its subject stands: "the new alert for the pump caught"."""
_TOLD_IN = (PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """The ties between action and result, and the effects that have none.

    ``tests``: a comparison that shows the cause. ``links``: words that tie an
    effect to a cause. ``made``: what was made is told to have done it.
    ``causes``: what was found to lie behind the trouble before it was mended.
    ``related``: some outcome is about what the action was about.
    ``unexplained``: effects claimed with neither. ``shared``: other causes or
    other people's share are granted.
    """

    tests: tuple[Hit, ...]
    links: tuple[Hit, ...]
    made: tuple[Hit, ...]
    causes: tuple[Hit, ...]
    related: bool
    unexplained: tuple[Outcome, ...]
    shared: tuple[Hit, ...]


@signal
def mechanism(reading: Reading) -> Mechanism:
    """How a telling ties its result to its action."""
    told = outcomes(reading)
    return Mechanism(
        tests=tuple(
            hit for hit in told_hits(reading, "test_markers", *_told_in(reading)) if _is_run(reading, hit)
        ),
        links=_links(reading),
        made=tuple(_by_what_was_made(reading)),
        causes=causes(reading),
        related=_are_related(reading, told),
        unexplained=tuple(outcome for outcome in told if _is_unexplained(reading, outcome)),
        shared=tuple(
            hit
            for name in ("shared_credit", "limits_admitted")
            for hit in told_hits(reading, name, PartKind.RESULT, PartKind.REFLECTION)
        ),
    )


def _told_in(reading: Reading) -> tuple[PartKind, ...]:
    """The parts in which a test may be told: all of them, where the parts are a guess."""
    return _TOLD_IN if reading.story.confidence is None else ()


def _is_run(reading: Reading, hit: Hit) -> bool:
    """Whether a test was run: not in "I could have argued for a pilot", nor in "it can be reproduced"."""
    sentence = reading.sentence_at(hit.start)
    if sentence is None or reading.lower.startswith("reproduc", hit.start):
        return reading.kind_at(hit.start) is PartKind.ACTION
    return "could have" not in reading.lower[sentence.start : hit.start]


def _subjects_of(reading: Reading, *kinds: PartKind) -> frozenset[str]:
    """What the parts of these kinds are about."""
    return about(reading, *(sentence for kind in kinds for sentence in told_in(reading, kind)))


def _are_related(reading: Reading, told: tuple[Outcome, ...]) -> bool:
    """Whether some outcome speaks of what came before, or of a thing that is made.

    Too few words leave the doubt to the speaker.
    """
    made = vocabulary("made_things")
    if any(word.lower in made for outcome in told for word in outcome.sentence.words):
        return True
    before = _subjects_of(reading, PartKind.SITUATION, PartKind.TASK, PartKind.ACTION)
    changed = about(reading, *(outcome.sentence for outcome in told))
    return min(len(changed), len(before)) < _FEW or bool(changed & before)


def _links(reading: Reading) -> tuple[Hit, ...]:
    late = told_hits(reading, "mechanism_markers", PartKind.RESULT)
    found = [*(hit for hit in late if _says_how(reading, hit)), *_by_doing(reading)]
    early = told_hits(reading, "mechanism_markers", PartKind.ACTION, PartKind.REFLECTION)
    return tuple(found) + tuple(hit for hit in early if _names_an_effect(reading, hit))


def _says_how(reading: Reading, hit: Hit) -> bool:
    """Whether more than a name follows: "thanks to the dashboard" gives credit and tells no mechanism."""
    naming = {each.start for each in reading.hits("naming_connectives")}
    sentence = reading.sentence_at(hit.start)
    if hit.start not in naming or sentence is None:
        return True
    following = [word for word in sentence.words if word.start >= hit.end]
    determined = (at for at, word in enumerate(following[1:], 1) if word.lower in _DETERMINERS)
    named = following[: next(determined, len(following))]
    comma = reading.text.find(",", hit.end, sentence.end)
    return len(subjects(w for w in named if comma < 0 or w.start < comma)) >= _MORE_THAN_A_NAME


def _by_doing(reading: Reading) -> Iterator[Hit]:
    """A means told with an effect: "by assigning", "by moving"."""
    for sentence in told_in(reading, PartKind.RESULT):
        for by, doing in pairwise(sentence.words) if "by" in sentence.lower else ():
            if by.lower == "by" and doing.lower.endswith("ing"):
                yield Hit("mechanism_markers", by.start, doing.end)


def _by_what_was_made(reading: Reading) -> Iterator[Hit]:
    """What was made in the action, told as what brings the effect about: "the gate stopped two of them"."""
    working = [hit for hit in reading.hits("outcome_verbs", PartKind.RESULT) if _works(reading, hit)]
    if not working:
        return
    made = frozenset[str]().union(*(step.objects for step in concrete(reading))) - _generic()
    for hit in working:
        sentence = reading.sentence_at(hit.start)
        before = (
            [w for w in sentence.words if w.start < hit.start][-_SUBJECT:] if sentence is not None else []
        )
        if not made.isdisjoint(subjects(before)):
            yield Hit("mechanism_markers", before[0].start, hit.end)


def _works(reading: Reading, hit: Hit) -> bool:
    return reading.lower.startswith(_WORKS, hit.start)


def _names_an_effect(reading: Reading, hit: Hit) -> bool:
    """Whether a link in the action or the reflection is about something that the result says changed."""
    sentence = reading.sentence_at(hit.start)
    if sentence is None:
        return False
    named = subjects(word for word in sentence.words if word.start >= hit.end) - _generic()
    return not named.isdisjoint(_subjects_of(reading, PartKind.RESULT))


def _is_unexplained(reading: Reading, outcome: Outcome) -> bool:
    """Whether a large effect is claimed by a verb of attribution, about nothing that was done."""
    sentence = outcome.sentence
    claims = reading.hits_in("attribution_verbs", sentence)
    if not claims or not (outcome.figures or reading.hits_in("company_effects", sentence)):
        return False
    if any(_says_how(reading, hit) for hit in reading.hits_in("mechanism_markers", sentence)):
        return False
    effect = subjects(word for word in sentence.words if word.start >= claims[0].end)
    return (effect - _generic()).isdisjoint(_subjects_of(reading, PartKind.ACTION))


@cache
def _generic() -> frozenset[str]:
    return frozenset(stem(word) for word in vocabulary("generic_subjects"))
