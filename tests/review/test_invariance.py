"""Saying the same thing differently changes no score, and saying nothing in more words gains none (set G).

The bounds are those of evaluation, section 4; the corpus is read from
``../shared/corpus`` where it is present.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from benchmarks.eval_invariance import Scores, corpus_stories, movement, scores
from benchmarks.noise import FAIRNESS, GAMING
from starling.model.report import Brief, QuestionType
from starling.model.story import Story
from starling.review.reading import Reading
from starling.review.rubric import assess
from tests.review.tellings import OFF_TOPIC, TELLINGS

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
NEEDS_CORPUS = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"INVARIANCE WAS NOT CHECKED ON THE CORPUS: there is none at {CORPUS}"
)

LARGEST_SHIFT, MOST_FLIPS, LARGEST_GAIN = 0.10, 0.02, 0.2
OWN = tuple(telling.story for telling in TELLINGS)


@cache
def corpus() -> tuple[tuple[Story, ...], tuple[Scores, ...]]:
    """The stories of the corpus and their scores as told."""
    stories = tuple(corpus_stories(CORPUS))
    return stories, tuple(scores(story) for story in stories)


@cache
def own() -> tuple[tuple[Story, ...], tuple[Scores, ...]]:
    """Our own tellings and their scores as told."""
    return OWN, tuple(scores(story) for story in OWN)


@pytest.mark.parametrize("change", FAIRNESS)
def test_own_tellings_keep_their_scores(change: str) -> None:
    """
    Among our own tellings, content scores hardly move when only the manner changes.
    """
    moved = movement(*own(), FAIRNESS[change])

    assert abs(moved.shift) <= LARGEST_SHIFT
    assert moved.flips <= MOST_FLIPS


@pytest.mark.parametrize("change", GAMING)
def test_own_tellings_gain_nothing(change: str) -> None:
    """
    Padding and keywords gain next to nothing on our own tellings.
    """
    assert movement(*own(), GAMING[change]).shift <= LARGEST_GAIN


@NEEDS_CORPUS
@pytest.mark.parametrize("change", FAIRNESS)
def test_corpus_stories_keep_their_scores(change: str) -> None:
    """
    Over the corpus, content scores shift by at most 0.10 point and at most 2 % move by a point.
    """
    moved = movement(*corpus(), FAIRNESS[change])

    assert abs(moved.shift) <= LARGEST_SHIFT
    assert moved.flips <= MOST_FLIPS


@NEEDS_CORPUS
@pytest.mark.parametrize("change", GAMING)
def test_corpus_stories_gain_nothing(change: str) -> None:
    """
    Over the corpus, padding and keywords gain at most 0.2 point.
    """
    assert movement(*corpus(), GAMING[change]).shift <= LARGEST_GAIN


def test_off_topic_is_seen() -> None:
    """
    A text about something else answers no question: D10 is at most 2 in 95 % of the cases.
    """
    asked = [(story, kind) for story in OFF_TOPIC for kind in QuestionType]
    low = [_answers(story, kind) <= 2 for story, kind in asked]

    assert sum(low) >= 0.95 * len(low)


def _answers(story: Story, kind: QuestionType) -> int:
    found = next(each.score for each in assess(Reading(story, Brief(), kind)) if each.dimension == "D10")
    assert found is not None
    return found


@pytest.mark.parametrize("change", [*FAIRNESS, *GAMING])
def test_each_change_changes_something(change: str) -> None:
    """
    A change that left every telling as it was would prove nothing.
    """
    noise = (FAIRNESS | GAMING)[change]

    assert any(noise(story) != story for story in OWN)
