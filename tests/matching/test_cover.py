"""Which stories to rehearse: greedy choices with swaps, held to the exact ones."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starling.adapters.optimise import HighsOptimiser
from starling.matching.cover import (
    Supply,
    _trimmed,
    best,
    best_program,
    by_use,
    fewest,
    fewest_program,
    value,
)

ROWS = 6
ROW_SETS = st.lists(
    st.tuples(st.frozensets(st.integers(0, ROWS - 1)), st.frozensets(st.integers(0, ROWS - 1))), max_size=7
)


def supply(stories: list[tuple[frozenset[int], frozenset[int]]]) -> Supply:
    """
    Stories as pairs of rows: strong, and partly where they are not strong.
    """
    return Supply(
        ROWS, tuple(strong for strong, _ in stories), tuple(partly - strong for strong, partly in stories)
    )


def made(seed: int, stories: int, rows: int, dense: float) -> Supply:
    """
    A bank by chance.
    """
    chance = random.Random(seed)  # noqa: S311 - the same bank every time
    strong = [frozenset(row for row in range(rows) if chance.random() < dense) for _ in range(stories)]
    partly = [
        frozenset(row for row in range(rows) if row not in own and chance.random() < 2 * dense)
        for own in strong
    ]
    return Supply(rows, tuple(strong), tuple(partly))


def is_covered(bank: Supply, chosen: tuple[int, ...]) -> bool:
    """
    Whether every row has two strong stories among the chosen, or all that there are.
    """
    counts = [sum(row in bank.strong[each] for each in chosen) for row in range(bank.rows)]
    return all(count >= need for count, need in zip(counts, bank.twice(), strict=True))


@given(ROW_SETS)
def test_the_fewest_cover_every_row_twice_and_none_is_needless(
    stories: list[tuple[frozenset[int], frozenset[int]]],
) -> None:
    """
    Whatever the bank, each row has two strong stories or all there are, and no story could be left out.
    """
    bank = supply(stories)
    chosen = fewest(bank).stories

    assert is_covered(bank, chosen)
    assert not any(is_covered(bank, tuple(set(chosen) - {each})) for each in chosen)


@pytest.mark.parametrize("seed", range(4))
def test_no_story_of_a_larger_choice_is_needless(seed: int) -> None:
    """
    The same holds for banks in which a story that was needed once is no longer, after others have come.
    """
    bank = made(seed, 60, 80, 0.05)
    chosen = fewest(bank).stories

    assert is_covered(bank, chosen)
    assert not any(is_covered(bank, tuple(set(chosen) - {each})) for each in chosen)


def test_a_story_that_later_ones_make_needless_is_dropped() -> None:
    """
    The broadest story is taken first, and is left out when the two that follow cover all that it covers.
    """
    masks = [0b001111, 0b010011, 0b101100]

    assert [1, 2] == _trimmed(masks, [1] * 6, [0, 1, 2])


@given(ROW_SETS, st.integers(1, 4))
def test_the_best_are_no_more_than_asked_for_and_as_good_as_any(
    stories: list[tuple[frozenset[int], frozenset[int]]], most: int
) -> None:
    """
    On banks small enough to try every choice, the search finds one that is worth at least 98 % of the best.
    """
    bank = supply(stories)
    found = best(bank, most)
    every = combinations(range(len(stories)), min(most, len(stories)))
    highest = max(value(bank, each) for each in every)

    assert len(found.stories) <= most
    assert found.value == value(bank, found.stories)
    assert 0.98 * highest <= found.value <= highest


@given(ROW_SETS)
def test_more_stories_are_never_worth_less(stories: list[tuple[frozenset[int], frozenset[int]]]) -> None:
    """
    A bank with one story more is worth at least as much, and a first strong story more than any spare.
    """
    bank = supply(stories)
    worth = [value(bank, range(count)) for count in range(len(stories) + 1)]

    assert worth == sorted(worth)
    one_each = Supply(2, (frozenset({0}), frozenset({0}), frozenset({1})), (frozenset(),) * 3)
    assert value(one_each, (0, 2)) > value(one_each, (0, 1))


@given(ROW_SETS, st.permutations(range(7)))
def test_the_most_useful_story_comes_first(
    stories: list[tuple[frozenset[int], frozenset[int]]], order: list[int]
) -> None:
    """
    The same stories are listed in the same order however they were chosen.
    """
    bank = supply(stories)
    chosen = [each for each in order if each < len(stories)]

    assert by_use(bank, sorted(chosen)) == by_use(bank, chosen)


@pytest.mark.parametrize("seed", range(6))
def test_greedy_and_swaps_are_within_two_per_cent_of_the_optimum(seed: int) -> None:
    """
    On banks of 40 stories and 60 rows the best ten are worth at least 98 % of the proven best.
    """
    bank = made(seed, 40, 60, 0.06)
    found = best(bank, 10)
    exact = HighsOptimiser().solve(best_program(bank, 10), found.stories, lambda *_: None, 60)

    assert exact.proven
    assert found.value >= 0.98 * value(bank, exact.chosen)


@settings(max_examples=20, deadline=None)
@given(ROW_SETS)
def test_the_exact_choice_is_the_smallest_there_is(
    stories: list[tuple[frozenset[int], frozenset[int]]],
) -> None:
    """
    No smaller set of stories covers every row twice: held against trying all of them.
    """
    bank = supply(stories)
    found = fewest(bank)
    if not found.stories:
        return
    exact = HighsOptimiser().solve(fewest_program(bank), found.stories, lambda *_: None, 60)
    smaller = combinations(range(len(stories)), len(exact.chosen) - 1)

    assert exact.proven
    assert is_covered(bank, exact.chosen)
    assert not any(is_covered(bank, each) for each in smaller)


def test_a_search_that_is_stopped_keeps_the_best_so_far() -> None:
    """
    Ctrl-C during the search ends it with a choice that covers, no worse than the first, and says so.
    """
    bank = made(1, 120, 200, 0.08)
    found = fewest(bank)
    presses = iter([KeyboardInterrupt])

    def press(*_: float) -> None:
        raise next(presses, SystemError)

    stopped = HighsOptimiser().solve(fewest_program(bank), found.stories, press, 60)

    assert stopped.stopped
    assert stopped.bound <= len(stopped.chosen)
    assert not stopped.proven
    assert is_covered(bank, stopped.chosen)
    assert len(stopped.chosen) <= found.value


def test_a_long_search_reports_how_far_it_is() -> None:
    """
    While it looks, it tells the best so far and what nothing can be better than.
    """
    bank = made(1, 120, 200, 0.08)
    heard: list[tuple[float, float]] = []

    def listen(found: float, bound: float) -> None:
        heard.append((found, bound))
        if bound > 0:
            raise KeyboardInterrupt

    HighsOptimiser().solve(fewest_program(bank), fewest(bank).stories, listen, 60)

    assert any(0 < bound <= found <= 120 for found, bound in heard)
