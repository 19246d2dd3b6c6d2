"""What kind of event a question asks for, by the words it uses."""

from __future__ import annotations

import re
from functools import cache

from starling.content import load
from starling.model.report import QuestionType
from starling.model.story import Story
from starling.text.phrases import Hit, Phrases
from starling.text.words import words


def question_type(question: str | None) -> QuestionType | None:
    """The type of a question, or None where it names none (rubric, 3.3; cues: question_types.toml)."""
    if question is None:
        return None
    hits = [hit for found in _cues().find(words(question)).values() for hit in found]
    named = {hit.name for hit in hits if not any(_within(hit, other) for other in hits)}
    return next((kind for kind in _in_order() if kind.value in named), None)


def _within(hit: Hit, other: Hit) -> bool:
    """Whether a cue stands in a longer one: who "gave critical feedback" was not given it."""
    return other.start <= hit.start and hit.end <= other.end and hit[1:] != other[1:]


_OF_AN_EVENT = frozenset(("D1", "D3", "D4", "D5", "D6", "D7", "D8"))
"""Dimensions that look at one event: its parts, its action, its result and their reach."""


def is_asked_for(kind: QuestionType | None, dimension: str) -> bool:
    """Whether a question asks for what a dimension looks at ("D5"); "why us" asks for no event."""
    return kind is not QuestionType.MOTIVATION or dimension not in _OF_AN_EVENT


_TRAIT = re.compile(
    r"\b(?:weakness(?:es)?|strengths?|areas? (?:of|for) (?:improvement|growth|development))\b"
)
_ONE_TIME = re.compile(r"\b(?:time|example|situation|when|project|team|model|data)\b")


def is_of_traits(question: str | None) -> bool:
    """Whether a question asks for a weakness or a strength, which may be told without one event."""
    asked = (question or "").lower()
    return _TRAIT.search(asked) is not None and _ONE_TIME.search(asked) is None


_NAMED = re.compile(
    r"\W*(?:(?:my|your|the|a|an|one|two|three|biggest|greatest|main) )*"
    r"(?:weakness(?:es)?|strengths?|areas? (?:of|for) (?:improvement|growth|development)|why us"
    r"|about (?:me|myself))\W*",
    re.IGNORECASE,
)
"""Titles that say all that is asked: "Weakness", "My greatest strength", "Why us"."""


def type_of(story: Story) -> QuestionType | None:
    """What a story is asked for: its question's type, or without one, that of its tags or its title."""
    if story.question is not None:
        return QuestionType.MOTIVATION if is_of_traits(story.question) else question_type(story.question)
    if _NAMED.fullmatch(story.title) is not None:
        return QuestionType.MOTIVATION
    filed = {kind for tag in story.tags if (kind := question_type(tag)) is not None}
    return filed.pop() if len(filed) == 1 else None


@cache
def _cues() -> Phrases:
    return Phrases({entry["name"]: entry["cues"] for entry in load.table("question_types.toml")["type"]})


@cache
def _in_order() -> tuple[QuestionType, ...]:
    return tuple(QuestionType(entry["name"]) for entry in load.table("question_types.toml")["type"])
