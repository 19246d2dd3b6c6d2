"""Whose words, wants and errors a telling gives: the speaker's, or somebody else's."""

from __future__ import annotations

from starling.model.story import PartKind
from starling.review.reading import Reading
from starling.review.reading.vocabulary import vocabulary
from starling.review.signals import signal
from starling.review.signals.deeds import Agent, deeds
from starling.text.phrases import Hit
from starling.text.words import Word

_SPEAKERS = frozenset("i we i'd i've i'm we'd we've we're".split())
_DETERMINERS = frozenset("a an the my our another one two some most several both".split())
_OTHERS = frozenset("he she they he'd she'd they'd who others everyone somebody someone juniors".split())
_THEIRS = frozenset(("their", "his", "her"))
_PERSONS = frozenset(
    "idiot idiots moron morons imbecile jerk incompetent incompetence clueless deadweight".split()
)
_OMISSIONS = frozenset(("without", "w/o", "rather", "instead"))
_DENIALS = frozenset(("never", "not", "nobody", "no"))
_DONE_TO_ME = (" me", " us")
_DECIDED = ("decide", "chose", "opted", "insist")
_AT_THE_START = (PartKind.SITUATION, PartKind.OBSTACLE)
"""Where a decision of others is what the disagreement is about, and not how it was settled."""
_JOINERS = frozenset(("and", "but", "or"))
_MINE = frozenset("i my me myself i'd i've i'm we our".split())
_NEXT = 2
"""How many characters after a word the next one begins."""
_FARTHEST = 80
"""Characters before a verb in which its subject is looked for."""
_REACH = 4
"""How many words may stand between a person and their verb: "the manager of that team wanted"."""


def opens_sentence(reading: Reading, offset: int) -> bool:
    """Whether the word at *offset* is the first of its sentence or list item."""
    sentence = reading.sentence_at(offset)
    return sentence is not None and bool(sentence.words) and sentence.words[0].start == offset


def _before(reading: Reading, offset: int) -> list[Word]:
    """The words near before *offset* in its sentence, the nearest first."""
    sentence = reading.sentence_at(offset)
    if sentence is None:
        return []
    low = max(sentence.start, offset - _FARTHEST)
    return reading.words_in(low, offset)[-_REACH:][::-1]


def held_by_other(reading: Reading, offset: int) -> bool:
    """Whether the nearest subject before the verb at *offset* is a person other than the speaker."""
    before = _before(reading, offset)
    for word in before:
        if word.lower in _SPEAKERS:
            return False
        if word.lower in _OTHERS or word.lower in vocabulary("people"):
            return True
    return bool(before) and reading.text[before[0].start].isupper()


def wanted_by_other(reading: Reading, offset: int) -> bool:
    """The same for a verb that only people are subjects of, so that any noun will do: "a peer wanted"."""
    before = _before(reading, offset)
    if before and before[0].lower == "to":
        return False  # "to want": nobody's yet
    if before and before[0].lower in _JOINERS and (shared := _shared_subject(reading, offset)):
        return shared not in _SPEAKERS
    for word in before:
        if word.lower in _SPEAKERS:
            return False
        if word.lower in _DETERMINERS:
            return True
    return held_by_other(reading, offset)


def _shared_subject(reading: Reading, offset: int) -> str:
    """The nearest pronoun before a verb that shares its subject: "I owned the queue and wanted ..."."""
    sentence = reading.sentence_at(offset)
    said = reading.words_in(sentence.start, offset) if sentence is not None else []
    return next((w.lower for w in reversed(said) if w.lower in _SPEAKERS or w.lower in _OTHERS), "")


@signal
def other_views(reading: Reading) -> tuple[Hit, ...]:
    """Where the telling gives somebody else's view: what they wanted, feared, asked for or had decided."""
    verbs = vocabulary("stance_verbs")
    decided = (
        hit
        for hit in reading.hits("decision_verbs", *_AT_THE_START)
        if reading.lower.startswith(_DECIDED, hit.start)
    )
    stances = (*reading.hits("stance_verbs"), *decided)
    held = [hit for hit in stances if wanted_by_other(reading, hit.start) and not is_denied(reading, hit)]
    said = [
        hit
        for hit in reading.hits("viewpoint_markers")
        if reading.lower[hit.start : hit.end] not in verbs and not is_denied(reading, hit)
    ]
    return tuple(sorted([*held, *said], key=lambda hit: hit.start))


