"""Who did what: every verb of doing in a telling, with the agent a listener hears for it.

One walk over the words. A subject waits for its verb; a verb after "and" or a
comma takes the subject before it; a verb at the head of an item or clause of
the Action has a dropped subject, which in a single-speaker answer is the
speaker (rubric, 3.1 and D3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from itertools import chain, count
from typing import NamedTuple

from starling.model.story import PartKind
from starling.review.reading import Reading, Sentence
from starling.review.reading.vocabulary import is_past, vocabulary
from starling.review.signals import signal
from starling.review.signals.deed_words import (
    AUXILIARIES,
    BE,
    JOINERS,
    NOBODYS,
    PREFIXES,
    SPEAKER,
    SUPPOSING,
    THEY,
    THINGS,
    WE,
)
from starling.text.words import Word, lowers


class Agent(StrEnum):
    """Who a listener takes to have done it."""

    SPEAKER = "speaker"
    DROPPED = "dropped subject"
    WE = "we"
    PASSIVE = "passive"
    OTHER = "someone else"


class Deed(NamedTuple):
    """A verb of doing: its agent, its span from the verb to the end of its clause, and the words of that.

    ``real`` is False for what was only meant, asked or imagined ("would add").
    """

    sentence: Sentence
    agent: Agent
    verb: str
    start: int
    end: int
    real: bool
    words: tuple[Word, ...]


@signal
def deeds(reading: Reading) -> tuple[Deed, ...]:
    """Every deed told in any part, in order."""
    return tuple(chain.from_iterable(map(_deeds_of, reading.sentences)))


def _deeds_of(sentence: Sentence) -> Iterable[Deed]:
    """The deeds of a sentence, walked as far as its last verb of doing; behind it no deed can be told."""
    natures = list(map(_nature, lowers(sentence.words)))
    while natures and not natures[-1].doing:
        natures.pop()
    return _Walk(sentence, natures).deeds() if natures else ()


@signal
def actions(reading: Reading) -> tuple[Deed, ...]:
    """What was really done, in the parts that tell the action."""
    kinds = _kinds_of_action(reading)
    return tuple(deed for deed in deeds(reading) if deed.real and deed.sentence.kind in kinds)


def _kinds_of_action(reading: Reading) -> frozenset[PartKind]:
    merged = (part.kind for part in reading.story.parts if PartKind.ACTION in part.also)
    return frozenset((PartKind.ACTION, *merged))


_PRONOUNS = (
    dict.fromkeys(SPEAKER, Agent.SPEAKER) | dict.fromkeys(WE, Agent.WE) | dict.fromkeys(THEY, Agent.OTHER)
)
_HEADLESS_IN = frozenset((PartKind.ACTION, PartKind.RESULT, PartKind.REFLECTION, PartKind.OTHER))
_CLAUSE_BREAKS = frozenset(":;—–→|=\n")
_REACH = 5
"""How many words may stand between a subject and its verb: "I then went back and quickly built"."""
_NOUN_REACH = 2
"""The same for a noun, which may as well be an object: "the platform team fixed"."""


class _Nature(NamedTuple):
    """What a word is, looked up once: what the walk does at it, and what its look-ups say.

    A plain word has no step: it only keeps a subject waiting.
    """

    step: Callable[[_Walk, str, _Nature], Agent | None] | None
    past: bool
    doing: bool
    person: bool
    adverb: bool
    unreal: bool


@cache
def _nature(lower: str) -> _Nature:
    past, known = is_past(lower), lower in vocabulary("action_verbs")
    state, person = lower in vocabulary("state_verbs"), lower in vocabulary("people")
    adverb, unreal = lower.endswith("ly"), lower in vocabulary("unreal_markers")
    other = _Walk.other if person or adverb else None
    step = _Walk.prefix if lower in PREFIXES else _Walk.verb if past or known else other
    return _Nature(
        step=_STEPS.get(lower) or (_Walk.unreal_word if unreal else step),
        past=past,
        doing=not state and (known or (past and lower.endswith("ed"))),
        person=person,
        adverb=adverb,
        unreal=unreal,
    )


class _Walk:
    """One walk over a sentence: the subject that waits, the agent before it, and what may come next."""

    subject: Agent | None = None
    is_noun = False
    age = 0
    unreal = False
    last: Agent | None = None
    head = True
    linked = False
    passive = False
    held = (False, False, False)
    before = ""

    def __init__(self, sentence: Sentence, natures: list[_Nature]) -> None:
        self.sentence = sentence
        self.natures = natures
        self.may_drop = sentence.bullet or sentence.kind in _HEADLESS_IN

    def deeds(self) -> Iterator[Deed]:
        """The deeds of the sentence, each ending where the next begins."""
        said = self.sentence.words
        found = list(self._verbs())
        stops = [*(at for at, _, _ in found[1:]), len(said)]
        for (at, agent, real), stop in zip(found, stops, strict=False):
            end = said[stop].start if stop < len(said) else self.sentence.end
            lower, start, _ = said[at]
            yield Deed(self.sentence, agent, lower, start, end, real, said[at:stop])

    def _is_effect(self, lower: str, end: int) -> bool:
        """Whether a verb tells an effect: "led to a broader review"."""
        return lower == "led" and self.sentence.lower.startswith(" to ", end - self.sentence.start)

    def _verbs(self) -> Iterator[tuple[int, Agent, bool]]:
        """The verbs of doing, by index, with their agents and whether each was really done."""
        text, base, before = self.sentence.text, self.sentence.start, self.sentence.start
        depth = 0
        walked = zip(count(), self.sentence.words, self.natures, strict=False)
        for index, (lower, start, end), nature in walked:
            gap = text[before - base : start - base]
            before = end
            if gap != " ":
                depth = max(0, depth + gap.count("(") - gap.count(")"))
                self._punctuation(gap)
            if depth > 0:
                continue
            if nature.step is None:
                self.head = self.linked = self.passive = False
                self.age += 1
            elif (agent := nature.step(self, lower, nature)) is not None:
                if not self._is_effect(lower, end):
                    yield index, agent, not self.unreal
                self._after_verb(agent)
            self.before = lower

    def _punctuation(self, gap: str) -> None:
        if gap == "-":
            if self.before in PREFIXES:
                self.head, self.linked, self.passive = self.held
            return
        self._forget()
        if not _CLAUSE_BREAKS.isdisjoint(gap):
            self._end_wait()
            self.last, self.head, self.linked, self.passive = None, True, False, False
        elif "," in gap:
            self.linked = True
            self._drop_noun()

    def _end_wait(self) -> None:
        """No subject waits any more."""
        self.subject, self.is_noun = None, False

    def _drop_noun(self) -> None:
        if self.is_noun:
            self._end_wait()

    def _after_verb(self, agent: Agent) -> None:
        self._end_wait()
        self.last = agent
        self.head = self.linked = self.passive = self.unreal = False

    def pronoun(self, lower: str, word: _Nature) -> None:
        """A pronoun is a new subject."""
        self._new_subject(_PRONOUNS[lower], noun=False)
        self.unreal = word.unreal or self.before in SUPPOSING

    def thing(self, lower: str, _: _Nature) -> None:
        """A thing ends the wait of a subject, and where it opens a clause it is the subject itself."""
        self._end_wait()
        if self.linked or self.head or lower == "which":
            self.last = None
        self.head = self.linked = False

    def joiner(self, *_: object) -> None:
        """After "and" the subject before may go on."""
        self._drop_noun()
        self.linked = True

    def be(self, lower: str, _: _Nature) -> None:
        """After "was" something is done to somebody; not after "had been"."""
        self.passive, self.head = not (lower == "been" and self.before == "had"), False
        self.age += 1

    def unreal_word(self, *_: object) -> None:
        """After "would" nothing is done."""
        self.unreal = True

    def verb(self, lower: str, word: _Nature) -> Agent | None:
        """The agent of a verb of doing, or None where nobody can be heard to do it."""
        self._forget()
        if word.doing:
            agent = self._agent_of(lower, past=word.past)
            if agent is not None:
                return agent
        elif word.past and lower not in AUXILIARIES:
            self._end_wait()  # a state: "I felt", "we needed"
        self.other(lower, word)
        return None

    def other(self, _: str, word: _Nature) -> None:
        """A person may be a new subject; an adverb leaves open what comes next."""
        self._forget()
        if word.person and (self.subject is None or self.is_noun):
            self._new_subject(Agent.OTHER, noun=True)
            return
        self.head = self.head and word.adverb
        self.linked = self.linked and word.adverb
        self.passive = self.passive and word.adverb
        self.age += 1

    def prefix(self, lower: str, word: _Nature) -> Agent | None:
        """The first half of a verb, if a hyphen follows; else a word like any other."""
        self.held = self.head, self.linked, self.passive
        return self.verb(lower, word)

    def _new_subject(self, agent: Agent, *, noun: bool) -> None:
        self.subject, self.is_noun, self.age = agent, noun, 0
        self.head = self.linked = self.passive = self.unreal = False

    def _forget(self) -> None:
        """A subject that has waited too long for its verb has none."""
        if self.subject is not None and self.age > (_NOUN_REACH if self.is_noun else _REACH):
            self._end_wait()

    def _agent_of(self, lower: str, *, past: bool) -> Agent | None:
        if self.passive and past:
            return self._agent_of_passive(lower)
        if self.subject is not None and not self.is_noun:
            return self.subject
        if self.is_noun and past:
            return self.subject
        if self.linked and past and self.last is not None:
            return self.last
        if self.head and self.may_drop and (past or self._opens_note(lower)):
            return Agent.DROPPED
        return None

    def _agent_of_passive(self, lower: str) -> Agent | None:
        """Nobody, where a thing was acted on; no deed at all in "I was asked" or "he was burned"."""
        hidden = (self.subject is None or self.is_noun) and lower in vocabulary("action_verbs")
        hidden = hidden and lower not in NOBODYS
        self._end_wait()
        return Agent.PASSIVE if hidden else None

    def _opens_note(self, lower: str) -> bool:
        """Whether a base form opens an item as a verb: "Build a baseline", not "Model quality"."""
        return self.sentence.kind is PartKind.ACTION and lower not in vocabulary("noun_verbs")


_STEPS: dict[str, Callable[[_Walk, str, _Nature], Agent | None]] = (
    dict.fromkeys(BE, _Walk.be)
    | dict.fromkeys(JOINERS, _Walk.joiner)
    | dict.fromkeys(THINGS, _Walk.thing)
    | dict.fromkeys(_PRONOUNS, _Walk.pronoun)
)
"""What the walk does at the words that hold a sentence together."""
