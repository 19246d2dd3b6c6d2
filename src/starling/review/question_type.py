"""What kind of event a question asks for, by the words it uses."""

from __future__ import annotations

from functools import cache

from starling.content import load
from starling.model.report import QuestionType
from starling.model.story import Story
from starling.text.phrases import Phrases
from starling.text.words import words


def question_type(question: str | None) -> QuestionType | None:
    """The type of a question, or None where it names none (rubric, 3.3; cues: question_types.toml)."""
    if question is None:
        return None
    named = _cues().find(words(question))
    return next((kind for kind in _in_order() if kind.value in named), None)


_OF_AN_EVENT = frozenset(("D1", "D3", "D4", "D5", "D6", "D7", "D8"))
"""Dimensions that look at one event: its parts, its action, its result and their reach."""


def is_asked_for(kind: QuestionType | None, dimension: str) -> bool:
    """Whether a question asks for what a dimension looks at ("D5"); "why us" asks for no event."""
    return kind is not QuestionType.MOTIVATION or dimension not in _OF_AN_EVENT


def type_of(story: Story) -> QuestionType | None:
    """What a story is asked for: its question's type, or without one, the type that its tags agree on."""
    if story.question is not None:
        return question_type(story.question)
    filed = {kind for tag in story.tags if (kind := question_type(tag)) is not None}
    return filed.pop() if len(filed) == 1 else None


@cache
def _cues() -> Phrases:
    return Phrases({entry["name"]: entry["cues"] for entry in load.table("question_types.toml")["type"]})


@cache
def _in_order() -> tuple[QuestionType, ...]:
    return tuple(QuestionType(entry["name"]) for entry in load.table("question_types.toml")["type"])
