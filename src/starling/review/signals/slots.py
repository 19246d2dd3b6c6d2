"""What a type of question must hear: its slots, and where a telling fills them (rubric, D10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starling.model.report import QuestionType
from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.vocabulary import about, subjects
from starling.review.signals.asked import Asked, asked
from starling.review.signals.conduct import conduct
from starling.review.signals.deeds import Agent, actions, deeds
from starling.review.signals.event import referents
from starling.review.signals.learning import own_errors
from starling.review.signals.outcomes import outcomes
from starling.review.signals.positions import disagreement
from starling.review.signals.steps import concrete
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_LEAST_WORK = 2
"""Names, figures or things of the work that make it one; a single name is often the employer's."""
_LEAST_FACT = 5
"""Words of subject matter that make a sentence about them specific."""
_ON_THE_CV = frozenset(("studied", "worked", "graduated", "joined", "attended", "went", "moved"))
"""Verbs of stations in a life: none of them is a piece of work."""
_YOU = frozenset(("you", "your", "you're", "you've"))
_OWN = (Agent.SPEAKER, Agent.DROPPED)
_TO_SOMEBODY = frozenset(
    "asked showed told taught helped invited convinced persuaded mentored coached paired interviewed thanked "
    "encouraged trained".split()
)
"""Verbs whose object is a person, by whatever name."""
_THEM = frozenset(("her", "him", "them"))
Span = tuple[int, int]
Find = Callable[[Reading], Span | None]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing a question wants to hear, how to ask for it, and where a telling says it.

    Without an ``essential`` slot the story is about another topic.
    """

    name: str
    ask: str
    find: Find
    essential: bool = False


def _first(hits: list[Hit] | tuple[Hit, ...]) -> Span | None:
    return (hits[0].start, hits[0].end) if hits else None


def _phrase(name: str, *kinds: PartKind) -> Find:
    return lambda reading: _first(told_hits(reading, name, *kinds))


def _own_error(reading: Reading) -> Span | None:
    return _first(own_errors(reading))


def _disagreement(reading: Reading) -> Span | None:
    """Two positions, or a quarrel that shows in how one side is spoken of."""
    return _first(disagreement(reading) or conduct(reading).blame)


def _other_position(reading: Reading) -> Span | None:
    """Another person's position, against the speaker's or another's."""
    return _first(conduct(reading).other_view)


def _repair(reading: Reading) -> Span | None:
    """Something the speaker did about it."""
    done = {deed.start for deed in deeds(reading) if deed.real and deed.agent is not Agent.OTHER}
    return _first([hit for hit in told_hits(reading, "repair_markers", *_AFTERWARDS) if hit.start in done])


def _own_work(reading: Reading) -> Span | None:
    """Something the speaker did, in whatever part: an answer about motives has no Action."""
    done = (d for d in deeds(reading) if d.real and d.agent is Agent.SPEAKER and d.verb not in _ON_THE_CV)
    told = next((each for each in done if len(subjects(each.words[1:])) >= _LEAST_WORK), None)
    return (told.start, told.end) if told is not None else None


def _step(reading: Reading) -> Span | None:
    done = concrete(reading)
    return (done[0].deed.start, done[0].deed.end) if done else None


def _work(reading: Reading) -> Span | None:
    """What the work was on: things, names or figures that belong to it."""
    found = referents(reading)
    about_work = len(found.artefacts) + len(found.names) + found.figures >= _LEAST_WORK
    return (reading.spoken[0].start, reading.spoken[0].end) if about_work and reading.spoken else None


def _outcome(reading: Reading) -> Span | None:
    told = [outcome for outcome in outcomes(reading) if outcome.concrete]
    return (told[0].sentence.start, told[0].sentence.end) if told else None


def _people_moved(reading: Reading) -> Span | None:
    """A deed of the Action done with or for other people."""
    for deed in actions(reading):
        people = {hit.start for hit in reading.hits_in("people", deed.sentence)}
        near = [w for w in deed.sentence.words if w.start in people or w.lower in _THEM]
        after = [word for word in near if word.start > deed.start]
        if deed.agent is not Agent.OTHER and after:
            return deed.start, after[0].end
        if deed.agent in _OWN and deed.verb in _TO_SOMEBODY and len(deed.words) > 1:
            return deed.start, deed.words[1].end
    moved = told_hits(reading, "influence_verbs", PartKind.ACTION)
    return _first(moved or told_hits(reading, "teaching", PartKind.ACTION))


def _named_fact(reading: Reading) -> Span | None:
    """Something specific: a thing of theirs ("your team does ..."), or names and figures of one's own."""
    for sentence in reading.spoken:
        theirs = any(word.lower in _YOU for word in sentence.words)
        if (
            theirs
            and len(about(reading, sentence)) >= _LEAST_FACT
            and not reading.hits_in("generic_praise", sentence)
        ):
            return sentence.start, sentence.end
    found, question = referents(reading), (reading.story.question or "").lower()
    told = [name for name in found.names if name not in question]
    if reading.spoken and len(told) + found.figures >= _LEAST_WORK:
        first = reading.spoken[0]
        return first.start, first.end
    return None


_AFTERWARDS = (PartKind.TASK, PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)
_ENDING = (PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION)

SLOTS: dict[QuestionType, tuple[Slot, ...]] = {
    QuestionType.ACHIEVEMENT: (
        Slot("what was hard", "what made it hard", _phrase("difficulty_markers")),
        Slot("your steps", "what you did, step by step", _step, essential=True),
        Slot("what you worked on", "which system, data or product it was", _work, essential=True),
        Slot("the outcome", "what changed in the end", _outcome),
    ),
    QuestionType.FAILURE: (
        Slot("your own error", "what you yourself got wrong", _own_error, essential=True),
        Slot("what it cost", "what the error cost, and whom", _phrase("consequence_markers")),
        Slot("how you repaired it", "what you did about it", _repair),
    ),
    QuestionType.CONFLICT: (
        Slot("the disagreement", "what you disagreed about", _disagreement, essential=True),
        Slot("the other side's position", "what the other side wanted, and why", _other_position),
        Slot("how it was settled", "how it was settled", _phrase("resolution_markers", *_ENDING)),
    ),
    QuestionType.AMBIGUITY: (
        Slot(
            "what was not known",
            "what nobody knew at the start",
            _phrase("uncertainty_markers"),
            essential=True,
        ),
        Slot("how you reduced it", "how you found out", _phrase("discovery_markers", PartKind.ACTION)),
        Slot("the outcome", "what changed in the end", _outcome),
    ),
    QuestionType.LEADERSHIP: (
        Slot("whom you moved", "whom you led, taught or persuaded, and how", _people_moved, essential=True),
        Slot("your steps", "what you did, step by step", _step),
        Slot("what changed for them", "what changed for those people", _outcome),
    ),
    QuestionType.MOTIVATION: (
        Slot("a specific fact", "a fact about this company or role", _named_fact, essential=True),
        Slot("your own link to it", "which of your own work leads there", _own_work),
    ),
}
"""The slots of each type of question."""


def filled(reading: Reading, kind: QuestionType) -> tuple[tuple[Slot, Span | None], ...]:
    """Each slot of a type of question with the words that fill it, or None.

    A project that failed need not have failed by an error of the speaker's.
    """
    nobodys = kind is QuestionType.FAILURE and Asked.FAILURE not in asked(reading)
    wanted = (slot for slot in SLOTS[kind] if not (nobodys and slot.essential))
    return tuple((slot, slot.find(reading)) for slot in wanted)