def is_denied(reading: Reading, hit: Hit) -> bool:
    """Whether it is said not to be so: "they never understood why", "nobody wanted it", "not my fault"."""
    before = _before(reading, hit.start)
    return bool(before) and (before[0].lower in _DENIALS or before[0].lower.endswith("n't"))


@signal
def verdicts(reading: Reading) -> tuple[Hit, ...]:
    """Where somebody else is judged: told what they failed to do, and no more."""
    return tuple(
        hit
        for hit in reading.hits("blame_phrases")
        if reading.lower.endswith(_DONE_TO_ME, hit.start, hit.end) or _is_of_others(reading, hit.start)
    )


def _is_of_others(reading: Reading, offset: int) -> bool:
    """Whether what stands at *offset* is said of others or of what is theirs: "their support never …"."""
    before = _before(reading, offset)
    if held_by_other(reading, offset) or (before and any(w.lower in _THEIRS for w in before[:2])):
        return True
    shared = before and before[0].lower in _JOINERS
    return bool(shared) and not _shared_subject(reading, offset) and _opens_with_person(reading, offset)


def _opens_with_person(reading: Reading, offset: int) -> bool:
    """Whether a sentence begins with a person: "a backend engineer was late and never answered"."""
    sentence = reading.sentence_at(offset)
    first = [word.lower for word in sentence.words[:_REACH]] if sentence is not None else []
    return any(word in vocabulary("people") for word in first) and not any(w in _SPEAKERS for w in first)


@signal
def contempt(reading: Reading) -> tuple[Hit, ...]:
    """Where a person is spoken of with contempt; "a stupid mistake" or "I had no clue" is not."""
    return tuple(hit for hit in reading.hits("contempt_words") if _is_of_person(reading, hit))


def _is_of_person(reading: Reading, hit: Hit) -> bool:
    said = reading.words_in(hit.start, hit.end)
    if said[0].lower in _PERSONS or said[0].lower in _DENIALS:
        return True
    if len(said) > 1:
        return not any(word.lower in _SPEAKERS for word in _before(reading, hit.start))
    following = reading.words_in(hit.end, hit.end + _NEXT)
    return held_by_other(reading, hit.start) or bool(following and following[0].lower in vocabulary("people"))


@signal
def may_own_error(reading: Reading) -> bool:
    """Whether anything in the telling can be heard as the speaker's own error or omission."""
    errors = (hit for hit in reading.hits("own_errors") if not omitted_by_other(reading, hit))
    own = (hit for hit in errors if not is_denied(reading, hit))
    if next(own, None) or any(_is_mine(reading, hit) for hit in reading.hits("own_gaps")):
        return True
    return any(opens_sentence(reading, hit.start) for hit in reading.hits("own_errors_dropped"))


def omitted_by_other(reading: Reading, hit: Hit) -> bool:
    """Whether somebody else left it undone: "they changed it without asking", "and did not tell us"."""
    first = reading.lower[hit.start : hit.end].split(None, 1)[0]
    if first in _JOINERS:
        return _shared_subject(reading, hit.start) != "i"
    if first not in _OMISSIONS:
        return False
    sentence = reading.sentence_at(hit.start)
    before = [each for each in deeds(reading) if each.sentence is sentence and each.start < hit.start]
    return bool(before) and before[-1].agent is Agent.OTHER


def _is_mine(reading: Reading, hit: Hit) -> bool:
    """Whether a sentence is the speaker's: it says "I", or drops its subject in a list."""
    sentence = reading.sentence_at(hit.start)
    return sentence is not None and (sentence.bullet or any(word.lower in _MINE for word in sentence.words))
