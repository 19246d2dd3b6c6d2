"""What the speaker learned, and whether they act on it (rubric, D9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.vocabulary import about
from starling.review.signals import signal
from starling.review.signals.people import is_denied, omitted_by_other
from starling.review.signals.practice import kept_since, proved_later
from starling.review.signals.told import told_hits
from starling.text.phrases import Hit

_SPECIFIC = 4
"""How many words of subject matter make a lesson specific."""
_BEFORE = 14
"""Characters before "I failed" in which "time" stands where the question is said again."""
_OF_OLD = ("i always", "we always")
_AND = (" and ", ", ")
_ONLY_LATER = re.compile(r"later|since|following")
_HELD = re.compile(
    r"\b(?:caught|stopp\w+|prevent\w+|block\w+|flag\w+|saved|found|used|uses|held|holds|worked|works|showed|fired"
    r"|refused|again|same|still|no|not|never|nobody|none|without|only|asked|now|ran|runs|went|fewer|less)\b"
)
"""Words of something that held or was caught: without one, "a year later" tells of another matter."""
_LATE = (PartKind.RESULT, PartKind.REFLECTION)
_ENDING = (PartKind.ACTION, *_LATE)


@dataclass(frozen=True, slots=True)
class Learning:
    """Where a lesson, a changed practice, its proof, a slogan and an own error are told.

    ``prevention``: a check or a rule was put in place; ``differently``: what
    the speaker would do another time.
    """

    lessons: tuple[Hit, ...]
    specific: tuple[Hit, ...]
    practice: tuple[Hit, ...]
    prevention: tuple[Hit, ...]
    differently: tuple[Hit, ...]
    evidence: tuple[Hit, ...]
    slogans: tuple[Hit, ...]
    own_errors: tuple[Hit, ...]


@signal
def learning(reading: Reading) -> Learning:
    """The lesson of a story and what became of it."""
    lessons = tuple(h for h in told_hits(reading, "learning_markers", *_ENDING) if _is_lesson(reading, h))
    differently = tuple(told_hits(reading, "hindsight_markers", *_ENDING))
    late = tuple(hit for hit in differently if reading.kind_at(hit.start) is not PartKind.ACTION)
    lessons = lessons or _reflection(reading) or late
    slogans = tuple(told_hits(reading, "slogans", *_ENDING))
    practices = (h for h in told_hits(reading, "later_practice", *_ENDING) if _is_since(reading, h))
    practice = (*practices, *kept_since(reading))
    prevention = tuple(told_hits(reading, "prevention_markers", *_ENDING))
    return Learning(
        lessons=lessons,
        specific=tuple(hit for hit in lessons if _is_specific(reading, hit, slogans)),
        practice=practice,
        prevention=prevention,
        differently=differently,
        evidence=_evidence(reading, practice),
        slogans=slogans,
        own_errors=own_errors(reading),
    )


def _is_since(reading: Reading, hit: Hit) -> bool:
    """Whether it is done since: "I always try to help" is a habit of old, where it stands in the action."""
    habit = reading.lower[hit.start : hit.end] in _OF_OLD
    return not habit or reading.kind_at(hit.start) is not PartKind.ACTION


def _evidence(reading: Reading, practice: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Where it is told that a practice held."""
    told = [hit for hit in told_hits(reading, "later_evidence", *_LATE) if _is_proof(reading, hit)]
    proved = proved_later(reading, min(hit.end for hit in practice)) if practice else ()
    return tuple(sorted((*told, *proved), key=lambda hit: hit.start))


def _is_proof(reading: Reading, hit: Hit) -> bool:
    """Whether more than a later time is told: "two months later that caught a wrong key"."""
    sentence = reading.sentence_at(hit.start)
    is_only_later = _ONLY_LATER.search(reading.lower, hit.start, hit.end) is not None
    return not is_only_later or sentence is None or _HELD.search(sentence.lower) is not None


def _is_lesson(reading: Reading, hit: Hit) -> bool:
    """In the action, "realised" and "I asked them and learned" open a diagnosis, and a lesson may be given.

    What says "I learned", "it taught" or "the lesson" is one there.
    """
    if reading.kind_at(hit.start) is not PartKind.ACTION:
        return True
    if reading.lower.startswith("lesson", hit.start):
        return reading.lower.endswith(("the ", "my "), 0, hit.start)
    told = any(sign in reading.lower[hit.start : hit.end] for sign in ("learn", "taught"))
    return told and not reading.lower.endswith(_AND, 0, hit.start)


def _reflection(reading: Reading) -> tuple[Hit, ...]:
    """A reflection part is a lesson whatever its words."""
    return tuple(Hit("learning_markers", s.start, s.end) for s in reading.of(PartKind.REFLECTION))


def _is_specific(reading: Reading, hit: Hit, slogans: tuple[Hit, ...]) -> bool:
    sentence = reading.sentence_at(hit.start)
    if sentence is None or any(sentence.start <= slogan.start < sentence.end for slogan in slogans):
        return False
    return len(about(reading, sentence)) >= _SPECIFIC


@signal
def own_errors(reading: Reading) -> tuple[Hit, ...]:
    """Where the speaker names what they themselves got wrong."""
    return tuple(hit for hit in told_hits(reading, "own_errors") if _is_mine(reading, hit))


def _repeats_the_question(reading: Reading, hit: Hit) -> bool:
    """Whether the words only name what was asked for: "a time I failed"."""
    before = reading.words_in(max(0, hit.start - _BEFORE), hit.start)[-2:]
    return any(word.lower in ("time", "times", "example") for word in before)


@signal
def mistaken(reading: Reading) -> frozenset[int]:
    """The sentences, by index, in which the speaker tells what they got wrong: no reason there is praised."""
    sentences = (reading.sentence_at(hit.start) for hit in own_errors(reading))
    return frozenset(sentence.index for sentence in sentences if sentence is not None)


def _is_mine(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence is the speaker's: "without checking" is an own error only beside "I"."""
    sentence = reading.sentence_at(hit.start)
    if sentence is None or omitted_by_other(reading, hit) or is_denied(reading, hit):
        return False
    if _repeats_the_question(reading, hit):
        return False
    return sentence.bullet or any(w.lower in ("i", "my", "me") for w in sentence.words)
