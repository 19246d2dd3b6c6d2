"""The acceptance table of the rubric (section 3.4) and the story measurements (evaluation, 3.4) on the seeds.

The seeds are evaluation data and no part of the project; they are read from
``../shared/seeds`` where they are present.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from starling.model.prep import Source
from starling.model.report import Assessment, Brief, Level, QuestionType
from starling.model.story import CORE, Story
from starling.prep.notes import read_source, stories_in
from starling.review.reading import Reading
from starling.review.rubric import assess
from starling.review.rule import tell
from starling.text.repair import decode, repair

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"THE ACCEPTANCE TABLE WAS NOT CHECKED: there are no seeds at {SEEDS}"
)

STORIES = {
    "002-S1": ("002", 30), "002-S2": ("002", 73), "002-S3": ("002", 115), "002-S4": ("002", 163),
    "003-1": ("003", 19), "003-2": ("003", 35), "003-3": ("003", 56), "003-4": ("003", 73),
    "003-5": ("003", 89),
    "001": ("001", 14), "001 failure": ("001", 25), "001 conflict": ("001", 29),
}  # fmt: skip
"""The seed and the line at which each story begins."""

MEASURED = {
    "002-S1": (213, (18, 10, 56, 15)),
    "002-S2": (258, (16, 10, 55, 19)),
    "002-S3": (206, (13, 6, 65, 17)),
    "002-S4": (203, (15, 7, 61, 18)),
    "003-1": (206, (27, 14, 34, 25)),
    "003-2": (81, (21, 17, 40, 22)),
    "003-3": (170, (21, 19, 32, 27)),
    "003-4": (76, (21, 22, 34, 22)),
    "003-5": (93, (31, 18, 29, 22)),
    "001": (68, (19, 21, 35, 25)),
}
"""Words, and the shares of situation, task, action and result in per cent (evaluation, 3.4)."""


@cache
def source(seed: str) -> Source:
    """A seed as the importer sees it."""
    path = next(SEEDS.glob(f"{seed}*"))
    data = path.read_bytes()
    text, problems = repair(decode(data)[0])
    return Source(path.name, text, data, problems)


@cache
def story(name: str) -> Story:
    """The telling that begins at the line the table names."""
    seed, line = STORIES[name]
    return next(each for each in stories_in(read_source(source(seed))) if each.line == line)


def line(seed: str, number: int) -> str:
    """One line of a seed, its list mark removed."""
    return source(seed).text.split("\n")[number - 1].lstrip("- ")


def found(
    name: str, told_as: Story, asked: QuestionType | None = None, level: Level | None = None
) -> Assessment:
    """What one dimension says of a telling."""
    reading = Reading(told_as, Brief(level=level), asked)
    return next(each for each in assess(reading) if each.dimension == name)


def score(name: str, told_as: Story, asked: QuestionType | None = None, level: Level | None = None) -> int:
    """The score of one dimension, which must have been assessed."""
    said = found(name, told_as, asked, level).score
    assert said is not None
    return said


@pytest.mark.parametrize("name", MEASURED)
def test_story_measurements(name: str) -> None:
    """
    Words agree within 5 or 4 %, and shares within 3 points; ours part words at hyphens.
    """
    words, shares = MEASURED[name]
    reading = Reading(story(name), Brief())
    counted = sum(reading.word_count(kind) for kind in CORE)
    ours = [100 * reading.word_count(kind) / counted for kind in CORE]

    assert words == pytest.approx(counted, abs=max(5, 0.04 * words))
    assert list(shares) == pytest.approx(ours, abs=3)


def test_d1_structure() -> None:
    """
    A proportioned story stands above one with a thin action, which is named.
    """
    thin = found("D1", story("003-1"))

    assert score("D1", story("002-S1")) in (4, 5)
    assert thin.score in (2, 3)
    assert "action is thin" in thin.because


def test_d2_event() -> None:
    """
    An event with methods is specific; practice in general is not an event.
    """
    assert score("D2", story("001")) >= 4
    assert score("D2", tell(action="I usually profile first and would then add caching")) <= 2


@pytest.mark.parametrize("name", ["002-S1", "002-S2", "002-S3", "002-S4"])
def test_d3_dropped_subjects(name: str) -> None:
    """
    The absence of "I" in bullets costs nothing.
    """
    assert score("D3", story(name)) >= 3


def test_d3_we() -> None:
    """
    A "we" at the decisive step asks for the own part.
    """
    said = found("D3", tell(action=line("003", 110)))

    assert said.score == 3
    assert "which part was yours" in " ".join(said.suggestions)


def test_d4_reasoning() -> None:
    """
    Diagnosis before the fix stands above steps without a reason.
    """
    assert score("D4", story("002-S3")) >= 4
    assert score("D4", story("003-2")) <= 3


def test_d5_result() -> None:
    """
    Open targets are listed, and a result needs no number.
    """
    said = found("D5", story("002-S2"))
    advice = " ".join(said.suggestions)

    assert said.score in (3, 4)
    assert "1000 concurrent users" in advice
    assert "6 weeks" in advice
    assert score("D5", story("003-2")) >= 3


def test_d6_numbers() -> None:
    """
    A telling whose figures agree stands above one whose tiers, phases and totals do not go together.
    """
    assert score("D6", story("002-S2")) == 2
    assert score("D6", story("001")) >= 4
    assert found("D6", story("003-3")).score is None


def test_d7_cause() -> None:
    """
    A large effect without a mechanism stands below one that was tried on a canary.
    """
    assert score("D7", story("003-1")) == 2
    assert score("D7", story("002-S3")) >= 4


def test_d8_scope() -> None:
    """
    The same story is below a staff level and at a senior one.
    """
    assert score("D8", story("002-S4"), level=Level.STAFF) <= 2
    assert score("D8", story("002-S4"), level=Level.SENIOR) in (3, 4)


def test_d9_learning() -> None:
    """
    A changed practice counts as a lesson that was put to use.
    """
    assert score("D9", story("001 failure"), QuestionType.FAILURE) == 4
    assert score("D9", story("003-3"), QuestionType.FAILURE) in (3, 4)


def test_d10_answers() -> None:
    """
    A story without an own error is no failure story; one with two positions and an end is a conflict story.
    """
    assert score("D10", story("003-3"), QuestionType.FAILURE) <= 2
    assert score("D10", story("003-1"), QuestionType.CONFLICT) == 4


def test_d11_conduct() -> None:
    """
    A placeholder is no bad conduct, and contempt is.
    """
    assert score("D11", story("001 conflict"), QuestionType.CONFLICT) >= 3
    assert score("D11", tell(situation="my PM never understood anything")) <= 2


def test_d12_by_ear() -> None:
    """
    Twenty figures in a breath are hard to follow; a short answer is easy.
    """
    assert score("D12", story("002-S2")) <= 3
    assert score("D12", story("001")) >= 4
