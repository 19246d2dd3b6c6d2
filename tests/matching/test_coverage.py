"""The grid of a coverage: groups, several tellings of one event, and what an author states."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from starling.matching.coverage import Group, grid, group_of, groups_of
from starling.matching.fit import Cell, Fit

FITS = st.sampled_from(Fit)
TABLES = st.lists(st.lists(FITS, min_size=3, max_size=3), min_size=1, max_size=5)


def cells(table: list[list[Fit]]) -> list[list[Cell]]:
    """
    Cells with these fits, by story.
    """
    return [[Cell(fit, 9.0 - fit.rank) for fit in row] for row in table]


@given(st.lists(FITS, max_size=6))
def test_groups_say_what_there_is_to_tell(fits: list[Fit]) -> None:
    """
    Two strong stories are a spare, one is one, partly alone is thin; an untold angle leaves a gap.
    """
    strong, partly = fits.count(Fit.STRONG), fits.count(Fit.PARTLY)
    expected = [Group.GAP if not partly else Group.THIN, Group.ONE, Group.SPARE][min(strong, 2)]

    assert expected is group_of(fits)
    assert expected is group_of([*fits, Fit.ANGLE, Fit.NONE])


@given(TABLES)
def test_tellings_of_one_event_are_one_column(table: list[list[Fit]]) -> None:
    """
    However many tellings there are of one event, it is one story: no row of it has a spare.
    """
    held = grid(cells(table), (0, 1, 2), [tuple(range(len(table)))], {})

    assert all(len(row) == 1 for row in held.rows)
    assert Group.SPARE not in held.groups
    for number, row in enumerate(held.rows):
        assert row[0].fit is min((each[number] for each in table), key=lambda fit: fit.rank)
        assert table[row[0].telling][number] is row[0].fit


@given(TABLES, st.integers(0, 4), st.integers(0, 2), FITS)
def test_what_the_author_states_comes_before_what_is_computed(
    table: list[list[Fit]], place: int, row: int, fit: Fit
) -> None:
    """
    A stated fit is the fit of that story in that row, and no other cell changes.
    """
    place %= len(table)
    events = [(each,) for each in range(len(table))]
    before = grid(cells(table), (0, 1, 2), events, {})
    after = grid(cells(table), (0, 1, 2), events, {(place, row): fit})

    assert after.rows[row][place].fit is fit
    assert after.rows[row][place].stated
    changed = [
        (number, at)
        for number, (one, other) in enumerate(zip(before.rows, after.rows, strict=True))
        for at, (a, b) in enumerate(zip(one, other, strict=True))
        if a != b
    ]
    assert changed == [(row, place)]


def test_denying_the_only_strong_story_moves_its_row() -> None:
    """
    A row whose only strong story is denied by its author is a gap, and the story carries less.
    """
    table = cells([[Fit.STRONG, Fit.PARTLY, Fit.NONE], [Fit.NONE, Fit.NONE, Fit.NONE]])
    before = grid(table, (0, 1, 2), [(0,), (1,)], {})
    after = grid(table, (0, 1, 2), [(0,), (1,)], {(0, 0): Fit.NONE})

    assert (Group.ONE, Group.THIN, Group.GAP) == before.groups
    assert (Group.GAP, Group.THIN, Group.GAP) == after.groups
    assert (2, 0) == before.carries
    assert (1, 0) == after.carries
    assert (Fit.NONE, True) == (after.rows[0][0].fit, after.rows[0][0].stated)


def test_what_is_stated_of_one_telling_holds_for_the_event() -> None:
    """
    A denial of one telling is not undone by another telling of the same event that would fit.
    """
    table = cells([[Fit.STRONG], [Fit.STRONG]])

    assert Group.ONE is grid(table, (0,), [(0, 1)], {}).groups[0]
    assert Group.GAP is grid(table, (0,), [(0, 1)], {(1, 0): Fit.NONE}).groups[0]
    assert Group.ONE is grid(table, (0,), [(0, 1)], {(1, 0): Fit.NONE, (0, 0): Fit.STRONG}).groups[0]


@given(TABLES, st.integers(1, 3), st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 2)), FITS))
def test_counting_says_what_the_grid_says(
    table: list[list[Fit]], size: int, stated: dict[tuple[int, int], Fit]
) -> None:
    """
    How many rows are covered how well is the same whether cells are looked at or only counted.
    """
    places = range(len(table))
    events = [tuple(places[at : at + size]) for at in places[::size]]
    stated = {(place, row): fit for (place, row), fit in stated.items() if place < len(table)}
    ranks = [bytes(fit.rank for fit in row) for row in table]

    assert grid(cells(table), (0, 1, 2), events, stated).groups == groups_of(3, ranks, events, stated)
    assert groups_of(2, [], [], {}) == (Group.GAP, Group.GAP)
