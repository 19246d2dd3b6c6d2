"""Answers in talk and beside stories: whoever replies, and what stands under the next number."""

from __future__ import annotations

import pytest

from starling.model.notes import Notes
from starling.text.notes import read_notes

TOLD = (
    "Last spring we shipped the wrong timetable, and I had signed it off alone. I rolled it back the same day"
    " and wrote to both harbours. Since then I ask the crew before I sign."
)
PARTS = "Situation: It was late.\nTask: Mend it.\nAction: I wrote a script.\nResult: Nobody complained.\n"


def read(text: str) -> Notes:
    """What a page holds."""
    return read_notes(text, "notes.md")


@pytest.mark.parametrize(
    ("asker", "speaker"),
    [
        ("**Ruth:** ", "**Me:** "),
        ("Interviewer (00:12): ", "Candidate (00:15): "),
        ("[10:02] Ruth: ", "[10:03] Ada: "),
        ("Q1 ", "A1 "),
    ],
)
def test_a_reply_is_the_answer_to_what_was_asked(asker: str, speaker: str) -> None:
    """
    In a transcript the reply is an answer with the question before it, and holds no name or time.
    """
    notes = read(f"{asker}Tell me about a mess.\n\n{speaker}{TOLD}\n\n{asker}Thanks, and how was the crew?\n")
    (answer,) = notes.answers

    assert ("Tell me about a mess.", TOLD) == (answer.question, answer.parts[0].text)
    assert "Tell me about a mess." == notes.questions[0].text


def test_whoever_asks_does_not_answer() -> None:
    """
    The long turn of an interviewer that ends in a question is no answer.
    """
    talk = f"## Talk\n\n**Ruth:** I joined us in May. {TOLD[:150]} Could you walk me through yours?\n"

    assert () == read(talk).answers


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("1) The ferry\n", "2) failure: ", "failure: Last spring we shipped the wrong"),
        ("1. The ferry\n", "2. The timetable\n", "The timetable"),
        ("## The ferry\n\n", "## The timetable\n\n", "The timetable"),
    ],
)
def test_prose_beside_a_story_is_an_answer(first: str, second: str, title: str) -> None:
    """
    What is told in prose under the next number or heading after a story can be reviewed, too.
    """
    notes = read(f"# Failures\n\n{first}{PARTS}\n{second}{TOLD}\n")

    assert ["The ferry"] == [story.title for story in notes.stories]
    assert [title] == [answer.title for answer in notes.answers]


@pytest.mark.parametrize(
    "beside",
    [
        "2. Tips\nKeep it under two minutes, say my name slowly, and let them ask for more of my work.\n",
        '2. Others\n- "When did I last fail, and what had I learned?"\n- "What was asked of me?"\n',
        "2. tbd – Bo and the dashboards?\n",
    ],
)
def test_advice_and_plans_beside_a_story_stay_notes(beside: str) -> None:
    """
    Where nothing has happened, the next number is no answer.
    """
    assert () == read(f"1. The ferry\n{PARTS}\n{beside}").answers


def test_the_head_of_a_page_asks_what_its_prose_answers() -> None:
    """
    A note with its question in YAML and nothing but prose is an answer to it.
    """
    (answer,) = read(f"---\nquestion: Tell me about a mess.\n---\n\n{TOLD} {TOLD}\n").answers

    assert "Tell me about a mess." == answer.question
