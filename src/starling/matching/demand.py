"""What a question or a principle asks for: themes, words and slots, before any story is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from starling.content import bank as tree
from starling.matching.asked_before import Bank, Near
from starling.matching.by_words import backed, guessed, place_votes
from starling.matching.lexicon import between, lexicon, longest, stop_words
from starling.matching.stems import stemmed
from starling.matching.themes import joined, made_of, strongest, together
from starling.matching.understood import body, cosine, scaled, understood, wordings
from starling.matching.voted import Vote, like, voted
from starling.model.principle import Principle
from starling.model.question import BankQuestion
from starling.model.report import QuestionType
from starling.text.asking import names_event, names_task

LONGEST = 600
"""Characters of a question that are looked at; the longest of 558 real questions has 330."""

_FROM_BANK = 0.5
"""What the nearest questions of the bank add to the words of the question itself."""

_NEAR_WORD = 0.3
"""What a word that stands near a word of the question counts in a story."""

_OTHER_WORDS = 0.6
"""What the words of the nearest questions of the bank, and of the other wordings of a question, count."""

_GIST, _PROBING = 0.5, 0.5
"""What the gist of a principle, and the questions that probe it, add to its name."""

_WORDS_ALONE = 0.4
"""What is left of the likeness of two questions that share words and no theme."""

_OTHERWISE = 0.6
"""What is left of the likeness of two questions that share themes and hardly a word."""

_LEAST, _MOST = 0.25, 6
"""The likeness from which a question is near, and how many are asked for help."""

_GUESSED = 0.5
"""What the themes guessed by single words count, beside those named, where a question is held to others."""


@dataclass(frozen=True, kw_only=True)
class Demand:
    """What is asked for.

    ``themes`` are places in the lexicon and ``stems`` words to look for, with
    their weights; ``shows`` are slugs of slots, the most needed first.
    ``names`` are the other ways in which an author may state it. Where ``event``
    is false it asks for nothing that happened: for who somebody is and what they
    want, for what they know, or for a practical matter.
    """

    slug: str
    text: str
    kind: Literal["question", "principle"]
    themes: tuple[tuple[int, float], ...]
    stems: tuple[tuple[str, float], ...]
    shows: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    competency: str = ""
    type: QuestionType | None = None
    names: tuple[str, ...] = ()
    event: bool = True
    near: tuple[Near, ...] = field(default=(), compare=False)


def of_question(question: BankQuestion, bank: Bank) -> Demand:
    """What a question of the bank asks for."""
    themes = joined((understood(question.text), 1.0), (wordings(question), _FROM_BANK))
    return Demand(
        slug=question.slug,
        text=question.text,
        kind="question",
        themes=strongest(themes),
        stems=_with(_words(question.text, bank), _asked_by(question, 1.0, bank)),
        shows=question.shows,
        probes=question.probes,
        competency=question.competency,
        type=question.type,
        names=question.also,
        event=not is_of_yourself(question.competency, question.type),
    )


def of_principle(principle: Principle, questions: Sequence[BankQuestion], bank: Bank) -> Demand:
    """What a principle asks for: by its name, its gist, and the *questions* that probe it."""
    asked = together([each for each in questions if principle.ref in each.probes])
    said = f"{principle.gist} {principle.good}"
    themes = joined((understood(principle.name), 1.0), (understood(said), _GIST), (asked, _PROBING))
    stems = dict(_words(principle.gist, bank, 1 / 2)) | dict(_words(principle.name, bank))
    return Demand(
        slug=principle.ref,
        text=principle.name,
        kind="principle",
        themes=strongest(themes),
        stems=tuple(sorted(stems.items())),
        shows=made_of(themes),
        probes=(principle.ref,),
        names=(principle.slug, f"{principle.company} {principle.name}", *principle.also),
    )


def of_text(text: str, bank: Bank, kind: Literal["question", "principle"] = "question") -> Demand:
    """What any wording asks for; the nearest questions of the bank help to understand it."""
    said = text[:LONGEST]
    own, guesses = understood(said), guessed(said)
    alike = _alike(said, joined((own, 1.0), (guesses, _GUESSED * own.total())), bank)
    near = _nearest(alike)
    asked, others = _from_near(near, bank)
    unlike = 1 - max((each.likeness for each in near), default=0.0)
    themes = backed(joined((own, 1.0), (asked, _FROM_BANK)), guesses, unlike)
    closest = near[0].question if near and near[0].is_same else None
    task = kind == "question" and closest is None and names_task(said)
    if closest is not None:
        vote = Vote(closest.competency, closest.type)
    else:
        vote = Vote() if task else voted(alike, own, place_votes(bank).shares(said))
    return Demand(
        slug="",
        text=text,
        kind=kind,
        themes=strongest(themes),
        stems=_with(_words(said, bank), others),
        shows=_agreed(near) or made_of(themes),
        probes=closest.probes if closest else (),
        competency=vote.competency,
        type=vote.type,
        event=not task and (names_event(said) or not is_of_yourself(vote.competency, vote.type)),
        near=near,
    )


def _alike(said: str, themes: Mapping[int, float], bank: Bank) -> list[tuple[Near, float]]:
    """Every question of the bank, by how like its words are and by how like its themes."""
    return [(each, cosine(themes, wordings(each.question))) for each in bank.alike(content(said))]


def is_of_yourself(competency: str, kind: QuestionType | None) -> bool:
    """Whether a question asks who you are or what you want, and for no event: "Why us?"."""
    return kind is QuestionType.MOTIVATION and competency in _of_yourself()


@cache
def _of_yourself() -> frozenset[str]:
    return frozenset(each.slug for each in tree.competencies() if each.parent == "yourself")


def _from_near(near: Sequence[Near], bank: Bank) -> tuple[Counter[int], Counter[str]]:
    """The themes and the stems that the nearest questions add, by the squares of their likeness."""
    total = sum(each.likeness**2 for each in near)
    surest = max((each.likeness for each in near), default=0.0)
    asked: Counter[int] = Counter()
    others: Counter[str] = Counter()
    for each in near:
        weight = surest * each.likeness**2 / total
        asked.update(scaled(wordings(each.question), weight))
        others.update(_asked_by(each.question, weight, bank))
    return asked, others


def content(text: str) -> list[str]:
    """The stems of a question that it is about: none of common words, and none of neutral turns of phrase."""
    stop = stop_words()
    stems = [word.lower for word in stemmed(body(text))]
    neutral = {
        place
        for first, last, named in longest(lexicon().asked, stems, between())
        if not named
        for place in range(first, last + 1)
    }
    return [word for place, word in enumerate(stems) if word not in stop and place not in neutral]


def _words(text: str, bank: Bank, weight: float = 1.0) -> tuple[tuple[str, float], ...]:
    stems: dict[str, float] = {}
    for word in content(text[:LONGEST]):
        one = weight * bank.rarity(word)
        stems[word] = max(stems.get(word, 0.0), one)
        for other in lexicon().near.get(word, ()):
            stems[other] = max(stems.get(other, 0.0), _NEAR_WORD * one)
    return tuple(sorted(stems.items()))


def _asked_by(question: BankQuestion, weight: float, bank: Bank) -> dict[str, float]:
    """The words of all wordings of a question of the bank."""
    return {word: weight * bank.rarity(word) for word in _content_of((question.text, *question.also))}


@cache
def _content_of(wordings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for wording in wordings for word in content(wording))


def _with(words: Sequence[tuple[str, float]], others: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The words to look for, and those of other wordings at what they count."""
    stems = dict(words)
    for word, weight in others.items():
        stems[word] = max(stems.get(word, 0.0), _OTHER_WORDS * weight)
    return tuple((word, round(weight, 4)) for word, weight in sorted(stems.items()))


