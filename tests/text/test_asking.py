"""What the form of a question says, before its words are looked at."""

from __future__ import annotations

import pytest

from starling.content import bank
from starling.text.asking import names_event, names_task


@pytest.mark.parametrize(
    "asked",
    [
        "Explain gradient boosting.",
        "Please sketch the architecture of a search engine.",
        "So, what is the difference between L1 and L2?",
        "Why is dropout used?",
        "How would you design a parking garage?",
        "How many windows are there in Lisbon?",
        "Implement binary search.",
        "What is your notice period?",
        "When can you start?",
        "Are you authorised to work in Norway?",
        "What are your salary expectations?",
    ],
)
def test_a_task_and_a_practical_matter_ask_for_no_story(asked: str) -> None:
    """
    What is to be solved, known or settled in an interview is told from what is to be told.
    """
    assert names_task(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "Explain how you settled it.",
        "Explain a model to somebody who is no engineer.",
        "What is the hardest bug you have met?",
        "How would you handle a colleague who never answers?",
        "Tell me about a time you had to negotiate compensation for a late delivery.",
        "Why this company?",
        "How many people have you led?",
        "Code quality",
        "Design review",
        "How do you build trust?",
        "Half way through, the budget was gone. What then?",
    ],
)
def test_what_asks_for_you_is_no_task(asked: str) -> None:
    """
    A question that speaks to the candidate, or of people, is never taken for a task.
    """
    assert not names_task(asked)


def test_no_question_of_the_bank_is_a_task() -> None:
    """
    In none of its wordings is a shipped question, each of which stories or one's own way answer, a task.
    """
    wordings = [text for each in bank.questions() for text in (each.text, *each.also)]

    assert [] == [text for text in wordings if names_task(text)]


def test_how_a_question_asks_for_an_event() -> None:
    """
    Something that happened is asked for by the form of a question, whatever it is about.
    """
    assert names_event("When did you last move a piano?")
    assert not names_event("Which piano is the heaviest?")
