"""What ships is whole: it loads, says where it is from, and covers what interviews ask."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from typing import Any

import pytest

from starling.content import bank, load
from starling.model.question import BankQuestion
from starling.text.telling import words_of

QUESTIONS = [pytest.param(each, id=each.slug) for each in bank.questions()]
FILES = (
    "competencies.toml",
    "slots.toml",
    "story_kinds.toml",
    "interview_types.toml",
    *(f"{folder}/{name}.toml" for folder in ("questions", "principles") for name in load.names(folder)),
)
BRANCHES = {each.parent for each in bank.competencies()}
ASKED = {
    "technical-leadership", "collaboration", "stakeholders", "conflict", "failure", "growth", "ambiguity",
    "roadblocks", "communication", "pushback", "scope-change", "prioritisation", "mentoring", "innovation",
    "research-to-production", "data-ethics", "incidents", "scale", "career-motives", "about-yourself",
    "why-us",
}  # fmt: skip


@pytest.mark.parametrize("path", FILES)
def test_every_file_says_where_it_is_from_and_when_that_was_looked_up(path: str) -> None:
    """
    Each entry of a shipped file has a source and a day, its own or that of the file.
    """
    file: dict[str, Any] = tomllib.loads(load.text(path))
    tables = [each for value in file.values() if isinstance(value, list) for each in value]
    entries = [each for each in tables if isinstance(each, dict)]

    assert entries
    assert all((file | each).get("source") for each in entries)
    assert all(type((file | each).get("checked")) is date for each in entries)


def test_the_bank_is_large_enough_and_covers_the_tree() -> None:
    """
    There are 300 questions and more, at least ten under each leaf, none under a branch.
    """
    counts = Counter(each.competency for each in bank.questions())
    leaves = {each.slug for each in bank.competencies()} - BRANCHES

    assert len(bank.questions()) >= 300
    assert leaves >= ASKED
    assert set(counts) == leaves
    assert min(counts.values()) >= 10


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_can_be_prepared_for(question: BankQuestion) -> None:
    """
    A question says what a full answer shows, what spoils it and what comes next, in several wordings.
    """
    assert len(question.shows) >= 2
    assert question.traps
    assert len(question.follow_ups) >= 2
    assert question.also
    assert not any(
        "!" in text for text in (question.text, *question.also, *question.traps, *question.follow_ups)
    )


def test_no_wording_belongs_to_two_questions() -> None:
    """
    What an interviewer says is one question of the bank, not two.
    """
    worded = Counter(words_of(text) for each in bank.questions() for text in {each.text, *each.also})

    assert [] == [" ".join(said) for said, count in worded.items() if count > 1]


def test_every_principle_that_is_asked_has_two_questions() -> None:
    """
    A company's present principles, and the areas its interviewers rate, are each probed more than once.
    """
    probed = Counter(ref for each in bank.questions() for ref in each.probes)

    assert [] == [each.ref for each in bank.principles() if each.standing.is_asked and probed[each.ref] < 2]


def test_no_question_probes_what_is_gone() -> None:
    """
    Names that a company replaced, and its philosophy, are not what a question probes.
    """
    gone = {each.ref for each in bank.principles() if not each.standing.is_asked}

    assert [] == [each.slug for each in bank.questions() if gone & set(each.probes)]


def test_the_kinds_of_story_are_whole() -> None:
    """
    Eight kinds for ML work, three must-haves and the big five, each with traps and what a good answer has.
    """
    kinds = bank.story_kinds()

    assert {"hero", "failure", "conflict"} == {each.slug for each in kinds if each.must}
    assert 8 == sum("ml" in each.groups for each in kinds)
    assert 5 == sum("big-five" in each.groups for each in kinds)
    assert all(each.traps and each.has and each.gist for each in kinds)
    assert {each.slug for each in kinds} == {kind for each in bank.questions() for kind in each.kinds}


def test_interviews_have_a_length_and_a_focus() -> None:
    """
    Each kind of interview says how long it takes and what it looks at.
    """
    assert {"behavioural", "phone-screen", "system-design", "take-home"} <= {
        each.slug for each in bank.interview_types()
    }
    assert all(0 < each.minutes[0] <= each.minutes[1] and each.focus for each in bank.interview_types())