def _nearest(alike: Iterable[tuple[Near, float]]) -> tuple[Near, ...]:
    """The questions that help to understand a wording, the likest first.

    A question of the same words is less alike where it asks for other themes: a shared word may mean two
    things. One of other words is like it by its themes.
    """
    near = (Near(each.question, _likeness(each.likeness, by_themes)) for each, by_themes in alike)
    return tuple(
        sorted(
            (each for each in near if each.likeness >= _LEAST),
            key=lambda each: (-each.likeness, each.question.slug),
        )[:_MOST]
    )


def _likeness(by_words: float, by_themes: float) -> float:
    agreeing = by_words * (_WORDS_ALONE + (1 - _WORDS_ALONE) * by_themes)
    return max(agreeing, _OTHERWISE * like(by_words, by_themes))


def _agreed(near: Sequence[Near]) -> tuple[str, ...]:
    """The slots that most of the close questions want to hear, by their likeness, the most wanted first.

    Where several are close, one of them alone does not decide.
    """
    wanted: Counter[str] = Counter()
    by: Counter[str] = Counter()
    close = [each for each in near if each.is_close]
    for each in close:
        wanted.update(dict.fromkeys(each.question.shows, each.likeness**2))
        by.update(each.question.shows)
    half, least = sum(each.likeness**2 for each in close) / 2, min(2, len(close))
    return tuple(slot for slot, weight in wanted.most_common() if weight >= half and by[slot] >= least)


def of_all(
    questions: Sequence[BankQuestion], principles: Iterable[Principle], bank: Bank
) -> tuple[Demand, ...]:
    """What all questions and principles ask for, in their order."""
    asked = [of_question(each, bank) for each in questions]
    return (*asked, *(of_principle(each, questions, bank) for each in principles))
