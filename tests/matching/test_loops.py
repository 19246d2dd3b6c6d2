"""Simulated loops: what is drawn, how stories are told in them, and what is counted."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starling.matching.loops import (
    NO_STORY,
    Change,
    Loop,
    Topic,
    assign,
    draw,
    helped,
    simulate,
    wilson,
)

FITS = st.lists(st.integers(0, 15), min_size=1, max_size=6)
TOPICS = (
    Topic(2.0, ((0, 1.0), (1, 1.0), (2, 1.0))),
    Topic(1.0, ((2, 1.0), (3, 2.0))),
    Topic(1.0, ((4, 1.0),)),
    Topic(0.0, ((5, 1.0),)),
)


def most_answered(fits: list[int], per_round: int, stories: int) -> int:
    """
    How many questions can be answered at all, by trying every way to tell the stories.
    """

    @cache
    def left(place: int, told: tuple[int, ...], here: int) -> int:
        if place == len(fits):
            return 0
        here = 0 if place % per_round == 0 else here
        found = left(place + 1, told, here)
        for story in range(stories):
            free = fits[place] >> story & 1 and told[story] < 2 and not here >> story & 1
            if free:
                more = tuple(count + (at == story) for at, count in enumerate(told))
                found = max(found, 1 + left(place + 1, more, here | 1 << story))
        return found

    return left(0, (0,) * stories, 0)


@given(FITS, st.integers(1, 4))
@settings(max_examples=300)
def test_as_many_questions_are_answered_as_can_be(fits: list[int], per_round: int) -> None:
    """
    No other way to tell the stories answers more questions: held against trying every way.
    """
    found = assign(range(len(fits)), per_round, fits)

    assert most_answered(fits, per_round, 4) == len(found) - found.count(NO_STORY)


@given(st.lists(st.integers(0, 255), min_size=1, max_size=12), st.integers(1, 4))
@settings(max_examples=500)
def test_no_story_is_told_twice_to_one_interviewer_or_more_than_twice(
    fits: list[int], per_round: int
) -> None:
    """
    A story goes to a question that it fits, once to each interviewer, and to two of them at most.
    """
    found = assign(range(len(fits)), per_round, fits)
    told = [(place // per_round, story) for place, story in enumerate(found) if story != NO_STORY]

    assert len(told) == len(set(told))
    assert all(count <= 2 for count in Counter(story for _, story in told).values())
    assert all(fits[place] >> story & 1 for place, story in enumerate(found) if story != NO_STORY)


def test_the_same_seed_draws_the_same_loops() -> None:
    """
    A seed gives the same loops again, and another seed gives others.
    """
    assert draw(TOPICS, 4, 50, 7) == draw(TOPICS, 4, 50, 7)
    assert draw(TOPICS, 4, 50, 7) != draw(TOPICS, 4, 50, 8)


@given(st.integers(1, 8), st.integers(0, 1000))
def test_a_loop_asks_no_question_twice_and_divides_the_topics(size: int, seed: int) -> None:
    """
    Questions differ within a loop, a topic comes again only after all others, and what weighs nothing never.
    """
    for loop in draw(TOPICS, size, 5, seed):
        assert len(loop.questions) == len(set(loop.questions)) == min(size, 5)
        assert len(set(loop.topics[:3])) == min(size, 3)
        assert 5 not in loop.questions
        pairs = zip(loop.questions, loop.topics, strict=True)
        assert all(question in dict(TOPICS[topic].questions) for question, topic in pairs)


def test_what_weighs_more_comes_more_often() -> None:
    """
    A topic of twice the weight is drawn first about twice as often, and a question within its topic likewise.
    """
    first = Counter(loop.topics[0] for loop in draw(TOPICS, 1, 4000, 3))
    second = Counter(loop.questions[0] for loop in draw(TOPICS[1:2], 1, 3000, 3))

    assert 1.8 < first[0] / first[1] < 2.2
    assert 1.8 < second[3] / second[2] < 2.2


def test_counts_say_who_is_to_blame() -> None:
    """
    A question that no story fits is left each time it is asked, and one whose story was told already as well.
    """
    loops = [Loop((0, 1), (0, 0)), Loop((0, 2), (0, 1)), Loop((0,), (0,))]
    outcome = simulate(loops, 2, [0b1, 0b1, 0b0], 2)

    assert (0, 1) == outcome.short
    assert (3, 1, 1) == outcome.asked
    assert (0, 1, 1) == outcome.left
    assert ((4, 1), (1, 1)) == (outcome.topics_asked, outcome.topics_left)
    assert 3 == outcome.answered


@given(st.lists(st.integers(0, 7), min_size=6, max_size=6), st.integers(0, 50), st.integers(0, 3))
def test_help_is_what_the_same_loops_gain(fits: list[int], seed: int, story: int) -> None:
    """
    What a change brings is the difference between telling the same loops without it and with it.
    """
    loops = draw(TOPICS, 4, 20, seed)
    change = Change(story, frozenset({0, 3}))
    changed = [mask | (at in change.questions) << story for at, mask in enumerate(fits)]
    before, after = (simulate(loops, 2, each, len(TOPICS)) for each in (fits, changed))

    whole, answered = helped(loops, 2, fits, before, change)

    assert len(before.short) - len(after.short) == whole
    assert after.answered - before.answered == answered
    assert 0 <= whole <= answered


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(count: int, of: int, low: float, high: float) -> None:
    """
    The bounds are those of published tables (Newcombe, 1998), and hold the share itself.
    """
    share = wilson(count, of)

    assert [low, high] == pytest.approx([share.low, share.high], abs=1e-4)
    assert share.low <= count / of <= share.high


def test_without_draws_nothing_is_known() -> None:
    """
    Of no loops at all, the interval is everything.
    """
    assert (0.0, 1.0) == (wilson(0, 0).low, wilson(0, 0).high)
