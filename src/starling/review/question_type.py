"""What kind of event a question asks for, by the words it uses."""

from __future__ import annotations

import re
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


_TRAIT = re.compile(
    r"\b(?:weakness(?:es)?|strengths?|areas? (?:of|for) (?:improvement|growth|development))\b"
)
_ONE_TIME = re.compile(r"\b(?:time|example|situation|when|project|team|model|data)\b")


def is_of_traits(question: str | None) -> bool:
    """Whether a question asks for a weakness or a strength, which may be told without one event."""
    asked = (question or "").lower()
    return _TRAIT.search(asked) is not None and _ONE_TIME.search(asked) is None


_EVENT = re.compile(
    r"\b(?:tell (?:me|us) (?:about|of)|describe (?:a|the) time|have you ever|(?:how|what) (?:have|did) you"
    r"|(?:a|any|one) (?:time|situation|moment|case|project|problem) (?:when|where|in which|that|you|your)\b"
    r"|(?:describe|share|give|walk (?:me|us) through|talk about)\b.*\byou(?:r|rs)?\b"
    r"|(?:when|where|who|whom|what|how|whose) ?(?:'d|’d|did|have|has|were|was|had)(?:n['’]t)? you(?:r|rs)?\b"
    r"|(?:was|were|has|have) there (?:ever|been)\b|(?:did|have|had|were) you ever\b|^(?:so,? )?ever \w+"
    r"|would (?:your|a) \w+ (?:say|tell|call)\b)",
    re.IGNORECASE,
)
"""How questions about events begin."""
_TASK = re.compile(
    r"\W*(?:explain|define|derive|design|implement|write|compare|discuss|when (?:to|would)|how (?:would|to)"
    r"|what(?:['’]s| is| are)(?!.*\byou))\b",
    re.IGNORECASE,
)
"""How tasks begin; words such as "in production" and "prevent" then name no event: "Explain drift"."""


def names_event(question: str) -> bool:
    """Whether a question asks by its words for something that happened: "Tell me about a time"."""
    return _EVENT.search(question) is not None


def names_task(question: str) -> bool:
    """Whether a question begins as a task, which asks for no event: "Explain drift"."""
    return _TASK.match(question) is not None


def type_of(story: Story) -> QuestionType | None:
    """What a story is asked for: its question's type, or without one, the type that its tags agree on."""
    if story.question is not None:
        return QuestionType.MOTIVATION if is_of_traits(story.question) else question_type(story.question)
    filed = {kind for tag in story.tags if (kind := question_type(tag)) is not None}
    return filed.pop() if len(filed) == 1 else None


@cache
def _cues() -> Phrases:
    return Phrases({entry["name"]: entry["cues"] for entry in load.table("question_types.toml")["type"]})


@cache
def _in_order() -> tuple[QuestionType, ...]:
    return tuple(QuestionType(entry["name"]) for entry in load.table("question_types.toml")["type"])
